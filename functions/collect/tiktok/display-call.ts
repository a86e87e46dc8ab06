/** Asking TikTok's Display API: a bearer token, the fields in the query, and what is wrong in the answer's `error`. */
import { type JsonObject, objectOf, textOf } from "../../model/json.ts";
import type { RunProblemCode } from "../../model/run.ts";
import { CollectFault } from "../fault.ts";
import { askFields, type Reply } from "./fields.ts";
import { sendRenewing, type Talk, type Told } from "./talk.ts";
import { type DisplayCredentials, PAUSE_SECONDS } from "./token.ts";

export type DisplayTalk = Talk<DisplayCredentials>;

type Question = { path: string; fields: readonly string[]; json?: unknown };

export const ask = (talk: DisplayTalk, { fields, ...question }: Question): Promise<Told> =>
  askFields(talk.visit, fields, (some) => askOnce(talk, { ...question, fields: some }));

async function askOnce(talk: DisplayTalk, { path, fields, json }: Question): Promise<Reply> {
  const { http, base } = talk.visit;
  const url = `${base}${path}?fields=${fields.join(",")}`;
  const answer = await sendRenewing(
    talk,
    (bearer) => http.ask(url, json === undefined ? { bearer } : { bearer, json }),
    (refused) => codeOf(refused) === "access_token_invalid",
  );
  const body = objectOf(answer.body);
  const code = codeOf(body);
  const words = textOf(objectOf(body.error).message) ?? "";
  if (code === "ok" && answer.status === 200) return { body, fault: null, words };
  const said = `${path}: ${code ?? `HTTP ${answer.status}`}`;
  if (code === "invalid_params")
    return { body, fault: new CollectFault("http_error", said), words };
  if (code === "rate_limit_exceeded" || answer.status === 429) {
    throw new CollectFault("throttled", said, http.now + PAUSE_SECONDS);
  }
  throw new CollectFault(REFUSALS[code ?? ""] ?? "http_error", said);
}

const REFUSALS: Readonly<Record<string, RunProblemCode>> = {
  access_token_invalid: "token_dead",
  scope_not_authorized: "permission_missing",
  scope_permission_missed: "permission_missing",
};

const codeOf = ({ error }: JsonObject): string | null => textOf(objectOf(error).code);

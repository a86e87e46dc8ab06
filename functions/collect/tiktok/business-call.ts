/**
 * Asking TikTok's Business API: everything is a GET whose lists and filters are JSON in the query; what is wrong stands in
 * `code`, in an HTTP 200.
 */
import { objectOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { askFields, type Reply } from "./fields.ts";
import { sendRenewing, type Talk, type Told } from "./talk.ts";
import { type BusinessCredentials, PAUSE_SECONDS } from "./token.ts";

export type BusinessTalk = Talk<BusinessCredentials>;

type Question = {
  path: string;
  parameters: Readonly<Record<string, string>>;
  fields?: readonly string[];
};

export const ask = (
  talk: BusinessTalk,
  { fields, ...question }: Required<Question>,
): Promise<Told> =>
  askFields(talk.visit, fields, (some) => askOnce(talk, { ...question, fields: some }));

export async function askOnce(
  talk: BusinessTalk,
  { path, parameters, fields = [] }: Question,
): Promise<Reply> {
  const { http, base } = talk.visit;
  const query = new URLSearchParams(parameters);
  if (fields.length > 0) query.set("fields", JSON.stringify(fields));
  const url = `${base}/open_api/v1.3${path}?${query}`;
  const answer = await sendRenewing(
    talk,
    (token) => http.ask(url, { headers: { "access-token": token } }),
    ({ code }) => code === INVALID_TOKEN,
  );
  const body = objectOf(answer.body);
  const words = textOf(body.message);
  if (answer.status === 200 && body.code === 0) return { body, fault: null, words: words ?? "" };
  const said = `${path}: ${words ?? `HTTP ${answer.status}`}`;
  const fault = faultOf(body.code, answer.status, said, http.now);
  if (body.code !== NO_PERMISSION && body.code !== BAD_PARAMETERS) throw fault;
  return { body, fault, words: words ?? "" };
}

const INVALID_TOKEN = 40105;
const THROTTLED = 40100;
const NO_PERMISSION = 40001;
const BAD_PARAMETERS = 40002;

function faultOf(code: unknown, status: number, said: string, now: number): CollectFault {
  if (code === INVALID_TOKEN) return new CollectFault("token_dead", said);
  if (code === NO_PERMISSION) return new CollectFault("permission_missing", said);
  if (code === THROTTLED || status === 429) {
    return new CollectFault("throttled", said, now + PAUSE_SECONDS);
  }
  return new CollectFault("http_error", said);
}

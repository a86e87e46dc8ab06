/** The Graph API's manners, the same at Facebook's and Instagram's door: versions, tokens, objects, batches, headers. */
import { type Answer, bodyOf, type Incoming, ok, textOf } from "./call.ts";
import {
  badParameter,
  graphAnswer,
  noObject,
  refusalOf,
  refuse,
  unknownField,
} from "./graph-errors.ts";
import { edgeAsked, readNode } from "./graph-node.ts";
import { nodeOf } from "./graph-objects.ts";
import { loginAnswer } from "./meta-login.ts";
import { goodGrant } from "./permission.ts";
import { callsWithin } from "./state.ts";

/** Versions that live. Any other is served as the oldest of them, without a word. */
const OLDEST_VERSION = 21;
const NEWEST_VERSION = 26;

/** Calls a rolling hour that an app has for one user, and a rolling day that a page or account has. */
const CALLS_AN_HOUR = 200;
const CALLS_A_DAY = 4_800 * 20;

/** Headers about use appear once enough calls have been made. */
const USE_TOLD_FROM_CALLS = 5;

const MOST_IN_BATCH = 50;

export async function graphDoor(call: Incoming): Promise<Answer> {
  const [, version, rest = ""] = /^(?:\/(v\d+\.\d+))?(\/.*)?$/.exec(call.path) ?? [];
  const headers = { "facebook-api-version": versionServed(call, version), ...usage(call) };
  try {
    const answer = (await loginAnswer(call, rest)) ?? (await objectAnswer(call, rest));
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return { ...graphAnswer(refusal), headers };
  }
}

function versionServed({ fault }: Incoming, asked = ""): string {
  if (fault?.kind === "version_served") return fault.version;
  const number = Number(/^v(\d+)\.0$/.exec(asked)?.[1]);
  const lives = number >= OLDEST_VERSION && number <= NEWEST_VERSION;
  return `v${lives ? number : OLDEST_VERSION}.0`;
}

/** How much of what is allowed was used, in percent. */
function usage(call: Incoming): Record<string, string> {
  const { grant, fault, state } = call;
  const forced = fault?.kind === "usage" ? fault : null;
  const token = grant?.token ?? "";
  if (grant && grant.kind !== "user") {
    const made = callsWithin(state, `day ${token}`, 86_400);
    if (made < USE_TOLD_FROM_CALLS && !forced) return {};
    const percent = forced?.percent ?? Math.floor((made * 100) / CALLS_A_DAY);
    const type = call.door === "instagram" || isInstagram(call) ? "instagram" : "pages";
    const used = {
      type,
      call_count: percent,
      total_cputime: Math.floor(percent / 4),
      total_time: Math.floor(percent / 4),
      estimated_time_to_regain_access: forced?.regain_minutes ?? 0,
    };
    return {
      "x-business-use-case-usage": JSON.stringify({ [grant.account ?? "0"]: [used] }),
      ...(forced ? { "x-app-usage": appUsage(percent) } : {}),
    };
  }
  const made = callsWithin(state, `hour ${token}`, 3600);
  if (made < USE_TOLD_FROM_CALLS && !forced) return {};
  return { "x-app-usage": appUsage(forced?.percent ?? Math.floor((made * 100) / CALLS_AN_HOUR)) };
}

const appUsage = (percent: number): string =>
  JSON.stringify({
    call_count: percent,
    total_time: Math.floor(percent / 4),
    total_cputime: Math.floor(percent / 4),
  });

const isInstagram = ({ path }: Incoming): boolean => /\/1784\d+/.test(path);

async function objectAnswer(call: Incoming, rest: string): Promise<Answer> {
  const given = { ...call.query, ...asText(bodyOf(call)) };
  if (given.date_format !== undefined) refuse(gone("date_format"));
  if (rest === "" || rest === "/") {
    if (given.ids !== undefined) refuse(gone("ids at the root"));
    if (call.method === "POST" && given.batch !== undefined) return batchAnswer(call, given.batch);
    refuse({ code: 100, message: "Unsupported get request.", type: "GraphMethodException" });
  }
  goodGrant(call);
  if (call.method !== "GET") refuse(badParameter("Unsupported post request."));
  const [, id = "", edge, ...more] = rest.split("/");
  const node = nodeOf(call, id);
  if (!node || more.length > 0) return refuse(noObject(id));
  const { access_token: _, ...query } = call.query;
  const { parameters, fields } = edgeAsked(query);
  if (edge === undefined) return ok(readNode(node, fields));
  const follow = Object.hasOwn(node.edges, edge) ? node.edges[edge] : undefined;
  return ok(follow ? follow(parameters, fields) : refuse(unknownField(edge, node.type)));
}

const gone = (what: string) => ({
  code: 12,
  message: `(#12) ${what} is deprecated for all versions`,
});

const asText = (body: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

type BatchPart = { method?: string; relative_url?: string };

/** Each part is a call of its own, with its faults and its place in the count. */
async function batchAnswer(call: Incoming, text: string): Promise<Answer> {
  const parts = partsOf(text);
  if (parts.length > MOST_IN_BATCH) {
    refuse({
      code: 100,
      type: "GraphBatchException",
      message: `(#100) Too many requests in batch message. Maximum batch size is ${MOST_IN_BATCH}`,
    });
  }
  goodGrant(call);
  const withHeaders = { ...call.query, ...asText(bodyOf(call)) }.include_headers !== "false";
  const lost = call.fault?.kind === "batch_null" ? (call.fault.index ?? 0) : null;
  const answers = [];
  for (const [index, { method = "GET", relative_url = "" }] of parts.entries()) {
    const { status, headers, body } = await call.again({ method, address: relative_url });
    const told = Object.entries(headers ?? {}).map(([name, value]) => ({ name, value }));
    const answer = {
      code: status,
      ...(withHeaders ? { headers: told } : {}),
      body: typeof body === "string" ? body : JSON.stringify(body),
    };
    answers.push(index === lost ? null : answer);
  }
  return ok(answers);
}

function partsOf(text: string): BatchPart[] {
  try {
    const parts = JSON.parse(textOf(text));
    if (Array.isArray(parts)) return parts;
  } catch {
    // said below
  }
  return refuse(badParameter("Param batch must be an array."));
}

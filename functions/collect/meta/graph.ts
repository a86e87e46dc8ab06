/**
 * Meta's Graph API, which Facebook and Instagram share: its version, its errors, its limits and its batches. Nothing
 * here follows an address that came in an answer: pages are asked again on the same host, by their cursor.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault, withoutTokens } from "../fault.ts";
import type { Http, HttpAnswer } from "../http.ts";

/** An expired version is served as the oldest usable one, without an error: see `other_version`. */
export const GRAPH_VERSION = "v26.0";

/** More is refused: "Maximum batch size is 50". */
export const LARGEST_BATCH = 50;

export type Params = Readonly<Record<string, string>>;

export type GraphError = { code: number; subcode: number | null; message: string };

/** What one call or one member of a batch came to; `null`: the platform left that member out. */
export type GraphAnswer = { body: JsonObject } | { error: GraphError } | null;

export type Graph = {
  http: Http;
  base: string;
  token: string;
  /** False on graph.instagram.com, which documents no batches. */
  batches: boolean;
  /** A limit is near or passed: nothing more is asked. */
  pause: CollectFault | null;
  /** The version that was served, when it is another one. */
  otherVersion: string | null;
};

export const openGraph = (http: Http, base: string, token: string, batches: boolean): Graph => ({
  http,
  base,
  token,
  batches,
  pause: null,
  otherVersion: null,
});

/** An id that somebody pushed stays an id: with a `?` in it, it could ask for more than reading (`?method=delete`). */
const addressOf = (path: string, params: Params): string =>
  `${GRAPH_VERSION}/${path.split("/").map(encodeURIComponent).join("/")}?${new URLSearchParams(params)}`;

/** Throws a CollectFault for everything that ends the visit: a throttle, a dead token, a block, a broken answer. */
export async function askGraph(graph: Graph, path: string, params: Params): Promise<GraphAnswer> {
  if (graph.pause) throw graph.pause;
  const url = `${graph.base}/${addressOf(path, params)}`;
  const answer = await graph.http.ask(url, { bearer: graph.token });
  noteHeaders(graph, (name) => answer.headers.get(name));
  return read(graph, answer);
}

/** Up to 50 requests as one call, answered in their order. A throttle or a dead token is thrown after all are read. */
export async function askBatch(
  graph: Graph,
  requests: readonly { path: string; params: Params }[],
): Promise<GraphAnswer[]> {
  if (graph.pause) throw graph.pause;
  const batch = requests.map(({ path, params }) => ({
    method: "GET",
    relative_url: addressOf(path, params),
  }));
  const answer = await graph.http.ask(`${graph.base}/${GRAPH_VERSION}/`, {
    bearer: graph.token,
    form: { batch: JSON.stringify(batch), include_headers: "true" },
  });
  noteHeaders(graph, (name) => answer.headers.get(name));
  if (!Array.isArray(answer.body)) {
    const whole = read(graph, answer);
    const error = whole && "error" in whole ? whole.error : null;
    throw error
      ? new CollectFault("http_error", `batch: (#${error.code}) ${error.message}`)
      : new CollectFault("unexpected_answer", "batch");
  }
  const members: unknown[] = answer.body;
  return requests.map((_, index) => readMember(graph, members[index] ?? null));
}

function readMember(graph: Graph, member: unknown): GraphAnswer {
  if (member === null) return null;
  const { code, headers, body } = objectOf(member);
  const named = new Map(
    objectsOf(headers).map(({ name, value }) => [textOf(name)?.toLowerCase(), textOf(value)]),
  );
  noteHeaders(graph, (name) => named.get(name) ?? null);
  let json: unknown;
  try {
    json = JSON.parse(String(body));
  } catch {
    // broken off in the middle: as good as left out
    return null;
  }
  const error = errorOf(json, typeof code === "number" ? code : 200);
  if (!error) return { body: objectOf(json) };
  // the other members are still good
  graph.pause ??= endOf(error, graph.http.now, null);
  return { error };
}

function read(graph: Graph, { status, headers, body }: HttpAnswer): GraphAnswer {
  const error = errorOf(body, status);
  if (!error) return { body: objectOf(body) };
  const end = endOf(error, graph.http.now, usageOf((name) => headers.get(name)).regainAt(graph));
  if (end) throw end;
  return { error };
}

/** A 200 can carry an error as well as any other status. */
function errorOf(body: unknown, status: number): GraphError | null {
  const { error } = objectOf(body);
  if (error === undefined && status < 400) return null;
  const { code, error_subcode, message } = objectOf(error);
  return {
    code: typeof code === "number" ? code : 0,
    subcode: typeof error_subcode === "number" ? error_subcode : null,
    message: withoutTokens(textOf(message) ?? `HTTP ${status}`).slice(0, 200),
  };
}

const THROTTLES = new Set([
  4, 17, 32, 613, 80000, 80001, 80002, 80003, 80004, 80005, 80006, 80008, 80009, 80014,
]);
const DEAD = new Set([102, 190]);
const BLOCKED = 368;

/** Where the platform does not say for how long. */
const PAUSE_SECONDS = 3600;
const BLOCK_SECONDS = 6 * 3600;

/** What ends the visit; `null` for an error that concerns one request only. */
function endOf(error: GraphError, now: Instant, regain: Instant | null): CollectFault | null {
  const words = `(#${error.code}) ${error.message}`;
  if (THROTTLES.has(error.code)) {
    return new CollectFault("throttled", words, regain ?? now + PAUSE_SECONDS);
  }
  if (DEAD.has(error.code)) return new CollectFault("token_dead", words);
  if (error.code === BLOCKED) return new CollectFault("blocked", words, now + BLOCK_SECONDS);
  return null;
}

export type ErrorKind =
  | "permission"
  | "too_few_people"
  | "gone"
  | "refused"
  | "too_much"
  | "passing"
  | "other";

/** Object gone, or no access to it. */
const GONE_SUBCODE = 33;

export function kindOf({ code, subcode, message }: GraphError): ErrorKind {
  if (code === 10 && /not enough/i.test(message)) return "too_few_people";
  if (code === 10 || (code >= 200 && code <= 299)) return "permission";
  if (code === 100 && subcode === GONE_SUBCODE) return "gone";
  if (code === 100 || (code >= 3000 && code < 4000)) return "refused";
  // 0: no code at all, as from a proxy in between
  if (code > 2) return "other";
  if (code === 1 && /reduce the amount/i.test(message)) return "too_much";
  return "passing";
}

/** Meta's way to write an instant: `2026-11-19T09:30:00+0000`. */
export function graphInstant(value: unknown): Instant | null {
  const at = Date.parse((textOf(value) ?? "").replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

/** Stop before the limit, in percent of it: the last calls belong to the library's other tools. */
const NEARLY_USED_UP = 90;

type Usage = { percent: number; regainMinutes: number; regainAt: (graph: Graph) => Instant | null };

/** The worst of what the limit headers say. They come only once enough calls have been made. */
function usageOf(header: (name: string) => string | null): Usage {
  const app = objectOf(parsed(header("x-app-usage")));
  const cases = Object.values(objectOf(parsed(header("x-business-use-case-usage"))));
  const all = [app, ...cases.flatMap(objectsOf)];
  const numbers = (names: readonly string[]) =>
    all.flatMap((one) => names.map((name) => Number(one[name] ?? 0)));
  const percent = Math.max(0, ...numbers(["call_count", "total_time", "total_cputime"]));
  const regainMinutes = Math.max(0, ...numbers(["estimated_time_to_regain_access"]));
  const regainAt = ({ http }: Graph) =>
    regainMinutes > 0 ? http.now + Math.ceil(regainMinutes) * 60 : null;
  return { percent, regainMinutes, regainAt };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

function noteHeaders(graph: Graph, header: (name: string) => string | null): void {
  const usage = usageOf(header);
  if (usage.regainMinutes > 0 || usage.percent >= NEARLY_USED_UP) {
    const until = usage.regainAt(graph) ?? graph.http.now + PAUSE_SECONDS;
    graph.pause ??= new CollectFault("throttled", `${usage.percent} % of the limit`, until);
  }
  const served = header("facebook-api-version");
  if (served !== null && served !== GRAPH_VERSION) graph.otherVersion = served;
}

/**
 * Meta's Graph API, which Facebook and Instagram share: its version and its batches; `graph-errors.ts` and
 * `graph-limits.ts` say what its answers mean. Nothing here follows an address that came in an answer: pages are asked
 * again on the same host, by their cursor.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { isPlatformId } from "../../model/platform-id.ts";
import { CollectFault } from "../fault.ts";
import type { Http, HttpAnswer } from "../http.ts";
import { endOf, errorOf, type GraphError, PAUSE_SECONDS } from "./graph-errors.ts";
import { type Header, isNearlyUsedUp, usageOf } from "./graph-limits.ts";

/** An expired version is served as the oldest usable one, without an error: see `other_version`. */
export const GRAPH_VERSION = "v26.0";

/** More is refused: "Maximum batch size is 50". */
export const LARGEST_BATCH = 50;

export type Params = Readonly<Record<string, string>>;

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

/** What an address names, part by part: the id of an object, then perhaps one of its edges. */
export type Path = readonly string[];

/**
 * An id that somebody pushed stays an id: with a `?` in it, it could ask for more than reading (`?method=delete`), and dots
 * lead to the place above, whichever way they are written.
 */
function addressOf(path: Path, params: Params): string {
  if (!path.every(isPlatformId)) throw new CollectFault("unexpected_answer", "not an id");
  return `${GRAPH_VERSION}/${path.map(encodeURIComponent).join("/")}?${new URLSearchParams(params)}`;
}

/** Throws a CollectFault for everything that ends the visit: a throttle, a dead token, a block, a broken answer. */
export async function askGraph(graph: Graph, path: Path, params: Params): Promise<GraphAnswer> {
  if (graph.pause) throw graph.pause;
  const url = `${graph.base}/${addressOf(path, params)}`;
  const answer = await graph.http.ask(url, { bearer: graph.token });
  noteHeaders(graph, (name) => answer.headers.get(name));
  return read(graph, answer);
}

/** Up to 50 requests as one call, answered in their order. A throttle or a dead token is thrown after all are read. */
export async function askBatch(
  graph: Graph,
  requests: readonly { path: Path; params: Params }[],
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
  const { now } = graph.http;
  const end = endOf(error, now, usageOf((name) => headers.get(name), now).regain_at);
  if (end) throw end;
  return { error };
}

function noteHeaders(graph: Graph, header: Header): void {
  const { now } = graph.http;
  const usage = usageOf(header, now);
  if (isNearlyUsedUp(usage)) {
    const until = usage.regain_at ?? now + PAUSE_SECONDS;
    graph.pause ??= new CollectFault("throttled", `${usage.percent} % of the limit`, until);
  }
  const served = header("facebook-api-version");
  if (served !== null && served !== GRAPH_VERSION) graph.otherVersion = served;
}

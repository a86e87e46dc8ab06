/** One page of an account's posts. */
import { type JsonObject, objectsOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { askGraph, type Params, type Path } from "./graph.ts";
import { type GraphError, kindOf } from "./graph-errors.ts";
import { nextCursor } from "./paged.ts";
import { type Desk, note } from "./tasks.ts";

type Page = { items: JsonObject[]; next: string | null };

const PAGE_SIZE = 25;

/** Without batches a post takes two calls or three: a page of the back-fill is as long as the calls that are left allow. */
function fillSize({ graph }: Desk): number {
  if (graph.batches) return PAGE_SIZE;
  return Math.min(PAGE_SIZE, Math.max(3, Math.floor((graph.http.left() - 6) / 3)));
}

type PageAnswer = Page | { error: GraphError | null };

/** One page; a page that is too much for the platform is asked for again at half its size. */
export async function askPage(
  desk: Desk,
  of: "posts" | "older_posts",
  path: Path,
  params: Params,
  after: string | null,
): Promise<PageAnswer> {
  const { graph } = desk;
  const size = of === "posts" ? PAGE_SIZE : fillSize(desk);
  for (let limit = size; ; limit = Math.floor(limit / 2)) {
    const asked = { ...params, limit: String(limit), ...(after === null ? {} : { after }) };
    const answer = await askGraph(graph, path, asked);
    if (answer && "body" in answer) {
      const fields = (params.fields ?? "").split(",");
      note(desk, { of, post: null, asked: fields, since: null, until: null }, answer.body);
      return { items: objectsOf(answer.body.data), next: nextCursor(answer.body) };
    }
    const error = answer?.error ?? null;
    if (!error || kindOf(error) !== "too_much" || limit <= 1) return { error };
  }
}

/** Without its list of posts a visit cannot go on. */
export function pageOf(answer: PageAnswer): Page {
  if ("items" in answer) return answer;
  const { error } = answer;
  throw new CollectFault(
    error && kindOf(error) === "permission" ? "permission_missing" : "http_error",
    error ? `posts: (#${error.code}) ${error.message}` : "posts",
  );
}

/**
 * Meta has several codes for a cursor that it lost (100, 2642). The list itself was answered just before: what is
 * refused of a later page lies in its cursor.
 */
export function isCursorLost(answer: PageAnswer): boolean {
  const error = "error" in answer ? answer.error : null;
  return error !== null && ["refused", "other"].includes(kindOf(error));
}

/** The list of an account's posts, and how far back it has been read. */
import { type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, OLDEST_READ_AGAIN, type Seen } from "../../model/visit.ts";
import { CollectFault } from "../fault.ts";
import { askGraph, type GraphError, kindOf, type Params } from "./graph.ts";
import { type Desk, nextCursor, note } from "./tasks.ts";

/**
 * Where the back-fill stands. `after`: the cursor of the next page of posts, `null` when there is none left. `gap`: only
 * up to what is known, after a long silence. `again`: the list was begun again from the newest, so that known posts are
 * passed on the way. `days`: the end of the next stretch of days, `null` when they are all there. `days_from`: how far
 * back days are read, left out: as far as the platform keeps them.
 */
export type BackFill = {
  after: string | null;
  gap: boolean;
  again?: true;
  days: Instant | null;
  days_from?: Instant;
};

/** `null` when the back-fill is done; at the first contact everything is still to come. */
function readCursor(cursor: string | null, now: Instant): BackFill | null {
  if (cursor === null) return null;
  if (cursor === "") return { after: null, gap: false, days: now };
  return JSON.parse(cursor) as BackFill;
}

export const writeCursor = (fill: BackFill): string | null =>
  fill.after === null && fill.days === null ? null : JSON.stringify(fill);

type Page = { items: JsonObject[]; next: string | null };

const PAGE_SIZE = 25;

/** Without batches a post takes two calls or three: a page of the back-fill is as long as the calls that are left allow. */
function fillSize({ graph }: Desk): number {
  if (graph.batches) return PAGE_SIZE;
  return Math.min(PAGE_SIZE, Math.max(3, Math.floor((graph.http.left() - 6) / 3)));
}

type PageAnswer = Page | { error: GraphError | null };

/** One page; a page that is too much for the platform is asked for again at half its size. */
async function askPage(
  desk: Desk,
  of: "posts" | "older_posts",
  path: string,
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
function pageOf(answer: PageAnswer): Page {
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
function isCursorLost(answer: PageAnswer): boolean {
  const error = "error" in answer ? answer.error : null;
  return error !== null && ["refused", "other"].includes(kindOf(error));
}

export type Listed = {
  /** All that was listed. */
  items: JsonObject[];
  /** Those to be read now: new ones, known ones that are due, and the back-fill's. */
  wanted: JsonObject[];
  /** Where the back-fill goes on after this visit; `null` when it is done. */
  fill: BackFill | null;
};

/**
 * The newest posts, and one page of older ones while there is back-fill. What is gone through is not known to be safe
 * until the whole visit is: the caller writes `fill` into the notebook at its end.
 */
export async function listPosts(
  desk: Desk,
  seen: Seen,
  cursor: string | null,
  path: string,
  params: Params,
  publishedAt: (item: JsonObject) => Instant | null,
): Promise<Listed> {
  const fill = readCursor(cursor, seen.now);
  const first = cursor === "";
  const newest = pageOf(await askPage(desk, first ? "older_posts" : "posts", path, params, null));
  if (first && fill) {
    const { items, next } = newest;
    const wanted = unique(items).filter((item) => isWanted(item, seen));
    return { items, wanted, fill: { ...fill, after: next } };
  }
  const recent = newest.items.filter((item) => isRecent(publishedAt(item), seen.now));
  if (!fill || fill.after === null) {
    const unbroken = newest.items.length === 0 || newest.items.some((item) => isKnown(item, seen));
    const gap = newest.next !== null && !unbroken && recent.length === newest.items.length;
    const after = gap ? newest.next : null;
    const { again: _, ...rest } = fill ?? { days: null };
    const wanted = unique(recent.filter((item) => isWanted(item, seen)));
    const left = after !== null || rest.days !== null;
    return { items: newest.items, wanted, fill: left ? { ...rest, after, gap } : null };
  }
  const answer = await askPage(desk, "older_posts", path, params, fill.after);
  if (isCursorLost(answer)) {
    desk.notebook.problems.push({ code: "begun_again", detail: "older_posts" });
    const wanted = unique(recent.filter((item) => isWanted(item, seen)));
    return { items: newest.items, wanted, fill: { ...fill, after: newest.next, again: true } };
  }
  const older = pageOf(answer);
  const met = older.items.some(
    (item) => (isKnown(item, seen) && !fill.again) || !isRecent(publishedAt(item), seen.now),
  );
  const after = fill.gap && met ? null : older.next;
  const wanted = unique([...recent, ...older.items]).filter((item) => isWanted(item, seen));
  return { items: [...newest.items, ...older.items], wanted, fill: { ...fill, after } };
}

const isKnown = (item: JsonObject, seen: Seen): boolean =>
  seen.posts.some(({ external_id }) => external_id === textOf(item.id));

const isRecent = (at: Instant | null, now: Instant): boolean =>
  at !== null && now - at <= OLDEST_READ_AGAIN;

function isWanted(item: JsonObject, seen: Seen): boolean {
  const known = seen.posts.find(({ external_id }) => external_id === textOf(item.id));
  return !known || known.due;
}

/** A page that moves while it is read shows a post twice. */
const unique = (items: readonly JsonObject[]): JsonObject[] => [
  ...new Map(items.map((item) => [textOf(item.id), item])).values(),
];

/** Known posts that are due and were not on any page that was read. */
export const dueBesides = (items: readonly JsonObject[], seen: Seen): KnownPost[] => {
  const listed = new Set(items.map((item) => textOf(item.id)));
  return seen.posts.filter(({ due, external_id }) => due && !listed.has(external_id));
};

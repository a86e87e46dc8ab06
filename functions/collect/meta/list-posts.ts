/** The list of an account's posts: the newest, and older ones while there is back-fill. */
import { type JsonObject, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, OLDEST_READ_AGAIN, type Seen } from "../../model/visit.ts";
import { type BackFill, readCursor } from "./back-fill.ts";
import type { Params, Path } from "./graph.ts";
import { askPage, isCursorLost, pageOf } from "./post-page.ts";
import type { Desk } from "./tasks.ts";

type Listed = {
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
  path: Path,
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

/** Known posts that are due and were not on any page that was read; a story is on none, and has an edge of its own. */
export const dueBesides = (items: readonly JsonObject[], seen: Seen): KnownPost[] => {
  const listed = new Set(items.map((item) => textOf(item.id)));
  return seen.posts.filter(
    ({ due, external_id, format }) => due && !listed.has(external_id) && format !== "story",
  );
};

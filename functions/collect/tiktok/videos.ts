/**
 * TikTok's list of videos, which its two interfaces page alike: twenty at a time, newest first, from a cursor that is an
 * instant (UTC milliseconds); those that are due and not among the newest are read again by id.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { isOutOfCalls, noteGone } from "../notebook.ts";
import type { Visit } from "../visit.ts";

/** What neither of TikTok's two interfaces tells. */
export const NOWHERE_ON_TIKTOK = ["posts/clicks", "stories", "lives"];

/** What it takes of a visit, whichever interface it is of. */
type Round = Pick<Visit, "http" | "notebook" | "seen">;

/** The most videos of a page, and of a question by id. */
export const MOST_VIDEOS = 20;

/**
 * How an interface is asked. `id` is its field for a video's id; `of` is what an answer is noted as: `posts`, or
 * `older_posts` for the first contact and the back-fill, which take everything. Both give the answer's body.
 */
export type VideoSource = {
  id: "id" | "item_id";
  page: (of: "posts" | "older_posts", cursor: number | null) => Promise<JsonObject>;
  byId: (ids: readonly string[]) => Promise<JsonObject>;
};

/** `next` is `null` after the last page; a page may be short, or even empty, in the middle of the list. */
type VideoPage = { ids: string[]; next: number | null };

const pageOf = (body: JsonObject, { id }: VideoSource): VideoPage => ({
  ids: objectsOf(objectOf(body.data).videos)
    .map((video) => textOf(video[id]))
    .filter((one) => one !== null),
  next: nextOf(objectOf(body.data)),
});

/** Where a list goes on: UTC milliseconds, a number larger than any count. */
export function nextOf({ has_more, cursor }: JsonObject): number | null {
  const next = Number(textOf(cursor) ?? Number.NaN);
  return has_more === true && Number.isSafeInteger(next) ? next : null;
}

/** On first contact one page; later the new videos, those that are due, and one page of the back-fill. */
export async function readVideos(visit: Round, source: VideoSource) {
  if (visit.notebook.cursor === "") {
    const { ids, next } = pageOf(await source.page("older_posts", null), source);
    noteCursor(visit, next);
    await readDue(visit, source, new Set(ids));
    return;
  }
  const read = await readNewest(visit, source);
  await readDue(visit, source, read);
  await backFill(visit, source);
}

/** The newest videos, page by page, down to the newest that is known. */
async function readNewest(visit: Round, source: VideoSource): Promise<Set<string>> {
  const known = visit.seen.posts[0]?.published_at ?? Number.POSITIVE_INFINITY;
  const read = new Set<string>();
  let cursor: number | null = null;
  do {
    if (isOutOfCalls(visit)) return read;
    const page: VideoPage = pageOf(await source.page("posts", cursor), source);
    for (const id of page.ids) read.add(id);
    // without any that is known the back-fill has nothing to join: the newest page is enough
    cursor = page.next !== null && page.next / 1000 > known ? page.next : null;
  } while (cursor !== null);
  return read;
}

/** One that is asked for by id and does not come back is gone, or no longer public. */
async function readDue(
  visit: Round,
  source: VideoSource,
  read: ReadonlySet<string>,
): Promise<void> {
  const due = visit.seen.posts
    .filter((post) => post.due && /^\d+$/.test(post.external_id) && !read.has(post.external_id))
    .map((post) => post.external_id);
  for (let from = 0; from < due.length; from += MOST_VIDEOS) {
    if (isOutOfCalls(visit)) return;
    const asked = due.slice(from, from + MOST_VIDEOS);
    const found = new Set(pageOf(await source.byId(asked), source).ids);
    for (const id of asked.filter((one) => !found.has(one))) noteGone(visit.notebook, id);
  }
}

async function backFill(visit: Round, source: VideoSource): Promise<void> {
  const { cursor } = visit.notebook;
  if (!cursor || isOutOfCalls(visit)) return;
  const { next } = pageOf(await source.page("older_posts", Number(cursor)), source);
  noteCursor(visit, next);
}

function noteCursor({ notebook }: Round, next: number | null): void {
  notebook.cursor = next === null ? null : String(next);
  if (next !== null) notebook.unfinished = true;
}

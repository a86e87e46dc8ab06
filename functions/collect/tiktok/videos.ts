/**
 * TikTok's list of videos, which its two APIs page alike: twenty at a time, newest first, from a cursor that is an
 * instant (UTC milliseconds); those that are due and not among the newest are read again by id.
 */
import { type JsonObject, textOf } from "../../model/json.ts";
import type { Visit } from "../visit.ts";

/** What neither of the two tells. */
export const NOWHERE_ON_TIKTOK = ["posts/clicks", "stories", "lives"];

/** What it takes of a visit, whichever API it is. */
type Round = Pick<Visit, "http" | "notebook" | "seen">;

/** The most videos of a page, and of a question by id. */
export const MOST_VIDEOS = 20;

/** `next` is `null` after the last page; a page may be short, or even empty, in the middle of the list. */
export type VideoPage = { ids: string[]; next: number | null };

/**
 * How an API is asked. `of` is what its answer is noted as: `posts`, or `older_posts` for the first contact and the
 * back-fill, which take everything. `byId` gives the ids that came back.
 */
export type VideoSource = {
  page: (of: string, cursor: number | null) => Promise<VideoPage>;
  byId: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
};

/** Where a list goes on: UTC milliseconds, a number larger than any count. */
export function nextOf({ has_more, cursor }: JsonObject): number | null {
  const next = Number(textOf(cursor) ?? Number.NaN);
  return has_more === true && Number.isSafeInteger(next) ? next : null;
}

/** On first contact one page; later the new videos, those that are due, and one page of the back-fill. */
export async function readVideos(visit: Round, source: VideoSource) {
  if (visit.notebook.cursor === "") {
    const { ids, next } = await source.page("older_posts", null);
    noteCursor(visit, next);
    await readDue(visit, source, new Set(ids));
    return;
  }
  const read = await readNewest(visit, source);
  await readDue(visit, source, read);
  await backFill(visit, source);
}

/** Notes that there is more to do when no call is left. */
export function isOutOfCalls({ http, notebook }: Round): boolean {
  if (http.left() >= 1) return false;
  notebook.unfinished = true;
  return true;
}

/** The newest videos, page by page, down to the newest that is known. */
async function readNewest(visit: Round, source: VideoSource): Promise<Set<string>> {
  const known = visit.seen.posts[0]?.published_at ?? Number.POSITIVE_INFINITY;
  const read = new Set<string>();
  let cursor: number | null = null;
  do {
    if (isOutOfCalls(visit)) return read;
    const page: VideoPage = await source.page("posts", cursor);
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
    const found = await source.byId(asked);
    for (const post of asked.filter((id) => !found.has(id))) {
      const gone = { of: "gone", post, asked: [], since: null, until: null, body: null };
      visit.notebook.answers.push(gone);
    }
  }
}

async function backFill(visit: Round, source: VideoSource): Promise<void> {
  const { cursor } = visit.notebook;
  if (!cursor || isOutOfCalls(visit)) return;
  const { next } = await source.page("older_posts", Number(cursor));
  noteCursor(visit, next);
}

function noteCursor({ notebook }: Round, next: number | null): void {
  notebook.cursor = next === null ? null : String(next);
  if (next !== null) notebook.unfinished = true;
}

/**
 * Comments on TikTok's videos (Business API): lists, newest first, thirty at a time; the answers to a comment that do not
 * come along with it are a list of their own. What a visit does not get through is remembered with its place, and the next
 * visit goes on there.
 */
import { countOf, type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import { OLDEST_READ_AGAIN } from "../../model/visit.ts";
import { isOutOfCalls, type Notebook } from "../notebook.ts";
import type { Visit } from "../visit.ts";
import { nextOf } from "./videos.ts";

/** The most comments of a page. */
export const MOST_COMMENTS = 30;

/** A list's pages in one visit: a video that everybody talks about leaves time for the others. */
const MOST_PAGES = 4;

/** Of a video that has more comments than before so many are read at least: its known comments are answered, too. */
const LEAST_READ = MOST_PAGES * MOST_COMMENTS;

/** Lists that are remembered: what an account remembers is written at every visit. */
const MOST_LISTS = 200;

/**
 * A list that is not read to its end: a video's comments, or the answers to one of them. `left`: so many more are worth
 * reading, the rest is known; `null`: all of them.
 */
export type CommentList = {
  video: string;
  comment: string | null;
  cursor: number;
  left: number | null;
};

type Round = Pick<Visit, "http" | "notebook" | "seen">;

const memoryOf = (notebook: Notebook) => notebook.memory as { unread?: CommentList[] };

/** Notes the videos that have more comments than when they were last read, if they are read again at all. */
export function noteCommented({ notebook, seen }: Round, videos: readonly JsonObject[]): void {
  const memory = memoryOf(notebook);
  const known = new Map(seen.posts.map((post) => [post.external_id, post.comments ?? 0]));
  for (const { item_id, comments, create_time } of videos) {
    const video = textOf(item_id);
    const added = (countOf(comments) ?? 0) - (known.get(video ?? "") ?? 0);
    const isOld = seen.now - (countOf(create_time) ?? 0) > OLDEST_READ_AGAIN;
    if (video !== null && added > 0 && !isOld) noteGrown(memory, video, added);
  }
}

function noteGrown(memory: { unread?: CommentList[] }, video: string, added: number): void {
  memory.unread ??= [];
  const lists = memory.unread.filter((one) => one.video === video && one.comment === null);
  // what came on top moved the rest on: some is read twice, and nothing is left out
  for (const list of lists) list.left = (list.left ?? 0) + added;
  if (lists.some(isUntouched)) return;
  memory.unread.push({ video, comment: null, cursor: 0, left: Math.max(LEAST_READ, added) });
}

const isUntouched = ({ cursor }: CommentList): boolean => cursor === 0;

/**
 * Reads on in the lists that were noted, each video's comments with the answers to them.
 * @param page a page's data; `null`: the video or the comment is not there any more
 */
export async function readComments(
  visit: Round,
  page: (list: CommentList) => Promise<JsonObject | null>,
): Promise<void> {
  const unread = memoryOf(visit.notebook).unread ?? [];
  const pages = new Map<CommentList, number>();
  for (;;) {
    const list = unread.find((one) => (pages.get(one) ?? 0) < MOST_PAGES);
    if (!list || isOutOfCalls(visit)) break;
    pages.set(list, (pages.get(list) ?? 0) + 1);
    const data = await page(list);
    const further = data === null ? [] : [...answersTo(list, data, unread), ...restOf(list, data)];
    unread.splice(unread.indexOf(list), 1, ...further);
  }
  rememberUnread(visit.notebook, unread);
}

/** A comment brings some of its answers along; where there are more, all are asked for. */
function answersTo(
  { video, comment }: CommentList,
  data: JsonObject,
  unread: readonly CommentList[],
): CommentList[] {
  if (comment !== null) return [];
  return objectsOf(data.comments).flatMap(({ comment_id, replies, reply_list }) => {
    const id = textOf(comment_id);
    const isWhole = (countOf(replies) ?? 0) <= objectsOf(reply_list).length;
    const isNoted = unread.some((one) => one.comment === id && isUntouched(one));
    return id === null || isWhole || isNoted ? [] : [{ video, comment: id, cursor: 0, left: null }];
  });
}

function restOf(list: CommentList, data: JsonObject): CommentList[] {
  const next = nextOf(data);
  if (list.left !== null) list.left -= objectsOf(data.comments).length;
  const isOver = list.left !== null && list.left <= 0;
  if (next === null || next === list.cursor || isOver) return [];
  list.cursor = next;
  return [list];
}

/** What is left is for the next visit; a video whose comments are known in part only is said. */
function rememberUnread(notebook: Notebook, unread: readonly CommentList[]): void {
  const memory = memoryOf(notebook);
  if (unread.length === 0) {
    delete memory.unread;
    return;
  }
  memory.unread = unread.slice(0, MOST_LISTS);
  notebook.unfinished = true;
  const isBegun = (list: CommentList) => list.comment !== null || !isUntouched(list);
  if (unread.length > MOST_LISTS || unread.some(isBegun)) {
    notebook.problems.push({ code: "partial", detail: "comments" });
  }
}

/**
 * A row of comments, read page by page: the newest down to those that were read before, then what comes after a place, and
 * the answers that are more than a page shows.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { type CommentList, type CommentReader, type Place, put, taken } from "./comment-places.ts";
import { nextCursor } from "./paged.ts";
import type { Task } from "./tasks.ts";

/** Pages of one row that a visit reads: a usual post has one. */
const PAGES_A_VISIT = 3;
/** The platform lists a comment some time after it was written. */
const LATE_SECONDS = 600;

/** The newest of a post's comments, down to those that were read before. */
export function newestTask(
  reader: CommentReader,
  place: Place,
  after: string | null,
  page: number,
): Task {
  const { desk, list } = reader;
  return {
    ...rowOf(list, place, after),
    left: () => put(reader, { ...place, left: true }),
    next: (body) => {
      readAnswers(reader, place.post, body);
      const next = nextCursor(body);
      const top = desk.now - LATE_SECONDS;
      // all of it was read: nothing to remember
      if (next === null) return [];
      if (objectsOf(body.data).some((one) => (list.writtenAt(one) ?? desk.now) <= place.top)) {
        readOlder(reader, { ...place, top, after: place.after ?? (place.again ? next : null) });
      } else if (page < PAGES_A_VISIT) {
        desk.later.push(newestTask(reader, place, next, page + 1));
      } else put(reader, { post: place.post, thread: null, top, after: next });
      return [];
    },
  };
}

function readOlder(reader: CommentReader, place: Place): void {
  if (place.after === null) put(reader, place);
  else reader.desk.later.push(olderTask(reader, place, 1));
}

/** What comes after a place. */
export function olderTask(reader: CommentReader, place: Place, page: number): Task {
  const { desk, list } = reader;
  return {
    ...rowOf(list, place, place.after),
    left: () => put(reader, place),
    refused: () => {
      desk.notebook.problems.push({ code: "begun_again", detail: "comments" });
      return [];
    },
    next: (body) => {
      if (place.thread === null) readAnswers(reader, place.post, body);
      const after = nextCursor(body);
      if (after === null) readWhole(reader, place);
      else if (page < PAGES_A_VISIT)
        desk.later.push(olderTask(reader, { ...place, after }, page + 1));
      else put(reader, { ...place, top: place.top || desk.now, after });
      return [];
    },
  };
}

function readWhole(reader: CommentReader, place: Place): void {
  // a few pages of answers are read whole each time
  if (place.top === 0) return;
  const { again: _, ...rest } = place;
  put(reader, { ...rest, after: null, ...(reader.list.answers && { again: true }) });
}

/** The answers under comments of a page that are more than the page shows. */
function readAnswers(reader: CommentReader, post: string, body: JsonObject): void {
  if (reader.list.answers === null) return;
  for (const comment of objectsOf(body.data)) {
    const thread = textOf(comment.id);
    const after = nextCursor(objectOf(comment.replies));
    if (thread === null || after === null || reader.begun.has(thread)) continue;
    const place = taken(reader, thread) ?? { post, thread, top: 0, after };
    reader.desk.later.push(olderTask(reader, { ...place, after: place.after ?? after }, 1));
  }
}

type Row = Pick<Task, "of" | "post" | "since" | "until" | "asked" | "path" | "params">;

function rowOf(
  { params, answers }: CommentList,
  { post, thread }: Place,
  after: string | null,
): Row {
  const row = { post, since: null, until: null };
  const from = after === null ? {} : { after };
  if (thread === null) {
    const path = [post, "comments"];
    return { ...row, of: "comments", asked: [], path, params: { ...params, ...from } };
  }
  // whose answers they are
  const asked = [thread];
  const path = [thread, "replies"];
  return { ...row, of: "replies", asked, path, params: { ...answers, ...from } };
}

/**
 * When people commented: a few pages of a post at a visit, the newest first. A longer row is gone through over several
 * visits, from the place in the notebook, and after that only its new end is read. Comments are asked last and never cost
 * a post its figures: what was not asked of them is asked at the next visit.
 */
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { OLDEST_READ_AGAIN, type Seen } from "../../model/visit.ts";
import type { Params } from "./graph.ts";
import { type Desk, nextCursor, type Task, workOff } from "./tasks.ts";

/** How a platform lists comments, the newest first. */
export type CommentList = {
  params: Params;
  writtenAt: (comment: JsonObject) => Instant | null;
  /** Answers stand under their comment, with pages of their own; `null`: in the row, by when they were written. */
  answers: Params | null;
};

/** How far a row of comments, or of one comment's answers (`thread`), has been read. Kept of long ones only. */
type Place = {
  post: string;
  thread: string | null;
  /** Whatever was written up to here has been read, down to `after`; 0: nothing yet. */
  top: Instant;
  /** The cursor of what is still to be read; `null`: nothing. */
  after: string | null;
  /** All was read once: it is gone through again for late answers under old comments, when the post is due. */
  again?: true;
  /** The newest could not be asked. */
  left?: true;
};

export type CommentReader = {
  desk: Desk;
  list: CommentList;
  places: Map<string, Place>;
  /** Posts that will be visited again: of others no place is kept. */
  lasting: Set<string>;
  /** Rows that this visit reads. */
  begun: Set<string>;
};

/** Pages of one row that a visit reads: a usual post has one. */
const PAGES_A_VISIT = 3;
/** Long rows that are remembered. */
const MOST_PLACES = 40;
/** The platform lists a comment some time after it was written. */
const LATE_SECONDS = 600;

export function openComments(desk: Desk, seen: Seen, list: CommentList): CommentReader {
  const lasting = new Set(seen.posts.map(({ external_id }) => external_id));
  const places = placesOf(desk).filter(({ post }) => lasting.has(post));
  const byKey = new Map(places.map((place) => [keyOf(place), place]));
  return { desk, list, places: byKey, lasting, begun: new Set() };
}

const placesOf = ({ notebook: { memory } }: Desk): Place[] =>
  (memory.comments as Place[] | undefined) ?? [];

const keyOf = ({ post, thread }: Place): string => thread ?? post;

const isToCome = ({ after, again, left }: Place): boolean =>
  left === true || (after !== null && !again);

/** The comments of a post that is read now. */
export function commentTasks(reader: CommentReader, post: string, at: Instant | null): Task[] {
  if (at !== null && reader.desk.now - at <= OLDEST_READ_AGAIN) reader.lasting.add(post);
  const nothing = { post, thread: null, top: 0, after: null };
  return [newestTask(reader, taken(reader, post) ?? nothing, null, 1)];
}

/** What earlier visits left, of the posts that are not due now. Call it when those that are have their tasks. */
export function leftCommentTasks(reader: CommentReader): Task[] {
  const left = [...reader.places.values()].filter(isToCome).map(keyOf);
  return left.flatMap((key) => {
    const place = taken(reader, key);
    if (!place) return [];
    return [
      place.thread === null ? newestTask(reader, place, null, 1) : olderTask(reader, place, 1),
    ];
  });
}

/** Reads on where the first pages did not hold everything, and says so when some is left all the same. */
export async function readComments({ desk }: CommentReader): Promise<void> {
  while (desk.later.length > 0) await workOff(desk, desk.later.splice(0));
  if (!placesOf(desk).some(isToCome)) return;
  desk.notebook.unfinished = true;
  desk.notebook.problems.push({ code: "partial", detail: "comments" });
}

/** A row that is being read has no place until it is known where it stops: a refused one begins anew. */
function taken(reader: CommentReader, key: string): Place | null {
  const place = reader.places.get(key);
  reader.begun.add(key);
  reader.places.delete(key);
  save(reader);
  if (!place) return null;
  const { left: _, ...rest } = place;
  return rest;
}

function put(reader: CommentReader, place: Place): void {
  if (!reader.lasting.has(place.post)) return;
  reader.places.set(keyOf(place), place);
  save(reader);
}

/** At once, so that a fault in the middle of the visit loses no place. */
function save({ desk: { notebook }, places }: CommentReader): void {
  const first = [...places.values()].sort((a, b) => Number(isToCome(b)) - Number(isToCome(a)));
  const kept = first.slice(0, MOST_PLACES);
  if (kept.length === 0) delete notebook.memory.comments;
  else notebook.memory.comments = kept;
}

/** The newest of a post's comments, down to those that were read before. */
function newestTask(reader: CommentReader, place: Place, after: string | null, page: number): Task {
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
function olderTask(reader: CommentReader, place: Place, page: number): Task {
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
    const path = `${post}/comments`;
    return { ...row, of: "comments", asked: [], path, params: { ...params, ...from } };
  }
  // whose answers they are
  const asked = [thread];
  const path = `${thread}/replies`;
  return { ...row, of: "replies", asked, path, params: { ...answers, ...from } };
}

/** How far the rows of comments have been read: what the notebook remembers of them between visits. */
import type { JsonObject } from "../../model/json.ts";
import { isPlatformId } from "../../model/platform-id.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Seen } from "../../model/visit.ts";
import type { Params } from "./graph.ts";
import type { Desk } from "./tasks.ts";

/** How a platform lists comments, the newest first. */
export type CommentList = {
  params: Params;
  writtenAt: (comment: JsonObject) => Instant | null;
  /** Answers stand under their comment, with pages of their own; `null`: in the row, by when they were written. */
  answers: Params | null;
};

/** How far a row of comments, or of one comment's answers (`thread`), has been read. Only of long ones it is remembered. */
export type Place = {
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
  /** Posts that will be visited again: of others no place is remembered. */
  lasting: Set<string>;
  /** Rows that this visit reads. */
  begun: Set<string>;
};

/** Long rows that are remembered. */
const MOST_PLACES = 40;

export function openComments(desk: Desk, seen: Seen, list: CommentList): CommentReader {
  const lasting = new Set(seen.posts.map(({ external_id }) => external_id).filter(isPlatformId));
  const places = placesOf(desk).filter(({ post }) => lasting.has(post));
  const byKey = new Map(places.map((place) => [keyOf(place), place]));
  return { desk, list, places: byKey, lasting, begun: new Set() };
}

export const placesOf = ({ notebook: { memory } }: Desk): Place[] =>
  (memory.comments as Place[] | undefined) ?? [];

export const keyOf = ({ post, thread }: Place): string => thread ?? post;

export const isToCome = ({ after, again, left }: Place): boolean =>
  left === true || (after !== null && !again);

/** A row that is being read has no place until it is known where it stops: a refused one begins anew. */
export function taken(reader: CommentReader, key: string): Place | null {
  const place = reader.places.get(key);
  reader.begun.add(key);
  reader.places.delete(key);
  save(reader);
  if (!place) return null;
  const { left: _, ...rest } = place;
  return rest;
}

export function put(reader: CommentReader, place: Place): void {
  if (!reader.lasting.has(place.post)) return;
  reader.places.set(keyOf(place), place);
  save(reader);
}

/** At once, so that a fault in the middle of the visit loses no place. */
function save({ desk: { notebook }, places }: CommentReader): void {
  const first = [...places.values()].sort((a, b) => Number(isToCome(b)) - Number(isToCome(a)));
  const remembered = first.slice(0, MOST_PLACES);
  if (remembered.length === 0) delete notebook.memory.comments;
  else notebook.memory.comments = remembered;
}

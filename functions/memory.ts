/** What a start does so that the first request need not. */

/** The engine's room for young objects, in bytes, in an isolate that has just started. */
const ROOM = 2 * 1024 * 1024;
/** Of the first room a quarter is the start's own by now. */
const ROOMS = 2 - 0.25;
/** Small enough to be put among the young; four bytes each. */
const SLOTS = 1024;

/**
 * V8 copies a young object that is still used twice before it counts as old (v8.dev/blog/trash-talk), and of a start nearly all is
 * used for as long as the isolate lives: a first request waited 3 of its 10 ms for those copies. So much is made here and
 * thrown away that both lie behind the start, and that the room is empty. In a room of another size it is of less use, and
 * costs a start its millisecond.
 * @returns the bytes that were thrown away
 */
export function makeStartOld(): number {
  let bytes = 0;
  while (bytes < ROOMS * ROOM) bytes += new Array(SLOTS).length * 4;
  return bytes;
}

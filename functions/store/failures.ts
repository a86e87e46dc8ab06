/** What the database's own errors mean, told from their words: D1 has no codes for them. */

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "");

/** Refuses writing until somebody makes room, or until another day. */
const FULL =
  /disk is full|SQLITE_FULL|readonly|maximum (DB size|account storage)|(daily|free).*limit|limit.*exceeded/i;

const PASSING =
  /busy|locked|overloaded|time(d )?out|reset|network|connection|too many (api )?requests|too many subrequests|internal error|storage operation/i;

/**
 * What breaks off on the way to the database is the runtime's own error: D1's client catches only what comes back. Of queries too
 * an object has so many for all that it does at a time.
 */
const ON_THE_WAY =
  /^(network connection lost|internal error|too many (api requests|subrequests))\b/i;

const MISSING = /no such (column|table)|has no column/;

/**
 * `passing`: the same again succeeds; a batch is in whole or not at all, and one whose answer was lost may be in. `missing`: a
 * table or column is not there. `null`: not the database's, or a fault of ours.
 */
export function failureOf(error: unknown): "full" | "passing" | "missing" | null {
  const message = messageOf(error);
  if (ON_THE_WAY.test(message)) return "passing";
  if (!message.startsWith("D1_ERROR")) return null;
  if (MISSING.test(message)) return "missing";
  if (FULL.test(message)) return "full";
  return PASSING.test(message) ? "passing" : null;
}

const LOST =
  /NOT NULL constraint failed: (accounts|library)\.version|UNIQUE constraint failed: ((posts|plans|events|notes|targets|trials|imports|looking)\.id|trials\.account|index 'targets_of'|(almanac|short_links|accounts|reports)\.|post_keys)|FOREIGN KEY constraint failed/;

/**
 * A writer that lost the race: read again and derive again. What it wrote for may be erased since, or the zone another by
 * which it derived.
 */
export const lostTheRace = (error: unknown): boolean => LOST.test(messageOf(error));

/** The same piece of a file was sent twice at once, and the other one got in. */
export const isTwice = (error: unknown): boolean =>
  /UNIQUE constraint failed: import_parts/.test(messageOf(error));

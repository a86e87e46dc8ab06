/** What Cloudflare's free plan allows, and when it is worth a word. */

/** A database, in bytes. */
export const MOST_BYTES = 500_000_000;
/** Rows written a day (UTC). */
export const MOST_WRITTEN = 100_000;

/** What a row of a file comes to in rows of the database: a new post with its names, figures and what is said of it. */
export const WRITTEN_A_ROW = 7;

/** What else comes in on a day needs some of its rows. */
const FOR_A_FILE = 0.9;

/**
 * How many rows of a file the rest of the day has room for; `null`: for all of them.
 * @param written rows that were written today
 */
export function rowsToday(rows: number, written: number): number | null {
  const left = Math.floor((FOR_A_FILE * MOST_WRITTEN - written) / WRITTEN_A_ROW);
  return rows <= left ? null : Math.max(0, left);
}

/** From here on the admin is warned. */
const SCARCE = 0.8;

export const isScarce = ({ bytes, written }: { bytes: number; written: number }): boolean =>
  bytes >= SCARCE * MOST_BYTES || written >= SCARCE * MOST_WRITTEN;

/** What Cloudflare's plan allows, and when it is worth a word. */

/** By the var PLAN: what deciding needs of it. */
export type CloudflarePlan = {
  /** A database, in bytes. */
  bytes: number;
  /** Rows written a day (UTC); of the paid plan a day's part of the fifty million that its month includes. */
  written: number;
  /** How many slices of a large work one invocation may do: each is some twenty queries. */
  slices: number;
  /** Is an invocation of the Worker too short for much, so that it is done in the workroom? */
  workroom: boolean;
};

export const FREE: CloudflarePlan = {
  bytes: 500_000_000,
  written: 100_000,
  slices: 1,
  workroom: true,
};
export const PAID: CloudflarePlan = {
  bytes: 10_000_000_000,
  written: 1_600_000,
  slices: 10,
  workroom: false,
};

/** Whatever else is written there is no plan, and the free one's limits are right on both. */
export const planOf = (named: string | undefined): CloudflarePlan =>
  named?.trim().toLowerCase() === "paid" ? PAID : FREE;

/** What a row of a file comes to in rows of the database: a new post with its names, figures and what is said of it. */
export const WRITTEN_A_ROW = 7;

/** What else comes in on a day needs some of its rows. */
const FOR_A_FILE = 0.9;

/**
 * How many rows of a file the rest of the day has room for; `null`: for all of them.
 * @param written rows that were written today
 * @param most of how many
 */
export function rowsToday(rows: number, written: number, most: number): number | null {
  const left = Math.floor((FOR_A_FILE * most - written) / WRITTEN_A_ROW);
  return rows <= left ? null : Math.max(0, left);
}

/** From here on the admin is warned. */
const SCARCE = 0.8;

export const isScarce = (
  { bytes, written }: { bytes: number; written: number },
  plan: CloudflarePlan,
): boolean => bytes >= SCARCE * plan.bytes || written >= SCARCE * plan.written;

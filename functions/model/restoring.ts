/** Where putting a backup back stands, as the library's row keeps it. */
import type { Counts } from "./backup.ts";

export type Restoring = {
  /** `taking`: pieces come in; `deriving`: all are in, and what is derived is made anew; `leaving`: it was given up. */
  state: "taking" | "deriving" | "leaving";
  /** Pieces that are in, and the check of the last one. */
  next: number;
  last: string;
  /** Rows that are in, and of how many. */
  rows: number;
  of: number;
  /** The library's name in the backup, and when that was made. */
  library: string;
  made_at: string;
  /** Deriving anew was begun. */
  begun: boolean;
};

/** What is said of it to whoever asks. */
export type RestoreAnswer = {
  /** `unused`: an installation into which a backup may go; `in_use`: one that has a library. */
  state: "unused" | "in_use" | Restoring["state"];
  next: number;
  last: string | null;
  rows: number;
  of: number;
  /** Of deriving anew: falls to 0. */
  remaining: number;
  done: boolean;
  /** The day's share of written rows is spent: it goes on after midnight UTC. */
  waits: boolean;
};

export const restoringOf = (text: string | null): Restoring | null =>
  text === null ? null : (JSON.parse(text) as Restoring);

/** In hundredths; the last of them are deriving. */
export function restoredPercent({ state, rows, of }: Restoring): number {
  const TAKING = 95;
  if (state === "deriving") return TAKING;
  return of === 0 ? 0 : Math.floor((TAKING * rows) / of);
}

/** Of a day's rows, so much for restoring: logins and what restoring notes of itself need some too. */
export const RESTORE_SHARE = 0.95;

/** Deriving writes about so many rows for each post: itself, its months, and what it gained by day. Measured: six. */
const DERIVED_A_POST = 7;

/**
 * What a backup's rows come to in rows as D1 bills them.
 * @param writes what is billed for a row of each table
 */
export const restoreWrites = (counts: Counts, writes: Readonly<Record<string, number>>): number =>
  Object.entries(counts).reduce((sum, [table, rows]) => sum + rows * (writes[table] ?? 1), 0) +
  DERIVED_A_POST * (counts.posts ?? 0);

/** On how many days (UTC) it goes in, counting from one on which nothing was written. */
export const restoreDays = (writes: number, aDay: number): number =>
  Math.max(1, Math.ceil(writes / (RESTORE_SHARE * aDay)));

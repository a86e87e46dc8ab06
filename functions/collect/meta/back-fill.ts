/** How far back an account's posts and days have been read. */
import type { Instant } from "../../model/snapshot.ts";

/**
 * How far it has come. `after`: the cursor of the next page of posts, `null` when there is none left. `gap`: only
 * up to what is known, after a long silence. `again`: the list was begun again from the newest, so that known posts are
 * passed on the way. `days`: the end of the next stretch of days, `null` when they are all there. `days_from`: how far
 * back days are read, left out: as far as the platform offers them.
 */
export type BackFill = {
  after: string | null;
  gap: boolean;
  again?: true;
  days: Instant | null;
  days_from?: Instant;
};

/** `null` when the back-fill is done; at the first contact everything is still to come. */
export function readCursor(cursor: string | null, now: Instant): BackFill | null {
  if (cursor === null) return null;
  if (cursor === "") return { after: null, gap: false, days: now };
  return JSON.parse(cursor) as BackFill;
}

export const writeCursor = (fill: BackFill): string | null =>
  fill.after === null && fill.days === null ? null : JSON.stringify(fill);

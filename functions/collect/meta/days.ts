/** Which of an account's days are still to be read, beyond the newest, which are renewed a few times a day. */
import { SECONDS_A_DAY } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import { isRefused, type Notebook } from "../notebook.ts";
import { type BackFill, writeCursor } from "./back-fill.ts";

/** The platform renews its days about once a day. */
const DAYS_AGAIN = 6 * 3600;
/** A day's figures are final so long after its end. */
const SETTLED = 2 * SECONDS_A_DAY;

const daysAt = ({ memory: { days_at } }: Notebook): Instant | null =>
  typeof days_at === "number" ? days_at : null;

export const daysAreDue = (notebook: Notebook, now: Instant): boolean =>
  now - (daysAt(notebook) ?? 0) >= DAYS_AGAIN;

/**
 * The back-fill with the days that nobody read: after an outage, or a time without the permission, those since days were
 * last read; all that the platform offers when it is not known when that was, as after the account was connected anew.
 *
 * @param usual how far back the newest days reach that are read anyway, in seconds
 */
export function withMissedDays(
  fill: BackFill | null,
  notebook: Notebook,
  now: Instant,
  usual: number,
): BackFill | null {
  const at = daysAt(notebook);
  if (at !== null && at - SETTLED >= now - usual) return fill;
  const { days_from, ...rest } = fill ?? { after: null, gap: false, days: null };
  if (at === null) return { ...rest, days: now };
  // one that is under way reaches further back
  if (rest.days !== null) return { ...rest, days: now, ...(days_from && { days_from }) };
  return { ...rest, days: now, days_from: at - SETTLED };
}

/**
 * Notes how far days were read.
 *
 * @param kinds the answers that are about days
 * @param asked the back-fill with which the visit began
 * @param read the back-fill when all that was asked of it was answered
 */
export function noteDays(
  notebook: Notebook,
  now: Instant,
  kinds: readonly string[],
  asked: BackFill | null,
  read: BackFill | null,
): void {
  const { memory, problems } = notebook;
  if (kinds.every((of) => isRefused(notebook, of))) {
    // without the permission nothing is left to fetch; once it is there, all that was not read is missed
    if (asked && asked.days !== null) memory.days_at = asked.days_from && asked.days_from + SETTLED;
    notebook.cursor = asked && writeCursor({ ...asked, days: null });
    return;
  }
  const isMissing = problems.some(
    ({ code, detail }) => code === "partial" && kinds.includes(detail ?? ""),
  );
  if (!isMissing && daysAreDue(notebook, now)) memory.days_at = now;
  const left = isMissing ? asked : read;
  notebook.cursor = left && writeCursor(left);
}

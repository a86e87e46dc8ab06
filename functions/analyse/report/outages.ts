/** The days on which nobody read an account that is collected. */
import { addDays, daysBetween, type Period } from "../../model/day.ts";
import type { Day } from "../../model/snapshot.ts";
import { unseenDays } from "../unseen-days.ts";

/** Whoever types figures does not do it three days running; a collector reads every day. */
const COLLECTED_DAYS = 3;

/**
 * @param days what is known of the account, of the month and the one before, oldest first. A follower count is read on its
 * day and never afterwards; other figures of a day a platform tells later too
 * @param connected the day from which on its credentials hold; what was read day by day before counts too, since connecting
 * anew moves it. `null`: nobody collects it
 * @param last the last day that is over
 */
export function outages(
  days: readonly { date: Day; followers: number | null }[],
  { from, to }: Period,
  connected: Day | null,
  last: Day,
): Period[] {
  if (connected === null) return [];
  const read = days.filter(({ followers }) => followers !== null).map(({ date }) => date);
  const begun = collectedFrom(read);
  const first = begun !== null && begun < connected ? begun : connected;
  const start = first > from ? first : from;
  const end = last < to ? last : to;
  if (start > end) return [];
  return joined(unseenDays(addDays(start, -1), addDays(end, 1), read));
}

/** The first of the days that were read one after the other. */
function collectedFrom(read: readonly Day[]): Day | null {
  const at = read.findIndex(
    (day, index) => read[index + COLLECTED_DAYS - 1] === addDays(day, COLLECTED_DAYS - 1),
  );
  return read[at] ?? null;
}

const joined = (days: readonly Period[]): Period[] => {
  const spans: Period[] = [];
  for (const day of days) {
    const open = spans.at(-1);
    if (open && daysBetween(open.to, day.from) === 1) open.to = day.to;
    else spans.push({ ...day });
  }
  return spans;
};

/** The day rows that a change leads to, from the rows as they stand. */
import type { GainsByDay } from "../../analyse/gains.ts";
import { addGains, emptyDaily, type Gains, NO_GAINS } from "../../model/daily.ts";
import { DAY_METRICS } from "../../model/metric.ts";
import type { Day } from "../../model/snapshot.ts";
import { type DayKey, type DayRow, sameDay } from "../../store/days.ts";
import type { AccountChange } from "./derive-account.ts";

/** What is said of an account's days. `rebuilt`: the part of the gains that belongs to posts already derived anew. */
export type DaysChange = {
  account_id: number;
  followers: AccountChange["followers"];
  platformDays: AccountChange["platformDays"];
  gains: GainsByDay;
  rebuilt: GainsByDay;
};

/** The sum of several posts' gains. */
export function addGainsByDay(sum: GainsByDay, more: GainsByDay): void {
  for (const [day, gains] of more) sum.set(day, addGains(sum.get(day) ?? NO_GAINS, gains));
}

export const touchedDays = (changes: readonly DaysChange[]): DayKey[] =>
  changes.flatMap(({ account_id, followers, platformDays, gains, rebuilt }) =>
    [
      ...new Set([...followers.keys(), ...platformDays.keys(), ...gains.keys(), ...rebuilt.keys()]),
    ].map((date) => ({
      account_id,
      date,
    })),
  );

/** @param stored the rows of `touchedDays`; a day without one is empty */
export function deriveDays(
  changes: readonly DaysChange[],
  stored: readonly DayRow[],
): { save: DayRow[]; remove: DayKey[] } {
  const rows = new Map(stored.map((row) => [`${row.account_id} ${row.date}`, row]));
  const save: DayRow[] = [];
  const remove: DayKey[] = [];
  for (const change of changes) {
    for (const key of touchedDays([change])) {
      const before = rows.get(`${key.account_id} ${key.date}`) ?? null;
      const after = dayAfter(
        before ?? { ...emptyDaily(key.account_id, key.date), rebuilt: null },
        change,
      );
      if (isEmpty(after)) {
        if (before) remove.push(key);
      } else if (!before || !sameDay(before, after)) save.push(after);
    }
  }
  return { save, remove };
}

function dayAfter(row: DayRow, change: DaysChange): DayRow {
  const next: DayRow = { ...row };
  const followers = change.followers.get(row.date);
  if (followers !== undefined) next.followers = followers;
  const said = change.platformDays.get(row.date);
  if (said) {
    for (const metric of DAY_METRICS) next[metric] = said[metric];
    next.platform_time_zone = said.time_zone;
  }
  next.gains = plus(row.gains, change.gains, row.date);
  next.rebuilt = plus(row.rebuilt, change.rebuilt, row.date);
  return next;
}

/** No gains at all are `null`, so that a day whose posts are gone can go too. */
function plus(gains: Gains | null, more: GainsByDay, date: Day): Gains | null {
  const added = more.get(date);
  if (!added) return gains;
  const sum = addGains(gains ?? NO_GAINS, added);
  return sum.some((value) => value !== 0) ? sum : null;
}

const isEmpty = (row: DayRow): boolean =>
  row.followers === null &&
  row.gains === null &&
  row.rebuilt === null &&
  DAY_METRICS.every((metric) => row[metric] === null);

/** Which accounts are silent beyond their own rhythm, as far as anybody looked. */
import { isChoice } from "../../analyse/account-period.ts";
import type { Silence } from "../../analyse/notices.ts";
import { quietSpells, SHORTEST_SILENCE } from "../../analyse/quiet.ts";
import { addDays, calendarOf, daysBetween, isoInstant, SECONDS_A_DAY } from "../../model/day.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { listKnownDays, listLastPosts, listPostTimes } from "../../store/rhythm.ts";

/** Whoever was read longer ago may have posted since: nobody knows. */
const FRESH_DAYS = 2;

export async function silences(
  db: D1Database,
  accounts: readonly AccountRow[],
  now: Instant,
  time_zone: string,
): Promise<Silence[]> {
  const dayOf = calendarOf(time_zone);
  const today = dayOf(now);
  const seen = accounts.filter(
    ({ last_read_at, ...account }) =>
      !isChoice(account) &&
      last_read_at !== null &&
      daysBetween(dayOf(last_read_at), today) <= FRESH_DAYS,
  );
  const last = await listLastPosts(
    db,
    seen.map(({ id }) => id),
  );
  const quiet = last.filter(
    (
      { published_at }, // no shorter gap is ever unusual, so nothing more is read of whoever posted since
    ) => daysBetween(dayOf(published_at), today) >= SHORTEST_SILENCE,
  );
  const found = await Promise.all(
    quiet.map(async ({ account_id, published_at }): Promise<Silence[]> => {
      const from = dayOf(published_at);
      const [times, known] = await Promise.all([
        listPostTimes(db, account_id),
        listKnownDays(db, account_id, from),
      ]);
      const spells = quietSpells(times.map(isoInstant), {
        time_zone,
        // today is not over
        now: isoInstant(now - SECONDS_A_DAY),
        closed: unknownDays(from, today, known),
      });
      return spells
        .filter(({ to }) => to === null)
        .map(({ usual_days, by_chance_every_weeks }) => ({
          kind: "silence",
          account_id,
          from,
          usual_days: rounded(usual_days),
          by_chance_every_weeks: Math.round(by_chance_every_weeks),
        }));
    }),
  );
  return found.flat();
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** A day of which nothing is known was not looked at: the collector was down, and it is no silence. */
function unknownDays(after: Day, before: Day, known: readonly Day[]): { from: Day; to: Day }[] {
  const seen = new Set(known);
  const days = Array.from({ length: Math.max(0, daysBetween(after, before) - 1) }, (_, index) =>
    addDays(after, index + 1),
  );
  return days.filter((day) => !seen.has(day)).map((day) => ({ from: day, to: day }));
}

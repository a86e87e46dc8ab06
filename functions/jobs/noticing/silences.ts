/** Which accounts are silent beyond their own rhythm, as far as anybody looked. */
import { isChoice } from "../../analyse/account-period.ts";
import type { Silence } from "../../analyse/notices.ts";
import { quietSpells, SHORTEST_SILENCE } from "../../analyse/quiet.ts";
import { unseenDays } from "../../analyse/unseen-days.ts";
import { standingIn } from "../../model/account.ts";
import { isFresh } from "../../model/aliveness.ts";
import { calendarOf, daysBetween, isoInstant, SECONDS_A_DAY } from "../../model/day.ts";
import { closedDays } from "../../model/note.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type AccountRow, listParked } from "../../store/accounts.ts";
import { listLeftOut } from "../../store/notes.ts";
import { listKnownDays, listLastPosts, listPostTimes } from "../../store/rhythm.ts";

/** So far back its rhythm is asked for: sixty gaps of whoever posts once a week. */
const RHYTHM_SECONDS = 425 * SECONDS_A_DAY;

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
      !isChoice(account) && last_read_at !== null && isFresh(dayOf(last_read_at), today),
  );
  const last = await listLastPosts(
    db,
    seen.map(({ id }) => id),
  );
  // no shorter gap is ever unusual, so nothing more is read of whoever posted since
  const quiet = last
    .map(({ account_id, published_at }) => ({
      account_id,
      from: dayOf(published_at),
      since: published_at - RHYTHM_SECONDS,
    }))
    .filter(({ from }) => daysBetween(from, today) > SHORTEST_SILENCE);
  if (quiet.length === 0) return [];
  const [times, known, noted, parked] = await Promise.all([
    listPostTimes(db, quiet),
    listKnownDays(db, quiet),
    listLeftOut(db),
    listParked(db),
  ]);
  const notes = noted.map((note) => ({ ...note, accounts: standingIn(parked, note.accounts) }));
  return quiet.flatMap(({ account_id, from }): Silence[] => {
    const own = (row: { account_id: number }) => row.account_id === account_id;
    const spells = quietSpells(
      times.filter(own).map(({ published_at }) => isoInstant(published_at)),
      {
        time_zone,
        // today is not over
        now: isoInstant(now - SECONDS_A_DAY),
        closed: [
          ...closedDays(notes, account_id, { from: dayOf(now - RHYTHM_SECONDS), to: today }),
          ...unseenDays(
            from,
            today,
            known.filter(own).map(({ date }) => date),
          ),
        ],
      },
    );
    return spells
      .filter(({ to }) => to === null)
      .map(({ usual_days, by_chance_every_weeks }) => ({
        kind: "silence",
        account_id,
        from,
        usual_days: rounded(usual_days),
        by_chance_every_weeks: Math.round(by_chance_every_weeks),
      }));
  });
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/**
 * What closing a change asks of the database first, asked while the change is still being found out: a round trip instead
 * of three. What turns out to be needed beyond it is asked then.
 */
import { calendarOf } from "../../model/day.ts";
import type { KnownStreak } from "../../model/streak.ts";
import { type CountsAround, listFollowersAtNew } from "../../store/account-readings.ts";
import type { Footing } from "../../store/accounts.ts";
import { listAround } from "../../store/around.ts";
import { type DayKey, type DayRow, listDays } from "../../store/days.ts";
import type { NormRow } from "../../store/norms.ts";
import { type Growth, listGrowth } from "../../store/post-readings.ts";
import { listToJudge } from "../../store/to-judge.ts";
import { GROWN_SECONDS } from "../judging/learn-half-age.ts";
import { type AroundAtHand, weekAround } from "../matching/around.ts";
import type { Group } from "./group-by-account.ts";
import { postKeys } from "./identity.ts";

/** Of the accounts of a change, those that are stored. */
export type AtHand = {
  norms: NormRow[];
  /** Those that a judgement from where the last one can be taken up may change. */
  streaks: KnownStreak[];
  /** Of the posts that are next to tell how fast counts grow. */
  growth: Growth[];
  /** Of when the posts were published that are not known yet. */
  counts: CountsAround[];
  /** What of the library's week lies around the posts that are told of. */
  around: AroundAtHand | null;
  /** The days on which something was read, or is told of. */
  days: { keys: DayKey[]; rows: DayRow[] };
};

const NOTHING_AT_HAND: AtHand = {
  norms: [],
  streaks: [],
  growth: [],
  counts: [],
  around: null,
  days: { keys: [], rows: [] },
};

export async function atHand(
  db: D1Database,
  groups: readonly Group[],
  { to_learn }: Pick<Footing, "to_learn">,
  time_zone: string,
): Promise<AtHand> {
  const known = groups.filter(({ stored }) => stored);
  if (known.length === 0) return NOTHING_AT_HAND;
  const ids = known.map(({ account }) => account.id);
  const dayOf = calendarOf(time_zone);
  const keys = known.flatMap(({ account, snapshots }) => {
    const dates = snapshots.flatMap(({ snapshot }) => [
      dayOf(snapshot.read_at),
      ...snapshot.days.map(({ date }) => date),
    ]);
    return [...new Set(dates)].map((date) => ({ account_id: account.id, date }));
  });
  const grown = known.flatMap(({ account, snapshots }) => {
    const next = to_learn.get(account.id);
    const newest = Math.max(...snapshots.map(({ snapshot }) => snapshot.read_at));
    return next && next.published_at <= newest - GROWN_SECONDS ? [next.id] : [];
  });
  const told = known.flatMap(({ account, snapshots }) =>
    snapshots.flatMap(({ snapshot }) =>
      snapshot.posts.map((post) => ({
        account_id: account.id,
        at: post.published_at,
        keys: postKeys(account, post),
      })),
    ),
  );
  // an account that is new has no plan yet, but events are everybody's
  const places = groups.flatMap(({ account, snapshots }) =>
    snapshots.flatMap(({ snapshot }) =>
      snapshot.posts.map(({ published_at: at }) => ({ account_id: account.id, at })),
    ),
  );
  const asked = places.length === 0 ? null : weekAround(places, time_zone);
  const [{ norms, streaks }, growth, counts, found, rows] = await Promise.all([
    listToJudge(db, ids),
    grown.length === 0 ? [] : listGrowth(db, grown),
    told.length === 0 ? [] : listFollowersAtNew(db, told),
    asked && listAround(db, asked),
    listDays(db, keys),
  ]);
  return {
    norms,
    streaks,
    growth,
    counts,
    around: asked && found && { asked, found },
    days: { keys, rows },
  };
}

/** The rows of these days, asked of the database as far as they are not at hand. */
export async function daysOf(
  db: D1Database,
  wanted: readonly DayKey[],
  { days } = NOTHING_AT_HAND,
): Promise<DayRow[]> {
  const keyOf = ({ account_id, date }: DayKey) => `${account_id} ${date}`;
  const there = new Set(days.keys.map(keyOf));
  const more = wanted.filter((key) => !there.has(keyOf(key)));
  return more.length === 0 ? days.rows : [...days.rows, ...(await listDays(db, more))];
}

/**
 * What closing a change asks of the database first, asked while the change is still being found out: a round trip instead
 * of three. What turns out to be needed beyond it is asked then.
 */
import { calendarOf } from "../../model/day.ts";
import type { Day } from "../../model/snapshot.ts";
import type { KnownStreak } from "../../model/streak.ts";
import { type CountsAround, listFollowersAtNew } from "../../store/account-readings.ts";
import type { Footing } from "../../store/accounts.ts";
import { type DayKey, type DayRow, listDays } from "../../store/days.ts";
import { listNorms, type NormRow } from "../../store/norms.ts";
import { findAround } from "../../store/plans.ts";
import { type Growth, listGrowth } from "../../store/post-readings.ts";
import { listStreaksToJudge } from "../../store/streaks.ts";
import { GROWN_SECONDS } from "../judging/learn-half-age.ts";
import { eventsAround, type Uneventful } from "../matching/linked-posts.ts";
import { daysAround } from "../matching/match-anew.ts";
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
  /** Days around the posts that are told of, where nothing is planned on any of them. */
  unplanned: { from: Day; to: Day } | null;
  /** A stretch around them in which no event lies. */
  uneventful: Uneventful | null;
  /** The days on which something was read, or is told of. */
  days: { keys: DayKey[]; rows: DayRow[] };
};

const NOTHING_AT_HAND: AtHand = {
  norms: [],
  streaks: [],
  growth: [],
  counts: [],
  unplanned: null,
  uneventful: null,
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
  const around = told.length === 0 ? null : daysAround(told, time_zone);
  const stretch = told.length === 0 ? null : eventsAround(told.map(({ at }) => at));
  const [norms, streaks, growth, counts, found, rows] = await Promise.all([
    listNorms(db, ids),
    listStreaksToJudge(db, ids),
    grown.length === 0 ? [] : listGrowth(db, grown),
    told.length === 0 ? [] : listFollowersAtNew(db, told),
    around && stretch && findAround(db, around, stretch),
    listDays(db, keys),
  ]);
  return {
    norms,
    streaks,
    growth,
    counts,
    unplanned: found?.planned ? null : around,
    uneventful: !found || !stretch || found.near ? null : { ...stretch, any: found.any },
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

import type { DayMetric } from "./metric.ts";
import type { Day } from "./snapshot.ts";

/**
 * What an account's posts gained on one day, ready to be added up over posts: for each daily counter the sum of the
 * known gains and how many posts' gains are known; then how many posts lack one of likes, comments and shares; then
 * how many had a counter that fell.
 */
export type Gains = [
  likes: number,
  likes_known: number,
  comments: number,
  comments_known: number,
  shares: number,
  shares_known: number,
  saves: number,
  saves_known: number,
  partial: number,
  fell: number,
];

export const NO_GAINS: Gains = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/** `a` with `b` added `times` over: 1 adds, −1 takes away. */
export const addGains = (a: Gains, b: Gains, times = 1): Gains =>
  a.map((value, index) => value + times * (b[index] ?? 0)) as Gains;

/** An account's day: `null` is unknown. A day without any of it has no row. */
export type Daily = Record<DayMetric, number | null> & {
  account_id: number;
  date: Day;
  /** The last reading of the day. */
  followers: number | null;
  /** The zone of the platform's own daily figures; `null`: the library's. */
  platform_time_zone: string | null;
  gains: Gains | null;
};

export const emptyDaily = (account_id: number, date: Day): Daily => ({
  account_id,
  date,
  followers: null,
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
  platform_time_zone: null,
  gains: null,
});

/** What a day's gains say: the sum of the known gains, `null` when none is known. */
export function gained(gains: Gains | null) {
  if (!gains) return NOTHING_GAINED;
  const [likes, l, comments, c, shares, s, saves, v, partial, fell] = gains;
  return {
    likes: l ? likes : null,
    comments: c ? comments : null,
    shares: s ? shares : null,
    saves: v ? saves : null,
    interactions: l || c || s ? likes + comments + shares : null,
    interactions_partial: partial > 0,
    fell: fell > 0,
  };
}

const NOTHING_GAINED = {
  likes: null,
  comments: null,
  shares: null,
  saves: null,
  interactions: null,
  interactions_partial: false,
  fell: false,
};

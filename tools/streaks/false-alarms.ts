/** Accounts where nothing is wrong: every flag is false. */
import { falseAlarmEvery } from "../../functions/analyse/chance.ts";
import { type SeenPost, weakStreaks } from "../../functions/analyse/streaks.ts";
import { type DrawnAccount, drawAccount, type Trap } from "./account.ts";
import { random } from "./random.ts";
import { interval, perHundred } from "./rates.ts";
import type { Rival } from "./rivals.ts";
import { alarms, type Look, openings, rankCusum, watched } from "./watch.ts";

/** Posts an account has before it is watched, and while it is. */
const HISTORY = 40;
const WATCHED = 70;

export const quietAccounts = (count: number, seed: number, trap?: Trap): DrawnAccount[] =>
  Array.from({ length: count }, (_, index) =>
    drawAccount(random(seed * 10_000 + index), HISTORY + WATCHED, trap ? { trap } : {}),
  );

/** Flags and the share of time flagged. */
export type Raised = { flags: number; posts: number; time: number };

function sum(series: readonly boolean[][]): Raised {
  const posts = series.reduce((total, flags) => total + flags.length, 0);
  const on = series.reduce((total, flags) => total + flags.filter((flag) => flag).length, 0);
  return {
    flags: series.reduce((total, flags) => total + openings(flags), 0),
    posts,
    time: on / posts,
  };
}

export const raisedByRank = (
  accounts: readonly DrawnAccount[],
  threshold: number,
  look: Look = "before_next",
): Raised =>
  sum(
    accounts.map((account) =>
      watched(account, rankCusum(threshold), HISTORY, HISTORY + WATCHED, look),
    ),
  );

/** All of a rival's alarms at once, so that many limits can be tried on them. */
export const traces = (accounts: readonly DrawnAccount[], rival: Rival): number[][] =>
  accounts.map((account) => alarms(account, rival, HISTORY, HISTORY + WATCHED));

export const raisedByRival = (traced: readonly number[][], limit: number): Raised =>
  sum(traced.map((values) => values.map((value) => value >= limit)));

/** The lowest limit that raises at most `target` false flags per 100 posts; some rules have none: then the best they can. */
export function calibrated(traced: readonly number[][], target: number): number {
  const values = [...new Set(traced.flat())].filter(Number.isFinite).sort((a, b) => a - b);
  const rateAt = (limit: number) => {
    const { flags, posts } = raisedByRival(traced, limit);
    return (100 * flags) / posts;
  };
  // above the limit at which a rule is flagged half of the time, fewer flags mean fewer false ones
  let low = Math.floor(values.length / 2);
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rateAt(values[middle] ?? 0) <= target) high = middle;
    else low = middle + 1;
  }
  return values[low] ?? Number.POSITIVE_INFINITY;
}

export const said = ({ flags, posts }: Raised): string => interval(perHundred(flags, posts));

/**
 * The printed chance figure against what happens: posts between flags when posts are independent draws, whatever their
 * distribution. Its ratio to the figure at the threshold is what the README promises.
 */
export function chanceCheck(threshold: number, posts: number, seed: number) {
  const { normal } = random(seed);
  const drawn: SeenPost<number>[] = Array.from({ length: posts }, (_, id) => ({
    id,
    published_at: 1_000_000_000 + id * 86_400,
    format: "image",
    interactions: Math.round(10_000 * Math.exp(normal())),
    followers: null,
    age_hours: 1000,
  }));
  const streaks = weakStreaks(drawn, { platform: "instagram", threshold });
  const printed = falseAlarmEvery(threshold);
  const measured = posts / streaks.length;
  return { threshold, printed, measured, ratio: measured / printed };
}

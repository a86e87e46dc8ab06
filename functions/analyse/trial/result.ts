/**
 * The end of a trial, by what was decided before it began. What went out is compared by its lot, whether it kept to it or not
 * (intention to treat): whoever is moved to the other hour is moved for a reason, and leaving those out would compare
 * reasons. Where too little was kept, it says nothing; where no lots could have shown a difference, that it cannot tell.
 */
import { weekOf } from "../../model/day.ts";
import {
  type DrawnLot,
  isKeptEnough,
  type OfSides,
  type Side,
  type TrialFields,
  type TrialProgress,
  type TrialResult,
} from "../../model/trial.ts";
import { logInteractions } from "../log-interactions.ts";
import { alignedScores } from "./aligned-scores.ts";
import { ALPHA, couldDiffer, trialBar, trialChance, waysOf } from "./by-lot.ts";
import { isComparable, isKept } from "./kept.ts";
import { extentOf, trialSeenFrom } from "./power.ts";
import { shiftOf, sizeOf, sumOf } from "./shift.ts";
import { weeksOf } from "./weeks.ts";

type Judged = Pick<TrialFields, "kind" | "a" | "b"> & { power: { noise: number } };

export function trialResult(trial: Judged, lots: readonly DrawnLot[], zone: string): TrialResult {
  const out = lots.flatMap(({ post, ...lot }) => (post ? [{ ...lot, post }] : []));
  const comparable = out.filter(({ post }) => isComparable(post));
  const kept = bySide(comparable.filter(({ post, ...lot }) => isKept(trial, lot, post, zone)));
  const drawn = bySide(lots);
  const weeks = weeksOf(
    comparable.map(({ on, side, post }) => ({
      week: weekOf(on),
      side,
      post: post.id,
      log: logInteractions(post.interactions ?? 0),
    })),
  );
  const of = (side: Side) => weeks.posts.filter((one) => one.side === side);
  const counted = {
    method: 2,
    drawn,
    published: bySide(out),
    kept,
    compared: bySide(weeks.posts),
    posts: { a: of("a").map(({ post }) => post), b: of("b").map(({ post }) => post) },
  } as const;
  const nothing = { ...counted, size: null, chance: null, seen_from: null } as const;
  if (!isKeptEnough(counted)) return { ...nothing, verdict: "not_kept" };

  const scores = alignedScores(
    Float64Array.from(weeks.posts, ({ log }) => log),
    weeks,
  );
  const ways = waysOf(scores, weeks);
  // few weeks have both, or in most all posts drew as many
  if (!couldDiffer(ways)) return { ...nothing, verdict: "cannot_tell" };
  const { sum, deviation } = sumOf(scores, weeks);
  const chance = trialChance(sum, ways);
  const differs = chance <= ALPHA;
  const better = sum < 0 ? "b" : "a";
  return {
    ...counted,
    verdict: differs ? "differs" : "not_shown",
    size: sizeOf(shiftOf(weeks, trialBar(ways) / deviation), differs ? better : null),
    chance,
    seen_from: Math.round(1000 * trialSeenFrom(trial.power.noise, extentOf(weeks))) / 1000,
  };
}

/** While it runs: how many are over, went out, and kept to it. No figure: who looks early stops when chance smiles. */
export function trialProgress(
  trial: Pick<TrialFields, "kind" | "a" | "b">,
  lots: readonly DrawnLot[],
  { zone, today }: { zone: string; today: string },
): TrialProgress {
  const out = lots.flatMap(({ post, ...lot }) => (post ? [{ ...lot, post }] : []));
  return {
    drawn: lots.length,
    over: lots.filter(({ on, post }) => post !== null || on < today).length,
    published: out.length,
    kept: out.filter(({ post, ...lot }) => isKept(trial, lot, post, zone)).length,
  };
}

const bySide = (of: readonly { side: Side }[]): OfSides => ({
  a: of.filter(({ side }) => side === "a").length,
  b: of.filter(({ side }) => side === "b").length,
});

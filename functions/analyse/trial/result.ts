/**
 * The end of a trial, by what was decided before it began. What went out is compared by its lot, whether it kept to it or not
 * (intention to treat): whoever is moved to the other hour is moved for a reason, and leaving those out would compare
 * reasons. Where too little was kept, it says nothing.
 */
import { weekOf } from "../../model/day.ts";
import type {
  DrawnLot,
  OfSides,
  Side,
  TrialFields,
  TrialProgress,
  TrialResult,
} from "../../model/trial.ts";
import { alignedScores } from "./aligned-scores.ts";
import { ALPHA, barOf, chanceOf, couldDiffer, waysOf } from "./by-lot.ts";
import { isComparable, isKept } from "./kept.ts";
import { logOf } from "./noise.ts";
import { extentOf, seenFrom } from "./power.ts";
import { shiftOf, sumOf } from "./shift.ts";
import { weeksOf } from "./weeks.ts";

/** Of each side so much has to have gone out as it was drawn: where a third never did, the rest is a choice. */
const KEPT_SHARE = 0.75;

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
      log: logOf(post.interactions ?? 0),
    })),
  );
  const of = (side: Side) => weeks.posts.filter((one) => one.side === side);
  const counted = {
    method: 1,
    drawn,
    published: bySide(out),
    kept,
    compared: bySide(weeks.posts),
    posts: { a: of("a").map(({ post }) => post), b: of("b").map(({ post }) => post) },
  } as const;
  const nothing = {
    ...counted,
    verdict: "not_kept",
    size: null,
    chance: null,
    seen_from: null,
  } as const;
  if (kept.a < KEPT_SHARE * drawn.a || kept.b < KEPT_SHARE * drawn.b) return nothing;

  const scores = alignedScores(
    Float64Array.from(weeks.posts, ({ log }) => log),
    weeks,
  );
  const { sum, deviation } = sumOf(scores, weeks);
  const seen_from = rounded(seenFrom(trial.power.noise, extentOf(weeks)));
  // all alike, and that is an answer
  if (!(deviation > 0)) return { ...counted, verdict: "alike", size: null, chance: 1, seen_from };
  const ways = waysOf(scores, weeks);
  if (!couldDiffer(ways)) return nothing;
  const chance = chanceOf(sum, ways);
  const { shift, low, high } = shiftOf(weeks, barOf(ways) / deviation);
  return {
    ...counted,
    verdict: chance <= ALPHA ? "differs" : "alike",
    size: {
      ratio: rounded(Math.exp(shift)),
      low: low === null ? null : rounded(Math.exp(low)),
      high: high === null ? null : rounded(Math.exp(high)),
    },
    chance,
    seen_from,
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

const rounded = (value: number): number => Math.round(1000 * value) / 1000;

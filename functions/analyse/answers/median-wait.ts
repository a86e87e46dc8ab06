/** By when half of the comments were answered, and between which two moments that surely lies. */
import type { MedianWait } from "../../model/answering.ts";
import { BOUND_95 } from "../statistics/normal-bounds.ts";
import { ROUNDING } from "../statistics/rounding.ts";
import { type Step, stillWaiting, type Wait } from "./still-waiting.ts";

/** Where ln(−ln S) is when half of them wait. */
const AT_HALF = Math.log(Math.log(2));

/** All of six wait longer than the median, or none of them does, in one sample of 64 each (2⁻⁶ < .025); of five in one of 32. */
const FEWEST = 6;

/**
 * The first moment at which at most half still wait. Its 95 % interval holds the moments at which ln(−ln S) does not differ
 * from ln ln 2 by more than 1.96 √(Σ d/(n(n−d))) / |ln S| (Brookmeyer and Crowley 1982, on the scale that Kalbfleisch and
 * Prentice 1980 gave it, where few comments do not lead beyond none and all). Of what comes after the sixth longest wait too few
 * tell: there the lower end lies at the latest, and the longest wait is the upper one only where all were answered.
 * @returns `minutes: null` where more than half still wait; `high: null` where the upper end is open: "at least"
 * @example hours .5 1 2 3+ 5 8 20+ 26 30+ 70+ 96+ 100+ (+ not answered): 26, from 1 to open
 */
export function medianWait(waits: readonly Wait[]): MedianWait {
  const steps = stillWaiting(waits);
  const first = (holds: (step: Step) => boolean): number | null =>
    steps.find(holds)?.minutes ?? null;
  const all = waits.length >= FEWEST && waits.every(({ answered }) => answered);
  const low = first((step) => isNobody(step) || onScale(step) + margin(step) >= AT_HALF - ROUNDING);
  return {
    // ten of twenty are half of them, whatever a product of fractions rounds to
    minutes: first(({ share }) => share <= 0.5 + ROUNDING),
    low: low === null ? null : Math.min(low, sixthLongest(waits)),
    // once nobody waits the formula has no value, and none is needed
    high: first((step) =>
      isNobody(step) ? all : onScale(step) - margin(step) >= AT_HALF - ROUNDING,
    ),
  };
}

/** 0 where there are fewer. */
const sixthLongest = (waits: readonly Wait[]): number =>
  waits.map(({ minutes }) => minutes).toSorted((a, b) => b - a)[FEWEST - 1] ?? 0;

const isNobody = ({ share }: Step): boolean => share <= ROUNDING;

const onScale = ({ share }: Step): number => Math.log(-Math.log(share));

const margin = ({ share, greenwood }: Step): number =>
  (BOUND_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));

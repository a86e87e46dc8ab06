/** By when half of the comments were answered, and between which two moments that surely lies. */
import type { MedianWait } from "../../model/answering.ts";
import { type Step, stillWaiting, type Wait } from "./still-waiting.ts";

/** The 95 % bound of the normal distribution. */
const BOUND_95 = 1.96;

/** Where ln(−ln S) is when half of them wait. */
const AT_HALF = Math.log(Math.log(2));

/** Ten of twenty are half of them, whatever a product of fractions rounds to. */
const ROUNDING = 1e-9;

/** The longest of six answers is past the median but for one sample in 64 (2⁻⁶ < .025). */
const FEWEST_ALL_ANSWERED = 6;

/**
 * The first moment at which at most half still wait. Its 95 % interval holds the moments at which ln(−ln S) does not differ
 * from ln ln 2 by more than 1.96 √(Σ d/(n(n−d))) / |ln S| (Brookmeyer and Crowley 1982, on the scale that Kalbfleisch and
 * Prentice 1980 gave it, where few comments do not lead beyond none and all).
 * @returns `minutes: null` where more than half still wait; `high: null` where the upper end is open: "at least"
 * @example hours .5 1 2 3+ 5 8 20+ 26 30+ 70+ 96+ 100+ (+ not answered): 26, from 1 to open
 */
export function medianWait(waits: readonly Wait[]): MedianWait {
  const steps = stillWaiting(waits);
  const first = (holds: (step: Step) => boolean): number | null =>
    steps.find(holds)?.minutes ?? null;
  const all = waits.length >= FEWEST_ALL_ANSWERED;
  return {
    minutes: first(({ share }) => share <= 0.5 + ROUNDING),
    low: first((step) => isNobody(step) || onScale(step) + margin(step) >= AT_HALF - ROUNDING),
    // once nobody waits the formula has no value, and none is needed
    high: first((step) =>
      isNobody(step) ? all : onScale(step) - margin(step) >= AT_HALF - ROUNDING,
    ),
  };
}

const isNobody = ({ share }: Step): boolean => share <= ROUNDING;

const onScale = ({ share }: Step): number => Math.log(-Math.log(share));

const margin = ({ share, greenwood }: Step): number =>
  (BOUND_95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));

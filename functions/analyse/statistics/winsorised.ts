import { medianOf } from "./middle.ts";

/** In robust standard deviations; beyond it a viral post counts no further. */
const FARTHEST = 2.5 * 1.4826;

/** Values with the far ones drawn in to 2.5 robust standard deviations. Where most are alike there is no such measure. */
export function winsorised(values: Float64Array): Float64Array {
  const bound = FARTHEST * medianOf(values.map(Math.abs));
  return bound > 0
    ? values.map((value) => Math.max(-bound, Math.min(bound, value)))
    : values.slice();
}

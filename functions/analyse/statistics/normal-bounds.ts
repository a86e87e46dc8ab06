/** Bounds of the standard normal distribution, as the literature rounds them: what was measured was measured with these. */

/** Between it and its negative lie 90 %. */
export const BOUND_90 = 1.645;

/** Between it and its negative lie 95 %. */
export const BOUND_95 = 1.96;

/** Below it lie 60 %: a difference is called visible that would be seen in 6 of 10 cases. */
export const IN_SIX_OF_TEN = 0.2533;

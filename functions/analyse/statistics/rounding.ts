/** Sums of the same numbers in another order, and products of the same fractions, differ in their last digits by less than this. */
export const ROUNDING = 1e-9;

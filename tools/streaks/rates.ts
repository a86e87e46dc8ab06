/** Counts with their uncertainty: what a table prints. */

/** Half-width of a 95 % interval in standard deviations. */
const Z = 1.96;

/** Events per 100 posts with its 95 % interval (square-root transform of a Poisson count). */
export function perHundred(events: number, posts: number) {
  const scale = 100 / posts;
  const low = Math.max(0, Math.sqrt(events + 0.375) - Z / 2) ** 2 - 0.375;
  const high = (Math.sqrt(events + 0.375) + Z / 2) ** 2 + 0.625;
  return { rate: events * scale, low: Math.max(0, low) * scale, high: high * scale };
}

/** A share with Wilson's 95 % interval. */
export function share(hits: number, of: number) {
  const p = hits / of;
  const centre = (p + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  // of none the two are equal but for their last digit
  return { rate: p, low: Math.max(0, centre - half), high: centre + half };
}

export const interval = ({ rate, low, high }: { rate: number; low: number; high: number }) =>
  `${rate.toFixed(2)} [${low.toFixed(2)}–${high.toFixed(2)}]`;

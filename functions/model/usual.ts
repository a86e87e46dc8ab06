/** How a post lies to what is usual of its account. */
import type { Usual } from "./streak.ts";

export type AgainstUsual = "below" | "within" | "above";

/**
 * A post's own value against the usual range, whatever the posts around it did; the ends belong to the range.
 * @param times as a multiple of the usual; `null`: not judged
 * @param usual `null`: not known yet
 * @example
 * againstUsual(0.6, { low: 0.7, high: 1.4 }); // "below"
 */
export function againstUsual(
  times: number | null,
  usual: Pick<Usual, "low" | "high"> | null,
): AgainstUsual | null {
  if (times === null || usual === null) return null;
  const shown = asShown(times);
  if (shown < asShown(usual.low)) return "below";
  return shown > asShown(usual.high) ? "above" : "within";
}

/** As the screens say it: of two posts that both read 0.8 times the usual not one is coloured and the other plain. */
const asShown = (times: number): number => Math.round(times * 10) / 10;

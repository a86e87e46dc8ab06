import type { Figures } from "../model/metric.ts";

/**
 * likes + comments + shares.
 * @returns `null` when none of them is known; the sum of the known ones, marked partial, when some are.
 * @example interactions({ likes: 31, comments: 2, shares: null }) // { interactions: 33, partial: true }
 */
export function interactions(figures: Pick<Figures, "likes" | "comments" | "shares">): {
  interactions: number | null;
  partial: boolean;
} {
  const parts = [figures.likes, figures.comments, figures.shares];
  const known = parts.filter((part) => part !== null);
  if (known.length === 0) return { interactions: null, partial: false };
  return {
    interactions: known.reduce((sum, part) => sum + part, 0),
    partial: known.length < parts.length,
  };
}

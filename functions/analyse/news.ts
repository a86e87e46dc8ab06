/** What a reading changes of what is known of a day. */
import type { News } from "../model/preview.ts";

type Known = Readonly<Record<string, number | null>>;

/**
 * @example news({ reach: 40, views: null }, { reach: 40, views: 90 }) // "extended"
 * @returns `unchanged` of a day of which nothing was known, and is
 */
export function news(before: Known, after: Known): News {
  const figures = Object.keys(after).filter((name) => after[name] !== (before[name] ?? null));
  if (figures.length === 0) return "unchanged";
  const known = (figure: string) => (before[figure] ?? null) !== null;
  if (figures.some(known)) return "replaced";
  return Object.keys(before).some(known) ? "extended" : "added";
}

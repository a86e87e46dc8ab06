/**
 * Weekday by hours: what posts there got, drawn towards none so far that noise stays pale. The usual heat map names a
 * best cell on every account, those among them where nothing differs. This one names none: claims alone do.
 */
import { HOUR_BANDS } from "../../model/hour-band.ts";
import type { Cell } from "../../model/look.ts";
import { meanOf } from "../statistics/middle.ts";
import { winsorised } from "../statistics/winsorised.ts";
import { type Units, wordOf } from "./units.ts";

/** Fewer posts in a cell show nothing: it is blank. */
const FEWEST_IN_CELL = 5;

/** What bands and weekdays usually differ by, and the noise of single posts (ln). */
const BANDS_DIFFER = 0.25;
const WEEKDAYS_DIFFER = 0.15;
const NOISE = 0.8;

/** All 49 cells, Monday first. Posts of which the day alone is known are in none. */
export function gridOf(accounts: readonly Units[]): Cell[] {
  const w = winsorised(Float64Array.from(accounts.flatMap(({ values }) => values.by_format)));
  const overall = meanOf(w);
  const placed = accounts
    .flatMap((units) =>
      units.posts.map((_, unit) => ({
        hours: wordOf(units, "hours", unit),
        weekday: wordOf(units, "weekday", unit),
      })),
    )
    .map((labels, place) => ({ ...labels, value: (w[place] ?? 0) - overall }))
    .filter(({ hours }) => hours !== null);
  const shrunken = (of: readonly { value: number }[], differ: number): number => {
    const sum = of.reduce((total, { value }) => total + value, 0);
    // the mean of n, times n τ² / (n τ² + σ²)
    return (sum * differ ** 2) / (of.length * differ ** 2 + NOISE ** 2);
  };
  const byBand = Map.groupBy(placed, ({ hours }) => hours);
  const byWeekday = Map.groupBy(placed, ({ weekday }) => weekday);
  const bands = HOUR_BANDS.map((hours) => ({
    hours,
    log: shrunken(byBand.get(hours) ?? [], BANDS_DIFFER),
  }));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const day = byWeekday.get(String(weekday)) ?? [];
    const log = shrunken(day, WEEKDAYS_DIFFER);
    return bands.map((band) => {
      const posts = day.filter(({ hours }) => hours === band.hours).length;
      const ratio = posts < FEWEST_IN_CELL ? null : Math.exp(band.log + log);
      return { weekday, hours: band.hours, posts, ratio };
    });
  });
}

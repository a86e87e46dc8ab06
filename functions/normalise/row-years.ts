/** The years of a file's days that say none: its rows stand in order, and are decided together. */
import { addDays, dayNumber } from "../model/day.ts";
import type { DateOrder } from "../model/import.ts";
import type { Day } from "../model/snapshot.ts";
import { type DateText, MOST_YEARS_BACK, wallTime } from "./date-text.ts";

/** A year that has every day: where a date stands in it is where it stands in the circle of the year. */
const WHOLE_YEAR_END: Day = "2024-12-31";
const CIRCLE = 366;

/** No file of days reaches further back than a year. */
const LONGEST_SPAN = 365;

/**
 * The newest day of rows that stand in ascending or descending order: counted back from it, every one of them has its year,
 * also where they run across a new year, or nearly once around. 29 February is only in a year that has one, and takes the
 * others with it. `null`: they are in no order, or some say their year, and each is counted back alone.
 * @param latest the file's day: none of them is later
 */
export function newestDay(
  dates: readonly (DateText | null)[],
  order: DateOrder,
  latest: Day,
): Day | null {
  const said = dates.filter((date) => date !== null);
  if (said.some(({ year }) => year !== null)) return null;
  const placed = said.flatMap((date) => {
    const wall = wallTime(date, order, WHOLE_YEAR_END);
    return wall ? [{ date, place: dayNumber(wall.day) }] : [];
  });
  const places = placed.map(({ place }) => place);
  const ascending = wayAround(places);
  const descending = wayAround(places.toReversed());
  const newest = (ascending < descending ? placed.at(-1) : placed[0])?.date;
  if (!newest || ascending === descending || Math.min(ascending, descending) > LONGEST_SPAN) {
    return null;
  }
  let bound = latest;
  for (let tried = 0; tried <= MOST_YEARS_BACK; tried += 1) {
    const day = wallTime(newest, order, bound)?.day;
    if (day === undefined) return null;
    const fits = placed.every(({ date }) => {
      const wall = wallTime(date, order, day);
      return wall !== null && dayNumber(day) - dayNumber(wall.day) <= LONGEST_SPAN;
    });
    if (fits) return day;
    bound = addDays(day, -1);
  }
  return null;
}

/** How many days the circle of the year is walked forward from each place to the next. */
const wayAround = (places: readonly number[]): number =>
  places.reduce((way, place, index) => {
    const before = places[index - 1] ?? place;
    return way + ((place - before + CIRCLE) % CIRCLE);
  }, 0);

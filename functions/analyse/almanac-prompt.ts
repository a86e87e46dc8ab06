/** What an empty day could be about: the next day that the almanac knows. */
import type { AlmanacDay, AlmanacKind } from "../model/almanac.ts";
import { addDays } from "../model/day.ts";
import type { Day } from "../model/snapshot.ts";

const DAYS_AHEAD = 7;

/** Of two on one day, the one that a library has more to tell of. */
const TELLING: readonly AlmanacKind[] = ["own", "library", "public", "school", "shared_leave"];

/**
 * The nearest that begins on the day or within a week after it; without one, the last begun of those that go on: a month of
 * reading does not hide the day in it. `null`: there is neither.
 */
export function promptFor<One extends AlmanacDay>(day: Day, almanac: readonly One[]): One | null {
  const until = addDays(day, DAYS_AHEAD);
  const coming = almanac
    .filter(({ from_on }) => from_on >= day && from_on <= until)
    .sort((a, b) => byText(a.from_on, b.from_on) || byTelling(a, b));
  const lasting = almanac
    .filter(({ from_on, to_on }) => from_on < day && to_on >= day)
    .sort((a, b) => byText(b.from_on, a.from_on) || byTelling(a, b));
  return coming[0] ?? lasting[0] ?? null;
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const byTelling = (a: AlmanacDay, b: AlmanacDay): number =>
  TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind) || byText(a.key, b.key);

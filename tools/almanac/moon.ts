/** New and full moons as calendars need them: by the day of a place's clock. */
import { type AstroTime, SearchMoonPhase } from "astronomy-engine";
import type { Day } from "../../functions/model/snapshot.ts";

const NEW_MOON = 0;
const FULL_MOON = 180;

/** Longer than the longest month of the moon. */
const SEARCHED_DAYS = 31;

const MS_A_DAY = 86_400_000;
const MS_AN_HOUR = 3_600_000;

function nextPhase(phase: number, after: Date | AstroTime): AstroTime {
  const found = SearchMoonPhase(phase, after, SEARCHED_DAYS);
  if (!found) throw new RangeError(`the moon shows no phase of ${phase}° within a month`);
  return found;
}

export const newMoonAfter = (after: Date | AstroTime): AstroTime => nextPhase(NEW_MOON, after);

/** Days since 1970-01-01 on a clock so many hours ahead of UTC. */
export const dayNumberAt = (time: AstroTime, hoursAhead: number): number =>
  Math.floor((time.date.getTime() + hoursAhead * MS_AN_HOUR) / MS_A_DAY);

/** The midnight at which a day begins on such a clock. */
export const midnight = (number: number, hoursAhead: number): Date =>
  new Date(number * MS_A_DAY - hoursAhead * MS_AN_HOUR);

/** The day of the first new moon from a day on, by a clock so many hours ahead of UTC. */
export const newMoonDay = (from: Day, hoursAhead: number): Day =>
  phaseDay(NEW_MOON, from, hoursAhead);

/** The same of the full moon. */
export const fullMoonDay = (from: Day, hoursAhead: number): Day =>
  phaseDay(FULL_MOON, from, hoursAhead);

function phaseDay(phase: number, from: Day, hoursAhead: number): Day {
  const found = nextPhase(phase, midnight(Date.parse(from) / MS_A_DAY, hoursAhead));
  return new Date(dayNumberAt(found, hoursAhead) * MS_A_DAY).toISOString().slice(0, 10);
}

/** The feasts that move through the year by calendars other than the Islamic. */
import { dayFromNumber, dayNumber } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import { fullMoonDay, newMoonDay } from "./moon.ts";

/** China's clock, by which the Chinese calendar counts in Indonesia too. */
const CHINA = 8;
const JAKARTA = 7;

/** Chinese New Year: the day of the new moon between 21 January and 20 February. */
export const imlek = (year: number): Day => newMoonDay(`${year}-01-21`, CHINA);

/** Waisak: the day of the full moon on Jakarta's clock, the first from 7 May on. So it was in every year from 2013 to 2026. */
export const waisak = (year: number): Day => fullMoonDay(`${year}-05-07`, JAKARTA);

/**
 * Lists of coming holidays that are out already have it a day before the full moon, on the fifteenth of the Chinese month.
 * Until a decree says which, the calendar says what people find elsewhere.
 */
export const WAISAK_LISTED: Readonly<Record<number, Day>> = {
  2029: "2029-05-27",
  2030: "2030-05-16",
};

/**
 * The Balinese calendar is no sky but arithmetic: since 2000 (*pengalantaka Eka Sungsang ke Paing*) 63 days hold 64 lunar
 * days, and a month has 30 of these. Two lunar days fall on one day where `floor` jumps by two.
 */
const LUNAR_DAYS = 64;
const IN_DAYS = 63;
const MONTH = 30;
/** These two set its beginning, so that Nyepi falls where it fell from 2004 to 2026. */
const PHASE = 49;
const NEW_YEARS_LUNAR_DAY = 7;

/** The last lunar day that a day holds, counted from far back. */
const lunarDay = (number: number): number => Math.floor((number * LUNAR_DAYS + PHASE) / IN_DAYS);

/** Nyepi: the first day of the tenth month, which begins between 3 March and 1 April. */
export function nyepi(year: number): Day {
  let number = dayNumber(`${year}-03-03`);
  while (!holdsNewYear(number)) number += 1;
  return dayFromNumber(number);
}

function holdsNewYear(number: number): boolean {
  for (let lunar = lunarDay(number - 1) + 1; lunar <= lunarDay(number); lunar += 1) {
    if (lunar % MONTH === NEW_YEARS_LUNAR_DAY) return true;
  }
  return false;
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's anonymous algorithm, Nature 1876). */
export function easter(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const sun = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - sun + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const march = epact + weekday - 7 * late + 22;
  return dayFromNumber(dayNumber(`${year}-03-01`) + march - 1);
}

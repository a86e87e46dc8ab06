/**
 * The Islamic months as Indonesia's ministry of religion decides them since 2022 (the criterion of the ministers of Brunei,
 * Indonesia, Malaysia and Singapore): a month begins the day after the first sunset at which the new moon stands at least 3°
 * high and 6.4° from the sun anywhere in the country. Of its 30 announcements of 2022–2026 this finds 28.
 */
import {
  AngleFromSun,
  type AstroTime,
  Body,
  Equator,
  Horizon,
  MakeTime,
  Observer,
  SearchRiseSet,
} from "astronomy-engine";
import { dayFromNumber } from "../../functions/model/day.ts";
import type { Day } from "../../functions/model/snapshot.ts";
import { dayNumberAt, midnight, newMoonAfter } from "./moon.ts";

/** Where the moon is looked for: the country's western end, which sees it last and highest, and Java. */
const PLACES = [
  { name: "Sabang", latitude: 5.89, longitude: 95.32 },
  { name: "Pelabuhan Ratu", latitude: -7.03, longitude: 106.55 },
  { name: "Jakarta", latitude: -6.2, longitude: 106.8 },
].map(({ latitude, longitude }) => new Observer(latitude, longitude, 0));

const LEAST_ALTITUDE = 3;
const LEAST_ELONGATION = 6.4;

/** Western Indonesia's clock, the places' own. */
const HOURS_AHEAD = 7;

/** From noon on the next sunset is that day's. */
const NOON = 0.5;
const SETTING = -1;

/** A month by its number: 1 Muharam, 9 Ramadan, 12 Zulhijah. */
export type IslamicMonth = { month: number; first: Day };

/** The month that everything is counted from: Ramadan 1447 began on 19 February 2026. */
const KNOWN = { month: 9, day: Date.UTC(2026, 1, 19) / 86_400_000 };
const MEAN_MONTH = 29.530588;

/** Every month that begins in the years, in order. */
export function islamicMonths(from: number, to: number): IslamicMonth[] {
  const months: IslamicMonth[] = [];
  let conjunction = newMoonAfter(new Date(Date.UTC(from, 0, 1) - 40 * 86_400_000));
  for (;;) {
    const number = firstDay(conjunction);
    const first = dayFromNumber(number);
    if (first > `${to}-12-31`) return months;
    const since = Math.round((number - KNOWN.day) / MEAN_MONTH);
    const month = ((((KNOWN.month - 1 + since) % 12) + 12) % 12) + 1;
    if (first >= `${from}-01-01`) months.push({ month, first });
    conjunction = newMoonAfter(conjunction.AddDays(1));
  }
}

/** From the conjunction's day on: the day after the first sunset at which the moon can be seen. */
function firstDay(conjunction: AstroTime): number {
  let day = dayNumberAt(conjunction, HOURS_AHEAD);
  while (!PLACES.some((place) => isSeen(place, day, conjunction))) day += 1;
  return day + 1;
}

function isSeen(place: Observer, day: number, conjunction: AstroTime): boolean {
  const noon = MakeTime(midnight(day, HOURS_AHEAD)).AddDays(NOON);
  const sunset = SearchRiseSet(Body.Sun, place, SETTING, noon, 1);
  if (!sunset || sunset.ut <= conjunction.ut) return false;
  const { ra, dec } = Equator(Body.Moon, sunset, place, true, true);
  const { altitude } = Horizon(sunset, place, ra, dec, "normal");
  return altitude >= LEAST_ALTITUDE && AngleFromSun(Body.Moon, sunset) >= LEAST_ELONGATION;
}

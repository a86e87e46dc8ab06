/** The times of the platforms' files: a wall clock without a zone, or a day alone. */
import { dayNumber, dayOf, instantOfWall, isDay, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import type { Platform } from "../model/platform.ts";
import type { FaultCode } from "../model/problem.ts";
import type { Day, Instant, Precision } from "../model/snapshot.ts";
import { instantOnDay } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS, clockSeconds, EARLIEST_INSTANT, readInstant } from "./instant.ts";

/** Months by the first three letters of their names, in English and Indonesian. */
const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  mei: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  agu: 8,
  agt: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  des: 12,
};

const CLOCK = /(?:[T ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([AP]M)?)?$/i.source;
const ISO = new RegExp(`^(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})${CLOCK}`, "i");
const AMERICAN = new RegExp(`^(\\d{1,2})/(\\d{1,2})/(\\d{4})${CLOCK}`, "i");
const MONTH_FIRST = new RegExp(
  `^(?:\\p{L}+\\.?,\\s*)?(\\p{L}{3,})\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})${CLOCK}`,
  "iu",
);
const DAY_FIRST = new RegExp(
  `^(?:\\p{L}+\\.?,\\s*)?(\\d{1,2})\\s+(\\p{L}{3,})\\.?,?\\s+(\\d{4})${CLOCK}`,
  "iu",
);

/** A day, and the seconds since its midnight by the wall clock; `null` where only the day is said. */
export type WallTime = { day: Day; clock: number | null };

/**
 * `"07/14/2026 18:12"` (Meta: month first), `"2026-09-20 21:03:11"` (TikTok), `"Tue, Jul 14, 2026"` (X).
 * `null` for what is no date that exists.
 */
export function readWallTime(text: string): WallTime | null {
  const trimmed = text.trim();
  const iso = ISO.exec(trimmed);
  if (iso) return wallTime(iso[1], iso[2], iso[3], iso.slice(4));
  const american = AMERICAN.exec(trimmed);
  if (american) return wallTime(american[3], american[1], american[2], american.slice(4));
  const named = MONTH_FIRST.exec(trimmed);
  if (named) return wallTime(named[3], monthNumber(named[1]), named[2], named.slice(4));
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst)
    return wallTime(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst.slice(4));
  return null;
}

const monthNumber = (name = ""): string => String(MONTHS[name.slice(0, 3).toLowerCase()] ?? 0);

function wallTime(
  year = "",
  month = "",
  dayOfMonth = "",
  [hour, minute = "0", second = "0", half]: (string | undefined)[],
): WallTime | null {
  const day = `${year}-${month.padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  if (!isDay(day)) return null;
  if (hour === undefined) return { day, clock: null };
  const twelve = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  if (twelve > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  if (half && (Number(hour) < 1 || Number(hour) > 12)) return null;
  return { day, clock: clockSeconds(String(twelve), minute, second) };
}

export type Zones = {
  now: Instant;
  /** The zone that the file's times are in, as the person chose. */
  time_zone: string;
  /** The zone that a day belongs to. */
  library_zone: string;
};

/**
 * When a post was published. A day alone stays a day, unless the post's id holds an instant that falls on it: in the
 * chosen zone, or in UTC, by which X counts its days.
 */
export function readPublished(
  text: string,
  platform: Platform,
  id: string | null,
  { now, time_zone, library_zone }: Zones,
): { at: Instant; precision: Precision } | FaultCode {
  if (text.trim() === "") return "no_published_at";
  const zoned = readInstant(text.trim());
  const wall = readWallTime(text);
  if (typeof zoned !== "number" && !wall) return "not_an_instant";
  const published = typeof zoned === "number" ? second(zoned) : wall && placed(wall);
  if (!published) return "not_an_instant";
  const latest = now + CLOCK_LEEWAY_SECONDS;
  if (published.at > latest || (wall?.clock === null && wall.day > dayOf(latest, library_zone))) {
    return "in_the_future";
  }
  return published.at < EARLIEST_INSTANT ? "too_early" : published;

  function placed({ day, clock }: WallTime) {
    if (clock !== null)
      return second(instantOfWall(dayNumber(day) * SECONDS_A_DAY + clock, time_zone));
    const at = instantOnDay(platform, id, day, [time_zone, "UTC"]);
    if (at !== null) return second(at);
    return { at: startOfDay(day, library_zone), precision: "day" as const };
  }
}

const second = (at: Instant) => ({ at, precision: "second" as const });

/** When a post of a file was published: its id where that holds the instant, else the file's own clock or day. */
import { addDays, dayOf, startOfDay } from "../model/day.ts";
import type { DateOrder } from "../model/import.ts";
import type { Platform } from "../model/platform.ts";
import type { FaultCode } from "../model/problem.ts";
import type { Day, Instant, Precision } from "../model/snapshot.ts";
import { LONGEST_DATE, readDate, type WallTime, wallTime } from "./date-text.ts";
import { clockLead, instantOfTime } from "./file-zone.ts";
import { decidedInstant, ID_LEEWAY_SECONDS } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS, EARLIEST_INSTANT, readInstant } from "./instant.ts";

export type Times = {
  now: Instant;
  /** The zone of the file's own times. */
  time_zone: string;
  /** The zone that a day belongs to. */
  library_zone: string;
  date_order: DateOrder;
  /** The file's day, from which a date without a year counts back. */
  file_day: Day;
};

export type Published = {
  at: Instant;
  precision: Precision;
  /** What the file states contradicts the post's id, and was not taken. */
  differs: boolean;
};

/** The instant that a text states with its zone, such as `2016-12-01 18:00 +0000`. */
export function zonedInstant(text: string): Instant | null {
  if (text.length > LONGEST_DATE) return null;
  const at = readInstant(
    text
      .trim()
      .replace(/\s*UTC$/i, "Z")
      .replace(/\s+(?=[+-]\d{2}:?\d{2}$)/, ""),
  );
  return typeof at === "number" ? at : null;
}

/**
 * X's and TikTok's ids are the instant itself. Instagram's code is when the upload began, so that the stated time stands
 * where the two agree.
 * @param made the instant in the post's id or short code; `null`: it holds none
 */
export function publishedOf(
  text: string,
  platform: Platform,
  made: Instant | null,
  times: Times,
): Published | FaultCode {
  if (made === null) return statedTime(text, times);
  const published = madeTime(text, made, times);
  return platform === "instagram" ? published : { ...published, at: made };
}

function madeTime(text: string, made: Instant, times: Times): Published {
  const certain = { at: made, precision: "second" as const };
  const zoned = zonedInstant(text);
  if (zoned !== null) {
    const at = decidedInstant(zoned, made);
    return { ...certain, at, differs: at !== zoned };
  }
  const date = readDate(text);
  // a date without a year means the one nearest to the post
  const latest = date?.year === null ? addDays(dayOf(made, "UTC"), 1) : times.file_day;
  const wall = date && wallTime(date, times.date_order, latest);
  // what can't be read contradicts nothing
  if (!wall) return { ...certain, differs: false };
  if (wall.clock === null) {
    const days = [times.time_zone, times.library_zone, "UTC"].map((zone) => dayOf(made, zone));
    return { ...certain, differs: !days.includes(wall.day) };
  }
  const lead = clockLead(wall, made, times.time_zone);
  const differs = Math.abs(lead) > ID_LEEWAY_SECONDS;
  return { ...certain, at: differs ? made : made + lead, differs };
}

function statedTime(text: string, times: Times): Published | FaultCode {
  if (text.trim() === "") return "no_published_at";
  const zoned = zonedInstant(text);
  const date = zoned === null ? readDate(text) : null;
  const wall = date && wallTime(date, times.date_order, times.file_day);
  const published = zoned !== null ? at(zoned) : wall && placed(wall, times);
  if (!published) return "not_an_instant";
  const latest = times.now + CLOCK_LEEWAY_SECONDS;
  const future = wall?.clock === null && wall.day > dayOf(latest, times.library_zone);
  if (published.at > latest || future) return "in_the_future";
  return published.at < EARLIEST_INSTANT ? "too_early" : published;
}

function placed(wall: WallTime, { time_zone, library_zone }: Times): Published {
  if (wall.clock !== null) return at(instantOfTime(wall, time_zone));
  return { at: startOfDay(wall.day, library_zone), precision: "day", differs: false };
}

const at = (instant: Instant): Published => ({
  at: instant,
  precision: "second",
  differs: false,
});

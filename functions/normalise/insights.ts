/** Meta's insights, in their several shapes: `values` or `total_value`, one value or one for each part, lifetime or a day. */
import { dayOf } from "../model/day.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { DayMetric } from "../model/metric.ts";
import type { DayReading, Instant } from "../model/snapshot.ts";
import { readInstant } from "./instant.ts";

/** The days that Meta counts by. */
const META_ZONE = "America/Los_Angeles";

/** A metric's name to compare by: stories' are asked for in capitals and answered in small letters. */
const metricOf = ({ name }: JsonObject): string | null => textOf(name)?.toLowerCase() ?? null;

/**
 * What a post came to in its life, by metric, in small letters. The same metric can stand there twice, for its life and for a day: the
 * life counts. An empty set says nothing, and is no zero.
 */
export function lifetimeFigures(bodies: readonly JsonObject[]): Map<string, number> {
  const figures = new Map<string, number>();
  const entries = bodies.flatMap(({ data }) => objectsOf(data));
  for (const entry of [...entries.filter(isOfDay), ...entries.filter((one) => !isOfDay(one))]) {
    const name = metricOf(entry);
    const value = figureOf(entry);
    if (name !== null && value !== null) figures.set(name, value);
  }
  return figures;
}

const isOfDay = ({ period }: JsonObject): boolean => period === "day";

function figureOf(entry: JsonObject): number | null {
  const total = objectOf(entry.total_value).value;
  return countOrSum(total === undefined ? objectsOf(entry.values).at(-1)?.value : total);
}

/** A breakdown has a number for each of its parts. */
function countOrSum(value: unknown): number | null {
  const whole = countOf(value);
  if (whole !== null) return whole;
  const parts = Object.values(objectOf(value)).map(countOf);
  if (parts.length === 0 || parts.some((part) => part === null)) return null;
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** A metric day by day: when each of the platform's days ended, and its value. */
export function dailyFigures(body: JsonObject) {
  return objectsOf(body.data).flatMap((entry) =>
    objectsOf(entry.values).flatMap(({ value, end_time }) => {
      const metric = metricOf(entry);
      const count = countOrSum(value);
      const end = instantOf(end_time);
      return metric === null || count === null || end === null ? [] : [{ metric, end, count }];
    }),
  );
}

export function instantOf(value: unknown): Instant | null {
  const text = textOf(value) ?? "";
  if (/^\d{9,11}$/.test(text)) return Number(text);
  const at = readInstant(text);
  return typeof at === "number" ? at : null;
}

/** The days of an account, gathered value by value. A day without any has no entry. */
export function openDays(now: Instant) {
  const days = new Map<string, DayReading>();
  return {
    /** @param end the end of the platform's day: the first instant of the next one */
    note: (end: Instant, metric: DayMetric, value: number | null): void => {
      // a day that is not over has no figure yet
      if (value === null || end > now) return;
      const date = dayOf(end - 1, META_ZONE);
      const day = days.get(date) ?? emptyDay(date, end);
      day[metric] = value;
      days.set(date, day);
    },
    all: (): DayReading[] => [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

const emptyDay = (date: string, end_time: Instant): DayReading => ({
  date,
  end_time,
  time_zone: META_ZONE,
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
});

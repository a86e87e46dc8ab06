/** When a file was made: its posts were all read then. */
import { addDays, dayOf, isDay, startOfDay } from "../model/day.ts";
import type { DateOrder, ReadAtFrom } from "../model/import.ts";
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../model/problem.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { type DateText, wallTime } from "./date-text.ts";
import { CLOCK_LEEWAY_SECONDS, EARLIEST_INSTANT } from "./instant.ts";
import { monthNumber } from "./month-names.ts";

type Said = {
  now: Instant;
  library_zone: string;
  /** As the person chose it. */
  read_at: Instant | null;
  /** The file's name. */
  name: string | null;
  /** When the file was last changed. */
  modified: Instant | null;
};

export type FileDay = {
  read_at: Instant;
  from: ReadAtFrom;
  /** The file's own day, or its name's, was not taken: posts in it are newer. */
  passed_over: boolean;
};

/**
 * The first that is known, and that no post of the file refutes: what the person chose, the day in the file's own column,
 * the day in its name, its last change, now. A day stands for its end, or for the file's last change on it.
 * @param own the dates in the file's own column
 * @param newest when the newest post in it was published, as far as its id or its date say it for certain
 */
export function fileDay(
  { now, library_zone, read_at, name, modified }: Said,
  { own, order, newest }: { own: readonly DateText[]; order: DateOrder; newest: Instant | null },
): FileDay {
  if (read_at !== null) {
    return { read_at: checked(read_at, now), from: "chosen", passed_over: false };
  }
  const named = name === null ? null : dayInName(name, addDays(dayOf(now, library_zone), 1));
  const latest = named ?? dayOf(modified === null ? now : Math.min(modified, now), library_zone);
  const written = newestOf(own.map((date) => wallTime(date, order, latest)?.day));
  const endOf = (day: Day | null): Instant | null => {
    if (day === null) return null;
    if (modified !== null && modified <= now && dayOf(modified, library_zone) === day) {
      return modified;
    }
    return Math.min(startOfDay(addDays(day, 1), library_zone) - 1, now);
  };
  const known: [ReadAtFrom, Instant | null][] = [
    ["file", endOf(written)],
    ["name", endOf(named)],
    ["modified", modified === null || modified > now ? null : modified],
  ];
  let passed_over = false;
  for (const [from, at] of known) {
    if (at === null || at < EARLIEST_INSTANT) continue;
    if (newest === null || newest - at <= CLOCK_LEEWAY_SECONDS) {
      return { read_at: at, from, passed_over };
    }
    passed_over ||= from !== "modified";
  }
  return { read_at: now, from: "now", passed_over };
}

function checked(read_at: Instant, now: Instant): Instant {
  const code: FaultCode | null =
    read_at > now + CLOCK_LEEWAY_SECONDS
      ? "in_the_future"
      : read_at < EARLIEST_INSTANT
        ? "too_early"
        : null;
  if (code === null) return read_at;
  throw new Problem("invalid", `read_at ${FAULT_MESSAGES[code]}`, [fault("read_at", code)]);
}

const newestOf = (days: readonly (Day | undefined)[]): Day | null =>
  days.reduce<Day | null>((newest, day) => (day && (!newest || day > newest) ? day : newest), null);

/** Year, month and day in the three ways in which names of files say them. An id in a name is longer, and none. */
const IN_NAMES: [RegExp, (parts: string[]) => (string | undefined)[]][] = [
  [/(?<!\d)(20\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/g, ([year, month, day]) => [year, month, day]],
  [
    /(?<!\p{L})(\p{L}{3,9})[-_. ]+(\d{1,2})[-_., ]+(20\d{2})(?!\d)/gu,
    ([month = "", day, year]) => [year, String(monthNumber(month)), day],
  ],
  [
    /(?<!\d)(\d{1,2})[-_. ]+(\p{L}{3,9})[-_. ]+(20\d{2})(?!\d)/gu,
    ([day, month = "", year]) => [year, String(monthNumber(month)), day],
  ],
];

/** `dayInName("Oct-24-2026_Nov-20-2026_1789.csv", "2026-11-29")` is `"2026-11-20"`: where there is a period, its end. */
export function dayInName(name: string, latest: Day): Day | null {
  const days = IN_NAMES.flatMap(([pattern, order]) =>
    [...name.matchAll(pattern)].map((match) => {
      const [year = "", month = "", day = ""] = order(match.slice(1));
      const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      return isDay(text) && text <= latest ? text : undefined;
    }),
  );
  return newestOf(days);
}

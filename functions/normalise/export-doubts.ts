/** What a person should see, or has to say, before a file is stored. */
import { dayOf, isoInstant, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import type { Choice, Doubt } from "../model/import.ts";
import { FAULT_MESSAGES, type FaultCode, fault, inWords, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { USUAL_ORDER } from "./date-order.ts";
import { type DateText, MOST_YEARS_BACK, wallTime } from "./date-text.ts";
import { dates, type Facts, type TimedRow, wallOf } from "./export-facts.ts";
import type { ExportOptions } from "./export-options.ts";
import { instantOfTime, META_ZONE } from "./file-zone.ts";
import { newestDay } from "./row-years.ts";

/** The doubts about the times of a file. */
export function timeDoubts(facts: Facts, options: ExportOptions, differing: number): Doubt[] {
  const doubts = [
    orderDoubt(facts),
    zoneDoubt(facts, options),
    yearDoubt(facts, options),
    dayDoubt(facts),
  ].filter((doubt) => doubt !== null);
  if (differing > 0) {
    doubts.push({ code: "clock_differs", rows: differing, ask: null, must: false });
  }
  return doubts;
}

function orderDoubt({ order: { open, choices: orders }, file_day, zone }: Facts): Doubt | null {
  const [first] = open;
  if (!first) return null;
  const choices = orders.map((value) => {
    const wall = wallOf(first, value, file_day);
    return { value, published_at: wall && instantOfTime(wall, zone) };
  });
  const ask = { parameter: "date_order" as const, choices, chosen: null };
  return { code: "date_order", rows: open.length, ask, must: true };
}

/** Rows whose place in time is the zone's to say; where the ids prove another than the expected one, all with a clock. */
function zoneDoubt(facts: Facts, { library_zone }: ExportOptions): Doubt | null {
  const { zone, usual, proved, file_day, order } = facts;
  if (!facts.of_posts || (proved && zone === usual)) return null;
  const wallTimeOf = (row: TimedRow) => wallOf(row, order.order ?? USUAL_ORDER, file_day);
  const rows = facts.rows.filter((row) => {
    const wall = proved || row.made === null ? wallTimeOf(row) : null;
    // a row that names its own zone asks for none
    return wall !== null && wall.clock !== null && wall.offset === undefined;
  });
  const first = rows[0] && wallTimeOf(rows[0]);
  if (!first) return null;
  const choices = [...new Set([zone, usual, META_ZONE, library_zone, "UTC"])].map((value) => ({
    value,
    published_at: instantOfTime(first, value),
  }));
  const ask = { parameter: "time_zone" as const, choices, chosen: zone };
  return { code: "time_zone", rows: rows.length, ask, must: false };
}

/**
 * A year that is counted back from a day which itself is only supposed is a guess; so is one where the file's day falls
 * among its rows, for it may be a day too early, or the rows a year older.
 */
function yearDoubt(facts: Facts, { library_zone: zone, now }: ExportOptions): Doubt | null {
  const { rows, day, file_day, order } = facts;
  if (day.from === "chosen") return null;
  const known = order.order ?? USUAL_ORDER;
  const guessed = rows.filter(
    ({ date, zoned, made }) => date?.year === null && zoned === null && made === null,
  );
  const date = guessed[0]?.date;
  if (!date) return null;
  const dayAt = (text: DateText, latest: Day) => wallTime(text, known, latest)?.day ?? "";
  const read_day = dayOf(day.read_at, zone);
  const among = dates(guessed).some((text) => text && dayAt(text, read_day) > file_day);
  if (day.from === "name" && !among) return null;
  // the days on which it may have been made, as far as they make a difference
  const back = Array.from({ length: MOST_YEARS_BACK }, (_, years) => (years + 1) * 365);
  const made = [day.read_at, now, ...back.map((days) => day.read_at - days * SECONDS_A_DAY)];
  const choices = new Map<Day, Choice>();
  for (const read_at of made) {
    const latest = dayOf(read_at, zone);
    const newest = facts.newest_day && newestDay(dates(guessed), known, latest);
    const first = dayAt(date, newest ?? latest);
    if (first === "" || choices.has(first) || choices.size === MOST_CHOICES) continue;
    choices.set(first, { value: isoInstant(read_at), published_at: startOfDay(first, zone) });
  }
  const ask = {
    parameter: "read_at" as const,
    choices: [...choices.values()],
    chosen: isoInstant(day.read_at),
  };
  return { code: "year_guessed", rows: guessed.length, ask, must: false };
}

/** The likeliest year, and the next. */
const MOST_CHOICES = 2;

function dayDoubt({ day, rows }: Facts): Doubt | null {
  if (!day.passed_over) return null;
  const value = isoInstant(day.read_at);
  const ask = {
    parameter: "read_at" as const,
    choices: [{ value, published_at: null }],
    chosen: value,
  };
  return { code: "read_at", rows: rows.length, ask, must: false };
}

/** Whose file it is, where it does not say so or says it of several. */
export const accountDoubt = (tied: readonly string[], rows: number): Doubt => ({
  code: tied.length > 0 ? "several_accounts" : "no_account",
  rows,
  ask: {
    parameter: "account",
    choices: tied.map((value) => ({ value, published_at: null })),
    chosen: null,
  },
  must: true,
});

/** Nothing is stored by a guess: throws the Problem of the doubts that have to be answered first. */
export function refuseUnanswered(doubts: readonly Doubt[]): void {
  const faults = doubts.flatMap(({ must, ask, code }) =>
    must && ask?.chosen === null && isFault(code) ? fault(ask.parameter, code) : [],
  );
  if (faults.length > 0)
    throw new Problem("invalid", `${inWords(faults)}; nothing was stored`, faults);
}

const isFault = (code: Doubt["code"]): code is Doubt["code"] & FaultCode =>
  Object.hasOwn(FAULT_MESSAGES, code);

/** What a person should see, or has to say, before a file is stored. */
import { addDays, isoInstant, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import type { Doubt } from "../model/import.ts";
import { FAULT_MESSAGES, type FaultCode, fault, inWords, Problem } from "../model/problem.ts";
import { USUAL_ORDER } from "./date-order.ts";
import { wallTime } from "./date-text.ts";
import { type Facts, type TimedRow, wallOf } from "./export-facts.ts";
import type { ExportOptions } from "./export-options.ts";
import { instantOfTime, META_ZONE } from "./file-zone.ts";

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

/** A year that is counted back from a day which itself is only supposed is a guess. */
function yearDoubt({ rows, day, file_day, order }: Facts, options: ExportOptions): Doubt | null {
  if (day.from === "chosen" || day.from === "name") return null;
  const guessed = rows.filter(
    ({ date, zoned, made }) => date?.year === null && zoned === null && made === null,
  );
  const [first] = guessed;
  if (!first?.date) return null;
  const { date } = first;
  const zone = options.library_zone;
  const choices = [file_day, addDays(file_day, -365)].map((latest, years) => {
    const read_at = day.read_at - years * 365 * SECONDS_A_DAY;
    const said = wallTime(date, order.order ?? USUAL_ORDER, latest);
    return { value: isoInstant(read_at), published_at: said && startOfDay(said.day, zone) };
  });
  const ask = { parameter: "read_at" as const, choices, chosen: isoInstant(day.read_at) };
  return { code: "year_guessed", rows: guessed.length, ask, must: false };
}

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

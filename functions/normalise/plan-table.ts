/** The text of plans.csv as its cells, as a spreadsheet shows them, whichever one saved it last. */
import Papa from "papaparse";
import { unguarded } from "../model/csv-guard.ts";
import { DELIMITER_LINE, oneLineEnd } from "../model/csv-head.ts";
import { PLAN_COLUMNS, type PlanColumn } from "../model/plan-columns.ts";
import { type Fault, type FaultCode, fault, inWords, listing, Problem } from "../model/problem.ts";
import { plainName } from "./plain-name.ts";
import { unwrapped } from "./unwrap.ts";

const DELIMITERS = [",", ";", "\t"] as const;

/** As many as a library plans in years, and as a request can store. */
const MOST_ROWS = 1_000;

/** How Excel's dialect writes a text of digits, so that none is lost. */
const TEXT_FORMULA = /^="(\d+)"$/;

/** A row and its number in the spreadsheet, where the header is the first. Cells that are empty or missing are `null`. */
export type PlanCells = { row: number; cells: Readonly<Record<PlanColumn, string | null>> };

export type PlanTable = { columns: ReadonlySet<PlanColumn>; rows: PlanCells[] };

/** Throws the Problem that lists what is wrong with the file as a table. */
export function planTable(text: string): PlanTable {
  const { data, errors } = parsed(text);
  const head = data.findIndex((cells) => !cells.every(isBlank));
  if (head < 0) throw planRefusal([fault("", "empty")]);
  const [places, faults] = placesOf(data[head] ?? []);
  for (const { type, code, row = 0 } of errors) {
    if (type !== "Quotes") continue;
    faults.push(
      fault(`row ${row - head + 1}`, code === "MissingQuotes" ? "cut_off" : "bad_quotes"),
    );
  }
  const width = data[head]?.length ?? 0;
  const rows = data.slice(head + 1).flatMap((cells, index) => {
    if (cells.every(isBlank)) return [];
    const row = index + 2;
    if (!cells.slice(width).every(isBlank)) faults.push(fault(`row ${row}`, "too_many_cells"));
    return [{ row, cells: cellsOf(cells, places) }];
  });
  if (rows.length === 0) faults.push(fault("", "no_rows"));
  if (rows.length > MOST_ROWS) faults.push(fault("", "too_many"));
  if (faults.length > 0) throw planRefusal(faults);
  return { columns: new Set(places.keys()), rows };
}

export const planRefusal = (faults: Fault[]): Problem =>
  new Problem("invalid", `${inWords(faults)}; nothing was stored`, faults);

const isBlank = (cell: string): boolean => cell.trim() === "";

const columnOf = (name: string): PlanColumn | undefined =>
  PLAN_COLUMNS.find((column) => column.name === plainName(name).replaceAll(" ", "_"))?.name;

/** Under the delimiter that finds the most of the columns; a file that is wrapped in quotation marks is opened first. */
function parsed(text: string): Papa.ParseResult<string[]> {
  const body = oneLineEnd(text.replace(DELIMITER_LINE, "").replace(/^\uFEFF/, ""));
  const known = (one: string, delimiter: string): number => {
    const { data } = Papa.parse<string[]>(one, { delimiter, preview: 10 });
    const head = data.find((cells) => !cells.every(isBlank)) ?? [];
    return head.filter((name) => columnOf(name) !== undefined).length;
  };
  const bodies = DELIMITERS.some((delimiter) => known(body, delimiter) > 1)
    ? [body]
    : [body, unwrapped(body)];
  const [best] = bodies
    .flatMap((one) => DELIMITERS.map((delimiter) => ({ one, delimiter })))
    .sort((a, b) => known(b.one, b.delimiter) - known(a.one, a.delimiter));
  return Papa.parse<string[]>(best?.one ?? body, { delimiter: best?.delimiter ?? "," });
}

function placesOf(header: readonly string[]): [Map<PlanColumn, number>, Fault[]] {
  const places = new Map<PlanColumn, number>();
  const faults: Fault[] = [];
  for (const [place, name] of header.entries()) {
    if (isBlank(name)) continue;
    const column = columnOf(name);
    const wrong: FaultCode | null =
      column === undefined ? "unknown_field" : places.has(column) ? "column_twice" : null;
    if (wrong) faults.push(fault(`row 1 ${name.trim().slice(0, 60)}`, wrong));
    if (column !== undefined && !places.has(column)) places.set(column, place);
  }
  return [places, faults];
}

/** The columns of these that the file has not are one fault. */
export function missingFault(
  needed: readonly PlanColumn[],
  { columns }: PlanTable,
): Fault | undefined {
  const missing = needed.filter((name) => !columns.has(name));
  return missing.length > 0 ? listing("", "missing_columns", missing) : undefined;
}

const cellsOf = (
  cells: readonly string[],
  places: ReadonlyMap<PlanColumn, number>,
): Record<PlanColumn, string | null> =>
  Object.fromEntries(
    PLAN_COLUMNS.map(({ name }) => {
      const cell = cells[places.get(name) ?? -1] ?? "";
      return [name, isBlank(cell) ? null : unguarded(TEXT_FORMULA.exec(cell)?.[1] ?? cell)];
    }),
  ) as Record<PlanColumn, string | null>;

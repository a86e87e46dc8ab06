/** One row of an export, cell by cell: what each column says, and what is wrong with it. */
import { COUNTERS, type Counter, type Figures, NO_FIGURES } from "../model/metric.ts";
import { type Fault, type FaultCode, fault } from "../model/problem.ts";
import type { DayReading, PostReading } from "../model/snapshot.ts";
import type { Role } from "./columns.ts";
import { cleanText } from "./from-wire.ts";
import { isUnknown, type NumberStyle, readCount, readSeconds } from "./number-text.ts";
import type { Zones } from "./wall-time.ts";

export type Cells = {
  /** What the cell says; `null` where it or its column is empty. */
  text: (role: Role) => string | null;
  count: (role: Role) => number | null;
  seconds: (role: Role) => number | null;
  /** An id in digits, of one part or two (`{page}_{post}`). */
  id: (role: Role) => string | null;
  /** Notes what is wrong with the row; it will be left out. */
  refuse: (role: Role, code: FaultCode) => void;
};

export type ExportContext = Zones & {
  /** The handle of the account that the person chose. */
  account: string | null;
};

/** Whose row it is. `handle` is `null` where the file does not say it. */
export type RowAccount = { handle: string | null; external_id: string | null; name: string | null };

/** What a row says: a reading of a post, or of a day of the account. */
export type ExportReading = { account: RowAccount } & (
  | { post: PostReading; day: null }
  | { post: null; day: DayReading }
);

/** One export's way of reading a row; `null` for a row that it refused. */
export type ReadRow = (cells: Cells, context: ExportContext) => ExportReading | null;

/** An id that a spreadsheet has turned into a number: 1.78E+16 has lost its last digits. */
const DAMAGED = /^\d(?:[.,]\d+)?E\+?\d+$/i;

export function cellsOf(
  cells: readonly string[],
  {
    places,
    header,
    style,
  }: { places: ReadonlyMap<Role, number>; header: readonly string[]; style: NumberStyle },
  faults: Fault[],
): Cells {
  const raw = (role: Role): string => cells[places.get(role) ?? -1] ?? "";
  const refuse = (role: Role, code: FaultCode) => {
    faults.push(fault(header[places.get(role) ?? -1]?.trim() ?? role, code));
  };
  return {
    refuse,
    text: (role) => cleanText(raw(role)).trim() || null,
    count: (role) => {
      const count = readCount(raw(role), style);
      if (typeof count !== "string") return count;
      refuse(role, count);
      return null;
    },
    seconds: (role) => readSeconds(raw(role), style),
    id: (role) => {
      // spreadsheets keep a long number whole as '123 or ="123"
      const text = raw(role).replaceAll(/[\s='"\u200e\u200f]/g, "");
      if (isUnknown(text)) return null;
      if (/^\d{1,99}(?:_\d{1,99})?$/.test(text)) return text;
      refuse(role, DAMAGED.test(text) ? "damaged_id" : "not_an_id");
      return null;
    },
  };
}

/** The figures of a post; a column that the file lacks is unknown. */
export function figuresOfRow(cells: Cells): Figures {
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) figures[counter] = figure(cells, counter);
  return figures;
}

const figure = (cells: Cells, counter: Counter): number | null =>
  counter === "watch_seconds" ? cells.seconds(counter) : cells.count(counter);

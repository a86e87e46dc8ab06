/** One row of an export, cell by cell: what each column says, and what is wrong with it. */
import type { FractionStyle, NumberStyle } from "../model/import.ts";
import {
  COUNTERS,
  type Counter,
  type DayMetric,
  type Figures,
  NO_FIGURES,
} from "../model/metric.ts";
import { type Fault, type FaultCode, fault } from "../model/problem.ts";
import type { Day, DayReading, Instant, PostReading } from "../model/snapshot.ts";
import type { Role } from "./columns.ts";
import { cleanText } from "./from-wire.ts";
import { readCount, readSeconds } from "./number-text.ts";
import type { Times } from "./published.ts";
import { looksZeroed, wholeId } from "./whole-id.ts";

export type Cells = {
  /** What the cell says; `null` where it or its column is empty. */
  text: (role: Role) => string | null;
  count: (role: Role) => number | null;
  seconds: (role: Role) => number | null;
  /**
   * An id in digits, of one part or two (`{page}_{post}`); a damaged one as the row has it elsewhere. Where the row is known
   * without it, one whose end is lost is unknown.
   */
  id: (role: Role, found?: { elsewhere?: string | null; spare?: boolean }) => string | null;
  /** Notes what is wrong with a cell; the row will be left out. */
  refuse: (role: Role, code: FaultCode) => void;
  /** Notes why the row as a whole is left out. */
  leave: (code: FaultCode) => void;
};

/** How a file writes its numbers: its counts, and its lengths of time. */
export type FileStyle = { numbers: NumberStyle; seconds: FractionStyle };

export type ExportContext = Times & {
  read_at: Instant;
  /** The figure of a daily file that holds one. */
  metric: DayMetric | null;
};

/** Whose row it is. `handle` is `null` where the file does not say it. */
export type RowAccount = { handle: string | null; external_id: string | null; name: string | null };

/** What a row says: a reading of a post, or of a day of the account, or the account's followers at the end of a day. */
export type ExportReading = { account: RowAccount; differs: boolean } & (
  | { post: PostReading; day: null; followers: null }
  | { post: null; day: DayReading; followers: null }
  | { post: null; day: null; followers: { date: Day; count: number } }
);

/** One export's way of reading a row; `null` for a row that it refused. */
export type ReadRow = (cells: Cells, context: ExportContext) => ExportReading | null;

export function cellsOf(
  cells: readonly string[],
  {
    places,
    header,
    style: { numbers, seconds },
    zeroed,
  }: {
    places: ReadonlyMap<Role, number>;
    header: readonly string[];
    style: FileStyle;
    /** Ids that look as if they had lost their last digits have. */
    zeroed: boolean;
  },
  faults: Fault[],
): Cells {
  const raw = (role: Role): string => cells[places.get(role) ?? -1] ?? "";
  const refuse = (role: Role, code: FaultCode) => {
    faults.push(fault(header[places.get(role) ?? -1]?.trim() ?? role, code));
  };
  return {
    refuse,
    leave: (code) => void faults.push(fault("", code)),
    text: (role) => cleanText(raw(role)).trim() || null,
    count: (role) => {
      const count = readCount(raw(role), numbers);
      if (typeof count !== "string") return count;
      refuse(role, count);
      return null;
    },
    seconds: (role) => readSeconds(raw(role), seconds),
    id: (role, { elsewhere = null, spare = false } = {}) => {
      const found = wholeId(raw(role), elsewhere, zeroed);
      if ("id" in found) return found.id;
      if (spare && looksZeroed(raw(role))) return null;
      refuse(role, found.fault);
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

import Papa from "papaparse";
import { DELIMITER_LINE, headRows, oneLineEnd } from "../model/csv-head.ts";
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../model/problem.ts";
import { isRecognised } from "./recognise.ts";
import { unwrapped } from "./unwrap.ts";

/** A row of a file, with its number as the file counts them. */
type CsvRow = { row: number; cells: string[]; fault: FaultCode | null };

export type Csv = {
  /** The line of one cell above the header; `null`: there is none. */
  title: string | null;
  header: string[];
  rows: CsvRow[];
  delimiter: string;
};

const DELIMITERS = [",", ";", "\t"] as const;

/** Rows that are looked at to find the delimiter: the header, a title above it, and blank ones around that. */
const HEAD_ROWS = 10;

/**
 * A CSV file's header and rows. Blank rows are passed over, those below the header counted.
 * @param first_row the number of the first row after the header: 2, unless the text is a later piece of a file
 */
export function readCsv(text: string, first_row: number): Csv {
  // Excel's own first line: "sep=;"
  const [line = "", declared] = DELIMITER_LINE.exec(text) ?? [];
  const body = unwrapped(oneLineEnd(text.slice(line.length).replace(/^\uFEFF/, "")));
  const delimiter = delimiterOf(body, declared);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  const head = headRows(data);
  const header = data[head - 1] ?? [];
  if (!header.some((cell) => /[^\s,;]/.test(cell))) throw refusal("", "empty");
  const cut = errors.find(({ code }) => code === "MissingQuotes");
  if (cut) throw refusal(`row ${first_row + (cut.row ?? 0) - head}`, "cut_off");
  const full = data.slice(head).some(({ length }) => length === header.length);
  const unclosed = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
  return {
    title: titleAbove(data.slice(0, head - 1)),
    header,
    delimiter,
    rows: data.slice(head).flatMap((cells, index) => {
      if (cells.every(isBlank)) return [];
      const tooLong = cells.slice(header.length).some((cell) => !isBlank(cell));
      // the file's last line has no end, and fewer cells than others have
      const cutOff = full && index + head === data.length - 1 && cells.length < header.length;
      const bad = unclosed.has(index + head)
        ? "bad_quotes"
        : tooLong
          ? "too_many_cells"
          : cutOff
            ? "cut_off"
            : null;
      return [{ row: first_row + index, cells, fault: bad }];
    }),
  };
}

/** Nothing of such a file can be trusted: rows may be missing, or stand inside another row's cell. */
const refusal = (path: string, code: FaultCode): Problem =>
  new Problem("invalid", `${path || "the file"} ${FAULT_MESSAGES[code]}; nothing was stored`, [
    fault(path, code),
  ]);

const isBlank = (cell: string): boolean => cell.trim() === "";

/** The one cell that stands above the header. */
const titleAbove = (rows: readonly (readonly string[])[]): string | null =>
  rows
    .flat()
    .find((cell) => !isBlank(cell))
    ?.trim() ?? null;

/**
 * The declared one, unless it cuts nothing: a spreadsheet may have saved the file with another one below that line. Else the
 * one under which the header is known, since a row of figures can hold more commas than the header has columns; else the
 * one that cuts the header into the most columns.
 */
function delimiterOf(body: string, declared: string | undefined): string {
  const headerUnder = (delimiter: string): string[] => {
    const { data } = Papa.parse<string[]>(body, { delimiter, preview: HEAD_ROWS });
    return data[headRows(data) - 1] ?? [];
  };
  if (declared !== undefined && headerUnder(declared).length > 1) return declared;
  const found = DELIMITERS.map((delimiter) => ({ delimiter, header: headerUnder(delimiter) }));
  const known = found.filter(({ header }) => isRecognised(header));
  return (known.length > 0 ? known : found).reduce((best, next) =>
    next.header.length > best.header.length ? next : best,
  ).delimiter;
}

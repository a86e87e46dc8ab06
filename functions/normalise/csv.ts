import Papa from "papaparse";
import { type FaultCode, fault, Problem } from "../model/problem.ts";

/** A row of a file, with its number as the file counts them. */
type CsvRow = { row: number; cells: string[]; fault: FaultCode | null };

export type Csv = { header: string[]; rows: CsvRow[]; delimiter: string };

const DELIMITERS = [",", ";", "\t"] as const;

/**
 * A CSV file's header and rows. The delimiter is the one that cuts the header into the most columns; blank rows are
 * passed over but counted.
 * @param first_row the number of the first row after the header: 2, unless the text is a later piece of a file
 */
export function readCsv(text: string, first_row: number): Csv {
  const unmarked = text.replace(/^\uFEFF/, "");
  // Excel's own first line: "sep=;"
  const [line = "", declared] = /^sep=(.)\r?\n/.exec(unmarked) ?? [];
  const body = unmarked.slice(line.length);
  const delimiter = declared ?? delimiterOf(body);
  const { data, errors } = Papa.parse<string[]>(body, { delimiter });
  const [header = [], ...rows] = data;
  if (header.every(isBlank)) {
    throw new Problem("invalid", "the file is empty; nothing was stored", [fault("", "empty")]);
  }
  const unclosed = new Set(errors.filter(({ type }) => type === "Quotes").map(({ row }) => row));
  return {
    header,
    delimiter,
    rows: rows.flatMap((cells, index) => {
      if (cells.every(isBlank)) return [];
      const tooLong = cells.slice(header.length).some((cell) => !isBlank(cell));
      const bad = unclosed.has(index + 1) ? "bad_quotes" : tooLong ? "too_many_cells" : null;
      return [{ row: first_row + index, cells, fault: bad }];
    }),
  };
}

const isBlank = (cell: string): boolean => cell.trim() === "";

function delimiterOf(body: string): string {
  const columns = DELIMITERS.map((delimiter) => ({
    delimiter,
    count: Papa.parse<string[]>(body, { delimiter, preview: 1 }).data[0]?.length ?? 0,
  }));
  return columns.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

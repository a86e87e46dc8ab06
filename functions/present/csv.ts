/** Rows as CSV: RFC 4180 with CRLF and a header row, or the dialect that Excel opens with a double click. */
import Papa from "papaparse";
import type { Column } from "../model/export-columns.ts";
import type { Language } from "./view.ts";

export type Cell = string | number | boolean | null;

/** Indonesian Excel reads `;` between cells and `,` before decimals. */
export type Dialect = { excel: boolean; language: Language };

const PLAIN: Dialect = { excel: false, language: "en" };

/** What a spreadsheet takes for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * @param rows in the order of the columns
 * Text that a spreadsheet would take for a formula (`= + - @`, TAB, CR) gets a leading `'`; numbers never do.
 */
export function toCsv(
  columns: readonly Pick<Column, "name" | "type">[],
  rows: readonly (readonly Cell[])[],
  { excel, language }: Dialect = PLAIN,
): string {
  const comma = excel && language === "id";
  const data = rows.map((row) =>
    row.map((cell) =>
      typeof cell === "string" ? asText(cell) : comma ? withDecimalComma(cell) : cell,
    ),
  );
  const text = Papa.unparse(
    { fields: columns.map(({ name }) => name), data },
    { newline: "\r\n", delimiter: comma ? ";" : "," },
  );
  return `${excel ? BYTE_ORDER_MARK : ""}${text}\r\n`;
}

/** Not left to Papa, which would take `-0,5` for a text. */
const asText = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

const withDecimalComma = (cell: Cell): Cell =>
  typeof cell === "number" && !Number.isInteger(cell) ? String(cell).replace(".", ",") : cell;

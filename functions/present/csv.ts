/** Rows as CSV: RFC 4180 with CRLF and a header row, or the dialect that Excel opens with a double click. */
import Papa from "papaparse";
import type { Column } from "../model/export-columns.ts";
import type { Language } from "./views/chrome.ts";

export type Cell = string | number | boolean | null;

/** Indonesian Excel reads `;` between cells and `,` before decimals. */
export type Dialect = { excel: boolean; language: Language };

const PLAIN: Dialect = { excel: false, language: "en" };

/** What a spreadsheet takes for the sign of a formula, full-width ones among them. */
const SIGN = "[=+\\-@＝＋－＠]";

/** What some drop before they look for a sign: spaces, and marks that are not seen. */
const DROPPED = "\\s\\p{Cc}\\p{Cf}";

/** A text that is a formula, or may become one. */
const FORMULA = new RegExp(`^(?:[\\t\\r\\n\\0]|[${DROPPED}]*${SIGN})`, "u");

/**
 * Separators and what is dropped, with the sign behind them. A spreadsheet that was told another separator than the
 * file's cuts at them inside a text, whether it is quoted or not, and a quotation mark doubled there is an empty cell's.
 * The sign is optional, so that a long run is looked at once and not from each of its places.
 */
const CUT = new RegExp(`([,;"${DROPPED}]+)(${SIGN})?`, "gu");

const SEPARATOR = /[,;\t\r\n]/;

const BYTE_ORDER_MARK = "\uFEFF";

/**
 * @param rows in the order of the columns
 * In a text, a `'` goes before every sign that a spreadsheet would take for a formula's, whatever separator it reads;
 * numbers never get one.
 */
export function toCsv(
  columns: readonly Pick<Column, "name" | "type">[],
  rows: readonly (readonly Cell[])[],
  { excel, language }: Dialect = PLAIN,
): string {
  const comma = excel && language === "id";
  const header = columns.map(({ name }) => name);
  const data = rows.map((row) =>
    row.map((cell) =>
      typeof cell === "string" ? asText(cell) : comma ? withDecimalComma(cell) : cell,
    ),
  );
  const text = Papa.unparse([header, ...data], {
    newline: "\r\n",
    delimiter: comma ? ";" : ",",
  });
  return `${excel ? BYTE_ORDER_MARK : ""}${text}\r\n`;
}

/** Not left to Papa, which would take `-0,5` for a text, and looks at a cell's first sign alone. */
const asText = (cell: string): string =>
  (FORMULA.test(cell) ? "'" : "") +
  cell.replaceAll(CUT, (found: string, before: string, sign?: string) =>
    sign && SEPARATOR.test(before) ? `${before}'${sign}` : found,
  );

const withDecimalComma = (cell: Cell): Cell =>
  typeof cell === "number" && !Number.isInteger(cell) ? String(cell).replace(".", ",") : cell;

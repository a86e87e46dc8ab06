/**
 * Rows as CSV: RFC 4180 with CRLF and a header row, or the dialect that Excel opens with a double click. Joined here and
 * by no library: five years of posts are a quarter of a million cells, and nearly all of them need one look.
 */
import { guarded } from "../model/csv-guard.ts";
import type { Column } from "../model/export-columns.ts";
import type { Language } from "./views/chrome.ts";

export type Cell = string | number | boolean | null;

/** Indonesian Excel reads `;` between cells and `,` before decimals. */
export type Dialect = { excel: boolean; language: Language };

const PLAIN: Dialect = { excel: false, language: "en" };

/** An id, an address, an instant, a word: letters and signs of ASCII without space and separator, and none to guard first. */
const BARE = /^[0-9A-Za-z_#][!#-+\--:<-~]*$/;

/** What has to stand in quotation marks, by the separator between cells. */
const QUOTED = { ",": /[",\r\n\uFEFF]|^ | $/, ";": /[";\r\n\uFEFF]|^ | $/ } as const;

/**
 * A text that a spreadsheet takes for a number and then shortens: it keeps fifteen digits and drops zeros in front, so two
 * posts' ids become one. Written as the formula of a text it stays whole; nothing but digits, and an `e` among them, can stand in it.
 */
const LONG_NUMBER = /^(?:\d{12,}|0\d+|\d+e\d+)$/i;

const BYTE_ORDER_MARK = "\uFEFF";

/** @param rows in the order of the columns */
export function toCsv(
  columns: readonly Pick<Column, "name" | "type">[],
  rows: readonly (readonly Cell[])[],
  dialect: Dialect = PLAIN,
): string {
  const write = csvLines(dialect);
  let text = csvHead(columns, dialect);
  for (const row of rows) text += write(row);
  return text;
}

/** What stands before the first row. */
export function csvHead(columns: readonly Pick<Column, "name">[], dialect: Dialect): string {
  const separator = separatorOf(dialect);
  const names = columns.map(({ name }) => quoted(name, separator)).join(separator);
  return `${dialect.excel ? BYTE_ORDER_MARK : ""}${names}\r\n`;
}

/**
 * How rows are written, each with its line's end. In a text, a `'` goes before every sign that a spreadsheet would take for a
 * formula's, whatever separator it reads; numbers never get one.
 */
export function csvLines(dialect: Dialect): (cells: readonly Cell[]) => string {
  const separator = separatorOf(dialect);
  // a column often says what it said a row before, an account or an instant, and that is looked at once
  const said: string[] = [];
  const written: string[] = [];
  const textIn = (at: number, cell: string): string => {
    if (said[at] !== cell) {
      said[at] = cell;
      written[at] = writtenText(cell, dialect);
    }
    return written[at] ?? "";
  };
  // empty cells leave nothing but separators, and those come together with the next cell
  const separators = [""];
  const owedFor = (owed: number): string => {
    separators[owed] ??= separator.repeat(owed);
    return separators[owed];
  };
  return (cells) => {
    let line = "";
    let owed = 0;
    for (let at = 0; at < cells.length; at += 1) {
      if (at > 0) owed += 1;
      const cell = cells[at] ?? null;
      if (cell === null) continue;
      if (typeof cell === "string") line += owedFor(owed) + textIn(at, cell);
      else line += owedFor(owed) + (separator === ";" ? withDecimalComma(cell) : cell);
      owed = 0;
    }
    return `${line}${owedFor(owed)}\r\n`;
  };
}

function writtenText(cell: string, dialect: Dialect): string {
  if (dialect.excel && LONG_NUMBER.test(cell)) return `"=""${cell}"""`;
  return BARE.test(cell) ? cell : quoted(guarded(cell), separatorOf(dialect));
}

const separatorOf = ({ excel, language }: Dialect) => (excel && language === "id" ? ";" : ",");

const quoted = (text: string, separator: keyof typeof QUOTED): string =>
  QUOTED[separator].test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const withDecimalComma = (cell: number | boolean): string => String(cell).replace(".", ",");

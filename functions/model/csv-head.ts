/** The lines of a file before its first row of figures, for whoever cuts a file into pieces under the same head. */

/** Excel's own first line, which names the delimiter; a spreadsheet that saved the file again may have padded or quoted it. */
export const DELIMITER_LINE = /^\uFEFF?"?sep=(.)"?[;,\t]*\r?\n/i;

const QUOTED = /"[^"]*"/g;
const LINE_ENDS = [/\r\n/, /(?<!\r)\n/, /\r(?!\n)/];

/**
 * A file whose lines end in one way. One whose header came from elsewhere than its rows ends them in two, and would be cut
 * at one of these alone; line breaks inside a cell are none of its ends.
 */
export function oneLineEnd(text: string): string {
  const rows = text.replaceAll(QUOTED, "");
  const mixed = LINE_ENDS.filter((end) => end.test(rows)).length > 1;
  return mixed ? text.replaceAll(/\r\n?/g, "\n") : text;
}

/**
 * How many rows stand before the first figures: the header, and what is above it: blank rows, and a row of one cell, such
 * as the name of the one figure in a daily file of Meta. The line of the delimiter is none of them.
 */
export function headRows(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => filled(row) > 0);
  const second = rows.findIndex((row, index) => index > first && filled(row) > 0);
  const titled = filled(rows[first] ?? []) === 1 && filled(rows[second] ?? []) > 1;
  return (titled ? second : first) + 1;
}

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== "").length;

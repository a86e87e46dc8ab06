/** The lines of a file before its first row of figures, for whoever cuts a file into pieces under the same head. */

/** Excel's own first line, which names the delimiter; a spreadsheet that saved the file again may have padded or quoted it. */
export const DELIMITER_LINE = /^\uFEFF?"?sep=(.)"?[;,\t]*\r?\n/i;

/**
 * How many rows stand before the first figures: 1 for a header; 2 where a row of one cell, such as the name of the one
 * figure in a daily file of Meta, stands above it. The line of the delimiter is none of them.
 */
export function headRows(rows: readonly (readonly string[])[]): 1 | 2 {
  const [first = [], second = []] = rows;
  return filled(first) === 1 && filled(second) > 1 ? 2 : 1;
}

const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== "").length;

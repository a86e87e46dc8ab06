/** A CSV file cut into pieces that one request carries, its head repeated and the rows' numbers kept. */
import { DELIMITER_LINE, headRows, oneLineEnd } from "../../functions/model/csv-head.ts";

/**
 * By measurement (`npm run bench`): an import takes about one yardstick however small it is, and so much again for each
 * hundred rows of an account that is new. Smaller pieces would be more round trips for hardly less.
 */
export const ROWS_A_PIECE = 100;

/** So much of a file is looked at in one request, in bytes; the API takes 5 MB. */
const MOST_LOOKED_AT = 4_900_000;

type Piece = { first_row: number; rows: number; text: string };

/** `looked_at`: what a look takes, of so many of the first rows; `null`: of all. A file that is not cut is one piece. */
export type Cut = {
  looked_at: { text: string; rows: number | null };
  pieces: Piece[];
  rows: number;
};

export async function cutFile(text: string): Promise<Cut> {
  const whole = (rows: number): Cut => ({
    looked_at: { text, rows: null },
    pieces: [{ first_row: 2, rows, text }],
    rows,
  });
  const { parse, unparse } = (await import("papaparse")).default;
  const body = oneLineEnd(text.replace(DELIMITER_LINE, ""));
  const { data, errors, meta } = parse<string[]>(body, { skipEmptyLines: false });
  if (errors.some(({ type }) => type === "Quotes")) return whole(0);
  // the line break at the end of a file is no row
  const rows = isEmpty(data.at(-1)) ? data.slice(0, -1) : data;
  const head = rows.slice(0, headRows(rows));
  const figures = rows.slice(head.length);
  // lines that a spreadsheet put into one cell each are taken apart by the server
  const inOneCell = (head.at(-1)?.length ?? 0) < 2;
  if (inOneCell || figures.length <= ROWS_A_PIECE) return whole(figures.length);
  const textOf = (some: string[][]) => unparse([...head, ...some], { delimiter: meta.delimiter });
  const pieces: Piece[] = [];
  for (let at = 0; at < figures.length; at += ROWS_A_PIECE) {
    const some = figures.slice(at, at + ROWS_A_PIECE);
    // the header is the file's row 1
    pieces.push({ first_row: at + 2, rows: some.length, text: textOf(some) });
  }
  const size = new Blob([text]).size;
  if (size <= MOST_LOOKED_AT) return { ...whole(figures.length), pieces };
  // the first rows that fit, as if all were of one length, and some room for those that are not
  const fitting = Math.floor((figures.length * MOST_LOOKED_AT * 0.9) / size);
  return {
    looked_at: { text: textOf(figures.slice(0, fitting)), rows: fitting },
    pieces,
    rows: figures.length,
  };
}

const isEmpty = (row: string[] | undefined): boolean => row?.length === 1 && row[0] === "";

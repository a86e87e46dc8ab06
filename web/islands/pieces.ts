/** A CSV file cut into pieces that one request carries, the header repeated and the rows' numbers kept. */

/** So many rows fit the free plan's CPU time for one request. */
const ROWS_A_PIECE = 250;

export type Piece = { first_row: number; rows: number; text: string };

/** `whole`: the file goes to the server as it is, which knows best what to say of it. */
export type Cut = { pieces: Piece[]; rows: number } | { whole: Uint8Array<ArrayBuffer> };

/** Enough of a file that is no text for the server to recognise what it is. */
const SAMPLE_BYTES = 65_536;

export async function cutFile(bytes: Uint8Array<ArrayBuffer>): Promise<Cut> {
  const text = textOf(bytes);
  if (text === null) return { whole: bytes.slice(0, SAMPLE_BYTES) };
  const { parse, unparse } = (await import("papaparse")).default;
  const { data, errors, meta } = parse<string[]>(text, { skipEmptyLines: false });
  if (errors.some(({ type }) => type === "Quotes")) return { whole: bytes };
  // the line break at the end of a file is no row
  const rows = isEmpty(data.at(-1)) ? data.slice(0, -1) : data;
  const [header, ...body] = rows;
  if (!header || body.length <= ROWS_A_PIECE) return { whole: bytes };
  const pieces: Piece[] = [];
  for (let at = 0; at < body.length; at += ROWS_A_PIECE) {
    const some = body.slice(at, at + ROWS_A_PIECE);
    // the header is the file's row 1
    const text = unparse([header, ...some], { delimiter: meta.delimiter });
    pieces.push({ first_row: at + 2, rows: some.length, text });
  }
  return { pieces, rows: body.length };
}

const isEmpty = (row: string[] | undefined): boolean => row?.length === 1 && row[0] === "";

/** `null`: not UTF-8 text. */
function textOf(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\u0000") || text.startsWith("PK") ? null : text;
  } catch {
    return null;
  }
}

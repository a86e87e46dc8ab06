/** An Excel workbook (`.xlsx`) as the CSV files that its sheets are. Nothing in it is evaluated. */
import { type Limits, type OpenFault, unzip } from "./unzip.ts";

export type Sheet = { name: string; text: string };

/** A workbook of the longest sheet that is taken, its pictures and styles aside. */
const BOOK_LIMITS: Limits = { bytes: 20_000_000, entries: 500 };

/** Besides the header. A library of four accounts publishes as much in twenty years. */
const MOST_ROWS = 20_000;
/** A cell far out makes every row as wide. */
const MOST_COLUMNS = 200;
/** Letters of all sheets: one long text may stand in many cells. */
const MOST_LETTERS = 20_000_000;

export async function sheetsOf(book: Uint8Array): Promise<Sheet[] | OpenFault> {
  const parts = await unzip(
    book,
    (name) => /\.(xml|rels)$/.test(name) && !/^docProps\//.test(name),
    BOOK_LIMITS,
  );
  if (parts === "zip_large" || parts === "zip_many") return "book_long";
  if (typeof parts === "string") return "book_damaged";
  if (parts.others.some((name) => /vbaProject\.bin$/i.test(name))) return "macros";
  const packed: Record<string, Uint8Array> = {};
  for (const { name, bytes } of parts.entries) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) {
      packed[name] = bytes;
      continue;
    }
    const xml = plainCells(new TextDecoder().decode(bytes));
    if (isTooLong(xml)) return "book_long";
    packed[name] = new TextEncoder().encode(xml);
  }
  const [{ zipSync }, { default: readBook }, { default: papa }] = await Promise.all([
    import("fflate"),
    import("read-excel-file/universal"),
    import("papaparse"),
  ]);
  try {
    // packed anew, so that what is read is what was looked at
    const { buffer } = zipSync(packed, { level: 0 }).slice();
    const sheets = await readBook(buffer, { trim: false, parseNumber: String });
    const filled = sheets.filter(({ data }) => data.length > 0);
    if (filled.length === 0) return "book_empty";
    const texts = filled.map(({ sheet, data }) => ({ name: sheet, cells: cellTexts(data) }));
    if (lettersIn(texts.map(({ cells }) => cells)) > MOST_LETTERS) return "book_long";
    return texts.map(({ name, cells }) => ({ name, text: papa.unparse(cells) }));
  } catch {
    return "book_damaged";
  }
}

/**
 * A sheet's XML without the cells that are only coloured, and with a text, which no count is read from, where a formula
 * failed or has no result yet: the reader would pass over them as if nothing were known.
 */
const plainCells = (xml: string): string =>
  xml
    .replaceAll(/<c\b[^>]*\/>/g, "")
    .replaceAll(/(<c\b[^>]*\s)t="e"/g, '$1t="str"')
    .replaceAll(
      /<c\b([^>]*)>\s*<f\b[^>]*(?:\/>|>[^<]*<\/f>)\s*<\/c>/g,
      (_cell, attributes: string) =>
        `<c${attributes.replace(/\s(?:t|s)="[^"]*"/g, "")} t="str"><v>#?</v></c>`,
    );

function isTooLong(xml: string): boolean {
  if ((xml.match(/<row\b/g)?.length ?? 0) > MOST_ROWS + 1) return true;
  for (const [, letters = "", row] of xml.matchAll(/<c\b[^>]*?\br="([A-Z]{1,9})(\d{1,9})"/g)) {
    if (Number(row) > MOST_ROWS + 1 || columnOf(letters) > MOST_COLUMNS) return true;
  }
  return false;
}

/** `A` is 1, `AA` is 27. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

function cellTexts(rows: readonly (readonly unknown[])[]): string[][] {
  const clocked = new Set<number>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      if (cell instanceof Date && !isMidnight(cell)) clocked.add(column);
    }
  }
  return rows.map((row) => row.map((cell, column) => cellText(cell, clocked.has(column))));
}

function cellText(cell: unknown, clocked: boolean): string {
  if (cell instanceof Date) return dateText(cell, clocked);
  return cell === null || cell === undefined ? "" : String(cell);
}

/** A spreadsheet counts days in fractions: the second that was meant is the nearest. */
const seconds = (date: Date): number => Math.round(date.getTime() / 1000);
const isMidnight = (date: Date): boolean => seconds(date) % 86_400 === 0;

/** Its day 0, from which a length of time is counted as if it were a date. */
const DAY_0 = Date.UTC(1899, 11, 30) / 1000;
const DATES_BEGIN = Date.UTC(1970, 0, 1) / 1000;

/** `2026-09-20 21:03:11`, the day alone where the whole column has no clock; a length of time as `1:02:03`. */
function dateText(date: Date, clocked: boolean): string {
  const at = seconds(date);
  if (at < DATES_BEGIN) {
    const length = at - DAY_0;
    const two = (value: number) => String(value % 60).padStart(2, "0");
    return `${Math.floor(length / 3600)}:${two(Math.floor(length / 60))}:${two(length)}`;
  }
  const text = new Date(at * 1000).toISOString();
  return clocked ? text.slice(0, 19).replace("T", " ") : text.slice(0, 10);
}

const lettersIn = (sheets: readonly string[][][]): number =>
  sheets.flat(2).reduce((sum, { length }) => sum + length, 0);

import Papa from "papaparse";

/** The delimiters of the spreadsheet that saved a file again. */
const OUTER = [";", "\t", ","] as const;

/**
 * A spreadsheet that cuts at another mark than the file does shows each of its lines in one cell, and saves each cell in
 * quotation marks: `"Post ID,Likes"` and `"1,""Halo, kawan"""`. The file that it was, or the text as it stands.
 */
export function unwrapped(text: string): string {
  for (const outer of OUTER) {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: outer });
    const rows = data.map(withoutPadding);
    const filled = rows.filter((cells) => cells.length > 0);
    const alone = filled.filter((cells) => cells.length === 1).length;
    // a line that holds the outer delimiter was cut in two, and is put together again; most hold none
    if (errors.some(({ type }) => type === "Quotes") || alone * 2 <= filled.length) continue;
    const header = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ""));
    if ((rows[header]?.length ?? 0) > 1) continue;
    const lines = rows.map((cells) => cells.join(outer)).join("\n");
    // else it is an ordinary file, whose captions hold that mark, perhaps at a line's end
    const padded = (data[header]?.length ?? 0) > 1;
    if (padded || quotes(lines) < quotes(text)) return lines;
  }
  return text;
}

/** Without the empty cells at its end. */
function withoutPadding(cells: readonly string[]): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells.slice(0, last + 1);
}

const quotes = (text: string): number => text.split('"').length;

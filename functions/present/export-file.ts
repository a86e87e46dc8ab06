/** A file of the export: its rows as CSV, JSON or NDJSON. */
import { EXPORTS, type ExportName } from "../model/export-columns.ts";
import { type Cell, csvHead, csvLines, type Dialect } from "./csv.ts";

export const FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
} as const;
export type Extension = keyof typeof FILE_TYPES;

export const isExtension = (text: string): text is Extension => Object.hasOwn(FILE_TYPES, text);

type Row = Readonly<Record<string, Cell>>;

export function toFile(
  name: ExportName,
  extension: Extension,
  rows: readonly Row[],
  dialect: Dialect,
): string {
  if (extension === "json") return JSON.stringify({ [name]: rows });
  const write = lineWriter(name, extension, dialect);
  let text = extension === "csv" ? csvHead(EXPORTS[name], dialect) : "";
  for (const row of rows) text += write(row);
  return text;
}

/** How a row of a file is written, with its line's end. JSON's rows are NDJSON's, with commas between. */
export function lineWriter(
  name: ExportName,
  extension: Extension,
  dialect: Dialect,
): (row: Row) => string {
  if (extension !== "csv") return (row) => `${JSON.stringify(row)}\n`;
  const columns = EXPORTS[name].map((column) => column.name);
  const write = csvLines(dialect);
  // one array for all rows: a file may have thirteen thousand
  const cells = new Array<Cell>(columns.length).fill(null);
  return (row) => {
    for (let at = 0; at < columns.length; at += 1) cells[at] = row[columns[at] as string] ?? null;
    return write(cells);
  };
}

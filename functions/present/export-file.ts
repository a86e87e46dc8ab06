/** A file of the export: its rows as CSV, JSON or NDJSON. */
import { type Column, EXPORTS, type ExportName } from "../model/export-columns.ts";
import { type Cell, csvHead, csvLine, type Dialect } from "./csv.ts";

export const FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  ndjson: "application/x-ndjson; charset=utf-8",
} as const;
export type Extension = keyof typeof FILE_TYPES;

export const isExtension = (text: string): text is Extension => Object.hasOwn(FILE_TYPES, text);

type Row = Record<string, Cell>;

export function toFile(
  name: ExportName,
  extension: Extension,
  rows: readonly Row[],
  dialect: Dialect,
): string {
  switch (extension) {
    case "csv": {
      const columns: readonly Column[] = EXPORTS[name];
      let text = csvHead(columns, dialect);
      for (const row of rows) text += csvLine(cellsOf(columns, row), dialect);
      return text;
    }
    case "json":
      return JSON.stringify({ [name]: rows });
    case "ndjson": {
      let text = "";
      for (const row of rows) text += `${JSON.stringify(row)}\n`;
      return text;
    }
  }
}

const cellsOf = (columns: readonly Column[], row: Row): Cell[] =>
  columns.map(({ name }) => row[name] ?? null);

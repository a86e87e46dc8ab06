/** A file of the export: its rows as CSV, JSON or NDJSON. */
import { EXPORTS, type ExportName } from "../model/export-columns.ts";
import { type Cell, type Dialect, toCsv } from "./csv.ts";

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
    case "csv":
      return toCsv(EXPORTS[name], cellsOf(name, rows), dialect);
    case "json":
      return JSON.stringify({ [name]: rows });
    case "ndjson":
      return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  }
}

const cellsOf = (name: ExportName, rows: readonly Row[]): Cell[][] =>
  rows.map((row) => EXPORTS[name].map((column) => row[column.name] ?? null));

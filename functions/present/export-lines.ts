/**
 * A file of the export by its lines, each with its place in time: so finished lines of many accounts are put in order and cut to
 * a period without looking into them.
 */
import { EXPORTS, type ExportName } from "../model/export-columns.ts";
import type { Line } from "../model/export-line.ts";
import { csvHead, type Dialect } from "./csv.ts";
import type { Extension } from "./export-file.ts";

/** The oldest first; of one instant by id, of one day the accounts in their order. @param lines of one account after the other */
export const inOrder = (lines: readonly Line[]): Line[] =>
  lines.toSorted((a, b) => a.at - b.at || a.id - b.id);

/** @param period from which place in time on, and to which */
export const within = (lines: readonly Line[], period: { from: number; to: number }): string =>
  lines
    .filter(({ at }) => period.from <= at && at <= period.to)
    .map(({ text }) => text)
    .join("");

/**
 * The whole file.
 * @param text of all its lines, one after the other
 */
export function toFileOfLines(
  name: ExportName,
  extension: Extension,
  text: string,
  dialect: Dialect,
): string {
  switch (extension) {
    case "csv":
      return csvHead(EXPORTS[name], dialect) + text;
    case "ndjson":
      return text;
    case "json":
      // JSON has no line's end inside
      return `{${JSON.stringify(name)}:[${text.slice(0, -1).replaceAll("\n", ",")}]}`;
  }
}

/**
 * A file of the export by its lines, each with its place in time: so the finished lines of many months and accounts are
 * put in order and cut to a period without looking into them.
 */
import { EXPORTS, type ExportName } from "../model/export-columns.ts";
import type { Line } from "../model/export-line.ts";
import { csvHead, type Dialect } from "./csv.ts";
import type { Extension } from "./export-file.ts";

/**
 * The whole file.
 * @param lines of one account after the other, each oldest first: sorting them is then merging a few runs
 * @param period from which place in time on, and to which
 */
export function toFileOfLines(
  name: ExportName,
  extension: Extension,
  lines: readonly Line[],
  period: { from: number; to: number },
  dialect: Dialect,
): string {
  const texts = lines
    .filter(({ at }) => period.from <= at && at <= period.to)
    .sort((a, b) => a.at - b.at || a.id - b.id)
    .map(({ text }) => text);
  switch (extension) {
    case "csv":
      return csvHead(EXPORTS[name], dialect) + texts.join("");
    case "ndjson":
      return texts.join("");
    case "json":
      return `{${JSON.stringify(name)}:[${texts.map((text) => text.slice(0, -1)).join(",")}]}`;
  }
}

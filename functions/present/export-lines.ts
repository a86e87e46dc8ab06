/**
 * A file of the export by its lines, each with its place in time: so the finished lines of many months and accounts are
 * put in order and cut to a period without looking into them.
 */
import { EXPORTS, type ExportName } from "../model/export-columns.ts";
import { csvHead, type Dialect } from "./csv.ts";
import type { Extension } from "./export-file.ts";

/** @param at its instant, or its day's number; @param id which of one instant comes first */
export type Line = { at: number; id: number; text: string };

/** Lines as one text: where each stands and how long it is, and then all of them. */
export function packLines(lines: readonly Line[]): string {
  const places = lines.flatMap(({ at, id, text }) => [at, id, text.length]);
  return `${JSON.stringify(places)}\n${lines.map(({ text }) => text).join("")}`;
}

export function unpackLines(packed: string): Line[] {
  const end = packed.indexOf("\n");
  const places = JSON.parse(packed.slice(0, end)) as number[];
  const lines: Line[] = [];
  let from = end + 1;
  for (let place = 0; place < places.length; place += 3) {
    const to = from + (places[place + 2] ?? 0);
    lines.push({
      at: places[place] ?? 0,
      id: places[place + 1] ?? 0,
      text: packed.slice(from, to),
    });
    from = to;
  }
  return lines;
}

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

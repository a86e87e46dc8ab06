/** Files that are known, and refused whole, each by the name of what is wrong with it. */
import { EXPORT_PLATFORMS, EXPORT_TITLES, type ExportKind } from "../model/import.ts";
import type { DayMetric } from "../model/metric.ts";
import { PLATFORM_NAMES, type Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../model/problem.ts";
import type { Csv } from "./csv.ts";
import { type DailyFigure, dailyFigure } from "./daily-figures.ts";
import { readDate } from "./date-text.ts";
import { isUnknown } from "./number-text.ts";
import { plainName } from "./plain-name.ts";
import type { Recognised } from "./recognise.ts";

/** Throws the Problem of a file of which nothing can be stored. */
export function refuseFile(csv: Csv, recognised: Recognised): void {
  if (csv.rows.length === 0) throw refusal("", "no_rows");
  refuseDailyPosts(csv, recognised);
  refuseTwice(csv, recognised);
}

const refusal = (path: string, code: FaultCode): Problem =>
  new Problem(
    "invalid",
    `${path ? `"${path}"` : "the file"} ${FAULT_MESSAGES[code]}; nothing was stored`,
    [fault(path, code)],
  );

/** What Meta's exports of totals say of their span, in the languages of the headers; not all were seen in a file. */
const LIFETIME: ReadonlySet<string> = new Set([
  "lifetime",
  "sepanjang masa",
  "sepanjang waktu",
  "seumur hidup",
  "selamanya",
  "semua waktu",
]);

/**
 * Meta's daily export says what each day added; read as totals it would make every post look dead. Whatever is not the
 * word for all time is a span, in whatever way a spreadsheet has written it.
 */
function refuseDailyPosts({ header, rows }: Csv, { places }: Recognised): void {
  const place = places.get("period");
  if (place === undefined) return;
  const column = header[place] ?? "";
  const spans = rows.some(({ cells, fault: broken }) => {
    const said = plainName(cells[place] ?? "");
    // in a row that is broken another column's cell may stand here; it is left out anyway
    return broken === null && !isUnknown(said) && !LIFETIME.has(said) && said !== plainName(column);
  });
  if (!spans) return;
  throw new Problem("invalid", `the file ${FAULT_MESSAGES.daily_export}; nothing was stored`, [
    fault(column.trim(), "daily_export"),
  ]);
}

/** A column that stands twice is harmless as long as both say the same; else nothing tells which of them is meant. */
function refuseTwice({ header, rows }: Csv, { places }: Recognised): void {
  const names = header.map(plainName);
  for (const place of places.values()) {
    const twin = names.findIndex((name, index) => index !== place && name === names[place]);
    if (twin < 0) continue;
    if (rows.some(({ cells }) => (cells[place] ?? "").trim() !== (cells[twin] ?? "").trim())) {
      throw refusal(header[place]?.trim() ?? "", "column_twice");
    }
  }
}

/** The figure that a daily file of Meta holds, by the name above its header, else by its own. */
export function figureOf(csv: Csv, name: string | null): DailyFigure {
  const file =
    name === null ? null : dailyFigure(name.replace(/\.\w+$/, "").replace(/\s*\(\d+\)$/, ""));
  if (csv.title === null && file === null) throw refusal("", "unnamed_figure");
  const figure = csv.title === null ? file : dailyFigure(csv.title);
  if (figure === null) throw refusal(csv.title ?? "", "unkept_figure");
  if (csv.rows.some((row) => beginsAnother(row, csv.header))) throw refusal("", "several_figures");
  return figure;
}

/** Below the first figure stands another one, kept here or not: its name alone in a row, and the header again. */
function beginsAnother({ cells }: Csv["rows"][number], header: readonly string[]): boolean {
  const [first = "", ...others] = cells;
  const alone = others.every((cell) => cell.trim() === "");
  if (alone) return /\p{L}/u.test(first) && readDate(first) === null && !isUnknown(first);
  return header.every((name, index) => plainName(cells[index] ?? "") === plainName(name));
}

/** The platform of a file; throws where it is not the one that it was said to be. `null`: the file does not tell. */
export function platformOf(
  kind: ExportKind,
  said: Platform | null,
  figure: { metric: DayMetric; platform: Platform | null } | null,
): Platform | null {
  const [only, ...others] = EXPORT_PLATFORMS[kind];
  const known = figure?.platform ?? (others.length === 0 ? only : null);
  const possible = known === null ? EXPORT_PLATFORMS[kind] : [known];
  if (said === null) return known;
  if (possible.includes(said)) return said;
  const message = `the file is "${EXPORT_TITLES[kind]}", not one of ${PLATFORM_NAMES[said]}`;
  throw new Problem("invalid", message, [fault("platform", "other_platform")]);
}

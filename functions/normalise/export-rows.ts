/** The rows of an export, one by one: what each says, or why it is left out. */

import type {
  ExportKind,
  FractionStyle,
  IdState,
  NumberStyle,
  SkippedRow,
} from "../model/import.ts";
import { COUNTERS, DAY_METRICS } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import { LONGEST_CAPTION } from "../model/post.ts";
import { type Fault, fault } from "../model/problem.ts";
import type { PostReading } from "../model/snapshot.ts";
import type { Role } from "./columns.ts";
import type { Csv } from "./csv.ts";
import { readDailyRow, readFollowersRow, readOverviewRow } from "./day-rows.ts";
import {
  type Cells,
  cellsOf,
  type ExportContext,
  type ExportReading,
  type FileStyle,
  type ReadRow,
} from "./export-row.ts";
import { isReadTooEarly } from "./instant.ts";
import { readFacebookRow, readInstagramRow } from "./meta-csv.ts";
import { numberStyle, secondsStyle } from "./number-style.ts";
import { canonicalPermalink } from "./permalink.ts";
import { plainName } from "./plain-name.ts";
import type { Recognised } from "./recognise.ts";
import { readTikTokRow } from "./tiktok-csv.ts";
import { areZeroed } from "./whole-id.ts";
import { readXContentRow } from "./x-csv.ts";

const READ_ROW: Record<ExportKind, ReadRow> = {
  facebook_posts: readFacebookRow,
  instagram_posts: readInstagramRow,
  meta_daily: readDailyRow,
  x_content: readXContentRow,
  x_overview: readOverviewRow,
  tiktok_content: readTikTokRow,
  tiktok_overview: readOverviewRow,
  tiktok_followers: readFollowersRow,
};

export type NumberedReading = ExportReading & { row: number };

export function readRows(
  csv: Csv,
  { kind, places }: Recognised,
  context: ExportContext,
  { style, ids }: { style: FileStyle; ids: IdState },
): { readings: NumberedReading[]; skipped: SkippedRow[] } {
  const skipped: SkippedRow[] = [];
  const readings: NumberedReading[] = [];
  for (const { row, cells, fault: broken } of csv.rows) {
    const whole = isHeader(cells, csv.header, places) ? "header_again" : broken;
    if (whole) {
      skipped.push(skippedRow(row, [fault("", whole)]));
      continue;
    }
    const faults: Fault[] = [];
    const said = cellsOf(
      cells,
      { places, header: csv.header, style, zeroed: ids === "zeroed" },
      faults,
    );
    const reading = READ_ROW[kind](said, context);
    if (reading?.post) refusePost(said, reading.post, context);
    if (reading && faults.length === 0) readings.push({ ...reading, row });
    else skipped.push(skippedRow(row, faults));
  }
  return { readings, skipped };
}

/** Files that were put together by hand hold the header again where the next one begins. */
const isHeader = (
  cells: readonly string[],
  header: readonly string[],
  places: ReadonlyMap<Role, number>,
): boolean =>
  [...places.values()].every(
    (place) => plainName(cells[place] ?? "") === plainName(header[place] ?? ""),
  );

/** Notes what a post can't be kept for. */
function refusePost(cells: Cells, post: PostReading, { read_at }: ExportContext): void {
  if (isReadTooEarly(post, read_at)) cells.refuse("published", "after_read_at");
  if (post.caption && post.caption.length > LONGEST_CAPTION) cells.refuse("caption", "too_long");
}

/** All that is read as a count, and so tells how the file groups thousands. */
const COUNTS: readonly Role[] = [
  ...COUNTERS.filter((counter) => counter !== "watch_seconds"),
  ...DAY_METRICS,
  "followers",
  "value",
  "boosted_views",
  "boosted_reach",
];

const cellsIn = ({ rows }: Csv, { places }: Recognised, roles: readonly Role[]): string[] => {
  const columns = [...new Set(roles.flatMap((role) => places.get(role) ?? []))];
  return rows.flatMap(({ cells }) => columns.map((column) => cells[column] ?? ""));
};

/** How the file writes its numbers, by its own cells where nothing was decided over the whole of it. */
export function styleOf(
  csv: Csv,
  recognised: Recognised,
  decided: { numbers: NumberStyle | null; seconds: FractionStyle | null },
): FileStyle {
  const numbers = decided.numbers ?? numberStyle(cellsIn(csv, recognised, COUNTS), csv.delimiter);
  const lengths = cellsIn(csv, recognised, ["watch_seconds"]);
  return { numbers, seconds: decided.seconds ?? secondsStyle(lengths, numbers) };
}

/** What a spreadsheet left of the file's ids, by how they look. */
export function idsOf({ rows }: Csv, { places }: Recognised): IdState {
  const columns = (["post_id", "account_id"] as const).flatMap((role) => places.get(role) ?? []);
  const cells = rows.flatMap((row) => columns.map((column) => row.cells[column] ?? ""));
  return areZeroed(cells) ? "zeroed" : "whole";
}

export function skippedRow(row: number, found: readonly Fault[]): SkippedRow {
  // what follows from a cell that is wrong already is not said again
  const faults = found.filter(
    ({ path }, index) => found.findIndex((other) => other.path === path) === index,
  );
  const [first] = faults;
  if (!first) throw new Error("a row is left out for a reason");
  const message = faults
    .map((one) => (one.path ? `"${one.path}" ${one.message}` : one.message))
    .join("; ");
  return { row, code: first.code, message, faults };
}

/** Of two rows that are the same reading the last one counts; the others are added to `skipped`. */
export function withoutDoubles(
  readings: readonly NumberedReading[],
  platform: Platform,
  skipped: SkippedRow[],
): NumberedReading[] {
  const byIdentity = new Map<string, NumberedReading>();
  for (const reading of readings) {
    const identity = identityOf(platform, reading);
    const earlier = byIdentity.get(identity);
    if (earlier) skipped.push(skippedRow(earlier.row, [fault("", "duplicate")]));
    byIdentity.set(identity, reading);
  }
  return [...byIdentity.values()];
}

/** What makes two rows of one account the same reading. */
function identityOf(platform: Platform, { post, day, followers }: ExportReading): string {
  if (day) return day.date;
  if (followers) return followers.date;
  const link = post.url === null ? null : canonicalPermalink(platform, post.url);
  return `${post.external_id ?? link}`;
}

/** A platform's CSV export → Snapshots: one for each account in it, all read at one instant. */
import {
  EXPORT_PLATFORM,
  EXPORT_TITLES,
  type ExportKind,
  type SkippedRow,
} from "../model/import.ts";
import { COUNTERS } from "../model/metric.ts";
import { PLATFORM_NAMES, type Platform } from "../model/platform.ts";
import { FAULT_MESSAGES, type Fault, type FaultCode, fault, Problem } from "../model/problem.ts";
import type { Instant, PostReading, Snapshot } from "../model/snapshot.ts";
import type { Role } from "./columns.ts";
import { type Csv, readCsv } from "./csv.ts";
import {
  type Cells,
  cellsOf,
  type ExportReading,
  type ReadRow,
  type RowAccount,
} from "./export-row.ts";
import { CLOCK_LEEWAY_SECONDS, EARLIEST_INSTANT, isReadTooEarly } from "./instant.ts";
import { readFacebookRow, readInstagramRow } from "./meta-csv.ts";
import { numberStyle } from "./number-text.ts";
import { canonicalPermalink } from "./permalink.ts";
import { type Recognised, recognise } from "./recognise.ts";
import { handleFault, handleOf, LONGEST_CAPTION } from "./snapshot-schema.ts";
import { readTikTokRow } from "./tiktok-csv.ts";
import { readWallTime } from "./wall-time.ts";
import { readXContentRow, readXOverviewRow } from "./x-csv.ts";

export type ExportOptions = {
  now: Instant;
  /** The zone that days belong to. */
  library_zone: string;
  /** The zone of the file's own times, which do not say it: the person chooses. */
  time_zone: string;
  /** What the person says the file is of; `null`: what the file says. */
  platform: Platform | null;
  /** The handle; only X's overview needs it. */
  account: string | null;
  /** When the file was made; `null`: now. */
  read_at: Instant | null;
  /** The number of the first row after the header: 2, unless the text is a later piece of a file under its header. */
  first_row: number;
};

export type ExportRead = {
  kind: ExportKind;
  snapshots: Snapshot[];
  /** Rows that say something, those left out included. */
  rows: number;
  skipped: SkippedRow[];
  /** Columns that are not kept here. */
  unused: string[];
};

const READ_ROW: Record<ExportKind, ReadRow> = {
  facebook_posts: readFacebookRow,
  instagram_posts: readInstagramRow,
  x_content: readXContentRow,
  x_overview: readXOverviewRow,
  tiktok_content: readTikTokRow,
};

/** Throws a Problem for a file that is none of the known exports, or not the one it was said to be. */
export function fromExport(text: string, options: ExportOptions): ExportRead {
  const read_at = readAt(options);
  const csv = readCsv(text, options.first_row);
  const recognised = recognise(csv.header);
  const { kind, unused } = recognised;
  const platform = EXPORT_PLATFORM[kind];
  if (options.platform !== null && options.platform !== platform) {
    const message = `the file is "${EXPORT_TITLES[kind]}", not one of ${PLATFORM_NAMES[options.platform]}`;
    throw new Problem("invalid", message, [fault("platform", "other_platform")]);
  }
  refuseDaily(csv, recognised);
  const { readings, skipped } = readRows(csv, recognised, { ...options, read_at });
  const snapshots = snapshotsOf(platform, readings, read_at, options.account);
  skipped.sort((a, b) => a.row - b.row);
  return { kind, snapshots, rows: csv.rows.length, skipped, unused };
}

function readAt({ read_at, now }: ExportOptions): Instant {
  if (read_at === null) return now;
  const code: FaultCode | null =
    read_at > now + CLOCK_LEEWAY_SECONDS
      ? "in_the_future"
      : read_at < EARLIEST_INSTANT
        ? "too_early"
        : null;
  if (code)
    throw new Problem("invalid", `read_at ${FAULT_MESSAGES[code]}`, [fault("read_at", code)]);
  return read_at;
}

/** Meta's daily export says what each day added; read as totals it would make every post look dead. */
function refuseDaily(csv: Csv, { places }: Recognised): void {
  const place = places.get("period");
  if (place === undefined) return;
  if (csv.rows.some(({ cells }) => readWallTime(cells[place] ?? "") !== null)) {
    throw new Problem("invalid", `the file ${FAULT_MESSAGES.daily_export}; nothing was stored`, [
      fault(csv.header[place]?.trim() ?? "Date", "daily_export"),
    ]);
  }
}

type NumberedReading = ExportReading & { row: number };

function readRows(
  csv: Csv,
  { kind, places }: Recognised,
  options: ExportOptions & { read_at: Instant },
) {
  const skipped: SkippedRow[] = [];
  const style = numberStyle(countCells(csv, places), csv.delimiter);
  const context = {
    ...options,
    account: options.account === null ? null : chosenHandle(options.account),
  };
  const byIdentity = new Map<string, NumberedReading>();
  for (const { row, cells, fault: broken } of csv.rows) {
    if (broken) {
      skipped.push(skippedRow(row, [fault("", broken)]));
      continue;
    }
    const faults: Fault[] = [];
    const said = cellsOf(cells, { places, header: csv.header, style }, faults);
    const reading = READ_ROW[kind](said, context);
    const named = reading && withAccount(kind, reading, context.account, faults);
    if (reading?.post) refusePost(said, reading.post, options.read_at);
    if (!named || faults.length > 0) {
      skipped.push(skippedRow(row, faults));
      continue;
    }
    const identity = identityOf(kind, named);
    const earlier = byIdentity.get(identity);
    if (earlier) skipped.push(skippedRow(earlier.row, [fault("", "duplicate")]));
    byIdentity.set(identity, { ...named, row });
  }
  return { readings: [...byIdentity.values()], skipped };
}

function chosenHandle(account: string): string {
  const code = handleFault(account);
  if (code === null) return handleOf(account);
  throw new Problem("invalid", `account ${FAULT_MESSAGES[code]}`, [fault("account", code)]);
}

/** Notes what a post can't be kept for. */
function refusePost(cells: Cells, post: PostReading, read_at: Instant): void {
  if (isReadTooEarly(post, read_at)) cells.refuse("published", "after_read_at");
  if (post.caption && post.caption.length > LONGEST_CAPTION) cells.refuse("caption", "too_long");
}

function* countCells({ rows }: Csv, places: ReadonlyMap<Role, number>): Generator<string> {
  const columns = COUNTERS.filter((counter) => counter !== "watch_seconds").flatMap(
    (counter) => places.get(counter) ?? [],
  );
  for (const { cells } of rows) for (const column of columns) yield cells[column] ?? "";
}

function skippedRow(row: number, found: readonly Fault[]): SkippedRow {
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

/** The reading with a handle to its account: the file's, the chosen one, or the platform's id where there is no handle. */
function withAccount(
  kind: ExportKind,
  reading: ExportReading,
  chosen: string | null,
  faults: Fault[],
): (ExportReading & { account: RowAccount & { handle: string } }) | null {
  const said = reading.account.handle;
  // Facebook's file knows the page's id alone; the handle in its links is a page's old name at times
  const handle = kind === "facebook_posts" ? (chosen ?? said) : (said ?? chosen);
  if (chosen !== null && handle !== chosen) {
    throw new Problem("conflict", `the file holds posts of "${handle}", not of "${chosen}"`, [
      fault("account", "not_this_account"),
    ]);
  }
  const named = handle ?? reading.account.external_id;
  if (named === null) {
    if (kind === "x_overview") {
      throw new Problem("invalid", "this file does not say whose it is: choose the account", [
        fault("account", "no_account"),
      ]);
    }
    faults.push(fault("", "no_account"));
    return null;
  }
  return { ...reading, account: { ...reading.account, handle: named } };
}

/** What makes two rows the same reading. */
function identityOf(kind: ExportKind, { post, day, account }: ExportReading): string {
  const whose = account.external_id ?? account.handle ?? "";
  if (day) return `${whose} ${day.date}`;
  const link = post.url === null ? null : canonicalPermalink(EXPORT_PLATFORM[kind], post.url);
  return `${whose} ${post.external_id ?? link}`;
}

function snapshotsOf(
  platform: Platform,
  readings: readonly ExportReading[],
  read_at: Instant,
  chosen: string | null,
): Snapshot[] {
  const byAccount = new Map<string, Snapshot>();
  for (const { account, post, day } of readings) {
    const whose = account.external_id ?? account.handle ?? "";
    let snapshot = byAccount.get(whose);
    if (!snapshot) {
      snapshot = {
        platform,
        account: account.handle ?? whose,
        external_id: account.external_id,
        name: account.name,
        read_at,
        followers: null,
        days: [],
        posts: [],
        comments: [],
      };
      byAccount.set(whose, snapshot);
    }
    if (post) snapshot.posts.push(post);
    else snapshot.days.push(day);
  }
  const snapshots = [...byAccount.values()];
  if (chosen !== null && snapshots.length > 1) {
    throw new Problem("invalid", `the file holds ${snapshots.length} accounts: choose none`, [
      fault("account", "several_accounts"),
    ]);
  }
  return snapshots;
}

/** What is said of a file beside its text, and what is read out of both. */
import type {
  DateOrder,
  Decided,
  Doubt,
  ExportKind,
  FractionStyle,
  IdState,
  NumberStyle,
  ReadAtFrom,
  SkippedRow,
} from "../model/import.ts";
import type { DayMetric } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import type { PreviewDay } from "../model/preview.ts";
import type { Day, Instant, Snapshot } from "../model/snapshot.ts";
import type { KnownAccount } from "./known-account.ts";

export type ExportOptions = {
  now: Instant;
  /** The zone that days belong to. */
  library_zone: string;
  /** The zone of the file's own times; `null`: what the kind usually writes, or the posts' ids prove. */
  time_zone: string | null;
  /** What the person says the file is of; `null`: what the file says. */
  platform: Platform | null;
  /** A handle, with or without `@`, or the address of the account's page; files of days need it. */
  account: string | null;
  /** When the file was made; `null`: what the file, its name or its last change say, else now. */
  read_at: Instant | null;
  /** How the file writes 9/11/2026; `null`: as its rows prove. */
  date_order: DateOrder | null;
  /** How the file groups thousands; `null`: as its cells prove. */
  numbers: NumberStyle | null;
  /** How it writes lengths of time; `null`: as its cells prove. */
  seconds: FractionStyle | null;
  /** The newest of its days that say no year; `null`: as the order of its rows proves. */
  newest_day: Day | null;
  /** What a spreadsheet left of its long ids; `null`: as they look. */
  ids: IdState | null;
  /** Whose file it is, as an earlier look at the whole of it found; `null`: as `ownership` finds. */
  owner: string | null;
  /** The accounts that are known here, of every platform. */
  known: readonly KnownAccount[];
  /** The file's name. */
  name: string | null;
  /** When the file was last changed. */
  modified: Instant | null;
  /** Only to be looked at: what has to be asked is told, not refused. */
  dry_run: boolean;
  /** The number of the first row after the header: 2, unless the text is a later piece of a file under its header. */
  first_row: number;
};

export type ExportRead = {
  kind: ExportKind;
  /** All of one account; of a follower history one for each day. */
  snapshots: Snapshot[];
  /** Rows that say something, those left out included. */
  rows: number;
  skipped: SkippedRow[];
  /** Columns that are not kept here. */
  unused: string[];
  read_at: Instant;
  read_at_from: ReadAtFrom;
  /** The zone in which the file's times were read. */
  time_zone: string;
  /** A choice of the account's posts: no gap and no rhythm follows from what it leaves out. */
  partial: boolean;
  doubts: Doubt[];
  /** The one figure of a daily file of Meta's, and the platform in its name; `null`: of another file, of both. */
  figure: { metric: DayMetric; platform: Platform | null } | null;
  /** The first days of which it says something. */
  first_days: PreviewDay[];
  /** What later pieces of the file are to be read by. */
  decided: Decided;
};

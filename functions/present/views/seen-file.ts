/** What a file would bring, before it is stored: what `POST /api/import?dry_run=true` answers and the screen shows. */
import type {
  Choice,
  Decided,
  Doubt,
  ExportKind,
  ReadAtFrom,
  SkippedRow,
} from "../../model/import.ts";
import type { DayMetric, Figures } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Preview, PreviewDay } from "../../model/preview.ts";
import type { PostReading, Precision } from "../../model/snapshot.ts";

/** Instants are ISO 8601 with `Z`, as on every wire. */
export type SeenPost = Figures &
  Pick<PostReading, "external_id" | "url" | "format" | "caption" | "paid"> & {
    published_at: string;
    published_precision: Precision;
  };

export type SeenChoice = Omit<Choice, "published_at"> & { published_at: string | null };

export type SeenDoubt = Omit<Doubt, "ask"> & {
  ask: (Omit<NonNullable<Doubt["ask"]>, "choices"> & { choices: SeenChoice[] }) | null;
};

export type SeenFile = Omit<Preview, "first"> & {
  dry_run: true;
  kind: ExportKind;
  /** The first posts, as they would stand. */
  first: SeenPost[];
  /** The first days of which it says something, whosever they are. */
  first_days: PreviewDay[];
  /** The one figure of a daily file of Meta's, with the platform that is in its name. */
  figure: { metric: DayMetric; platform: Platform | null } | null;
  rows: number;
  skipped: SkippedRow[];
  /** Columns that are not kept. */
  unused: string[];
  doubts: SeenDoubt[];
  read_at: string;
  read_at_from: ReadAtFrom;
  time_zone: string;
  /** To be sent back with the file or each piece of it, as parameters of these names. */
  decided: Omit<Decided, "read_at"> & { read_at: string };
  /** A choice of the account's posts. */
  partial: boolean;
  /** About how many rows were written to the database today, as D1 bills them. */
  written_today: number;
  /** How many a day has. */
  written_most: number;
};

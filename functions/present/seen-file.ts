import { instantOrNull, isoInstant } from "../model/day.ts";
import type { Decided, Doubt, ExportKind, ReadAtFrom, SkippedRow } from "../model/import.ts";
import type { DayMetric } from "../model/metric.ts";
import type { Platform } from "../model/platform.ts";
import type { Preview, PreviewDay } from "../model/preview.ts";
import type { Instant, PostReading } from "../model/snapshot.ts";
import type { SeenDoubt, SeenFile, SeenPost } from "./views/seen-file.ts";

/** What a look at a file found out. */
export type SeenExport = Preview & {
  kind: ExportKind;
  figure: { metric: DayMetric; platform: Platform | null } | null;
  first_days: PreviewDay[];
  rows: number;
  skipped: SkippedRow[];
  unused: string[];
  doubts: Doubt[];
  read_at: Instant;
  read_at_from: ReadAtFrom;
  time_zone: string;
  decided: Decided;
  partial: boolean;
};

/** A file as the API answers it before it is stored. */
export const toSeenFile = (
  { first, doubts, decided, read_at, ...seen }: SeenExport,
  written_today: number,
  written_most: number,
): SeenFile => ({
  dry_run: true,
  ...seen,
  first: first.map(toSeenPost),
  doubts: doubts.map(toSeenDoubt),
  read_at: isoInstant(read_at),
  decided: { ...decided, read_at: isoInstant(decided.read_at) },
  written_today,
  written_most,
});

const toSeenPost = ({ removed_at: _gone, published_at, ...post }: PostReading): SeenPost => ({
  ...post,
  published_at: isoInstant(published_at),
});

const toSeenDoubt = ({ ask, ...doubt }: Doubt): SeenDoubt => ({
  ...doubt,
  ask: ask && {
    ...ask,
    choices: ask.choices.map(({ value, published_at }) => ({
      value,
      published_at: instantOrNull(published_at),
    })),
  },
});

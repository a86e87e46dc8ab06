/** A post between its rows in the database and the values that are derived from: no rule of what follows from what. */
import { type DetailsRow, detailsOf } from "../../analyse/details.ts";
import { interactions } from "../../analyse/interactions.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import { type Details, type Fold, NO_FOLD } from "../../model/post-fold.ts";
import type { Repeat } from "../../model/repeat.ts";
import type { Day, Instant, PostReading } from "../../model/snapshot.ts";
import type { Topic } from "../../model/topic.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import type { PostRow } from "../../store/posts.ts";

export type Calendar = (at: Instant) => Day;

/** What of the library decides what is derived of a post: its days, and the words of its topics. */
export type Deriving = { dayOf: Calendar; topicOf: (caption: string | null) => Topic | null };

/** A post that was never seen before. */
export const newPost = (
  id: number,
  account: { id: number; platform: Platform },
  reading: PostReading,
): PostRow => ({
  id,
  account_id: account.id,
  external_id: reading.external_id ?? standInId(account.platform, reading.url) ?? String(id),
  published_at: reading.published_at,
  published_precision: reading.published_precision,
  published_on: "",
  format: null,
  topic: null,
  caption: null,
  url: null,
  paid: null,
  removed_at: null,
  person_format: null,
  person_topic: null,
  person_paid: null,
  hidden_at: null,
  excused: null,
  read_at: null,
  held: [],
  fold: NO_FOLD,
  ...NO_FIGURES,
  interactions: null,
  interactions_partial: false,
  followers_at_publish: null,
  followers_estimated: false,
});

export function withFigures(
  row: PostRow,
  fold: Fold | null,
  read_at: Instant | null,
  held: Repeat[],
): PostRow {
  const known = fold?.known ?? NO_FIGURES;
  const sum = interactions(known);
  return {
    ...row,
    ...known,
    read_at,
    held,
    interactions: sum.interactions,
    interactions_partial: sum.partial,
  };
}

export const withDetails = (
  row: PostRow,
  details: Details,
  { dayOf, topicOf }: Deriving,
): PostRow => ({
  ...row,
  ...details,
  external_id: details.external_id ?? row.external_id,
  published_on: dayOf(details.published_at),
  topic: topicOf(details.caption),
});

/** Where the platform's id is not known yet, the permalink stands in for it. */
export const standInId = (platform: Platform, url: string | null): string | null =>
  url === null ? null : canonicalPermalink(platform, url);

export const figuresOf = (values: Figures): Figures => {
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) figures[counter] = values[counter];
  return figures;
};

/** Details with where they come from, without whose they are. */
export const stampedDetails = (row: DetailsRow): DetailsRow => ({
  ...detailsOf(row),
  read_at: row.read_at,
  version: row.version,
  import_id: row.import_id,
});

export const fromReadingRow = (row: PostReadingRow) => ({
  read_at: row.read_at,
  version: row.version,
  import_id: row.import_id,
  values: figuresOf(row),
  previous_held: row.previous_held,
});

/** A post between its rows in the database and the values that are derived from: no rule of what follows from what. */
import { type Details, type DetailsRow, detailsOf, type Said } from "../../analyse/details.ts";
import type { Fold } from "../../analyse/gains.ts";
import { interactions } from "../../analyse/interactions.ts";
import type { Repeat } from "../../analyse/repeats.ts";
import { proposedTopic } from "../../analyse/topic.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import { MATURE_AGE_SECONDS } from "../../model/post.ts";
import type { Day, Instant, PostReading } from "../../model/snapshot.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import type { PostRow } from "../../store/posts.ts";

export type Calendar = (at: Instant) => Day;

/** Where a post's derivation stands, kept in `posts.fold`. `imported`: an import has a hand in its details. */
export type PostFold = { fold: Fold | null; said: Said; imported: boolean };

export const postFoldOf = (row: PostRow): PostFold => {
  const { fold = null, said = {}, imported = false } = JSON.parse(row.fold) as Partial<PostFold>;
  return { fold, said, imported };
};

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
  held: "[]",
  fold: "{}",
  ...NO_FIGURES,
  interactions: null,
  interactions_partial: 0,
  followers_at_publish: null,
  followers_estimated: 0,
});

/** At least 48 hours old at its newest reading. */
export const isMature = (row: PostRow): boolean =>
  row.read_at !== null && row.read_at - row.published_at >= MATURE_AGE_SECONDS;

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
    held: JSON.stringify(held),
    interactions: sum.interactions,
    interactions_partial: Number(sum.partial),
  };
}

export const withDetails = (row: PostRow, details: Details, dayOf: Calendar): PostRow => ({
  ...row,
  ...details,
  external_id: details.external_id ?? row.external_id,
  paid: toNumber(details.paid),
  published_on: dayOf(details.published_at),
  topic: proposedTopic(details.caption),
});

/** Where the platform's id is not known yet, the permalink stands in for it. */
export const standInId = (platform: Platform, url: string | null): string | null =>
  url === null ? null : canonicalPermalink(platform, url);

export const figuresOf = (values: Figures): Figures => {
  const figures: Figures = { ...NO_FIGURES };
  for (const counter of COUNTERS) figures[counter] = values[counter];
  return figures;
};

export const detailsOfRow = (row: PostRow): Details => detailsOf({ ...row, paid: flag(row.paid) });

const flag = (value: number | null): boolean | null => (value === null ? null : value === 1);

const toNumber = (value: boolean | null): number | null => (value === null ? null : Number(value));

export const fromReadingRow = (row: PostReadingRow) => ({
  read_at: row.read_at,
  version: row.version,
  import_id: row.import_id,
  values: figuresOf(row),
  previous_held: JSON.parse(row.previous_held) as Repeat[],
});

export const fromDetailsRow = (row: PostDetailsRow): DetailsRow => ({
  ...detailsOf({ ...row, paid: flag(row.paid) }),
  read_at: row.read_at,
  version: row.version,
  import_id: row.import_id,
});

export const toDetailsRow = (post_id: number, row: DetailsRow): PostDetailsRow => ({
  post_id,
  ...row,
  paid: toNumber(row.paid),
});

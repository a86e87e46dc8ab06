/** The export's rows, a record for each, its keys in the order of the columns. */
import type { Account } from "../model/account.ts";
import { type Daily, gained } from "../model/daily.ts";
import { instantOrNull, isoInstant } from "../model/day.ts";
import type { EXPORTS, ExportName } from "../model/export-columns.ts";
import type { Figures } from "../model/metric.ts";
import { accountUrl, ownAddress } from "../model/platform.ts";
import type { Post } from "../model/post.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { Cell } from "./csv.ts";

/** A cell for every column of a file: one that is missing is a type error. */
export type ExportRow<Name extends ExportName> = Record<
  (typeof EXPORTS)[Name][number]["name"],
  Cell
>;

export const accountRow = (account: Account): ExportRow<"accounts"> => ({
  platform: account.platform,
  account: account.handle,
  name: account.name,
  url: accountUrl(account.platform, account.handle),
  followers: account.followers,
  followers_at: instantOrNull(account.followers_at),
  last_read_at: instantOrNull(account.last_read_at),
  external_id: account.external_id,
});

/** One account's days and posts, oldest first. */
export type ExportedMonths = {
  account: Account;
  /** The last count known before the first day. */
  followers_before: number | null;
  days: readonly Daily[];
  posts: readonly Post[];
};

/** A row for each day of which something is known: a reading, a platform's figure, a gain, a post. */
export function dayRows(
  { account, followers_before, days, posts }: ExportedMonths,
  time_zone: string,
): ExportRow<"days">[] {
  const known = new Map(days.map((day) => [day.date, day]));
  const published = new Map<Day, number>();
  for (const { published_on } of posts) {
    published.set(published_on, (published.get(published_on) ?? 0) + 1);
  }
  let before = followers_before;
  return [...new Set([...known.keys(), ...published.keys()])].sort().map((date) => {
    const day = known.get(date);
    const followers = day?.followers ?? null;
    const change = followers === null || before === null ? null : followers - before;
    before = followers ?? before;
    const { likes, comments, shares, saves, interactions, interactions_partial, fell } = gained(
      day?.gains ?? null,
    );
    return {
      date,
      time_zone,
      platform: account.platform,
      account: account.handle,
      followers,
      followers_change: change,
      reach: day?.reach ?? null,
      views: day?.views ?? null,
      profile_views: day?.profile_views ?? null,
      posts: published.get(date) ?? 0,
      likes,
      comments,
      shares,
      saves,
      interactions,
      followers_gained: day?.followers_gained ?? null,
      followers_lost: day?.followers_lost ?? null,
      platform_time_zone: day?.platform_time_zone ?? null,
      interactions_partial: interactions === null ? null : interactions_partial,
      corrected: interactions === null ? null : fell,
    };
  });
}

/** What a post's month does not hold. */
export type PostText = {
  external_id: string;
  caption: string | null;
  url: string | null;
  read_at: Instant | null;
  removed_at: Instant | null;
};

export type PostRates = {
  by_followers: number | null;
  by_reach: number | null;
  by_views: number | null;
};

export const postRow = (
  account: Account,
  post: Post,
  text: PostText,
  rates: PostRates,
  time_zone: string,
): ExportRow<"posts"> => ({
  platform: account.platform,
  account: account.handle,
  post: text.external_id,
  published_at: isoInstant(post.published_at),
  time_zone,
  format: post.format,
  topic: post.topic,
  caption: text.caption,
  url: ownAddress(account.platform, text.url),
  read_at: instantOrNull(text.read_at),
  followers_at_publish: post.followers_at_publish,
  likes: post.likes,
  comments: post.comments,
  shares: post.shares,
  saves: post.saves,
  reach: post.reach,
  views: post.views,
  interactions: post.interactions,
  engagement_rate: rates.by_followers,
  engagement_rate_by_reach: rates.by_reach,
  engagement_rate_by_views: rates.by_views,
  score: post.score,
  weak: post.weak,
  clicks: post.clicks,
  watch_seconds: post.watch_seconds,
  paid: post.paid,
  interactions_partial: post.interactions_partial,
  followers_estimated: post.followers_estimated,
  published_precision: post.published_precision,
  removed_at: instantOrNull(text.removed_at),
});

export type ExportedReading = Figures & {
  post: string | null;
  read_at: Instant;
  followers: number | null;
};

export const snapshotRow = (
  account: Account,
  reading: ExportedReading,
): ExportRow<"snapshots"> => ({
  platform: account.platform,
  account: account.handle,
  post: reading.post,
  read_at: isoInstant(reading.read_at),
  likes: reading.likes,
  comments: reading.comments,
  shares: reading.shares,
  saves: reading.saves,
  reach: reading.reach,
  views: reading.views,
  followers: reading.followers,
  clicks: reading.clicks,
  watch_seconds: reading.watch_seconds,
});

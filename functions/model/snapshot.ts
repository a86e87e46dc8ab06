import type { Format } from "./format.ts";
import type { DayMetric, Figures } from "./metric.ts";
import type { Platform } from "./platform.ts";

/** An instant: whole UTC seconds since 1970. */
export type Instant = number;

/** A stretch of an account's time, both ends included. */
export type Stretch = { account_id: number; from: Instant; to: Instant };

/** Where a stored reading comes from: its instant, the account's version that brought it, and the import; `null`: none did. */
export type Stamp = { read_at: Instant; version: number; import_id: number | null };

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** `day`: the platform said only the date; the post counts in its day and is left out of hours and bursts. */
export type Precision = "second" | "day";

/**
 * The state of one account, and of the posts seen with it, read at one instant.
 * Everything that enters Denyut is one of these: a collector's answer, a push, a CSV export, a figure typed by hand.
 */
export type Snapshot = {
  platform: Platform;
  /** The handle: lower case, without `@`. */
  account: string;
  /** The platform's own id of the account; beats the handle when both are known. */
  external_id: string | null;
  name: string | null;
  read_at: Instant;
  followers: number | null;
  days: DayReading[];
  posts: PostReading[];
  comments: CommentReading[];
};

/** One that says nothing, such as of an account that is only named to us, was no reading of it. */
export const saysAnything = ({ followers, name, days, posts, comments }: Snapshot): boolean =>
  followers !== null || name !== null || days.length + posts.length + comments.length > 0;

/** A platform's own figures of an account for one of the platform's days. */
export type DayReading = Record<DayMetric, number | null> & {
  date: Day;
  /** When the platform's day ended, as it said; `null` when it did not. */
  end_time: Instant | null;
  /** The zone of the platform's day (IANA name); `null`: the library's. */
  time_zone: string | null;
};

/** What was seen of one post: who it is, what it says, its figures. */
export type PostReading = Figures & {
  /** The platform's id; `null` only when the permalink alone identifies the post. */
  external_id: string | null;
  url: string | null;
  published_at: Instant;
  published_precision: Precision;
  format: Format | null;
  caption: string | null;
  /** Boosted or sponsored. */
  paid: boolean | null;
  /** Since when the post is known to be gone from the platform. */
  removed_at: Instant | null;
};

/** When somebody commented. Neither who nor what: no commenter's name or text enters Denyut. */
export type CommentReading = {
  external_id: string;
  /** The platform's id of the post. */
  post: string;
  at: Instant;
  /** Written by the account itself. */
  ours: boolean;
  /** The platform's id of the comment it answers. */
  reply_to: string | null;
  /** Does it look like a question? `null`: its text did not pass by. */
  asks: boolean | null;
};

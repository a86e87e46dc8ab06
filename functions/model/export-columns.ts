/**
 * The export's promise: its files, their columns and the order of these. Columns are only ever added at the end.
 * The CSV, the JSON, the data package and the human page are all made from this one list.
 */

import { PLAN_COLUMNS } from "./plan-columns.ts";

/** `instant` is ISO 8601 in UTC, `day` a calendar day, `rate` a fraction, `seconds` and `count` whole numbers. */
export type ColumnType = "text" | "instant" | "day" | "count" | "seconds" | "rate" | "yes_no";

export type Column = { name: string; type: ColumnType; description: string };

const column = <const Name extends string>(name: Name, type: ColumnType, description: string) => ({
  name,
  type,
  description,
});

const PLATFORM = column("platform", "text", "facebook, instagram, x or tiktok");
const ACCOUNT = column("account", "text", "The account's handle, without @");
const TIME_ZONE = column("time_zone", "text", "The zone of the days in this row (IANA name)");
const LIKES = column("likes", "count", "Likes; on Facebook all reactions");
const COMMENTS = column("comments", "count", "Comments; on X replies");
const SHARES = column("shares", "count", "Shares; on X reposts and quotes");
const SAVES = column("saves", "count", "Saves; on X bookmarks, on TikTok favourites");
const REACH = column("reach", "count", "How many people saw it");
const VIEWS = column("views", "count", "How often it was seen (formerly impressions)");
const CLICKS = column("clicks", "count", "Clicks on it");
const WATCH_SECONDS = column("watch_seconds", "seconds", "How long it was watched in all");
const INTERACTIONS = column("interactions", "count", "likes + comments + shares");
const PARTIAL = column(
  "interactions_partial",
  "yes_no",
  "True where one of likes, comments and shares is unknown, so that interactions is the sum of the others",
);

export const EXPORTS = {
  accounts: [
    PLATFORM,
    ACCOUNT,
    column("name", "text", "The account's name"),
    column("url", "text", "The account's public address"),
    column("followers", "count", "The newest follower count"),
    column("followers_at", "instant", "When that count was read"),
    column("last_read_at", "instant", "The newest reading of the account or its posts"),
    column("external_id", "text", "The platform's own id of the account"),
  ],
  days: [
    column("date", "day", "The day"),
    TIME_ZONE,
    PLATFORM,
    ACCOUNT,
    column("followers", "count", "The last follower count read on that day"),
    column("followers_change", "count", "Against the last count known before that day"),
    column("reach", "count", "People reached on that day; days must not be added up"),
    column("views", "count", "Views on that day (formerly impressions)"),
    column("profile_views", "count", "How often the profile was opened on that day"),
    column("posts", "count", "Posts published on that day"),
    column("likes", "count", "Likes gained on that day by all posts"),
    column("comments", "count", "Comments gained on that day by all posts"),
    column("shares", "count", "Shares gained on that day by all posts"),
    column("saves", "count", "Saves gained on that day by all posts"),
    column("interactions", "count", "likes + comments + shares gained on that day"),
    column("followers_gained", "count", "New followers of that day, as the platform says"),
    column("followers_lost", "count", "Followers lost on that day, as the platform says"),
    column(
      "platform_time_zone",
      "text",
      "The zone of the platform's own daily figures (reach, views, profile_views, followers_gained, followers_lost)",
    ),
    PARTIAL,
    column(
      "corrected",
      "yes_no",
      "True where the platform lowered a counter on that day; what it took away is not subtracted from the gains",
    ),
  ],
  posts: [
    PLATFORM,
    ACCOUNT,
    column("post", "text", "The platform's id of the post"),
    column("published_at", "instant", "When it was published"),
    TIME_ZONE,
    column("format", "text", "What kind of post it is"),
    column("topic", "text", "What it is about"),
    column("caption", "text", "What it says"),
    column("url", "text", "Its address"),
    column("read_at", "instant", "The newest reading"),
    column("followers_at_publish", "count", "Followers when it was published"),
    LIKES,
    COMMENTS,
    SHARES,
    SAVES,
    REACH,
    VIEWS,
    INTERACTIONS,
    column("engagement_rate", "rate", "interactions ÷ followers_at_publish"),
    column("engagement_rate_by_reach", "rate", "interactions ÷ reach"),
    column("engagement_rate_by_views", "rate", "interactions ÷ views"),
    column(
      "score",
      "rate",
      "Against the usual for its kind and age on this account: 0.6 = six tenths; empty where not judged",
    ),
    column("weak", "yes_no", "In a weak content streak"),
    CLICKS,
    WATCH_SECONDS,
    column("paid", "yes_no", "Boosted or sponsored"),
    PARTIAL,
    column(
      "followers_estimated",
      "yes_no",
      "True where followers_at_publish is the first count known after publishing",
    ),
    column("published_precision", "text", "second; or day, where the hour is unknown"),
    column("removed_at", "instant", "Since when it is known to be gone from the platform"),
  ],
  snapshots: [
    PLATFORM,
    ACCOUNT,
    column("post", "text", "The platform's id of the post; empty: a reading of the account"),
    column(
      "read_at",
      "instant",
      "When these figures were first read; unchanged readings add no row",
    ),
    LIKES,
    COMMENTS,
    SHARES,
    SAVES,
    REACH,
    VIEWS,
    column("followers", "count", "Followers of the account"),
    CLICKS,
    WATCH_SECONDS,
  ],
  streaks: [
    PLATFORM,
    ACCOUNT,
    column("kind", "text", "weak: below the account's own norm; strong: above it"),
    column("state", "text", "open, recovered, new_normal or withdrawn"),
    column("started_at", "instant", "When its first post was published"),
    column("ended_at", "instant", "When its last post was published; empty while it is open"),
    column("posts", "count", "How many posts it holds"),
    column("severity", "rate", "Its size against the usual: 0.5 = about half"),
    column(
      "false_alarm_every",
      "count",
      "By chance alone a run like it turns up once in so many posts",
    ),
    column("first_post", "text", "The platform's id of its first post"),
    column("last_post", "text", "The platform's id of its last post"),
    column("reason", "text", "Why a person left it out of the norm"),
    column("note", "text", "What changed since it was first told"),
  ],
  plans: PLAN_COLUMNS,
  events: [
    column("id", "count", "The event's number here, as plans name it"),
    column("kind", "text", "launch, discussion, workshop, live, exhibition, storytelling or other"),
    column("title", "text", "What it is called"),
    column("starts_at", "instant", "When it starts"),
    column("ends_at", "instant", "When it ends; empty: not said"),
    column("place", "text", "Where it is"),
    column("hashtags", "text", "By which its posts are found, each with #, with spaces between"),
    column("url", "text", "Where one registers, or learns more"),
    column("posts", "count", "How many posts are about it"),
    column("reach", "count", "Of the post that reached most: people are not added up"),
    column("interactions", "count", "likes + comments + shares of its posts"),
    column("clicks", "count", "On its short links; empty: it has none that was followed"),
    column("visitors", "count", "How many came"),
    column("cost", "count", "What it cost, in whole rupiah"),
  ],
  notes: [
    column("from", "day", "The first of its days"),
    column("to", "day", "The last of its days"),
    column("platform", "text", "facebook, instagram, x or tiktok; empty: of all accounts"),
    column("account", "text", "The account's handle, without @, one a row; empty: all accounts"),
    column("text", "text", "What a person noted"),
    column("left_out", "yes_no", "True where the posts of these days are left out of the norm"),
  ],
  responses: [
    PLATFORM,
    ACCOUNT,
    column("post", "text", "The platform's id of the post"),
    column(
      "comment",
      "text",
      "The platform's id of a comment by someone else that starts a thread",
    ),
    column("at", "instant", "When it was written"),
    column(
      "asks",
      "yes_no",
      "True where it looks like a question; empty: its text never passed by",
    ),
    column(
      "answered_at",
      "instant",
      "The account's first reply in its thread; empty: none is known",
    ),
    column("minutes", "count", "Whole minutes from the comment to that reply"),
    column("settled", "yes_no", "True where a person says that it needs no answer"),
    column(
      "watched",
      "yes_no",
      "True where an answer would be known; where it is false, one without an answer says nothing",
    ),
    column("known_until", "instant", "Up to when its answer would be known"),
  ],
  claims: [
    column(
      "month",
      "text",
      "The month of the look (2026-11): posts of the months before were judged",
    ),
    column("platform", "text", "facebook, instagram, x or tiktok; empty: all accounts together"),
    column("account", "text", "The account's handle, without @; empty: all accounts together"),
    column(
      "factor",
      "text",
      "By what posts are compared: format, topic, hours, weekday, length, hashtags, hashtag, question or rhythm",
    ),
    column("level", "text", "Which posts of it: short_video, 18-21, …"),
    column("direction", "count", "1: they get more than the account's other posts; -1: less"),
    column(
      "ratio",
      "rate",
      "So many times the other posts' interactions, drawn towards 1; of rhythm its direction alone counts",
    ),
    column("low", "rate", "Nine of ten intervals from here"),
    column("high", "rate", "to here hold the true ratio"),
    column("posts", "count", "How many posts it rests on; those of an hour are one"),
    column(
      "chance",
      "rate",
      "How often chance makes a difference as sure as this among all that was compared",
    ),
  ],
} as const satisfies Record<string, readonly Column[]>;

export type ExportName = keyof typeof EXPORTS;

export const EXPORT_NAMES = Object.keys(EXPORTS) as ExportName[];

export const isExportName = (text: string): text is ExportName =>
  (EXPORT_NAMES as readonly string[]).includes(text);

/** `days.reach`: a column of a file, as one name. */
export type ColumnKey = {
  [Name in keyof typeof EXPORTS]: `${Name}.${(typeof EXPORTS)[Name][number]["name"]}`;
}[keyof typeof EXPORTS];

/**
 * The registry of metrics. A counter belongs to a post and grows; a gauge or a daily figure belongs to an account.
 * `null` always means "the platform did not say", never zero.
 */
export const COUNTERS = [
  "likes",
  "comments",
  "shares",
  "saves",
  "reach",
  "views",
  "clicks",
  "watch_seconds",
] as const;
export type Counter = (typeof COUNTERS)[number];

/** A post's figures at one instant: whole numbers of 0 or more (`watch_seconds` in whole seconds). */
export type Figures = Record<Counter, number | null>;

export const NO_FIGURES: Figures = {
  likes: null,
  comments: null,
  shares: null,
  saves: null,
  reach: null,
  views: null,
  clicks: null,
  watch_seconds: null,
};

/** The counters whose growth is added up day by day. */
export const DAILY_COUNTERS = ["likes", "comments", "shares", "saves"] as const;
export type DailyCounter = (typeof DAILY_COUNTERS)[number];

/** What a platform says of an account for one of its own days. */
export const DAY_METRICS = [
  "reach",
  "views",
  "profile_views",
  "followers_gained",
  "followers_lost",
] as const;
export type DayMetric = (typeof DAY_METRICS)[number];

/** The four figures of the Overview. */
export const HEADLINE_METRICS = ["engagement_rate", "reach", "views", "followers"] as const;
export type HeadlineMetric = (typeof HEADLINE_METRICS)[number];

/** What an engagement rate is taken of; followers at publish unless somebody asks otherwise. */
export const RATE_BASES = ["followers", "reach", "views"] as const;
export type RateBase = (typeof RATE_BASES)[number];

/** No count on any platform comes near this; above it a number is a mistake (and above 2^53 it would lose its last digits). */
export const LARGEST_COUNT = 1_000_000_000_000;

/** The list of posts. */
import type { Format } from "../../model/format.ts";
import type { Platform } from "../../model/platform.ts";
import type { Instant, Precision } from "../../model/snapshot.ts";
import type { Topic } from "../../model/topic.ts";
import type { AgainstUsual } from "../../model/usual.ts";
import type { Choice, Chrome } from "./chrome.ts";
import type { WorksLine } from "./works.ts";

/** A post in a list. */
export type PostLine = {
  id: number;
  platform: Platform;
  account: string;
  published_at: Instant;
  precision: Precision;
  format: Format | null;
  topic: Topic | null;
  caption: string | null;
  paid: boolean | null;
  removed: boolean;
  /** It still grows, and is not judged yet. */
  young: boolean;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  interactions: number | null;
  interactions_partial: boolean;
  engagement_rate: number | null;
  reach: number | null;
  views: number | null;
  /** Against its own norm: 0.6 = six tenths of the usual; `null` when not judged. */
  score: number | null;
  /** In a weak streak. */
  weak: boolean | null;
};

/** A post in the list of all, held against the usual range of its account. */
export type ListedPost = PostLine & {
  /** By its own value alone, in a streak or not; `null`: not judged. */
  against_usual: AgainstUsual | null;
};

/** `best` and `weakest` go by `score`, the one order that is fair between accounts. */
export const POST_SORTS = [
  "newest",
  "best",
  "weakest",
  "oldest",
  "rate",
  "interactions",
  "reach",
  "views",
] as const;
export type PostSort = (typeof POST_SORTS)[number];

/** One format; `posts`: all but stories, which would fill the list; `null`: all. */
export type FormatChoice = Format | "posts" | null;

export type PostsView = {
  screen: "posts";
  chrome: Chrome;
  choice: Choice;
  q: string;
  sort: PostSort;
  format: FormatChoice;
  topic: Topic | null;
  posts: ListedPost[];
  /** Stories that match but for being stories. */
  stories: number;
  /** How many match in all. */
  total: number;
  /** Leads to the next page; `null` on the last. */
  next_cursor: string | null;
  /** What there is to say of what works; `null`: nobody looked yet. */
  works: WorksLine | null;
  /** The formats and topics that occur in the period, for the filters. */
  formats: Format[];
  topics: Topic[];
};

import type { Format } from "./format.ts";
import type { Figures } from "./metric.ts";
import type { Day, Instant, Precision } from "./snapshot.ts";
import type { VerdictState } from "./streak.ts";
import type { Topic } from "./topic.ts";

/** A post is judged by its rate once it had two days to collect reactions. */
export const MATURE_AGE_SECONDS = 48 * 3600;

/** In letters; a longer one is refused. */
export const LONGEST_CAPTION = 20_000;

/** A post with its latest known figures, as the screens and the export read it. */
export type Post = Figures & {
  id: number;
  account_id: number;
  published_at: Instant;
  /** The library's day of `published_at`. */
  published_on: Day;
  published_precision: Precision;
  format: Format | null;
  topic: Topic | null;
  /** `null`: neither the platform nor a person said. */
  paid: boolean | null;
  removed: boolean;
  hidden: boolean;
  /** At least 48 hours old at its newest reading. */
  mature: boolean;
  /** likes + comments + shares; the sum of the known ones when `interactions_partial`. */
  interactions: number | null;
  interactions_partial: boolean;
  followers_at_publish: number | null;
  /** The count is the first known after publishing: none was known before. */
  followers_estimated: boolean;
  /** What its account's norm says of it: `pending` is a post too young to be judged; `null`: it is left out. */
  judgement: VerdictState | null;
  /** Against the usual for its kind and age: 0.6 = six tenths. `null` unless judged. */
  score: number | null;
  /** In a weak streak. `null` unless judged. */
  weak: boolean | null;
};

/** At least 48 hours old at its newest reading. The database packs the same into `months`. */
export const isMature = ({
  read_at,
  published_at,
}: {
  read_at: Instant | null;
  published_at: Instant;
}): boolean => read_at !== null && read_at - published_at >= MATURE_AGE_SECONDS;

/** A story is gone after a day: its figures never grow to what a post's do, and it closes no gap for long. */
export const isStory = ({ format }: { format: Format | null }): boolean => format === "story";

/** Does the post count in norms, medians and rates: not a story, not paid for, not gone, not hidden by a person. */
export const counts = (post: Pick<Post, "format" | "paid" | "removed" | "hidden">): boolean =>
  !isStory(post) && !post.paid && !post.removed && !post.hidden;

/** Is it one of the posts that an account has published, as they are counted: not a story, not gone. */
export const stands = (post: Pick<Post, "format" | "removed">): boolean =>
  !isStory(post) && !post.removed;

/** A post that the library published: no story, not gone, not hidden by a person. */
export const isTold = (post: Pick<Post, "format" | "removed" | "hidden">): boolean =>
  stands(post) && !post.hidden;

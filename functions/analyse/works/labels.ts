/** At which level a post stands in each factor; `null`: unknown. Of `question` it is also a post that asks nothing. */
import { hourOf, weekdayOfNumber } from "../../model/day.ts";
import { FORMATS } from "../../model/format.ts";
import { bandOf, HOUR_BANDS } from "../../model/hour-band.ts";
import { TOPICS } from "../../model/topic.ts";
import type { SettledPost } from "./settled.ts";

/** The factors in which a post stands at one level. */
export const LABELLED = [
  "format",
  "topic",
  "hours",
  "weekday",
  "length",
  "hashtags",
  "question",
] as const;
export type Labelled = (typeof LABELLED)[number];

export type Labels = Record<Labelled, string | null> & {
  /** In small letters, each once. */
  tags: string[];
  week_posts: number;
};

/** 1 is Monday. */
const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;
const LENGTHS = ["short", "medium", "long"] as const;
const HASHTAG_COUNTS = ["0", "1-3", "4-10", "11+"] as const;
const QUESTION = "yes";

/** The levels in the order in which they are shown; one that nobody foresaw stands after them. */
const ORDER: Record<Labelled, readonly string[]> = {
  format: FORMATS,
  topic: TOPICS,
  hours: HOUR_BANDS,
  weekday: WEEKDAYS,
  length: LENGTHS,
  hashtags: HASHTAG_COUNTS,
  question: [QUESTION],
};

export function inOrder(factor: Labelled, levels: readonly string[]): string[] {
  const known = ORDER[factor].filter((level) => levels.includes(level));
  return [...known, ...levels.filter((level) => !ORDER[factor].includes(level)).sort()];
}

/** @param posts of one account: short and long are its own */
export function labelling(
  posts: readonly SettledPost[],
  time_zone: string,
): (post: SettledPost) => Labels {
  const lengthOf = thirds(posts.flatMap(({ caption_length }) => caption_length ?? []));
  return (post) => ({
    format: post.format,
    topic: post.topic,
    hours: post.hour_known ? bandOf(hourOf(post.at, time_zone)) : null,
    weekday: String(weekdayOfNumber(post.day)),
    length: post.caption_length === null ? null : lengthOf(post.caption_length),
    hashtags: post.caption_length === null ? null : hashtagsOf(post.hashtags.length),
    question: post.question ? QUESTION : null,
    tags: [...new Set(post.hashtags.map((tag) => tag.toLowerCase()))].sort(),
    week_posts: post.week_posts,
  });
}

const hashtagsOf = (count: number): string =>
  HASHTAG_COUNTS[count === 0 ? 0 : count <= 3 ? 1 : count <= 10 ? 2 : 3];

/** `thirds([1, 2, 3, 4, 5, 6])(3)` is medium: 3 and 4 are the middle third. */
export function thirds(values: readonly number[]): (value: number) => string {
  const sorted = Float64Array.from(values).sort();
  const medium = sorted[Math.floor(sorted.length / 3)] ?? 0;
  const long = sorted[Math.floor((2 * sorted.length) / 3)] ?? 0;
  return (value) => LENGTHS[value < medium ? 0 : value < long ? 1 : 2];
}

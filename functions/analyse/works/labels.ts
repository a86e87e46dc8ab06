/** At which level a post stands in each factor; `null`: unknown. Of `question` it is also a post that asks nothing. */
import type { Factor } from "../../model/claim.ts";
import { weekdayOfNumber } from "../../model/day.ts";
import { FORMATS } from "../../model/format.ts";
import { HOUR_BANDS } from "../../model/hour-band.ts";
import { TOPICS } from "../../model/topic.ts";
import type { SettledPost } from "./settled.ts";

/** The factors in which a post stands at one level. */
export type Labelled = Exclude<Factor, "hashtag" | "rhythm">;

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
): Record<Labelled, (post: SettledPost) => string | null> {
  const lengthOf = thirds(posts.flatMap(({ caption_length }) => caption_length ?? []));
  return {
    format: ({ format }) => format,
    topic: ({ topic }) => topic,
    hours: ({ hours }) => hours,
    weekday: ({ day }) => String(weekdayOfNumber(day)),
    length: ({ caption_length }) => (caption_length === null ? null : lengthOf(caption_length)),
    hashtags: ({ caption_length, hashtags }) =>
      caption_length === null ? null : hashtagsOf(hashtags.length),
    question: ({ question }) => (question ? QUESTION : null),
  };
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

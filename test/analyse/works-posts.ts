/** Posts to ask what works of, long settled, in Jakarta; and their units, all alike but for what a test says. */
import type { Labelled } from "../../functions/analyse/works/labels.ts";
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import { type Units, wordOf } from "../../functions/analyse/works/units.ts";
import { valuesOf } from "../../functions/analyse/works/values.ts";

export const JAKARTA = "Asia/Jakarta";

export const worksPost = (of: Partial<WorksPost> & { id: string }): WorksPost => ({
  published_at: "2026-03-02T05:00:00Z",
  format: "image",
  topic: "events",
  hashtags: [],
  caption_length: 100,
  question: false,
  interactions: 50,
  followers: null,
  age_hours: 1000,
  ...of,
});

/** `count` posts a day apart from 1 January 2026, 12:00 in Jakarta. */
export const daily = (
  count: number,
  of: (index: number) => Partial<WorksPost> = () => ({}),
): WorksPost[] =>
  Array.from({ length: count }, (_, index) =>
    worksPost({
      id: `p${String(index).padStart(3, "0")}`,
      published_at: new Date(Date.UTC(2026, 0, 1 + index, 5)).toISOString(),
      ...of(index),
    }),
  );

/** One unit by itself, with its labels as words. */
export type Unit = {
  post: string;
  at: number;
  interactions: number;
  log: number;
  labels: Record<Labelled, string | null> & { tags: string[]; week_posts: number };
};

export const unit = (
  log: number,
  labels: Partial<Unit["labels"]> = {},
  interactions = 50,
): Unit => ({
  post: "p",
  at: 0,
  interactions,
  log,
  labels: {
    format: "image",
    topic: "events",
    hours: "12-15",
    weekday: "1",
    length: "medium",
    hashtags: "0",
    question: null,
    tags: [],
    week_posts: 3,
    ...labels,
  },
});

/** As the method has them: a list a field. */
export function together(units: readonly Unit[]): Units {
  const words: string[] = [];
  const numberOf = (word: string | null): number => {
    if (word === null) return 0;
    if (!words.includes(word)) words.push(word);
    return words.indexOf(word) + 1;
  };
  const of = (name: Labelled) => units.map(({ labels }) => numberOf(labels[name]));
  return {
    posts: units.map(({ post }) => post),
    at: units.map(({ at }) => at),
    interactions: units.map(({ interactions }) => interactions),
    values: valuesOf(
      units.map(({ log }) => log),
      of("format"),
    ),
    labels: {
      format: of("format"),
      topic: of("topic"),
      hours: of("hours"),
      weekday: of("weekday"),
      length: of("length"),
      hashtags: of("hashtags"),
      question: of("question"),
    },
    tags: units.map(({ labels }) => labels.tags.map(numberOf)),
    week_posts: units.map(({ labels }) => labels.week_posts),
    words,
  };
}

/** The other way round; `log` against the median of its block. */
export const apart = (units: Units): Unit[] =>
  units.posts.map((post, at) => ({
    post,
    at: units.at[at] ?? 0,
    interactions: units.interactions[at] ?? 0,
    log: units.values.plain[at] ?? 0,
    labels: {
      format: wordOf(units, "format", at),
      topic: wordOf(units, "topic", at),
      hours: wordOf(units, "hours", at),
      weekday: wordOf(units, "weekday", at),
      length: wordOf(units, "length", at),
      hashtags: wordOf(units, "hashtags", at),
      question: wordOf(units, "question", at),
      tags: units.tags[at]?.map((number) => units.words[number - 1] ?? "") ?? [],
      week_posts: units.week_posts[at] ?? 0,
    },
  }));

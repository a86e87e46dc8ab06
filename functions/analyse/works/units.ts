/**
 * What is ranked: one unit a post, and one of all that were published within an hour of the one before. Those share one
 * audience's moment, so they have one say: their median, with the labels of the first.
 */
import { median } from "simple-statistics";
import type { Instant } from "../../model/snapshot.ts";
import { mostDrawFew } from "../few-interactions.ts";
import { logInteractions } from "../log-interactions.ts";
import { LABELLED, type Labelled, labelling } from "./labels.ts";
import type { SettledPost } from "./settled.ts";
import { type Reading, valuesOf } from "./values.ts";

const BURST_SECONDS = 3600;

/** Fewer say nothing of what differs. */
export const FEWEST_UNITS = 30;

/**
 * An account's units, oldest first: a list a field, each as long as there are units, so that the text between two slices of a
 * look is read as it is.
 */
export type Units = {
  /** The first post's. */
  posts: string[];
  at: Instant[];
  interactions: number[];
  /** Of the ln of the interactions, by follower where they are known of all of the account's posts. */
  values: Record<Reading, number[]>;
  /** Of each label the number of its word, from 1 on; 0: unknown. */
  labels: Record<Labelled, number[]>;
  /** Of each hashtag the number of its word. */
  tags: number[][];
  week_posts: number[];
  /** Each once, whatever it is a word for. */
  words: string[];
};

export const countOf = ({ posts }: Units): number => posts.length;

/** `null`: unknown. */
export const wordOf = ({ labels, words }: Units, name: Labelled, unit: number): string | null =>
  words[(labels[name][unit] ?? 0) - 1] ?? null;

/** @param posts of one account, oldest first */
export function unitsOf(posts: readonly SettledPost[], time_zone: string): Units {
  const perFollower = posts.every(({ followers }) => (followers ?? 0) > 0);
  const labelsOf = labelling(posts, time_zone);
  const logOf = ({ interactions, followers }: SettledPost): number =>
    logInteractions(interactions) - (perFollower ? Math.log(followers ?? 1) : 0);
  const units = noUnits();
  const logs: number[] = [];
  const numberOf = numbering(units.words);
  for (const [first, ...rest] of bursts(posts)) {
    const middle = (value: (post: SettledPost) => number): number =>
      rest.length === 0 ? value(first) : median([first, ...rest].map(value));
    const labels = labelsOf(first);
    units.posts.push(first.id);
    units.at.push(first.at);
    units.interactions.push(middle(({ interactions }) => interactions));
    logs.push(middle(logOf));
    for (const name of LABELLED) units.labels[name].push(numberOf(labels[name]));
    units.tags.push(labels.tags.map(numberOf));
    units.week_posts.push(labels.week_posts);
  }
  return { ...units, values: valuesOf(logs, units.labels.format) };
}

const noUnits = (): Omit<Units, "values"> => ({
  posts: [],
  at: [],
  interactions: [],
  labels: {
    format: [],
    topic: [],
    hours: [],
    weekday: [],
    length: [],
    hashtags: [],
    question: [],
  },
  tags: [],
  week_posts: [],
  words: [],
});

/** @param words those that were numbered so far, to which it adds */
function numbering(words: string[]): (word: string | null) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    if (word === null) return 0;
    let number = numbers.get(word);
    if (number === undefined) {
      number = words.push(word);
      numbers.set(word, number);
    }
    return number;
  };
}

type Burst = [first: SettledPost, ...rest: SettledPost[]];

/** A post of which the day alone is known stands by itself. */
function bursts(posts: readonly SettledPost[]): Burst[] {
  const found: Burst[] = [];
  let open: Burst | null = null;
  for (const post of posts) {
    const before = open?.at(-1);
    if (open && before && post.hour_known && post.at - before.at < BURST_SECONDS) open.push(post);
    else {
      const burst: Burst = [post];
      found.push(burst);
      if (post.hour_known) open = burst;
    }
  }
  return found;
}

/** Do most of them draw so few reactions that their order is chance? */
export const tooFewInteractions = ({ interactions }: Pick<Units, "interactions">): boolean =>
  mostDrawFew(interactions);

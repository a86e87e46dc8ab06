/**
 * What is ranked: one unit a post, and one of all that were published within an hour of the one before. Those share one
 * audience's moment, so they have one say: their median, with the labels of the first.
 */
import { median } from "simple-statistics";
import type { Instant } from "../../model/snapshot.ts";
import { mostDrawFew } from "../few-interactions.ts";
import { logInteractions } from "../log-interactions.ts";
import { type Labelled, labelling } from "./labels.ts";
import type { SettledPost } from "./settled.ts";
import { type Readings, valuesOf } from "./values.ts";

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
  values: Readings;
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
export function unitsOf(posts: readonly SettledPost[]): Units {
  const perFollower = posts.every(({ followers }) => (followers ?? 0) > 0);
  const logOf = ({ interactions, followers }: SettledPost): number =>
    logInteractions(interactions) - (perFollower ? Math.log(followers ?? 1) : 0);
  const all = bursts(posts);
  const firsts = all.map(([first]) => first);
  const labelOf = labelling(posts);
  const words: string[] = [];
  const numberOf = numbering(words);
  const numbers = (name: Labelled): number[] =>
    firsts.map((first) => numberOf(labelOf[name](first)));
  const labels = {
    format: numbers("format"),
    topic: numbers("topic"),
    hours: numbers("hours"),
    weekday: numbers("weekday"),
    length: numbers("length"),
    hashtags: numbers("hashtags"),
    question: numbers("question"),
  };
  return {
    posts: firsts.map(({ id }) => id),
    at: firsts.map(({ at }) => at),
    interactions: all.map((burst) => middle(burst, ({ interactions }) => interactions)),
    values: valuesOf(
      all.map((burst) => middle(burst, logOf)),
      labels.format,
    ),
    labels,
    tags: firsts.map(({ hashtags }) => hashtags.map(numberOf)),
    week_posts: firsts.map(({ week_posts }) => week_posts),
    words,
  };
}

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

const middle = (burst: Burst, value: (post: SettledPost) => number): number =>
  burst.length === 1 ? value(burst[0]) : median(burst.map(value));

/** A post of which the day alone is known stands by itself. */
function bursts(posts: readonly SettledPost[]): Burst[] {
  const found: Burst[] = [];
  let open: Burst | null = null;
  for (const post of posts) {
    const before = open?.at(-1);
    if (open && before && post.hours !== null && post.at - before.at < BURST_SECONDS)
      open.push(post);
    else {
      const burst: Burst = [post];
      found.push(burst);
      if (post.hours !== null) open = burst;
    }
  }
  return found;
}

/** Do most of them draw so few reactions that their order is chance? */
export const tooFewInteractions = ({ interactions }: Pick<Units, "interactions">): boolean =>
  mostDrawFew(interactions);

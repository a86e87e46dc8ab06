/**
 * Did an event's posts do better than such posts usually do? A mean above 1.2 or below .8 of the average
 * happens to 57 to 69 of 100 events by chance alone; this speaks of one event in a hundred where nothing is true.
 */
import { median } from "simple-statistics";
import { addDays, type Period, SECONDS_A_DAY } from "../model/day.ts";
import type { EventEffect } from "../model/event.ts";
import type { Day, Instant, Precision } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import { burstWith, NO_BURST } from "./burst.ts";
import { LEARNING_POSTS } from "./norm.ts";
import { rankSumZ } from "./rank-sum.ts";
import { exactChance } from "./rank-sum-exact.ts";

export type ScoredPost = {
  account_id: number;
  published_at: Instant;
  published_precision: Precision;
  topic: Topic | null;
  /** ln of its score: 0 is as usual for its kind, account and age. */
  log_score: number;
};

/** Two posts say nothing, and of three only the largest difference. */
const FEWEST_POSTS = 3;
/** As if so many posts that are as usual stood among the event's: a difference that is large was also lucky. */
const SHRINK = 4;
/** From so many on the normal curve is near enough. */
const NORMAL_FROM = 8;
/** The 99 % bound of the normal distribution, and the chance beyond it. */
const BOUND_99 = 2.58;
const CHANCE_99 = 0.00988;
const LAST_DAYS = 365;
/** Its last posts have had time to grow. It is judged then and never again, or it would change with every look. */
const JUDGED_AFTER_DAYS = 14;

/** The day from which on an event is judged. */
export const judgedFrom = (days: Period): Day => addDays(days.to, JUDGED_AFTER_DAYS);

/**
 * @param event the posts that are linked to it; their order and that of the others does not matter
 * @param others posts that are not; those of the event's accounts and of the 365 days up to `now` count
 * @returns `null` below three posts, an hour's as one, and where there are no others
 */
export function eventEffect(
  event: readonly ScoredPost[],
  others: readonly ScoredPost[],
  now: Instant,
): EventEffect | null {
  const accounts = new Set(event.map(({ account_id }) => account_id));
  const beside = others.filter(
    ({ account_id, published_at }) =>
      accounts.has(account_id) &&
      published_at > now - LAST_DAYS * SECONDS_A_DAY &&
      published_at <= now,
  );
  const topic = commonTopic(event);
  const ofTopic = topic === null ? [] : units(beside.filter((post) => post.topic === topic));
  const against = ofTopic.length >= LEARNING_POSTS ? "topic" : "all";
  const theirs = against === "topic" ? ofTopic : units(beside);
  const ours = units(event);
  if (ours.length < FEWEST_POSTS || theirs.length === 0) return null;
  const difference = median(ours) - median(theirs);
  const posts = ours.length;
  return {
    posts,
    against,
    others: theirs.length,
    ratio: Math.exp((difference * posts) / (posts + SHRINK)),
    word: wordOf(ours, theirs),
  };
}

function wordOf(ours: readonly number[], theirs: readonly number[]): EventEffect["word"] {
  const z = rankSumZ(ours, theirs) ?? 0;
  const few = Math.min(ours.length, theirs.length) < NORMAL_FROM;
  const sure = few ? exactChance(ours, theirs) < CHANCE_99 : Math.abs(z) > BOUND_99;
  if (!sure) return "as_usual";
  return z > 0 ? "above" : "below";
}

/** The topic of more than half of the posts. */
function commonTopic(posts: readonly ScoredPost[]): Topic | null {
  const counts = new Map<Topic, number>();
  for (const { topic } of posts) {
    if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  for (const [topic, count] of counts) if (count > posts.length / 2) return topic;
  return null;
}

/** One value a post; those of an account within an hour of the one before are one, at their median: they share a moment. */
function units(posts: readonly ScoredPost[]): number[] {
  const values = posts.flatMap((post) =>
    post.published_precision === "day" ? [post.log_score] : [],
  );
  const exact = posts
    .filter(({ published_precision }) => published_precision === "second")
    .sort((a, b) => a.account_id - b.account_id || a.published_at - b.published_at);
  let burst = NO_BURST;
  let account: number | null = null;
  let together: number[] = [];
  for (const post of exact) {
    burst = burstWith(post.account_id === account ? burst : NO_BURST, post);
    account = post.account_id;
    if (burst.posts > 1) together.push(post.log_score);
    else {
      if (together.length > 0) values.push(median(together));
      together = [post.log_score];
    }
  }
  if (together.length > 0) values.push(median(together));
  return values;
}

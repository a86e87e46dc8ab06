/** Which post kept which plan: "published" is never typed, it is seen. */
import { addDays, calendarOf, daysBetween, SECONDS_A_DAY, startOfDay } from "../model/day.ts";
import type { PlanFields, PlanMatch } from "../model/plan.ts";
import { plannedAt } from "../model/plan-time.ts";
import { isStory, type Post } from "../model/post.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { tellingWords } from "./plan-words.ts";

const HOUR_SECONDS = 3600;

/** A post may come so much before or after the hour that was planned. */
export const WINDOW_SECONDS = 36 * HOUR_SECONDS;

/**
 * Where a post that a plan may take can lie, from `plannedAt` on: one of which only the day is known stands at that day's
 * beginning, a plan without an hour reaches to the end of the next day, and a day can have 25 hours.
 */
export const REACH_SECONDS = {
  before: WINDOW_SECONDS + 25 * HOUR_SECONDS,
  after: 49 * HOUR_SECONDS,
} as const;

/*
 * What speaks for a pair, added up. A word of the title in the caption is the strongest sign, for a person chose it; two are
 * enough. Topic and format are few, and half of an account's posts share them: together they take the hour as well, within a
 * quarter of the window (9 hours). No sum without a word and without the topic reaches the threshold, nor does time alone.
 */
const A_WORD = 1;
const MOST_WORDS = 3;
/** Each word of the title is there: "Kuis" has no second one to be found. */
const ALL_WORDS = 1;
const SAME_TOPIC = 0.75;
const SAME_FORMAT = 0.5;
/** At the planned instant; it falls to nothing at the window's end. */
const ON_THE_INSTANT = 1;
/** Without an hour nothing was on the instant. */
const ON_THE_DAY = 0.75;
const ON_THE_NEXT_DAY = 0.25;
const THRESHOLD = 2;
/**
 * A plan that a trial drew says when, and nobody may have said what: any post of its day is enough for it, also one at the
 * other hour, since that is what a trial has to know. Neither hour nor format nor topic speaks for a post then: they would take
 * of two posts the one that was drawn, and whoever posts at both hours every day would have kept each lot. More than all that
 * speaks for another plan without a word (2.25), less than two words do within a day: what a plan names goes there.
 */
const ON_ITS_LOT = 2.3;
/** Of one that its title names, on the day before or after. */
const BESIDE_ITS_LOT = 1;

export type MatchablePlan = Pick<PlanFields, "on" | "at" | "title" | "format" | "topic"> & {
  id: number;
  /** Left out: of none. */
  trial?: number | null;
};

export type MatchablePost = Pick<
  Post,
  "id" | "published_at" | "published_precision" | "format" | "topic" | "removed" | "hidden"
> & { caption: string | null };

/** A person said which post it was; `null`: none of them. */
export type PersonsWord = Pick<PlanMatch, "plan" | "post">;

/** `apart`: seconds. */
type Worth = { score: number; apart: number };
type Pair = Worth & { plan: number; post: number };

/**
 * The plans of one account, each with its post: best pairs first, one post to one plan. A person's word stands, and what it
 * names is taken.
 *
 * @param plans those that are not dropped, any order
 * @param posts of the same account, any order; removed and hidden ones match nothing
 * @param said of these plans and of any others whose posts are among `posts`
 * @returns a line a plan, by its id
 */
export function planMatches(
  plans: readonly MatchablePlan[],
  posts: readonly MatchablePost[],
  said: readonly PersonsWord[],
  time_zone: string,
): Omit<PlanMatch, "account">[] {
  const words = new Map(said.map(({ plan, post }) => [plan, post]));
  const taken = new Set(said.flatMap(({ post }) => post ?? []));
  const found = new Map<number, number>();
  const free = plans.filter(({ id }) => !words.has(id));
  const seen = posts.filter(({ id, removed, hidden }) => !removed && !hidden && !taken.has(id));
  for (const { plan, post } of pairsOf(free, seen, time_zone).sort(byWorth)) {
    if (found.has(plan) || taken.has(post)) continue;
    found.set(plan, post);
    taken.add(post);
  }
  return plans
    .map(({ id }) => {
      const by_person = words.has(id);
      return { plan: id, post: (by_person ? words : found).get(id) ?? null, by_person };
    })
    .sort((a, b) => a.plan - b.plan);
}

/** Of equal worth the nearer pair goes first, then the older plan, then the older post: nothing is left to the order of arrival. */
const byWorth = (a: Pair, b: Pair): number =>
  b.score - a.score || a.apart - b.apart || a.plan - b.plan || a.post - b.post;

function pairsOf(
  plans: readonly MatchablePlan[],
  posts: readonly MatchablePost[],
  time_zone: string,
): Pair[] {
  const worth = { ordinary: ordinary(time_zone), drawn: drawn(time_zone) };
  const captions = new Map<number, ReadonlySet<string>>();
  const captionOf = ({ id, caption }: MatchablePost) => {
    const known = captions.get(id) ?? tellingWords(caption ?? "");
    captions.set(id, known);
    return known;
  };
  return plans.flatMap((plan) => {
    const title = tellingWords(plan.title);
    return posts.flatMap((post) => {
      const words = () => wordsShared(title, captionOf(post));
      const found = worth[plan.trial == null ? "ordinary" : "drawn"](plan, post, words);
      return found && found.score >= THRESHOLD ? [{ plan: plan.id, post: post.id, ...found }] : [];
    });
  });
}

/** What speaks for a pair; `null`: it is none. `words`: what they share, asked where it counts. */
type WorthOf = (plan: MatchablePlan, post: MatchablePost, words: () => number) => Worth | null;

function ordinary(time_zone: string): WorthOf {
  const apartOf = distances(time_zone);
  return (plan, post, words) => {
    const time = apartOf(plan, post);
    if (!time) return null;
    const score =
      time.closeness +
      words() +
      (plan.topic !== null && plan.topic === post.topic ? SAME_TOPIC : 0) +
      (plan.format !== null && plan.format === post.format ? SAME_FORMAT : 0);
    return { score, apart: time.apart };
  };
}

/**
 * Of a plan that a trial drew: the post that its title names, else the first of its day. Stories come besides, many a day, and
 * are never compared.
 */
function drawn(time_zone: string): WorthOf {
  const dayOf = calendarOf(time_zone);
  return ({ on }, post, words) => {
    const off = Math.abs(daysBetween(on, dayOf(post.published_at)));
    if (off > 1 || isStory(post)) return null;
    const shared = words();
    const named = shared < THRESHOLD ? 0 : shared;
    if (off > 0 && !named) return null;
    return {
      score: named + ON_ITS_LOT - BESIDE_ITS_LOT * off,
      // the day's first goes first
      apart: Math.abs(post.published_at - startOfDay(on, time_zone)),
    };
  };
}

function wordsShared(title: ReadonlySet<string>, caption: ReadonlySet<string>): number {
  const shared = [...title].filter((word) => caption.has(word)).length;
  if (shared === 0) return 0;
  return Math.min(MOST_WORDS, shared) * A_WORD + (shared === title.size ? ALL_WORDS : 0);
}

/** How near a post came to its plan; `null`: it lies outside the window. */
function distances(time_zone: string) {
  const dayOf = calendarOf(time_zone);
  const planned = new Map<number, Instant>();
  const plannedOf = (plan: MatchablePlan): Instant => {
    const known = planned.get(plan.id) ?? plannedAt(plan, time_zone);
    planned.set(plan.id, known);
    return known;
  };
  return (
    plan: MatchablePlan,
    post: MatchablePost,
  ): { apart: number; closeness: number } | null => {
    const from_plan = post.published_at - plannedOf(plan);
    if (from_plan < -REACH_SECONDS.before || from_plan > REACH_SECONDS.after) return null;
    const day = dayOf(post.published_at);
    if (plan.at === null) return byTheDay(plan.on, day);
    const apart =
      post.published_precision === "second"
        ? Math.abs(from_plan)
        : outsideOf(day, plannedOf(plan), time_zone);
    if (apart > WINDOW_SECONDS) return null;
    return { apart, closeness: ON_THE_INSTANT * (1 - apart / WINDOW_SECONDS) };
  };
}

function byTheDay(on: Day, day: Day): { apart: number; closeness: number } | null {
  if (day === on) return { apart: 0, closeness: ON_THE_DAY };
  return day === addDays(on, 1) ? { apart: SECONDS_A_DAY, closeness: ON_THE_NEXT_DAY } : null;
}

/** Seconds from an instant to the nearest of a day: of the post no more than its day is known. */
function outsideOf(day: Day, at: Instant, time_zone: string): number {
  const [first, next] = [startOfDay(day, time_zone), startOfDay(addDays(day, 1), time_zone)];
  return Math.max(0, first - at, at - next);
}

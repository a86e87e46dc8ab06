/**
 * Silences and neglected topics: a gap that is longer than the account's own rhythm allows. "More than seven days" flags a
 * weekly account seven times a year; here every gap is held against those before it, and flagged when chance alone would
 * make one as long only once in so many weeks.
 */
import { addDays, calendarOf, dayNumber, SECONDS_A_DAY } from "../model/day.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import { FEWEST_GAPS, type GapNorm, gapNorm } from "./gap-norm.ts";

/** A false alarm a year is borne; below that weeks of real silence would not be seen. */
const EVERY_WEEKS = 52;

/** The account's rhythm is that of its newest gaps. */
const NEWEST_GAPS = 60;
const NEWEST_VISITS = 40;

/** In days from post to post: two without one are nobody's silence, however dense the rhythm. */
export const SHORTEST_SILENCE = 3;

/** Half of all gaps is the most that may be called unusual. */
const MOST_OFTEN = 0.5;

/** Rarer is not said: no account is known for so long. */
const RAREST_WEEKS = 520;

export type QuietSpell = {
  /** The local day of the post before. */
  from: Day;
  /** The local day of the next post; `null` while it lasts. */
  to: Day | null;
  /** Whole days without a post, less those that were closed. */
  days: number;
  /** By chance alone a gap as long comes once in so many weeks. */
  by_chance_every_weeks: number;
  /** Days from one posting day to the next, in the mean of the gaps before. */
  usual_days: number;
};

type QuietOptions = {
  time_zone: string;
  /** The end of a day: the day of this instant is over without another post. */
  now: string;
  every_weeks?: number;
  /** Days that are no silence, both ends included: holidays, a renovation, a collector that was down. */
  closed?: readonly { from: Day; to: Day }[];
};

/**
 * The silences of an account, oldest first; the last may still last. Each gap is judged by those before it alone. For what is
 * ahead, plans may stand among the times.
 *
 * @param times when its posts were published, ISO 8601, any order; several on one day are one posting day
 * @returns none as long as there are fewer than ten gaps before
 */
export function quietSpells(times: readonly string[], options: QuietOptions): QuietSpell[] {
  const { time_zone, now, every_weeks = EVERY_WEEKS, closed = [] } = options;
  const dayOf = calendarOf(time_zone);
  const today = dayOf(secondsOf(now));
  const days = [...new Set(times.map((time) => dayOf(secondsOf(time))))].sort();
  const open = openDaysBetween(closed);
  const known: number[] = [];
  const spells: QuietSpell[] = [];

  const judge = (from: Day, to: Day | null, gap: number): void => {
    const usual = usualGap(known, every_weeks);
    known.push(heldDown(gap, usual));
    if (!usual || gap <= usual.limit) return;
    const { norm } = usual;
    spells.push({
      from,
      to,
      days: gap - 1,
      ...rarity(norm.mean / 7, norm, gap),
      usual_days: norm.mean,
    });
  };

  for (const [index, to] of days.entries()) {
    const from = days[index - 1];
    if (from !== undefined) judge(from, to, Math.max(1, open(from, to)));
  }
  const last = days.at(-1);
  if (last !== undefined && last <= today) {
    judge(last, null, Math.max(1, open(last, addDays(today, 1))));
  }
  return spells;
}

export type UsualGap = {
  norm: GapNorm;
  /** In days from post to post: a longer gap is a silence. */
  limit: number;
};

/** What is usual after these gaps, oldest first; `null`: they are too few to tell. */
export function usualGap(known: readonly number[], every_weeks = EVERY_WEEKS): UsualGap | null {
  if (known.length < FEWEST_GAPS) return null;
  // the exponential begins at nought, as if a gap could be none: the careful side
  const norm = gapNorm(known.slice(-NEWEST_GAPS));
  const limit = Math.max(SHORTEST_SILENCE, norm.limit(chanceOf(norm.mean / 7, every_weeks)));
  return { norm, limit };
}

/** A gap as the next one is judged by it: one long closure does not make the next one usual. */
export const heldDown = (gap: number, usual: UsualGap | null): number =>
  Math.min(gap, usual?.limit ?? gap);

/** How often chance may flag a gap, where one comes each so many weeks, so that it does once in `every_weeks`. */
const chanceOf = (weeks_a_gap: number, every_weeks: number): number =>
  Math.min(MOST_OFTEN, weeks_a_gap / every_weeks);

const rarity = (weeks_a_gap: number, norm: GapNorm, gap: number) => ({
  by_chance_every_weeks: Math.min(RAREST_WEEKS, weeks_a_gap / norm.chance(gap)),
});

const secondsOf = (time: string): Instant => Date.parse(time) / 1000;

/** Days from one to another, less the closed ones after the first and before the second. */
export function openDaysBetween(closed: readonly { from: Day; to: Day }[]) {
  const days = new Set(
    closed.flatMap(({ from, to }) => {
      const first = dayNumber(from);
      return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => first + index);
    }),
  );
  return (from: Day, to: Day): number => {
    const [start, end] = [dayNumber(from), dayNumber(to)];
    const between = [...days].filter((day) => start < day && day < end).length;
    return end - start - between;
  };
}

export type TopicPost = { id: string | number; published_at: string; topic: Topic | null };

export type TopicAge = {
  topic: Topic;
  /** The local day of its last post. */
  last: Day;
  /** The account's own posts since. */
  posts_since: number;
  /** Usually it comes once in so many of the account's posts; `null`: it came too seldom to have a usual. */
  usual_every_posts: number | null;
  /** By chance alone one of the topics waits as long once in so many weeks; `null` as above. */
  by_chance_every_weeks: number | null;
  flagged: boolean;
};

/**
 * How long ago each topic was posted about, the longest first. Counted in the account's own posts: a silent account neglects
 * nothing. Neighbouring posts of a topic are one visit.
 *
 * @param posts any order
 */
export function neglectedTopics(
  posts: readonly TopicPost[],
  { time_zone, now, every_weeks = EVERY_WEEKS }: Omit<QuietOptions, "closed">,
): TopicAge[] {
  const dayOf = calendarOf(time_zone);
  const ordered = posts
    .map(({ id, published_at, topic }) => ({ id: String(id), at: secondsOf(published_at), topic }))
    .filter(({ at }) => at <= secondsOf(now))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const topics = [...new Set(ordered.flatMap(({ topic }) => topic ?? []))];
  const places = new Map(
    topics.map((topic) => [
      topic,
      ordered.flatMap((post, place) => (post.topic === topic ? place : [])),
    ]),
  );
  const gapsOf = (topic: Topic): number[] =>
    (places.get(topic) ?? [])
      .map((place, index, all) => place - (all[index - 1] ?? place))
      .filter((gap) => gap > 1);
  const judged = topics.filter((topic) => gapsOf(topic).length >= FEWEST_GAPS).length;
  return topics
    .map((topic) => {
      const last = places.get(topic)?.at(-1) ?? 0;
      const post = ordered[last];
      const since = ordered.length - 1 - last;
      return {
        topic,
        last: dayOf(post?.at ?? 0),
        posts_since: since,
        ...waiting(gapsOf(topic), since + 1, {
          judged,
          every_weeks,
          weeks_a_visit: weeksAPost(ordered) * postsAVisit(places.get(topic) ?? []),
        }),
      };
    })
    .sort((a, b) => b.posts_since - a.posts_since || (a.topic < b.topic ? -1 : 1));
}

/** From the first post to the last, in weeks, a gap between posts. */
function weeksAPost(ordered: readonly { at: Instant }[]): number {
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last || ordered.length < 2) return 0;
  return (last.at - first.at) / (7 * SECONDS_A_DAY) / (ordered.length - 1);
}

/** The posts of a run are one visit. */
function postsAVisit(places: readonly number[]): number {
  const [first = 0] = places;
  const visits = places.filter((place, index) => place - (places[index - 1] ?? place) > 1).length;
  return ((places.at(-1) ?? 0) - first) / Math.max(1, visits);
}

/** @param gap in posts, up to the next one */
function waiting(
  gaps: readonly number[],
  gap: number,
  {
    judged,
    every_weeks,
    weeks_a_visit,
  }: { judged: number; every_weeks: number; weeks_a_visit: number },
): Pick<TopicAge, "usual_every_posts" | "by_chance_every_weeks" | "flagged"> {
  if (gaps.length < FEWEST_GAPS) {
    return { usual_every_posts: null, by_chance_every_weeks: null, flagged: false };
  }
  const known: number[] = [];
  const limitOf = (norm: GapNorm): number =>
    // all topics share one false alarm
    norm.limit(chanceOf(weeks_a_visit / judged, every_weeks));
  for (const one of gaps) {
    const norm = known.length < FEWEST_GAPS ? null : gapNorm(known.slice(-NEWEST_VISITS), 1);
    known.push(norm ? Math.min(one, limitOf(norm)) : one);
  }
  const norm = gapNorm(known.slice(-NEWEST_VISITS), 1);
  return {
    usual_every_posts: norm.mean,
    ...rarity(weeks_a_visit / judged, norm, gap),
    flagged: gap > limitOf(norm),
  };
}

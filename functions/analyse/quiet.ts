/**
 * Silences and neglected topics: a gap that is longer than the account's own rhythm allows. "More than seven days" flags a
 * weekly account seven times a year; here every gap is held against those before it, and flagged when chance alone would
 * make one as long only once in so many weeks.
 */
import { dayFromNumber, dayNumber, dayOf, SECONDS_A_DAY, wallDayNumber } from "../model/day.ts";
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
  const numberOf = (time: string) => wallDayNumber(instantOf(time), time_zone);
  const today = numberOf(now);
  const days = inOrder(times.map(numberOf));
  const open = openDaysBetween(closed);
  const known: number[] = [];
  const spells: QuietSpell[] = [];

  const judge = (from: number, to: number | null, gap: number): void => {
    const unusual = unusualGap(known, gap, every_weeks);
    // one long closure does not make the next one usual
    known.push(unusual?.limit ?? gap);
    if (!unusual) return;
    const { norm } = unusual;
    spells.push({
      from: dayFromNumber(from),
      to: to === null ? null : dayFromNumber(to),
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
    judge(last, null, Math.max(1, open(last, today + 1)));
  }
  return spells;
}

export type UnusualGap = {
  norm: GapNorm;
  /** In days from post to post: a longer gap is a silence. */
  limit: number;
};

/** Is a gap a silence after these, oldest first; `null`: it is usual, or they are too few to tell. */
export function unusualGap(
  known: readonly number[],
  gap: number,
  every_weeks = EVERY_WEEKS,
): UnusualGap | null {
  if (known.length < FEWEST_GAPS || gap <= SHORTEST_SILENCE) return null;
  // the exponential begins at nought, as if a gap could be none: the careful side
  const norm = gapNorm(known.slice(-NEWEST_GAPS));
  const held = norm.heldTo(chanceOf(norm.mean / 7, every_weeks), gap);
  const limit = Math.max(SHORTEST_SILENCE, held);
  return gap > limit ? { norm, limit } : null;
}

/** How often chance may flag a gap, where one comes each so many weeks, so that it does once in `every_weeks`. */
const chanceOf = (weeks_a_gap: number, every_weeks: number): number =>
  Math.min(MOST_OFTEN, weeks_a_gap / every_weeks);

const rarity = (weeks_a_gap: number, norm: GapNorm, gap: number) => ({
  by_chance_every_weeks: Math.min(RAREST_WEEKS, weeks_a_gap / norm.chance(gap)),
});

/** Each day once, as `dayNumber` counts them. */
export const inOrder = (days: Iterable<number>): number[] =>
  [...new Set(days)].sort((a, b) => a - b);

/** Days from one to another, as `dayNumber` counts them, less the closed ones after the first and before the second. */
export function openDaysBetween(closed: readonly { from: Day; to: Day }[]) {
  const days = new Set<number>();
  for (const { from, to } of closed) {
    const last = dayNumber(to);
    for (let day = dayNumber(from); day <= last; day++) days.add(day);
  }
  return (from: number, to: number): number => {
    let open = to - from;
    if (days.size === 0) return open;
    for (let day = from + 1; day < to; day++) if (days.has(day)) open -= 1;
    return open;
  };
}

/** An instant, or as ISO 8601 writes it. */
type Time = Instant | string;

const instantOf = (time: Time): Instant =>
  typeof time === "string" ? Date.parse(time) / 1000 : time;

export type TopicPost = { id: string | number; published_at: Time; topic: Topic | null };

type TopicOptions = { time_zone: string; now: Time; every_weeks?: number };

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
  { time_zone, now, every_weeks = EVERY_WEEKS }: TopicOptions,
): TopicAge[] {
  const until = instantOf(now);
  const ordered = posts
    .map(({ id, published_at, topic }) => ({ id, at: instantOf(published_at), topic }))
    .filter(({ at }) => at <= until)
    .sort((a, b) => a.at - b.at || (String(a.id) < String(b.id) ? -1 : 1));
  const placesOf = new Map<Topic, number[]>();
  for (const [place, { topic }] of ordered.entries()) {
    if (topic === null) continue;
    const places = placesOf.get(topic);
    if (places) places.push(place);
    else placesOf.set(topic, [place]);
  }
  const visited = [...placesOf].map(([topic, places]) => ({ topic, places, gaps: gapsOf(places) }));
  const judged = visited.filter(({ gaps }) => gaps.length >= FEWEST_GAPS).length;
  const weeks_a_post = weeksAPost(ordered);
  return visited
    .map(({ topic, places, gaps }) => {
      const last = places.at(-1) ?? 0;
      const since = ordered.length - 1 - last;
      return {
        topic,
        last: dayOf(ordered[last]?.at ?? 0, time_zone),
        posts_since: since,
        ...waiting(gaps, since + 1, {
          judged,
          every_weeks,
          weeks_a_visit: weeks_a_post * postsAVisit(places, gaps.length),
        }),
      };
    })
    .sort((a, b) => b.posts_since - a.posts_since || (a.topic < b.topic ? -1 : 1));
}

/** In posts, from a visit to the next. */
const gapsOf = (places: readonly number[]): number[] =>
  places.map((place, index) => place - (places[index - 1] ?? place)).filter((gap) => gap > 1);

/** From the first post to the last, in weeks, a gap between posts. */
function weeksAPost(ordered: readonly { at: Instant }[]): number {
  const [first] = ordered;
  const last = ordered.at(-1);
  if (!first || !last || ordered.length < 2) return 0;
  return (last.at - first.at) / (7 * SECONDS_A_DAY) / (ordered.length - 1);
}

/** The posts of a run are one visit: so many of them came after the first. */
const postsAVisit = (places: readonly number[], visits: number): number =>
  ((places.at(-1) ?? 0) - (places[0] ?? 0)) / Math.max(1, visits);

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
  // all topics share one false alarm
  const chance = chanceOf(weeks_a_visit / judged, every_weeks);
  for (const one of gaps) {
    const norm = known.length < FEWEST_GAPS ? null : gapNorm(known.slice(-NEWEST_VISITS), 1);
    known.push(norm ? norm.heldTo(chance, one) : one);
  }
  const norm = gapNorm(known.slice(-NEWEST_VISITS), 1);
  return {
    usual_every_posts: norm.mean,
    ...rarity(weeks_a_visit / judged, norm, gap),
    flagged: gap > norm.limit(chance),
  };
}

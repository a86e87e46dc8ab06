/** All that is compared on one screen, each as a column over the units: 1 at the level, 0 elsewhere. */
import { FACTORS, type Factor } from "../../model/claim.ts";
import { inOrder, type Labelled } from "./labels.ts";
import type { Unit } from "./units.ts";

const MOST_TAGS = 8;
/** A tag that stands under nearly every post is the brand's. */
const TAG_SHARE = 0.8;

/** Fewer posts at a level, or beside it, show nothing. */
export const FEWEST_AT_LEVEL = 8;

export const RHYTHM = "more posts that week";

export type Level = {
  factor: Factor;
  level: string;
  /** Units at the level; of `rhythm`: all. */
  posts: number;
  column: Float64Array;
  /** `few`: fewer than 8 posts here, or elsewhere; `mirror`: the rarer of a factor's two levels says it all. */
  state: "asked" | "few" | "mirror";
};

/** In the order in which they are shown, whatever comes out. */
export const levelsAmong = (units: readonly Unit[]): Level[] =>
  FACTORS.flatMap((factor) => {
    if (factor === "hashtag") return tagLevels(units);
    if (factor === "rhythm") return rhythm(units);
    return labelLevels(factor, units);
  });

/** The levels that units stand at. */
export function labelLevels(factor: Labelled, units: readonly Unit[]): Level[] {
  const places = placesBy(units, ({ labels }) => labels[factor] ?? []);
  const levels = inOrder(factor, [...places.keys()]).map((level) =>
    levelOf(factor, level, places.get(level) ?? [], units.length),
  );
  const [one, other, ...more] = levels;
  // of two levels one says all: the rarer
  const complement = one && other && more.length === 0 && one.posts + other.posts === units.length;
  if (!complement) return levels;
  const rarer = other.posts < one.posts ? other : one;
  return levels.map((level) => (level === rarer ? level : { ...level, state: "mirror" }));
}

/** The tags used most, that tell posts apart. */
const tagLevels = (units: readonly Unit[]): Level[] =>
  [...placesBy(units, ({ labels }) => labels.tags)]
    .filter(
      ([, places]) => places.length >= FEWEST_AT_LEVEL && places.length <= TAG_SHARE * units.length,
    )
    .sort(([a, most], [b, places]) => places.length - most.length || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([tag, places]) => levelOf("hashtag", tag, places, units.length));

/** A week that is cut off counts as the whole one beside it: it would look like a quiet one. */
function rhythm(units: readonly Unit[]): Level[] {
  const counts = units.map(({ labels }) => labels.week_posts);
  const near = (at: number): number =>
    counts.slice(0, at + 1).findLast((count) => count !== null) ??
    counts.slice(at).find((count) => count !== null) ??
    1;
  const column = Float64Array.from(counts, (count, at) => Math.log(count ?? near(at)));
  return [{ factor: "rhythm", level: RHYTHM, posts: units.length, column, state: "asked" }];
}

function levelOf(factor: Factor, level: string, places: readonly number[], of: number): Level {
  const posts = places.length;
  const enough = posts >= FEWEST_AT_LEVEL && posts <= of - FEWEST_AT_LEVEL;
  return { factor, level, posts, column: columnAt(places, of), state: enough ? "asked" : "few" };
}

function columnAt(places: readonly number[], of: number): Float64Array {
  const column = new Float64Array(of);
  for (const place of places) column[place] = 1;
  return column;
}

/** At which places the units stand at each level, in one pass: a fresh isolate is slow. */
function placesBy(
  units: readonly Unit[],
  levelsAt: (unit: Unit) => string | readonly string[],
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, unit] of units.entries()) {
    const levels = levelsAt(unit);
    for (const level of typeof levels === "string" ? [levels] : levels) {
      const known = places.get(level);
      if (known) known.push(index);
      else places.set(level, [index]);
    }
  }
  return places;
}

/** The factors whose differences are taken out of all others. */
export const HELD_STILL = ["format", "topic", "hours"] as const;

/** Fewer posts at a level are not worth a column of their own. */
const FEWEST_HELD = 5;

/** A factor as columns: one a level, less the commonest, against which the others stand. Unknown is a level too. */
export function columnsOf(
  factor: (typeof HELD_STILL)[number],
  units: readonly Unit[],
): Float64Array[] {
  const byLevel = Map.groupBy(units.keys(), (index) => units[index]?.labels[factor] ?? null);
  return [...byLevel]
    .filter(([, places]) => places.length >= FEWEST_HELD)
    .sort(
      ([a, most], [b, places]) => places.length - most.length || (String(a) < String(b) ? -1 : 1),
    )
    .slice(1)
    .map(([, places]) => columnAt(places, units.length));
}

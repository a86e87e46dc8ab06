/** All that is compared on one screen, each by the units that stand at it. */
import { FACTORS, type Factor } from "../../model/claim.ts";
import { FEWEST_AT_LEVEL } from "../../model/look.ts";
import { inOrder, type Labelled } from "./labels.ts";
import type { Unit } from "./units.ts";

const MOST_TAGS = 8;
/** A tag that stands under nearly every post is the brand's. */
const TAG_SHARE = 0.8;

export const RHYTHM = "more posts that week";

export type Level = {
  factor: Factor;
  level: string;
  /** Units at the level; of `rhythm`: all. */
  posts: number;
  /** Which they are, oldest first. */
  places: readonly number[];
  /** What each weighs: of `rhythm` the ln of its week's posts; `null`: all one. */
  weights: readonly number[] | null;
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

function rhythm(units: readonly Unit[]): Level[] {
  const weights = units.map(({ labels }) => Math.log(labels.week_posts));
  const places = [...units.keys()];
  return [
    { factor: "rhythm", level: RHYTHM, posts: units.length, places, weights, state: "asked" },
  ];
}

function levelOf(factor: Factor, level: string, places: readonly number[], of: number): Level {
  const posts = places.length;
  const enough = posts >= FEWEST_AT_LEVEL && posts <= of - FEWEST_AT_LEVEL;
  return { factor, level, posts, places, weights: null, state: enough ? "asked" : "few" };
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

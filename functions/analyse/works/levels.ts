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
  const found = [...new Set(units.flatMap(({ labels }) => labels[factor] ?? []))];
  const levels = inOrder(factor, found).map((level) =>
    levelOf(factor, level, units, ({ labels }) => labels[factor] === level),
  );
  const [one, other, ...more] = levels;
  // of two levels one says all: the rarer
  const complement = one && other && more.length === 0 && one.posts + other.posts === units.length;
  if (!complement) return levels;
  const rarer = other.posts < one.posts ? other : one;
  return levels.map((level) => (level === rarer ? level : { ...level, state: "mirror" }));
}

/** The tags used most, that tell posts apart. */
function tagLevels(units: readonly Unit[]): Level[] {
  const used = new Map<string, number>();
  for (const { labels } of units) {
    for (const tag of labels.tags) used.set(tag, (used.get(tag) ?? 0) + 1);
  }
  return [...used]
    .filter(([, count]) => count >= FEWEST_AT_LEVEL && count <= TAG_SHARE * units.length)
    .sort(([a, most], [b, count]) => count - most || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([tag]) => levelOf("hashtag", tag, units, ({ labels }) => labels.tags.includes(tag)));
}

function rhythm(units: readonly Unit[]): Level[] {
  const column = Float64Array.from(units, ({ labels }) => Math.log(labels.week_posts));
  return [{ factor: "rhythm", level: RHYTHM, posts: units.length, column, state: "asked" }];
}

function levelOf(
  factor: Factor,
  level: string,
  units: readonly Unit[],
  at: (unit: Unit) => boolean,
): Level {
  const column = new Float64Array(units.length);
  let posts = 0;
  for (const [index, unit] of units.entries()) {
    if (!at(unit)) continue;
    column[index] = 1;
    posts += 1;
  }
  const enough = posts >= FEWEST_AT_LEVEL && posts <= units.length - FEWEST_AT_LEVEL;
  return { factor, level, posts, column, state: enough ? "asked" : "few" };
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
    .map(([, places]) => {
      const column = new Float64Array(units.length);
      for (const place of places) column[place] = 1;
      return column;
    });
}

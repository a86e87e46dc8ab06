/** All that is compared on one screen, each by the units that stand at it. */
import { FACTORS, type Factor } from "../../model/claim.ts";
import { FEWEST_AT_LEVEL } from "../../model/look.ts";
import { inOrder, type Labelled } from "./labels.ts";
import { countOf, type Units } from "./units.ts";

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

/** In the order in which they are shown, whatever comes out. @param accounts one after the other, each from its oldest on */
export const levelsAmong = (accounts: readonly Units[]): Level[] =>
  FACTORS.flatMap((factor) => {
    if (factor === "hashtag") return tagLevels(accounts);
    if (factor === "rhythm") return rhythm(accounts);
    return labelLevels(factor, accounts);
  });

const countAmong = (accounts: readonly Units[]): number =>
  accounts.reduce((total, units) => total + countOf(units), 0);

/** The levels that units stand at. */
export function labelLevels(factor: Labelled, accounts: readonly Units[]): Level[] {
  const places = placesBy(accounts, ({ labels }) => labels[factor]);
  const all = countAmong(accounts);
  const levels = inOrder(factor, [...places.keys()]).map((level) =>
    levelOf(factor, level, places.get(level) ?? [], all),
  );
  const [one, other, ...more] = levels;
  // of two levels one says all: the rarer
  const complement = one && other && more.length === 0 && one.posts + other.posts === all;
  if (!complement) return levels;
  const rarer = other.posts < one.posts ? other : one;
  return levels.map((level) => (level === rarer ? level : { ...level, state: "mirror" }));
}

/** The tags used most, that tell posts apart. */
function tagLevels(accounts: readonly Units[]): Level[] {
  const all = countAmong(accounts);
  return [...placesBy(accounts, ({ tags }) => tags)]
    .filter(([, places]) => places.length >= FEWEST_AT_LEVEL && places.length <= TAG_SHARE * all)
    .sort(([a, most], [b, places]) => places.length - most.length || (a < b ? -1 : 1))
    .slice(0, MOST_TAGS)
    .map(([tag, places]) => levelOf("hashtag", tag, places, all));
}

function rhythm(accounts: readonly Units[]): Level[] {
  const weights = accounts.flatMap(({ week_posts }) => week_posts.map(Math.log));
  const posts = weights.length;
  const places = [...weights.keys()];
  return [{ factor: "rhythm", level: RHYTHM, posts, places, weights, state: "asked" }];
}

function levelOf(factor: Factor, level: string, places: readonly number[], of: number): Level {
  const posts = places.length;
  const enough = posts >= FEWEST_AT_LEVEL && posts <= of - FEWEST_AT_LEVEL;
  return { factor, level, posts, places, weights: null, state: enough ? "asked" : "few" };
}

/**
 * At which places the units stand at each word: by its number first, which is an account's own. Plain loops: all of a look's
 * units pass here for each factor, and a fresh isolate is slow.
 */
function placesBy(
  accounts: readonly Units[],
  numbersOf: (units: Units) => readonly (number | readonly number[])[],
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  let first = 0;
  for (const units of accounts) {
    const numbers = numbersOf(units);
    const own: number[][] = [];
    for (let unit = 0; unit < numbers.length; unit++) {
      const at = numbers[unit] as number | readonly number[];
      if (typeof at === "number") stand(own, at, first + unit);
      else for (let i = 0; i < at.length; i++) stand(own, at[i] as number, first + unit);
    }
    own.forEach((found, number) => {
      const word = units.words[number - 1] ?? "";
      const before = places.get(word);
      places.set(word, before ? [...before, ...found] : found);
    });
    first += numbers.length;
  }
  return places;
}

/** A unit at a word's number; 0 is none. */
function stand(placesOf: number[][], number: number, place: number): void {
  const known = placesOf[number];
  if (known) known.push(place);
  else if (number > 0) placesOf[number] = [place];
}

/** The factors whose differences are taken out of all others. */
export const HELD_STILL = ["format", "topic", "hours"] as const;

/**
 * One month's look at an account, or at several together, in three steps so that it can be spread over the ticks of a cron:
 * what is judged, shuffles by slices, and the verdict. Between them it is plain values that JSON keeps whole.
 */
import type { Claim } from "../../model/claim.ts";
import type { LookState } from "../../model/look.ts";
import { asked, type Design, designOf, zOf } from "./design.ts";
import { entanglements } from "./entangled.ts";
import { FIRST_LOTS } from "./lots.ts";
import { chanceOf, largestByChance, PERMUTATIONS } from "./permutations.ts";
import type { WorksPost } from "./post.ts";
import { settledPosts, type When } from "./settled.ts";
import { sizesOf } from "./size.ts";
import { FEWEST_UNITS, tooFewInteractions, type Unit, unitsOf } from "./units.ts";

export type Look = {
  /** `YYYY-MM`: posts of the months before it are judged. */
  month: string;
  /** An account that is not `ready` leaves the pool. */
  state: LookState;
  /** What there is to judge, or, while learning, what there would be: posts, those of an hour as one. */
  posts: number;
  /** By account, oldest first; none unless `ready`. */
  accounts: Unit[][];
  /** The largest |z| after each shuffle so far. */
  largest: number[];
  /** Where the lots go on. */
  lots: number;
};

/** @throws {RangeError} for a `published_at` that is no instant */
export function prepareLook(posts: readonly WorksPost[], when: When): Look {
  const all = settledPosts(posts, when).map((own) => unitsOf(own, when.time_zone));
  const known = all.filter((units) => units.length >= FEWEST_UNITS);
  const accounts = known.filter((units) => !tooFewInteractions(units));
  const state = accounts.length > 0 ? "ready" : known.length > 0 ? "too_few" : "learning";
  const counted = state === "ready" ? accounts : all;
  return {
    month: when.month,
    state,
    posts: counted.reduce((total, units) => total + units.length, 0),
    accounts,
    largest: [],
    lots: FIRST_LOTS.state,
  };
}

/** Has it been shuffled often enough for a verdict? */
export const isShuffled = ({ state, largest }: Look): boolean =>
  state !== "ready" || largest.length >= PERMUTATIONS;

/** The same look, `count` shuffles further: in slices or at once, the same comes out. */
export function shuffled(look: Look, count = PERMUTATIONS, design = designOf(look.accounts)): Look {
  const slice = Math.min(count, PERMUTATIONS - look.largest.length);
  if (isShuffled(look) || slice <= 0) return look;
  const lots = { state: look.lots };
  const largest = [...look.largest, ...largestByChance(design, slice, lots)];
  return { ...look, largest, lots: lots.state };
}

/**
 * What would be claimed of every level that could be asked about, in the order of the screen, however often chance does it.
 * @param look shuffled to the end
 */
export function answersOf(look: Look, design: Design = designOf(look.accounts)): Claim[] {
  if (!isShuffled(look))
    throw new Error(`a look of ${look.largest.length} shuffles has no verdict`);
  if (look.state !== "ready") return [];
  const sizeOf = sizesOf(design);
  const tieOf = entanglements(design.units);
  return asked(design).flatMap((contrast): Claim[] => {
    const z = zOf(contrast, design);
    const size = sizeOf(contrast);
    const direction = z > 0 ? 1 : -1;
    // ranks and means that disagree say nothing
    if (z === 0 || Math.sign(Math.log(size.ratio)) !== direction) return [];
    const { factor, level, posts } = contrast;
    return [
      {
        factor,
        level,
        direction,
        ...size,
        posts,
        chance: chanceOf(z, look.largest),
        entangled_with: tieOf(contrast),
      },
    ];
  });
}

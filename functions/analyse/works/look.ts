/**
 * One month's look at an account, or at several together: what is judged, what its questions find, and, once it is known how
 * often chance does the like, what would be claimed.
 */
import type { Claim, Entanglement } from "../../model/claim.ts";
import type { LevelSeen, LevelsSeen, LookState } from "../../model/look.ts";
import { type Design, designOf, type Questions, type Scored, type Values, zsOf } from "./design.ts";
import { entanglements } from "./entangled.ts";
import type { Level } from "./levels.ts";
import { type Chances, chanceOf, shuffled, shufflingOf } from "./permutations.ts";
import type { WorksPost } from "./post.ts";
import { barOf, postsForDouble, seenFrom } from "./seeable.ts";
import { type SettledPost, settledPosts, type When } from "./settled.ts";
import { noiseOf, sizesOf, spreadsOf } from "./size.ts";
import { countOf, FEWEST_UNITS, tooFewInteractions, type Units, unitsOf } from "./units.ts";

export type LookSummary = {
  /** `YYYY-MM`: posts of the months before it are judged. */
  month: string;
  /** An account that is not `ready` leaves the pool. */
  state: LookState;
  /** What there is to judge, or, while learning, what there would be: posts, those of an hour as one. */
  posts: number;
};

export type Look = LookSummary & {
  /** By account, oldest first; none unless `ready`. */
  accounts: Units[];
};

/** @throws {RangeError} for a `published_at` that is no instant */
export const prepareLook = (posts: readonly WorksPost[], when: When): Look =>
  lookAt(settledPosts(posts, when), when);

/** @param settled by account, each oldest first */
export function lookAt(settled: readonly SettledPost[][], when: When): Look {
  const all = settled.map((own) => unitsOf(own));
  const known = all.filter((units) => countOf(units) >= FEWEST_UNITS);
  const accounts = known.filter((units) => !tooFewInteractions(units));
  const state = accounts.length > 0 ? "ready" : known.length > 0 ? "too_few" : "learning";
  const counted = state === "ready" ? accounts : all;
  return {
    month: when.month,
    state,
    posts: counted.reduce((total, units) => total + countOf(units), 0),
    accounts,
  };
}

/** Without its posts. */
export const summaryOf = ({ month, state, posts }: LookSummary): LookSummary => ({
  month,
  state,
  posts,
});

/** Of accounts that were read one after the other, as if all had been read at once. */
export function readTogether({ month, state, posts }: LookSummary, more: LookSummary): LookSummary {
  if (state === more.state) return { month, state, posts: posts + more.posts };
  if (state === "ready") return { month, state, posts };
  if (more.state === "ready") return { month, state: "ready", posts: more.posts };
  return { month, state: "too_few", posts: posts + more.posts };
}

/** What a look finds of every level, before it is asked how often chance does the like. */
export type Found = {
  levels: (Omit<LevelSeen, "seen_from"> & { z: number; information: number })[];
  noise: Noise;
};

/** Standard deviation of single posts (ln), for formats and for all else. */
type Noise = { format: number; other: number };

/** Of each contrast; `null`: too few posts, or it cannot be told apart. */
export type Sizes = { sizes: LevelSeen["size"][]; noise: Noise };

/** Fewer show only themselves. */
const FEWEST_SHOWN = 5;

export const foundIn = (design: Design): Found =>
  foundOf(design, { ties: tiesIn(design.accounts, design.contrasts), ...sizesIn(design) });

export const tiesIn = (
  accounts: readonly Units[],
  levels: readonly Pick<Level, "factor" | "posts" | "places">[],
): (Entanglement | null)[] => levels.map(entanglements(accounts));

export function sizesIn(of: Values & Questions): Sizes {
  const spreads = spreadsOf(of);
  const sizeOf = sizesOf(of, spreads);
  return {
    sizes: of.contrasts.map((contrast) =>
      contrast.estimable && contrast.posts >= FEWEST_SHOWN ? sizeOf(contrast) : null,
    ),
    noise: { format: noiseOf(spreads.plain), other: noiseOf(spreads.by_format) },
  };
}

/** What the posts say themselves, put beside what was found of each contrast before. */
export function foundOf(
  scored: Scored,
  { ties, sizes, noise }: Sizes & { ties: readonly (Entanglement | null)[] },
): Found {
  const zOf = zsOf(scored);
  return {
    levels: scored.contrasts.map((contrast, at) => {
      const { factor, level, posts, estimable, information } = contrast;
      const state = contrast.state === "asked" && !estimable ? "entangled" : contrast.state;
      return {
        factor,
        level,
        posts,
        size: sizes[at] ?? null,
        state,
        entangled_with: ties[at] ?? null,
        z: state === "asked" ? zOf(contrast) : 0,
        information,
      };
    }),
    noise,
  };
}

/** What would be claimed of every level that is asked about, in the order of the screen, however often chance does it. */
export const answersOf = ({ levels }: Found, { largest }: Chances): Claim[] =>
  levels.flatMap(({ factor, level, posts, size, state, entangled_with, z }): Claim[] => {
    const direction = z > 0 ? 1 : -1;
    // ranks and means that disagree say nothing
    if (state !== "asked" || z === 0 || !size || Math.sign(Math.log(size.ratio)) !== direction) {
      return [];
    }
    const chance = chanceOf(z, largest);
    return [{ factor, level, direction, ...size, posts, chance, entangled_with }];
  });

/** Every level, for the list below the claims. */
export function levelsSeen(
  { state, posts }: LookSummary,
  { levels, noise }: Found,
  chances: Chances,
): LevelsSeen {
  const bar = barOf(chances);
  return {
    state,
    posts,
    levels: levels.map(({ z: _, information, ...seen }): LevelSeen => {
      const usual = seen.factor === "format" ? noise.format : noise.other;
      const asked = seen.state === "asked";
      return { ...seen, seen_from: asked ? seenFrom({ noise: usual, bar, information }) : null };
    }),
    posts_for_double: postsForDouble({ noise: noise.other, bar, of: posts }),
  };
}

/** A look that was judged whole; `null`: there is nothing to judge. */
export type Judged = { design: Design; found: Found; chances: Chances };

export function judged({ state, accounts }: Look): Judged | null {
  if (state !== "ready") return null;
  const design = designOf(accounts);
  return { design, found: foundIn(design), chances: shuffled(shufflingOf(design)) };
}

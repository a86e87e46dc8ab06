/**
 * A look in slices, each of some milliseconds, with plain JSON between them: shuffles, the answers, where something new would
 * be said the same of the month before, and at last the list of all levels. In whatever slices, the same comes out as from
 * `whatWorks` and `levelsOf`.
 */
import type { Claim } from "../../model/claim.ts";
import type { LookResult } from "../../model/look.ts";
import { bestHours, levelsOf } from "../works.ts";
import { claimsOf, mayOpen } from "./agreeing.ts";
import { designOf } from "./design.ts";
import { answersOf, isShuffled, type Look, shuffled } from "./look.ts";
import { membersOf } from "./members.ts";

export type LookProgress = {
  look: Look;
  /** Last month's claims. */
  standing: Claim[];
  /** What the look would say; `null`: not known yet. */
  answers: Claim[] | null;
  /** The look of the month before; `null`: not begun, or not needed any more. */
  before: Look | null;
  /** What both agree in; `null`: not known yet. */
  claims: Claim[] | null;
};

export const beginProgress = (look: Look, standing: readonly Claim[]): LookProgress => ({
  look,
  standing: [...standing],
  answers: null,
  before: null,
  claims: null,
});

/** Does the next slice want the posts of the month before? */
export const wantsBefore = ({ answers, before, claims }: LookProgress): boolean =>
  answers !== null && claims === null && before === null;

/** Is only the list of levels to be made, with `resultOf`? */
export const isJudged = ({ claims }: LookProgress): boolean => claims !== null;

/**
 * Shuffles of one slice. What is taken up again, the design and 50 shuffles of 400 posts take half a yardstick (the bench's: about
 * 10 ms of an idle core) in Node once the code is hot. A cron's isolate hardly gets there: what they take in it is in the
 * budgets of the README, and is over them.
 */
const POST_SHUFFLES = 20_000;
const MOST_SHUFFLES = 50;
const FEWEST_SHUFFLES = 10;

export const shufflesFor = ({ posts }: Pick<Look, "posts">): number =>
  Math.max(
    FEWEST_SHUFFLES,
    Math.min(MOST_SHUFFLES, Math.floor(POST_SHUFFLES / Math.max(1, posts))),
  );

/** One slice further; not where the posts of the month before are wanted, nor once it is judged. */
export function nextSlice(progress: LookProgress): LookProgress {
  const { look, standing, answers, before, claims } = progress;
  if (claims !== null || wantsBefore(progress)) return progress;
  if (!isShuffled(look)) return { ...progress, look: shuffled(look, shufflesFor(look)) };
  if (answers === null) {
    const found = answersOf(look);
    const said = mayOpen(found, standing) ? null : claimsOf(found, [], standing);
    return { ...progress, answers: found, claims: said };
  }
  if (before === null) return progress;
  if (!isShuffled(before)) return { ...progress, before: shuffled(before, shufflesFor(before)) };
  return { ...progress, before: null, claims: claimsOf(answers, answersOf(before), standing) };
}

/** The last slice. */
export function resultOf({ look }: Pick<LookProgress, "look">): LookResult {
  const design = designOf(look.accounts);
  return {
    levels: levelsOf(look, design),
    cells: bestHours(look, design),
    members: membersOf(design),
  };
}

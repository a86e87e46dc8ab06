/**
 * A look in slices, each of some milliseconds: its posts, the hours, the posts by level, what can be asked of each account, what
 * each level comes with, how large the differences are, how far the ranks lie apart, and what is shuffled; then shuffles. Where
 * something new would be said, the same of the month before. What the next slice works on is a text of its own, so that a shuffle
 * neither reads posts nor writes them again. In whatever slices, the same comes out as from `whatWorks`.
 */
import type { Claim, Entanglement } from "../../model/claim.ts";
import type { LookResult } from "../../model/look.ts";
import { agreedClaims, mayOpen } from "./agreeing.ts";
import { gridOf } from "./best-hours.ts";
import { designOf, joined, ownOf, type Questions, valuesAmong } from "./design.ts";
import { levelsAmong } from "./levels.ts";
import {
  answersOf,
  type Found,
  foundOf,
  type Look,
  type LookSummary,
  levelsSeen,
  type Sizes,
  sizesIn,
  summaryOf,
  tiesIn,
} from "./look.ts";
import { membersOf } from "./members.ts";
import {
  packAnswerable,
  packLevels,
  packShuffling,
  packUnits,
  unpackAsking,
  unpackShuffling,
  unpackUnits,
} from "./packed.ts";
import {
  type Chances,
  isShuffled,
  NO_CHANCES,
  type Shuffling,
  shuffled,
  shufflingOf,
} from "./permutations.ts";
import { questionsOf } from "./questions.ts";
import type { Units } from "./units.ts";

/** How far a month is judged. */
type Judging = LookSummary & {
  /** How many accounts there are, and what is known of their levels so far; `null`: not known yet. */
  accounts: number;
  ties: (Entanglement | null)[] | null;
  sizes: Sizes | null;
  /** `null`: not asked yet. */
  found: Found | null;
  chances: Chances;
};

export type LookProgress = {
  /** What the next slice does; `before` wants the posts of the month before. */
  next:
    | "hours"
    | "levels"
    | "questions"
    | "ties"
    | "sizes"
    | "scores"
    | "lots"
    | "shuffles"
    | "before"
    | "end";
  this_month: Judging;
  /** `null`: not begun, or not needed. */
  month_before: Judging | null;
  /** What the look shows beside its levels. */
  shown: Pick<LookResult, "cells" | "members">;
  /** Last month's claims. */
  standing: Claim[];
  /** What both months agree in; `null`: not known yet. */
  claims: Claim[] | null;
};

/**
 * What a slice leaves; `material` is what the next one works on, left out where it is still the same. `more` stands behind it.
 */
export type Slice = { progress: LookProgress; material?: string; more?: string };

const begun = (look: LookSummary): Judging => ({
  ...summaryOf(look),
  accounts: 0,
  ties: null,
  sizes: null,
  found: null,
  chances: NO_CHANCES,
});

/** Of a look that has nothing to judge the end. */
export const beginProgress = (look: LookSummary, standing: readonly Claim[]): LookProgress => ({
  next: look.state === "ready" ? "hours" : "end",
  this_month: begun(look),
  month_before: null,
  shown: { cells: [], members: {} },
  standing: [...standing],
  claims: look.state === "ready" ? null : [],
});

/** What the first slices work on; of accounts that are read one after the other, one text after the other. */
export const materialOf = ({ accounts }: Pick<Look, "accounts">): string => packUnits(accounts);

/** Goes on with the month before, once its posts are read. */
export function withBefore(progress: LookProgress, before: LookSummary): LookProgress {
  const month_before = begun(before);
  return before.state === "ready"
    ? { ...progress, month_before, next: "levels" }
    : agreed({ ...progress, month_before });
}

/**
 * Of one slice so many shuffles that with what is read again they fit half of the free plan's ten milliseconds; the bench says
 * what they take.
 */
const POST_SHUFFLES = 20_000;
const MOST_SHUFFLES = 100;
const FEWEST_SHUFFLES = 20;

export const shufflesFor = (posts: number): number =>
  Math.max(
    FEWEST_SHUFFLES,
    Math.min(MOST_SHUFFLES, Math.floor(POST_SHUFFLES / Math.max(1, posts))),
  );

/**
 * One slice further; not where the posts of the month before are wanted, nor at the end.
 * @param material what the slice before left
 */
export function nextSlice(progress: LookProgress, material: string): Slice {
  const judging = progress.month_before ?? progress.this_month;
  const further = (next: LookProgress["next"], found: Partial<Judging> = {}): LookProgress => {
    const which = progress.month_before ? "month_before" : "this_month";
    return { ...progress, next, [which]: { ...judging, ...found } };
  };
  switch (progress.next) {
    case "hours": {
      const shown = { ...progress.shown, cells: gridOf(valuesAmong(unpackUnits(material))) };
      return { progress: { ...progress, next: "levels", shown } };
    }
    case "levels": {
      const accounts = unpackUnits(material);
      const levels = levelsAmong(accounts);
      const asking = further("questions", { accounts: accounts.length });
      const more = packLevels(levels);
      // what is shown is this month's
      if (progress.month_before) return { progress: asking, more };
      const members = membersOf(levels, accounts);
      return { progress: { ...asking, shown: { ...progress.shown, members } }, more };
    }
    case "questions": {
      // one account after the other
      const { accounts, levels, answerable } = unpackAsking(material, judging.accounts);
      const own = ownOf(accounts)[answerable.length];
      const isLast = answerable.length + 1 >= accounts.length;
      return {
        progress: further(isLast ? "ties" : "questions"),
        more: own ? packAnswerable(questionsOf(levels, own)) : "",
      };
    }
    case "ties": {
      const asking = askingIn(material, judging.accounts);
      return { progress: further("sizes", { ties: tiesIn(asking) }) };
    }
    case "sizes": {
      const { accounts, ...questions } = askingIn(material, judging.accounts);
      const sizes = sizesIn({ ...valuesAmong(accounts), ...questions });
      return { progress: further("scores", { sizes }) };
    }
    case "scores": {
      const { accounts, ...questions } = askingIn(material, judging.accounts);
      const design = designOf(accounts, questions);
      const { ties, sizes } = judging;
      const found = foundOf(design, {
        ...(sizes ?? sizesIn(design)),
        ties: ties ?? tiesIn(design),
      });
      return { progress: further("lots", { found, ties: null, sizes: null }) };
    }
    case "lots": {
      const { accounts, ...questions } = askingIn(material, judging.accounts);
      const shuffling = shufflingOf(designOf(accounts, questions));
      return { progress: further("shuffles"), material: packShuffling(shuffling) };
    }
    case "shuffles":
      return { progress: furtherShuffled(progress, unpackShuffling(material)) };
    default:
      return { progress };
  }
}

function askingIn(material: string, count: number): Questions & { accounts: Units[] } {
  const { accounts, levels, answerable } = unpackAsking(material, count);
  return { accounts, ...joined(levels, ownOf(accounts), answerable) };
}

function furtherShuffled(progress: LookProgress, shuffling: Shuffling): LookProgress {
  const { this_month, month_before } = progress;
  const shuffle = (judging: Judging): Judging => ({
    ...judging,
    chances: shuffled(shuffling, judging.chances, shufflesFor(judging.posts)),
  });
  if (month_before) {
    const before = shuffle(month_before);
    const further = { ...progress, month_before: before };
    return isShuffled(before.chances) ? agreed(further) : further;
  }
  const month = shuffle(this_month);
  const further = { ...progress, this_month: month };
  if (!isShuffled(month.chances)) return further;
  return mayOpen(answersIn(month), progress.standing)
    ? { ...further, next: "before" }
    : agreed(further);
}

const answersIn = ({ found, chances }: Judging): Claim[] =>
  found ? answersOf(found, chances) : [];

/** What both months say. */
function agreed(progress: LookProgress): LookProgress {
  const { this_month, month_before, standing } = progress;
  const before = month_before ? answersIn(month_before) : [];
  return {
    ...progress,
    next: "end",
    claims: agreedClaims(answersIn(this_month), before, standing),
  };
}

/** Once it is at its end; empty lists where there was nothing to judge. */
export function resultOf({ this_month, shown }: LookProgress): LookResult {
  const { state, posts, found, chances } = this_month;
  const levels = found
    ? levelsSeen(this_month, found, chances)
    : { state, posts, levels: [], posts_for_double: null };
  return { levels, ...shown };
}

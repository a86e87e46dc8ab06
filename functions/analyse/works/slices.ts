/**
 * A look's judging in slices, each of some milliseconds: the hours, the levels and which posts are shown at each, what can be
 * asked of each account, what each level comes with, how large the differences are, the ranks, and how far they lie apart, with
 * what is shuffled; then shuffles. Where something new would be said, the same of the month before, but for what is only shown.
 * What the next slice works on is a text of its own, so that a shuffle neither reads posts nor writes them again. In whatever
 * slices, the same comes out as from `whatWorks`.
 */
import type { Claim, Entanglement } from "../../model/claim.ts";
import type { LookResult } from "../../model/look.ts";
import type { Block } from "../statistics/blocks.ts";
import { agreedClaims, mayOpen } from "./agreeing.ts";
import { gridOf } from "./best-hours.ts";
import { joined, ownOf, placesOf, type Questions, scoredAmong, valuesAmong } from "./design.ts";
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
  type Lines,
  linesIn,
  packAccounts,
  packAnswerable,
  packLevels,
  packShuffling,
  unpackAccount,
  unpackAnswerable,
  unpackLevels,
  unpackShuffling,
  unpackUnits,
  withAccounts,
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
import { scoresOf } from "./scores.ts";
import { countOf, type Units } from "./units.ts";
import type { Readings } from "./values.ts";

type Known = Sizes & { ties: (Entanglement | null)[] };

/** How far a month is judged. */
type Judging = LookSummary & {
  /** How many units each account has: none before its levels are known. */
  counts: number[];
  /** Of the levels, until all is found. */
  known: Partial<Known>;
  /** `null`: not asked yet. */
  found: Found | null;
  chances: Chances;
};

export type LookProgress = {
  /** What the next slice does; `before` wants the posts of the month before. */
  next:
    | "hours"
    | "levels"
    | "members"
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
  counts: [],
  known: {},
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
export const materialOf = ({ accounts }: Pick<Look, "accounts">): string => packAccounts(accounts);

/** Goes on with the month before, once its posts are read. */
export function withBefore(progress: LookProgress, before: LookSummary): LookProgress {
  const month_before = begun(before);
  return before.state === "ready"
    ? { ...progress, month_before, next: "levels" }
    : agreed({ ...progress, month_before });
}

/**
 * Of one slice so many shuffles that with what is read again they fit the free plan's ten milliseconds as the first thing that an
 * isolate does; the bench says what they take.
 */
const POST_SHUFFLES = 12_000;
const MOST_SHUFFLES = 100;
const FEWEST_SHUFFLES = 12;

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
  const { counts, known } = judging;
  const further = (next: LookProgress["next"], found: Partial<Judging> = {}): LookProgress => {
    const which = progress.month_before ? "month_before" : "this_month";
    return { ...progress, next, [which]: { ...judging, ...found } };
  };
  switch (progress.next) {
    case "hours": {
      const shown = { ...progress.shown, cells: gridOf(unpackUnits(material)) };
      return { progress: { ...progress, next: "levels", shown } };
    }
    case "levels": {
      const accounts = unpackUnits(material);
      // what is shown is this month's
      const next = progress.month_before ? "questions" : "members";
      return {
        progress: further(next, { counts: accounts.map(countOf) }),
        more: packLevels(levelsAmong(accounts)),
      };
    }
    case "members": {
      const lines = linesIn(material, counts.length);
      const accounts = lines.accounts.map(unpackAccount<Units>);
      const members = membersOf(unpackLevels(lines.levels), accounts);
      return { progress: { ...further("questions"), shown: { ...progress.shown, members } } };
    }
    case "questions": {
      // one account after the other
      const { accounts, levels, answerable } = linesIn(material, counts.length);
      const at = answerable.length;
      const units = unpackAccount<Units>(accounts[at] as string);
      const own = ownOf(units, placesOf(counts)[at] as Block);
      return {
        progress: further(at + 1 < counts.length ? "questions" : "ties"),
        more: packAnswerable(questionsOf(unpackLevels(levels), own)),
      };
    }
    case "ties": {
      const lines = linesIn(material, counts.length);
      const accounts = lines.accounts.map(unpackAccount<Units>);
      const ties = tiesIn(accounts, unpackLevels(lines.levels));
      return {
        progress: further("sizes", { known: { ...known, ties } }),
        // what comes after compares values alone
        material: withAccounts(
          lines,
          accounts.map(({ values }) => values),
        ),
      };
    }
    case "sizes": {
      const lines = linesIn(material, counts.length);
      const values = valuesAmong(lines.accounts.map(unpackAccount<Readings>));
      const sizes = sizesIn({ ...values, ...questionsIn(lines, counts) });
      return { progress: further("scores", { known: { ...known, ...sizes } }) };
    }
    case "scores": {
      const lines = linesIn(material, counts.length);
      const scores = lines.accounts.map(unpackAccount<Readings>).map(scoresOf);
      return { progress: further("lots"), material: withAccounts(lines, scores) };
    }
    case "lots": {
      const lines = linesIn(material, counts.length);
      const scores = lines.accounts.map(unpackAccount<Readings>);
      const scored = scoredAmong(scores, questionsIn(lines, counts));
      return {
        progress: further("shuffles", { found: foundOf(scored, whole(known)), known: {} }),
        material: packShuffling(shufflingOf(scored)),
      };
    }
    case "shuffles":
      return { progress: furtherShuffled(progress, unpackShuffling(material)) };
    default:
      return { progress };
  }
}

function whole({ ties, sizes, noise }: Partial<Known>): Known {
  if (!ties || !sizes || !noise) throw new RangeError("a look whose levels are not known yet");
  return { ties, sizes, noise };
}

const questionsIn = ({ levels, answerable }: Lines, counts: readonly number[]): Questions =>
  joined(unpackLevels(levels), placesOf(counts), answerable.map(unpackAnswerable));

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

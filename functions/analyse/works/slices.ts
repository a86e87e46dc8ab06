/**
 * A look in slices, each of some milliseconds: its posts, the hours and the posts by level, its questions, what they find,
 * shuffles; where something new would be said, the same of the month before. What the next slice works on is a text of its own, so that
 * a shuffle neither reads posts nor writes them again. In whatever slices, the same comes out as from `whatWorks`.
 */
import type { Claim } from "../../model/claim.ts";
import type { LookResult } from "../../model/look.ts";
import { agreedClaims, mayOpen } from "./agreeing.ts";
import { gridOf } from "./best-hours.ts";
import { designOf, questionsAmong, valuesOf } from "./design.ts";
import {
  answersOf,
  type Found,
  foundIn,
  type Look,
  type LookSummary,
  levelsSeen,
  summaryOf,
} from "./look.ts";
import { membersOf } from "./members.ts";
import {
  packQuestions,
  packShuffling,
  packUnits,
  unpackQuestions,
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

/** How far a month is judged. */
type Judging = LookSummary & {
  /** `null`: not asked yet. */
  found: Found | null;
  chances: Chances;
};

export type LookProgress = {
  /** What the next slice does; `before` wants the posts of the month before. */
  next: "hours" | "questions" | "findings" | "shuffles" | "before" | "end";
  this_month: Judging;
  /** `null`: not begun, or not needed. */
  month_before: Judging | null;
  /** What the look shows beside its levels; `null`: not made yet. */
  shown: Pick<LookResult, "cells" | "members"> | null;
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
  found: null,
  chances: NO_CHANCES,
});

/** Of a look that has nothing to judge the end. */
export const beginProgress = (look: LookSummary, standing: readonly Claim[]): LookProgress => ({
  next: look.state === "ready" ? "hours" : "end",
  this_month: begun(look),
  month_before: null,
  shown: null,
  standing: [...standing],
  claims: look.state === "ready" ? null : [],
});

/** What the first slices work on; of accounts that are read one after the other, one text after the other. */
export const materialOf = ({ accounts }: Pick<Look, "accounts">): string => packUnits(accounts);

/** Goes on with the month before, once its posts are read. */
export function withBefore(progress: LookProgress, before: LookSummary): LookProgress {
  const month_before = begun(before);
  return before.state === "ready"
    ? { ...progress, month_before, next: "questions" }
    : agreed({ ...progress, month_before });
}

/**
 * Of one slice so many shuffles that with what is read again they fit half of the free plan's ten milliseconds; the bench says
 * what they take.
 */
const POST_SHUFFLES = 40_000;
const MOST_SHUFFLES = 100;
const FEWEST_SHUFFLES = 25;

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
  switch (progress.next) {
    case "hours": {
      const values = valuesOf(unpackUnits(material));
      const shown = { cells: gridOf(values), members: membersOf(values.units) };
      return { progress: { ...progress, next: "questions", shown } };
    }
    case "questions": {
      const more = packQuestions(questionsAmong(unpackUnits(material)));
      return { progress: { ...progress, next: "findings" }, more };
    }
    case "findings": {
      const last = material.lastIndexOf("\n") + 1;
      const design = designOf(
        unpackUnits(material.slice(0, last)),
        unpackQuestions(material.slice(last)),
      );
      const which = progress.month_before ? "month_before" : "this_month";
      const judging = { ...(progress[which] ?? progress.this_month), found: foundIn(design) };
      return {
        progress: { ...progress, next: "shuffles", [which]: judging },
        material: packShuffling(shufflingOf(design)),
      };
    }
    case "shuffles":
      return { progress: furtherShuffled(progress, unpackShuffling(material)) };
    default:
      return { progress };
  }
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
  return { levels, ...(shown ?? { cells: [], members: {} }) };
}

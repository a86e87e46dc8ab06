/** What works: claims, everything that was compared, hours, and what was published beside what is wished. */
import type { AccountName } from "../../model/account.ts";
import type { Claim, Factor } from "../../model/claim.ts";
import type { ContentMix } from "../../model/content-mix.ts";
import type { Cell, LevelSeen, LookState } from "../../model/look.ts";
import type { Fault } from "../../model/problem.ts";
import type { MixedBy, MixLevel } from "../../model/target-mix.ts";
import type { Chrome } from "./chrome.ts";
import type { ListedPost } from "./posts.ts";
import type { TrialLine } from "./trial.ts";

/** Whose posts are compared: one account's, or (`null`) those of all together. */
export type WorksOf = AccountName | null;

/** `since`: `YYYY-MM`, the month whose look did not claim it any more. */
type GoneLine = Pick<Claim, "factor" | "level" | "direction"> & { since: string };

export type ShownLook = {
  /** `YYYY-MM`: posts of the months before it were judged. */
  month: string;
  state: LookState;
  posts: number;
  /** Of each account of all together at most so many posts were compared; `null`: of one account. */
  newest_each: number | null;
  /** So many posts a level needs for a doubling to be seen in 6 of 10 cases; `null`: more than there are room for. */
  posts_for_double: number | null;
  /** The surest first. */
  claims: Claim[];
  /** The latest to go first. */
  gone: GoneLine[];
  /** In fixed order; none unless `ready`. */
  levels: LevelSeen[];
};

export type WorksView = {
  screen: "works";
  chrome: Chrome;
  /** All that may be seen, and how many claims stand of each. */
  accounts: (AccountName & { claims: number })[];
  /** Are there several accounts, which are compared together as well? */
  together: boolean;
  of: WorksOf;
  /** `null`: nobody looked yet. */
  look: ShownLook | null;
  /** `YYYY-MM`: while learning, the look that will have enough posts; `null`: nobody can say. */
  enough_by: string | null;
  /** Weekday by hours; of what is not judged the counts alone. */
  hours: Cell[];
  mix: ContentMix;
  /** Those that may be seen, those that run first. */
  trials: TrialLine[];
  /** May whoever asks begin one? */
  may_plan: boolean;
  /** May whoever asks say what mix is wished? */
  may_wish: boolean;
};

/** The posts at a level of a look. */
export type WorksPostsView = {
  screen: "works_posts";
  chrome: Chrome;
  of: WorksOf;
  accounts: AccountName[];
  factor: Factor;
  level: string;
  /** `YYYY-MM`: posts of the months before it were compared. */
  month: string;
  /** Posts that were compared at that level; those of an hour are one. */
  total: number;
  /** The newest of them, newest first. */
  posts: ListedPost[];
};

/** The wish, as it is typed: a text by level. */
export type TargetMixView = {
  screen: "target_mix";
  chrome: Chrome;
  by: MixedBy;
  typed: Partial<Record<MixLevel, string>>;
  faults: Fault[];
  /** It was just stored as it stands. */
  saved: boolean;
};

/** What the list of posts says of what works: the surest claim, or that there is none. */
export type WorksLine = {
  of: WorksOf;
  state: LookState;
  posts: number;
  claim: Pick<Claim, "factor" | "level" | "direction" | "ratio"> | null;
};

/** Trials: one that is to begin, one with what was drawn, and all in lines. */
import type { AlmanacFields } from "../../model/almanac.ts";
import type { Format } from "../../model/format.ts";
import type { Fault } from "../../model/problem.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Side, Trial, TrialPower, TrialProgress } from "../../model/trial.ts";
import type { ChangeLine, PlannedAccount } from "./calendar.ts";
import type { Chrome } from "./chrome.ts";

/** A trial as it is listed. No figure of a post stands in it before it has ended, and none ever of one that was broken off. */
export type TrialLine = Omit<Trial, "account" | "lots" | "seed"> & {
  account: PlannedAccount;
  /** The last Sunday. */
  ends_on: Day;
  /** The day from which its end is said. */
  says_on: Day;
  /** 1 in its first week, 0 before, `weeks` + 1 afterwards. */
  week: number;
  /** While it runs; `null` otherwise, and where it was not asked for. */
  progress: TrialProgress | null;
};

/** What was drawn for a day, and what became of it. */
export type LotLine = {
  side: Side;
  /** As it was drawn. */
  drawn_on: Day;
  /** The day off on which its plan stands. */
  holiday: Pick<AlmanacFields, "name_id" | "name_en"> | null;
  /** Another plan of the account on a lot's day that is still to come: two posts of one day spoil it. */
  beside: { id: number; title: string } | null;
  /** Where its plan stands now; `null`: it was taken away. */
  plan: { id: number; on: Day; title: string; dropped: boolean; off_lot: boolean } | null;
  post: {
    id: number;
    at: Instant;
    day_only: boolean;
    /** Went out as it was drawn. */
    kept: boolean;
    /** `null` while it runs, after it was broken off, and where it was not compared. */
    interactions: number | null;
  } | null;
};

export type TrialView = {
  screen: "trial";
  chrome: Chrome;
  accounts: PlannedAccount[];
  may_plan: boolean;
  trial: TrialLine;
  lots: LotLine[];
  /** It has not begun. */
  may_remove: boolean;
  /** What was just done, and may be taken back. */
  changed: { change: number; what: "started" | "broken" } | null;
  faults: Fault[];
  changes: ChangeLine[];
};

/** What stands in the form, as it was typed. */
export type TypedTrial = {
  a: string;
  b: string;
  at: string;
  weekdays: number[];
  starts_on: string;
  title: string;
};

export type NewTrialView = {
  screen: "new_trial";
  chrome: Chrome;
  accounts: PlannedAccount[];
  /** `null`: still to be chosen. */
  account: PlannedAccount | null;
  kind: Trial["kind"];
  /** Of that account, with 2, 3, 4 … posts a week. */
  powers: { a_week: number; power: TrialPower }[];
  /** Its posts draw so few reactions that nothing is promised. */
  too_few: boolean;
  /** Those that it publishes in; all where it has fewer than two. */
  formats: Format[];
  /** Mondays on which it may begin. */
  mondays: Day[];
  /** One of that account that runs. */
  running: number | null;
  typed: TypedTrial;
  faults: Fault[];
};

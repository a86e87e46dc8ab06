/** What the library wants to reach in a year, and how far it is. */
import type { Fault } from "../../model/problem.ts";
import type { TargetFields } from "../../model/target.ts";
import type { TargetStanding } from "../../model/target-standing.ts";
import type { PlannedAccount } from "./calendar.ts";
import type { Chrome } from "./chrome.ts";

/** `account` `null`: all together. `standing` `null`: too long ago to be looked at. */
export type TargetLine = Omit<TargetFields, "account"> & {
  id: number;
  version: number;
  account: PlannedAccount | null;
  standing: TargetStanding | null;
};

/** What stands in the form, as it was typed; `account` empty: all together. */
export type TypedTarget = { year: string; account: string; metric: string; value: string };

export type TargetsView = {
  screen: "targets";
  chrome: Chrome;
  accounts: PlannedAccount[];
  targets: TargetLine[];
  typed: TypedTarget;
  faults: Fault[];
};

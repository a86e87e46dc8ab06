/** What a message tells, before it is said in words. */
import type { AccountName } from "../../model/account.ts";
import type { NoticeLine } from "./notice.ts";
import type { OverviewView } from "./overview.ts";
import type { StreakLine, WorthTrying } from "./streak.ts";

/** What is over, of those whose end is told. */
export type Ending =
  | { kind: "stopped" | "token"; accounts: AccountName[] }
  | { kind: "weak"; streak: StreakLine }
  | { kind: "silence"; account: AccountName };

/** `among`: the accounts that it names, twice where the platform has others. `to_try`: of a weak streak, what is claimed to help. */
export type LetterContent =
  | { told: "opened"; line: NoticeLine; to_try: WorthTrying | null; among: AccountName[] }
  | { told: "closed"; ending: Ending; among: AccountName[] }
  /** The week, as the Overview of seven days has it; `address`: the dashboard's. */
  | { told: "weekly"; view: OverviewView; address: string }
  | { told: "test" };

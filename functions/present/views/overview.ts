/** The Overview: the one thing to know now, the headline figures, and how each account stands with its own norm. */
import type { AccountName } from "../../model/account.ts";
import type { Consistency } from "../../model/consistency.ts";
import type { FigureBlock } from "../../model/figure.ts";
import type { HeadlineMetric } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Choice, Chrome } from "./chrome.ts";
import type { Task } from "./notice.ts";
import type { PostLine } from "./posts.ts";
import type { StreakLine, WorthTrying } from "./streak.ts";
import type { TargetLine } from "./targets.ts";

/** One thing to know now; the first that holds, in this order: a notice, else what the figures say. */
export type Headline =
  | { kind: "empty" }
  /** `refused`: the database takes nothing in. */
  | (Extract<Task, { kind: "stopped" }> & { refused: boolean })
  | Exclude<Task, { kind: "stopped" | "decree" | "report" }>
  | { kind: "recovered"; streak: StreakLine }
  /** A change that chance alone hardly makes. */
  | {
      kind: "change";
      metric: HeadlineMetric;
      account: AccountName;
      direction: "up" | "down";
      value: number;
      before: number;
      ratio: number | null;
    }
  | { kind: "calm"; best: PostLine | null };

/** Where an account stands with its own norm. */
export type AccountState =
  | { state: "learning"; judged: number; needed: number }
  | { state: "too_few" | "normal" | "watch" | "weak" | "recovered" | "new_normal" };

/** The last posts of one account against its own norm: interactions as a multiple of the median. */
export type Dots = {
  platform: Platform;
  /** Index of the first post of the open streak; `null` when there is none. */
  streak_from: number | null;
  /** The open streak's page. */
  streak_id: number | null;
  /** Oldest first. `times`: how many times the usual; `null` while unknown or too young. */
  posts: { id: number; published_at: Instant; times: number | null; young: boolean }[];
  /** The usual range (middle half of the posts) as multiples. */
  low: number;
  high: number;
};

export type OverviewView = {
  screen: "overview";
  chrome: Chrome;
  choice: Choice;
  headline: Headline;
  /** What else there is to do: at most three. */
  tasks: Task[];
  /** Of a weak account of which something is claimed: the first thing to try. */
  to_try: WorthTrying | null;
  dots: Dots | null;
  blocks: FigureBlock[];
  /** Of this year, as far as they may be seen. */
  targets: TargetLine[];
  /** Streaks that touch the period, newest first, weak and strong. */
  streaks: StreakLine[];
  norms: (AccountName & AccountState)[];
  consistency: (AccountName & Consistency)[];
};

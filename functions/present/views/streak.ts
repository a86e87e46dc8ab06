/** A streak with its evidence. */
import type { Format } from "../../model/format.ts";
import type { Platform } from "../../model/platform.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { Difference, StoredStreakState, StreakKind } from "../../model/streak.ts";
import type { Topic } from "../../model/topic.ts";
import type { Chrome } from "./chrome.ts";

/** A run of posts below (weak) or above (strong) the account's own norm. */
export type StreakLine = {
  id: number;
  platform: Platform;
  account: string;
  kind: StreakKind;
  state: StoredStreakState;
  /** Why a person left its posts out of the norm. */
  reason: string | null;
  started_on: Day;
  ended_on: Day | null;
  posts: number;
  /** The size of the run against the usual, shrunk towards 1: 0.5 = about half. */
  severity: number;
  /** By chance alone a run like this turns up once in so many posts. */
  false_alarm_every: number;
  /** How many posts the account publishes a week. */
  posts_per_week: number | null;
  /** The format of most of its posts. */
  format: Format | null;
  /** Median reach of its posts against the usual; `null` where reach is unknown. */
  reach_ratio: number | null;
  /** Interactions of those reached against the usual. */
  reaction_ratio: number | null;
  /** What was different about its posts, the most striking first; none where nothing stands out. */
  differences: Difference[];
};

/** What gets more on the streak's account, and its posts do without. */
export type WorthTrying = { factor: "format" | "topic" | "hours"; level: string; ratio: number };

/** One post of a streak's evidence. */
export type EvidencePost = {
  id: number;
  published_at: Instant;
  format: Format | null;
  topic: Topic | null;
  caption: string | null;
  interactions: number | null;
  /** As a multiple of the usual for its kind and age; `null` when not judged. */
  times: number | null;
  /** The rank sum after this post; the flag stands where it reaches `threshold`. */
  sum: number | null;
  in_streak: boolean;
};

export type StreakView = {
  screen: "streak";
  chrome: Chrome;
  streak: StreakLine;
  threshold: number;
  /** The posts before the streak and in it, oldest first. */
  posts: EvidencePost[];
  /** The usual range (middle half), as multiples. */
  low: number;
  high: number;
  /** How the account's formats compare with its usual, as multiples: the adjustment that was made. */
  formats: { format: Format; times: number; posts: number }[];
  /** What was different from the posts before: the most frequent value in the streak and before it. */
  differences: Difference[];
  /** The first thing to try, where something is claimed of the account. */
  to_try: WorthTrying | null;
  /** What was told when it opened, where history was corrected since. */
  told: { at: Instant; posts: number; severity: number; false_alarm_every: number } | null;
  revised: boolean;
  /** A reason noted by the admin; the run is then left out of the norm. */
  reason: string | null;
};

/**
 * The monthly report as it is frozen: figures and the rules that held, never words; `web/language/` says each. What stands
 * here was signed: a later version of the code reads older reports, so fields are only ever added.
 */
import type { AccountName } from "./account.ts";
import type { Answering } from "./answering.ts";
import type { Claim } from "./claim.ts";
import type { Consistency } from "./consistency.ts";
import type { EventFigures, EventKind, PromotionStep } from "./event.ts";
import type { Absence, Comparison, FigureParts, Formula } from "./figure.ts";
import type { Format } from "./format.ts";
import type { LookState } from "./look.ts";
import type { HeadlineMetric } from "./metric.ts";
import type { Day, Instant, Precision } from "./snapshot.ts";
import type { Difference, StoredStreakState, StreakKind } from "./streak.ts";
import type { TargetMetric } from "./target.ts";
import type { TargetStanding } from "./target-standing.ts";
import type { Topic } from "./topic.ts";
import type { StoredTrialResult, Trial } from "./trial.ts";
import type { WorkingHours } from "./working-hours.ts";

/** Who signs. `null`: left blank, to be filled in by hand. */
export type Signatory = { title: string | null; name: string | null; nip: string | null };

/** What the library's head of paper says, and who signs: typed once in the settings, frozen with each report. */
export type ReportSettings = {
  /** The lines on top, the institution's first: at most four. */
  letterhead: string[];
  /** The town before the date of signing. */
  place: string | null;
  /** *Mengetahui*. */
  approver: Signatory;
  /** *Pengelola*. */
  author: Signatory;
};

const BLANK: Signatory = { title: null, name: null, nip: null };

/** As long as nobody said anything: all of it is written by hand. */
export const NO_REPORT_SETTINGS: ReportSettings = {
  letterhead: [],
  place: null,
  approver: BLANK,
  author: BLANK,
};

export const MOST_LETTERHEAD_LINES = 4;
export const LONGEST_REPORT_TEXT = 120;

/** What a month is measured by: the Overview's figures, and two plain counts. */
export type ReportMeasure = HeadlineMetric | "posts" | "interactions";

/** One figure beside the month before and the same month last year. */
export type ReportFigure = {
  measure: ReportMeasure;
  value: number | null;
  absence: Absence | null;
  /** `null`: a plain count. */
  formula: Formula | null;
  /** What it was made from; of followers also `followers_before` and `followers_change`. */
  parts: FigureParts;
  before: Comparison;
  year: Comparison;
};

export type ReportAccount = AccountName & {
  id: number;
  name: string | null;
  figures: ReportFigure[];
  consistency: Consistency;
};

/**
 * A target of the report's year, with what is reached. `account`: `null` for all together. `actual`: of followers those at the
 * month's end, of the rate the year's up to its end, of posts those of the month. `reached`: actual ÷ target.
 */
export type ReportTarget = {
  account: AccountName | null;
  metric: TargetMetric;
  value: number;
  standing: TargetStanding | null;
  actual: number | null;
  reached: number | null;
};

/** Posts of one format or topic. `interactions`: in the median of those known. `null` level: no topic was found. */
export type ReportLevel<Level> = {
  level: Level;
  posts: number;
  interactions: number | null;
};

/** A post of the month, with its figures as they were when the report was made. */
export type ReportPost = {
  id: number;
  account: AccountName;
  published_at: Instant;
  precision: Precision;
  published_on: Day;
  format: Format | null;
  topic: Topic | null;
  /** Its first words. */
  caption: string | null;
  /** On its platform; only an address of the platform's own. */
  url: string | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  interactions: number | null;
  engagement_rate: number | null;
  reach: number | null;
  views: number | null;
  /** How many times the account's usual; `null`: not judged. */
  score: number | null;
  weak: boolean | null;
  paid: boolean | null;
  removed: boolean;
};

/** Why a post stands among the best or weakest: against what such posts of its account reach (`null`: unknown). */
export type ReportWhy = { reach_ratio: number | null; reaction_ratio: number | null };

export type ReportRankedPost = ReportPost & { why: ReportWhy };

export type ReportStreak = {
  id: number;
  kind: StreakKind;
  state: StoredStreakState;
  account: AccountName;
  started_at: Instant;
  ended_at: Instant | null;
  posts: number;
  severity: number;
  false_alarm_every: number;
  differences: Difference[];
};

export type ReportEvent = {
  id: number;
  kind: EventKind;
  title: string;
  starts_at: Instant;
  ends_at: Instant | null;
  /** Steps of promotion that were kept, and those that were due by the time the report was made. */
  steps_done: PromotionStep[];
  steps_due: PromotionStep[];
  figures: EventFigures;
  /** What of the figures is whose: a reader of some accounts is told of those alone. Reach is never added up. */
  by_account: {
    account: AccountName;
    posts: number;
    reach: number | null;
    interactions: number | null;
  }[];
  /** How its posts did against such posts; `null`: too few to say, or too early. */
  effect: { ratio: number; word: "above" | "below" | "as_usual"; posts: number } | null;
  visitors: number | null;
  cost: number | null;
};

/** How the comments written in the month were answered, as it was known a day after its end. */
export type ReportAnswers = Pick<
  Answering,
  "comments" | "questions" | "within_day" | "median" | "unanswered" | "unwatched"
> & {
  /** Not answered by the month's end. */
  waiting: number;
  /** Questions among them that were not answered a day after it either; `undefined` in a report of before it was counted. */
  questions_waiting?: number;
};

/** The whole is `null` in a report until a comment was ever read. `all`: `null` of one account, and where part of them is shown. */
export type ReportService = {
  working_hours: WorkingHours;
  accounts: (ReportAnswers & { account: AccountName })[];
  all: ReportAnswers | null;
  /** Those whose comments are never read. */
  without: AccountName[];
};

export type ReportNote = {
  from_on: Day;
  to_on: Day;
  text: string;
  /** `null`: all accounts. */
  accounts: AccountName[] | null;
  left_out: boolean;
};

/** Days of the month on which nobody read an account that is collected. */
type ReportOutage = { account: AccountName; from: Day; to: Day };

/** One sentence of the summary: the rule that held, with the figures that made it. At most three, in this order. */
export type ReportSentence =
  /** Nothing is known of the month. */
  | { rule: "no_figures" }
  | {
      rule: "posted";
      posts: number;
      before: number | null;
      accounts: number;
      interactions: number | null;
    }
  | { rule: "silent_month"; accounts: AccountName[] }
  | {
      rule: "changed";
      account: AccountName;
      measure: HeadlineMetric;
      direction: "up" | "down";
      value: number;
      before: number;
      ratio: number | null;
    }
  /** No figure moved by more than chance explains. */
  | { rule: "steady"; accounts: number }
  | { rule: "followers"; start: number; end: number; change: number }
  | { rule: "weak"; streak: ReportStreak }
  | { rule: "recovered"; streak: ReportStreak }
  | { rule: "best_post"; post: ReportPost }
  | { rule: "events"; events: number; visitors: number | null };

/**
 * What was claimed to work when the report was made, of an account or (`null`) of all together: of the look for the month after,
 * which judges the report's month too; of a draft that of the month itself.
 */
export type ReportWorks = {
  account: AccountName | null;
  /** The look's. */
  month: string;
  state: LookState;
  posts: number;
  /** The surest first; none: nothing differs surely. */
  claims: Claim[];
};

/** What to do next month: at most three, in the order of their urgency. */
export type ReportAdvice =
  | { rule: "collector"; accounts: AccountName[] }
  | { rule: "weak"; streak: ReportStreak }
  | { rule: "silence"; account: AccountName; from: Day }
  | { rule: "event"; event_id: number; title: string; step: PromotionStep; to: Day }
  /** Questions of the month that nobody answered. */
  | { rule: "answers"; account: AccountName; questions: number }
  | { rule: "unpromoted"; event_id: number; title: string; done: number; due: number }
  | { rule: "target"; metric: TargetMetric; account: AccountName | null; needed_a_month: number }
  /** Fewer plans stand for the month to come than the library usually publishes. */
  | { rule: "few_plans"; planned: number; usual: number }
  | { rule: "figures"; accounts: AccountName[] }
  /** More of what was seen to get more. */
  | { rule: "works"; account: AccountName | null; claim: Claim }
  | { rule: "repeat"; post: ReportPost };

/** What a trial said at its end. */
export type ReportTrial = Pick<Trial, "kind" | "a" | "b" | "starts_on" | "weeks" | "power"> & {
  account: AccountName;
  result: StoredTrialResult;
};

export type Report = {
  /** Of this shape. */
  format: 1;
  /** `2026-10`. */
  month: string;
  from: Day;
  to: Day;
  made_at: Instant;
  /** The month was not over when it was made: it is shown, never kept. */
  draft: boolean;
  library: string;
  time_zone: string;
  settings: ReportSettings;
  summary: ReportSentence[];
  targets: ReportTarget[];
  accounts: ReportAccount[];
  /** Of all accounts together, where like is added to like: posts, interactions, followers. Empty where part of the accounts is shown. */
  all: ReportFigure[];
  formats: ReportLevel<Format | null>[];
  topics: ReportLevel<Topic | null>[];
  best: ReportRankedPost[];
  weakest: ReportRankedPost[];
  streaks: ReportStreak[];
  /** `undefined` in a report of before it was judged. */
  works?: ReportWorks[];
  /** Trials that ended in the month; reports of before there were any lack it. */
  trials?: ReportTrial[];
  events: ReportEvent[];
  service: ReportService | null;
  notes: ReportNote[];
  outages: ReportOutage[];
  advice: ReportAdvice[];
  /** The appendix, the oldest first. */
  posts: ReportPost[];
  /** So many more would not have fitted into the appendix. */
  posts_left_out: number;
};

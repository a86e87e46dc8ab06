/** What a person should know or do now: one notice, opened once and closed once. It carries figures, never words. */
import type { PromotionStep } from "./event.ts";
import type { Day, Instant } from "./snapshot.ts";

/**
 * In the order of their urgency. `stopped`: the collector is overdue; `token`: a connection dies within 14 days; `weak`: a
 * streak is open; `silence`: an account is silent beyond its own rhythm; `event`: an event's next step of promotion is due and
 * nothing keeps it; `questions`: a question under a post waits for longer than a day; `figures`: nobody collects the account, and its
 * figures are old; `report`: last month's report is made and nobody opened it; `decree`: from October on, no decree says the coming year's holidays; and, quietly, `strong`: a strong streak is open, which asks for nothing.
 */
export const NOTICE_KINDS = [
  "stopped",
  "token",
  "weak",
  "silence",
  "event",
  "questions",
  "figures",
  "report",
  "decree",
  "strong",
] as const;

/** What is missing of an account that nobody collects: everything, or its follower count alone. */
export type Missing = "all" | "followers";

/** Why it is true of an account. */
type NoticeEvidence =
  /** Since when nothing succeeded. */
  | { kind: "stopped"; since: Instant }
  | { kind: "token"; expires_at: Instant }
  | { kind: "weak" | "strong"; streak_id: number }
  /** `from`: the day of its last post; `usual_days`: a post comes each so many days; `by_chance_every_weeks`: when it was opened. */
  | { kind: "silence"; from: Day; usual_days: number; by_chance_every_weeks: number }
  /** So many questions have no answer a day later; `oldest`: when the first of them was asked. */
  | { kind: "questions"; count: number; oldest: Instant }
  /** `since`: when it was known last; `null`: it never was. */
  | { kind: "figures"; missing: Missing; since: Instant | null };

/** Of an event, which is the library's and no account's: the step that is due from one day to another. */
export type EventNotice = {
  kind: "event";
  account_id: null;
  event_id: number;
  /** As the event stands. */
  title: string;
  starts_at: Instant;
  step: PromotionStep;
  from: Day;
  to: Day;
};

/** Of the almanac: the coming year's public holidays are all computed still. */
export type DecreeNotice = { kind: "decree"; account_id: null; year: number };

/** Of the monthly report that was made last. `month`: `2026-10`. */
type ReportNotice = { kind: "report"; account_id: null; month: string };

type AccountNotice = NoticeEvidence & { account_id: number };
export type Notice = AccountNotice | EventNotice | DecreeNotice | ReportNotice;

/** `opened_at`: `null` where it is true and no look was taken since. */
export type OpenNotice = Notice & { opened_at: Instant | null };

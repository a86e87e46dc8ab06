/** How soon comments are answered, and who still waits. */
import type { AccountName } from "../../model/account.ts";
import type { Agreement, Answering, MedianWait } from "../../model/answering.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { WorkingHours } from "../../model/working-hours.ts";
import type { Choice, Chrome } from "./chrome.ts";

/** One sentence on top; the first that holds, of the comments of the period. */
export type AnswersHeadline =
  /** There is no account. */
  | { kind: "empty" }
  /** No comment of these accounts was ever read. */
  | { kind: "unread" }
  /** None was written in the period. */
  | { kind: "none" }
  /** Some were, and whether they were answered is not known of any. */
  | { kind: "unwatched"; comments: number }
  /** Fewer than a share could be told of. */
  | { kind: "few"; comments: number; unanswered: number }
  /** Fewer than that were followed for a day yet. */
  | { kind: "early"; comments: number; unanswered: number }
  | { kind: "share"; part: number; of: number; unanswered: number }
  /** More than half still wait. */
  | { kind: "not_reached"; share: number | null; unanswered: number }
  | {
      kind: "median";
      median: MedianWait & { minutes: number };
      share: number | null;
      unanswered: number;
    };

/** `account`: `null` for all together. */
export type AnswersRow = Answering & {
  account: AccountName | null;
  /** Now, whenever they were written. */
  waiting: number;
};

/** A comment that waits. Neither who wrote it nor what is known. */
export type WaitingLine = {
  /** As its address has it. */
  id: string;
  account: AccountName;
  post: number;
  /** The post's first words. */
  caption: string | null;
  at: Instant;
  asks: boolean | null;
  /** Up to then it had no answer. */
  seen_at: Instant | null;
  /** Where it is answered; `null`: its place is not known. */
  permalink: string | null;
};

/** What was just done: of a comment a change that can be taken back by its number. */
export type JustAnswered = { what: "hours" } | { what: "settled" | "unsettled"; change: number };

export type AnswersView = {
  screen: "answers";
  chrome: Chrome;
  choice: Choice;
  headline: AnswersHeadline;
  working_hours: WorkingHours;
  /** Of each account whose comments are read, and of all together where they are several. */
  rows: AnswersRow[];
  /** Those whose comments were never read. */
  unread: AccountName[];
  /** Questions before the rest, the longest wait first. */
  waiting: WaitingLine[];
  /** More wait than are listed. */
  more_waiting: boolean;
  /** Of those that wait, how many were written before the period. */
  before: number;
  agreement: Agreement;
  may_settle: boolean;
  just: JustAnswered | null;
};

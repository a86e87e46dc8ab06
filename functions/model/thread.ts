import type { Instant } from "./snapshot.ts";

/** A comment by someone else that starts a thread, and the account's first reply in it. Neither who wrote nor what. */
export type Thread = {
  account_id: number;
  post_id: number;
  /** The platform's id of the comment. */
  comment: string;
  at: Instant;
  /** Does it look like a question? `null`: its text never passed by. */
  asks: boolean | null;
  answered_at: Instant | null;
  /** A person says that it needs no answer. */
  settled: boolean;
  /** Would its answer be known? Comments of before the collector may be answered without anybody here knowing: `false`, and unanswered then says nothing. */
  watched: boolean;
  /** Up to when its answer would be known: what is unanswered is unanswered up to then, and has waited so long. */
  known_until: Instant;
};

/** What a person should know or do now: one notice, opened once and closed once. It carries figures, never words. */
import type { Instant } from "./snapshot.ts";

/**
 * In the order of their urgency. `stopped`: the collector is overdue; `token`: a connection dies within 14 days; `weak`
 * and, quietly, `strong`: a streak is open; `figures`: nobody collects the account, and its figures are old.
 */
export const NOTICE_KINDS = ["stopped", "token", "weak", "strong", "figures"] as const;

/** What is missing of an account that nobody collects: everything, or its follower count alone. */
export type Missing = "all" | "followers";

/** Why it is true. */
export type NoticeEvidence =
  /** Since when nothing succeeded. */
  | { kind: "stopped"; since: Instant }
  | { kind: "token"; expires_at: Instant }
  | { kind: "weak" | "strong"; streak_id: number }
  /** `since`: when it was known last; `null`: it never was. */
  | { kind: "figures"; missing: Missing; since: Instant | null };

export type Notice = NoticeEvidence & { account_id: number };

/** `opened_at`: `null` where it is true and no look was taken since. */
export type OpenNotice = Notice & { opened_at: Instant | null };

/** Which accounts have questions that wait for longer than a day. */
import { SECONDS_A_DAY } from "../model/day.ts";
import type { Instant } from "../model/snapshot.ts";
import type { WaitingThread } from "../model/thread.ts";
import type { Questions } from "./notices.ts";

/**
 * One an account. A question counts when it was seen to have no answer a day after it was asked: what nobody has read since may be
 * answered by now.
 * @example
 * questionsWaiting([{ account_id: 1, at: 0, seen_at: 90_000 }]); // [{ kind: "questions", account_id: 1, count: 1, oldest: 0 }]
 */
export function questionsWaiting(
  waiting: readonly Pick<WaitingThread, "account_id" | "at" | "seen_at">[],
): Questions[] {
  const late = waiting.filter(({ at, seen_at }) => (seen_at ?? 0) - at > SECONDS_A_DAY);
  return [...Map.groupBy(late, ({ account_id }) => account_id)].map(([account_id, own]) => ({
    kind: "questions",
    account_id,
    count: own.length,
    oldest: Math.min(...own.map(({ at }): Instant => at)),
  }));
}

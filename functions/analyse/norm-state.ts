/** Where an account stands with its own norm: the first of these that holds. */
import type { Instant } from "../model/snapshot.ts";
import { type NormState, type Streak, TOLD_SECONDS } from "../model/streak.ts";
import { isLearning, LEARNING_POSTS, tooFew } from "./norm.ts";
import { type Track, WATCH } from "./track.ts";

/** @param streaks all that ended in the last 14 days, and the open one */
export function normState(weak: Track, streaks: readonly Streak[], now: Instant): NormState {
  if (isLearning(weak.norm)) {
    return { state: "learning", judged: weak.norm.length, needed: LEARNING_POSTS };
  }
  if (tooFew(weak.norm)) return { state: "too_few" };
  const open = streaks.find(({ kind, state }) => kind === "weak" && state === "open");
  if (open?.announced) return { state: "weak" };
  // a run that is sure but small is watched, not announced
  if (open || weak.sum >= WATCH) return { state: "watch" };
  for (const { kind, state, announced, closed_at } of streaks.toReversed()) {
    if (kind !== "weak" || state === "open" || !announced || closed_at === null) continue;
    if (now - closed_at <= TOLD_SECONDS) return { state, until: closed_at + TOLD_SECONDS };
  }
  return { state: "normal" };
}

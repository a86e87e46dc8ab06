/** Where an account stands with its own norm: in a word, and as dots. */
import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import type { DottedPost, NormState, Usual } from "../model/streak.ts";
import type { AccountState, Dots } from "./views/overview.ts";

/** So many of the newest posts fit a small picture. */
const DOTS = 20;

/** @param state `null`: no post was judged yet */
export function toAccountState(
  state: NormState | null,
  needed: number,
  now: Instant,
): AccountState {
  if (!state) return { state: "learning", judged: 0, needed };
  if (state.state === "learning") return state;
  if ("until" in state && now > state.until) return { state: "normal" };
  return { state: state.state };
}

/**
 * @param posts oldest first
 * @param streak the account's open weak streak
 */
export function toDots(
  platform: Platform,
  posts: readonly DottedPost[],
  { low, high }: Usual,
  streak: { id: number; first_post: number } | null,
): Dots {
  const shown = posts.filter(({ left_out }) => !left_out).slice(-DOTS);
  const first = streak ? posts.findIndex(({ id }) => id === streak.first_post) : -1;
  const inStreak = new Set(first < 0 ? [] : posts.slice(first).map(({ id }) => id));
  const from = shown.findIndex(({ id }) => inStreak.has(id));
  return {
    platform,
    streak_from: from < 0 ? null : from,
    streak_id: streak?.id ?? null,
    posts: shown.map(({ id, published_at, verdict }) => ({
      id,
      published_at,
      times: verdict?.score ?? null,
      young: verdict?.state === "pending",
    })),
    low,
    high,
  };
}

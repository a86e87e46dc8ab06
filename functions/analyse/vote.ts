/**
 * What a post may say in the judgement of its account: nothing while it is too young or its count unknown; less than a
 * whole vote while it still grows, and within a burst.
 */
import type { Burst } from "../model/checkpoint.ts";
import type { StreakPost } from "../model/streak.ts";
import { burstWith } from "./burst.ts";
import { type Audience, type Entry, entryOf } from "./norm.ts";

/** Below half of its final count a projection errs by more than the account's own noise. */
const JUDGED_FROM = 0.5;

export type Vote = {
  burst: Burst;
  /** `null` when the post is not judged. */
  entry: Entry | null;
  /** 0 to 1. */
  weight: number;
  /** Why it is not judged. */
  silent: "unknown" | "pending" | null;
};

export function voteOf(post: StreakPost, before: Burst, account: Audience): Vote {
  const burst = burstWith(before, post);
  const entry = entryOf(post, account);
  if (!entry) return { burst, entry, weight: 0, silent: "unknown" };
  if (entry.maturity < JUDGED_FROM) return { burst, entry: null, weight: 0, silent: "pending" };
  return { burst, entry, weight: entry.maturity / burst.posts, silent: null };
}

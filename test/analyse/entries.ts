/** Posts as the judgement sees them, long settled, of a Facebook page whose posts are half grown after six hours. */
import { type Entry, entryOf } from "../../functions/analyse/norm.ts";
import type { Format } from "../../functions/model/format.ts";
import type { StreakPost } from "../../functions/model/streak.ts";

export const HOUR = 3600;
export const FACEBOOK = { platform: "facebook", half_age_hours: 6 } as const;

export const streakPost = (of: Partial<StreakPost> = {}): StreakPost => ({
  id: 1,
  published_at: 1_000_000,
  published_precision: "second",
  format: "image",
  interactions: 100,
  followers: null,
  read_at: (of.published_at ?? 1_000_000) + 1000 * HOUR,
  ...of,
});

/** A post as an entry of the norm. */
export function entryFor(of: Partial<StreakPost>): Entry {
  const found = entryOf(streakPost(of), FACEBOOK);
  if (!found) throw new Error("it has a count");
  return found;
}

export const entry = (
  interactions: number,
  format: Format = "image",
  followers: number | null = null,
): Entry => entryFor({ interactions, format, followers });

export const many = (count: number, ...like: Parameters<typeof entry>): Entry[] =>
  Array.from({ length: count }, () => entry(...like));

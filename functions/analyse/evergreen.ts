/** The account's own posts that did well and are long forgotten: worth telling again. */
import { addDays, dayNumber } from "../model/day.ts";
import type { Post } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";

/** Against the usual of its time. */
const GOOD_SCORE = 1.3;

/** After half a year hardly anybody remembers it. */
const REST_DAYS = 180;

type OwnPost = Pick<Post, "id" | "published_on" | "score" | "removed" | "hidden">;

/**
 * The best first, of two as good the older.
 * @param reused when which of them was told again
 */
export function evergreen<One extends OwnPost>(
  posts: readonly One[],
  today: Day,
  reused: readonly { id: number; on: Day }[],
): One[] {
  const rested = addDays(today, -REST_DAYS);
  const isLong = (day: Day): boolean => day < rested;
  const resting = new Set(reused.filter(({ on }) => !isLong(on)).map(({ id }) => id));
  return posts
    .filter(
      ({ id, published_on, score, removed, hidden }) =>
        score !== null &&
        score >= GOOD_SCORE &&
        isLong(published_on) &&
        !removed &&
        !hidden &&
        !resting.has(id),
    )
    .sort(
      (a, b) =>
        (b.score ?? 0) - (a.score ?? 0) ||
        dayNumber(a.published_on) - dayNumber(b.published_on) ||
        a.id - b.id,
    );
}

/** When posts went out, counted: what there is to see of hours before anything is judged. */
import { hourOf, weekdayOf } from "../model/day.ts";
import { bandOf, HOUR_BANDS } from "../model/hour-band.ts";
import type { Cell } from "../model/look.ts";
import type { Post } from "../model/post.ts";
import { isTold } from "../model/post.ts";

type Timed = Pick<
  Post,
  "published_at" | "published_on" | "published_precision" | "format" | "removed" | "hidden"
>;

/** All 49 cells, Monday first; none has a ratio. Posts of which the day alone is known are in none. */
export function plainHours(posts: readonly Timed[], time_zone: string): Cell[] {
  const placed = posts
    .filter((post) => isTold(post) && post.published_precision === "second")
    .map(({ published_at, published_on }) => ({
      hours: bandOf(hourOf(published_at, time_zone)),
      // 1970-01-01 was a Thursday
      weekday: weekdayOf(published_on),
    }));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    HOUR_BANDS.map((hours) => ({
      weekday,
      hours,
      posts: placed.filter((post) => post.weekday === weekday && post.hours === hours).length,
      ratio: null,
    })),
  );
}

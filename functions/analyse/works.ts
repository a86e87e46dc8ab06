/**
 * What works: which formats, topics, hours and habits get other than an account's other posts, said only where chance would
 * rarely say it. The method and what it measures stand in the README beside this file.
 *
 * @example
 * whatWorks(posts, { time_zone: "Asia/Jakarta", now: "2026-11-02T03:00:00Z", standing: lastMonths });
 * // [{ factor: "topic", level: "literacy", direction: 1, ratio: 1.7, low: 1.2, high: 2.3, posts: 41, chance: 0.0067, … }]
 */
import type { Claim } from "../model/claim.ts";
import { dayOf, monthOf } from "../model/day.ts";
import { addMonths } from "../model/month.ts";
import { agreedClaims, mayOpen } from "./works/agreeing.ts";
import { answersOf, judged, prepareLook } from "./works/look.ts";
import type { WorksPost } from "./works/post.ts";
import type { When } from "./works/settled.ts";

type Options = {
  time_zone: string;
  /** The months that are over at this instant are judged, so that nothing changes inside a month. */
  now: string;
};

/**
 * The claims of the month, the surest first. Several accounts among the posts are judged together, each against its own.
 *
 * @param posts any order: the same posts make the same claims. Without stories and those that are gone, hidden or excused, which
 *   nothing here tells apart: `listWorksPosts` (store) leaves them out. Paid ones stay, since they made their week a busy one
 * @param options.standing last month's claims: they stay while chance does the like on at most one screen in ten
 * @throws {RangeError} for a `published_at` or `now` that is no instant
 */
export function whatWorks(
  posts: readonly WorksPost[],
  options: Options & { standing?: readonly Claim[] },
): Claim[] {
  const { time_zone, standing = [] } = options;
  const month = monthAt(options);
  // of both months as many, or an account that began last month would change how much of the others is judged
  const accounts = new Set(posts.map(({ account }) => account)).size;
  const answers = answersIn(posts, { time_zone, month, accounts });
  const before = mayOpen(answers, standing)
    ? answersIn(posts, { time_zone, month: addMonths(month, -1), accounts })
    : [];
  return agreedClaims(answers, before, standing);
}

/** A whole look in one go. */
function answersIn(posts: readonly WorksPost[], when: When): Claim[] {
  const whole = judged(prepareLook(posts, when));
  return whole ? answersOf(whole.found, whole.chances) : [];
}

/** `YYYY-MM` in the library's zone. */
export function monthAt({ time_zone, now }: Options): string {
  const at = Date.parse(now) / 1000;
  if (Number.isNaN(at)) throw new RangeError(`now is no instant: ${now}`);
  return monthOf(dayOf(at, time_zone));
}

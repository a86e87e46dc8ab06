/** Was a plan of a trial carried out as it was drawn? */
import { wallClock, weekOf } from "../../model/day.ts";
import { minutesOf } from "../../model/plan-time.ts";
import { isMature, isStory } from "../../model/post.ts";
import { type Lot, offMinutes, type TrialFields, type TrialPost } from "../../model/trial.ts";

type Rule = Pick<TrialFields, "kind" | "a" | "b">;

/**
 * It went out in its week, at its side's hour or in its side's format. The day may be another: only weeks are compared. What
 * comes after midnight is of the next day, as it is where posts are sought for plans: a side whose hour is near it would else
 * reach for posts where the other does not. Where the hour is not known it is not known to have been kept.
 */
export function isKept(rule: Rule, lot: Pick<Lot, "on" | "side">, post: TrialPost, zone: string) {
  if (weekOf(post.published_on) !== weekOf(lot.on)) return false;
  if (rule.kind === "formats") return post.format === rule[lot.side];
  if (post.published_precision === "day") return false;
  const at = minutesOf(wallClock(post.published_at, zone).slice(11));
  return Math.abs(at - minutesOf(rule[lot.side])) <= offMinutes(rule);
}

/** Has it figures that may be held against others'? Two days old when they were read, and neither paid for, gone, hidden nor a story. */
export const isComparable = (post: TrialPost): boolean =>
  !post.paid &&
  !post.removed &&
  !post.hidden &&
  !isStory(post) &&
  post.interactions !== null &&
  isMature(post);

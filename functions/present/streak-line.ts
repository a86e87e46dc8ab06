/** A streak as it leaves the house: a line of a list, and a row of the export. */
import type { AccountName } from "../model/account.ts";
import { instantOrNull, isoInstant } from "../model/day.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { KnownStreak, Told } from "../model/streak.ts";
import type { ExportRow } from "./export-rows.ts";
import type { StreakLine } from "./views/streak.ts";

export const toStreakLine = (
  streak: KnownStreak,
  { platform, handle }: AccountName,
  dayOf: (at: Instant) => Day,
): StreakLine => ({
  id: streak.id,
  platform,
  account: handle,
  kind: streak.kind,
  state: streak.state,
  reason: streak.reason,
  started_on: dayOf(streak.started_at),
  ended_on: streak.ended_at === null ? null : dayOf(streak.ended_at),
  posts: streak.posts,
  severity: streak.severity,
  false_alarm_every: streak.false_alarm_every,
  posts_per_week: streak.posts_per_week,
  format: streak.format,
  reach_ratio: streak.reach_ratio,
  reaction_ratio: streak.reaction_ratio,
  differences: streak.evidence.differences ?? [],
});

/** @param external the platform's ids of its first and last post; `null`: the post is gone */
export function streakRow(
  streak: KnownStreak,
  { platform, handle }: AccountName,
  external: { first: string | null; last: string | null },
): ExportRow<"streaks"> {
  return {
    platform,
    account: handle,
    kind: streak.kind,
    state: streak.state,
    started_at: isoInstant(streak.started_at),
    ended_at: instantOrNull(streak.ended_at),
    posts: streak.posts,
    severity: streak.severity,
    false_alarm_every: streak.false_alarm_every,
    first_post: external.first,
    last_post: external.last,
    reason: streak.reason,
    note: streak.revised ? noteOf(streak.told) : null,
  };
}

/** What was told when it opened, where it is not that any more. */
const noteOf = ({ at, posts, severity, false_alarm_every }: Told): string =>
  `revised; told on ${isoInstant(at)}: ${posts.length} posts, severity ${severity}, once in ${false_alarm_every}`;

/** A streak as a chart shades it. `to` is `null` while it lasts. */
export const toShade = ({ id, kind, platform, account, started_on, ended_on }: StreakLine) => ({
  id,
  kind,
  platform,
  account,
  from: started_on,
  to: ended_on,
});

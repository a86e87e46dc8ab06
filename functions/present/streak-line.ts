/** A streak as it leaves the house: a line of a list, and a row of the export. */
import { isoInstant } from "../model/day.ts";
import type { Format } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { StoredStreakState, StreakKind, Told } from "../model/streak.ts";
import type { ExportRow } from "./export-rows.ts";
import type { StreakLine } from "./views/streak.ts";

/** A streak as its row stands. */
export type KnownStreak = {
  id: number;
  kind: StreakKind;
  state: StoredStreakState;
  reason: string | null;
  started_at: Instant;
  ended_at: Instant | null;
  posts: number;
  severity: number;
  false_alarm_every: number;
  posts_per_week: number | null;
  format: Format | null;
  reach_ratio: number | null;
  reaction_ratio: number | null;
};

export type StreakOf = { platform: Platform; handle: string };

export const toStreakLine = (
  streak: KnownStreak,
  { platform, handle }: StreakOf,
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
});

/** @param external the platform's ids of its first and last post; `null`: the post is gone */
export function streakRow(
  streak: KnownStreak & { revised: boolean; told: Told },
  { platform, handle }: StreakOf,
  external: { first: string | null; last: string | null },
): ExportRow<"streaks"> {
  return {
    platform,
    account: handle,
    kind: streak.kind,
    state: streak.state,
    started_at: isoInstant(streak.started_at),
    ended_at: streak.ended_at === null ? null : isoInstant(streak.ended_at),
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

/** A run of the judgement, told as a streak. */
import type { Streak, StreakKind } from "../model/streak.ts";
import { falseAlarmEvery } from "./chance.ts";
import { isWorthTelling, streakRatio } from "./severity.ts";
import type { Closed, FlaggedRun } from "./track.ts";

/** @param closed `null` while the streak is open */
export function streakOf(kind: StreakKind, run: FlaggedRun, closed: Closed | null): Streak {
  const { members, flagged } = run;
  const ids = members.map(({ entry }) => entry);
  const [first] = ids;
  const opened = ids[flagged.at];
  const last = ids.at(-1);
  if (!first || !opened || !last) throw new Error("a streak holds the posts that raised its flag");
  const ratio = runRatio(run);
  return {
    kind,
    state: closed?.state ?? "open",
    start: first.id,
    start_at: first.published_at,
    opened: opened.id,
    opened_at: opened.published_at,
    end: closed ? last.id : null,
    end_at: closed ? last.published_at : null,
    closed_at: closed ? closed.by.published_at : null,
    posts: members.map(({ entry, deviation, sum }) => ({
      id: entry.id,
      times: Math.exp(deviation),
      sum,
    })),
    before: flagged.before.map(({ id }) => id),
    usual: flagged.usual,
    severity: ratio,
    peak: flagged.peak,
    false_alarm_every: falseAlarmEvery(flagged.peak),
    announced: isWorthTelling(ratio),
  };
}

/** Posts without a vote say nothing of the size either. */
const runRatio = ({ members }: FlaggedRun): number =>
  streakRatio(members.filter(({ weight }) => weight > 0).map(({ deviation }) => deviation));

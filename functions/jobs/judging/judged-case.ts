/** One account judged: its norm, its streaks and its posts' verdicts as they will stand. */
import { comparePlaces, SETTLED_SECONDS } from "../../analyse/checkpoint.ts";
import { judge as judgePosts } from "../../analyse/judge.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { JudgedPost, Usual } from "../../model/streak.ts";
import { packVerdicts } from "../../store/month-packing.ts";
import type { MonthVerdicts } from "../../store/months.ts";
import { type NormRow, sameNorm } from "../../store/norms.ts";
import type { StreakRow } from "../../store/streaks.ts";
import { type Case, readAt, recentPosts } from "./cases.ts";
import { keptVerdict, postsToKeep, rounded } from "./judged-posts.ts";
import { streakChanges } from "./judged-streaks.ts";
import type { JudgedRows, Upcoming } from "./judgement.ts";
import { toLearn } from "./learn-half-age.ts";

export function judgeCase(
  { account, norm, learned, before, posts, checkpoint, incomplete }: Case,
  stored: readonly StreakRow[],
  { noted, undone, time_zone }: Pick<Upcoming, "noted" | "undone" | "time_zone">,
): { norm: NormRow | null; streaks: JudgedRows["streaks"]; verdicts: MonthVerdicts[] } {
  const read_at = readAt(account);
  const { platform } = account;
  const ordered = [...posts.values()].sort(comparePlaces);
  const found = judgePosts(
    checkpoint,
    ordered.filter(({ left_out }) => !left_out),
    { platform, half_age_hours: learned.half_age_hours, now: read_at },
  );
  const verdicts = new Map(found.verdicts.map((verdict) => [verdict.id, keptVerdict(verdict)]));
  for (const post of ordered) {
    const judgedBefore = checkpoint !== null && comparePlaces(post, checkpoint.after) <= 0;
    post.verdict = post.left_out
      ? null
      : (verdicts.get(post.id) ?? (judgedBefore ? post.verdict : null));
  }
  const after = checkpoint?.after;
  const movable = after
    ? stored.filter((streak) => {
        const start = { published_at: streak.started_at, id: streak.first_post };
        return comparePlaces(after, start) < 0;
      })
    : stored;
  const streaks = streakChanges(
    found.streaks.map((streak) => ({ ...streak, usual: roundedUsual(streak.usual) })),
    movable,
    // without a checkpoint all posts that there are are at hand
    {
      account_id: account.id,
      read_at,
      time_zone,
      posts,
      noted: noted ?? null,
      undone: undone ?? null,
      whole: checkpoint === null,
    },
  );
  const row: NormRow = {
    account_id: account.id,
    half_age_hours: learned.half_age_hours,
    half_ages: learned.half_ages,
    learned_at: learned.learned_at,
    state: found.state,
    usual: roundedUsual(found.usual),
    streaks_from: streaksFrom(streaks.all, read_at),
    checkpoint: found.checkpoint,
    posts: postsToKeep(ordered, found.checkpoint),
    to_learn: toLearn(recentPosts({ account, posts })),
    streaks: streaks.moved,
  };
  return {
    norm: norm && sameNorm(norm, row) ? null : row,
    streaks,
    verdicts: verdictChanges(account.id, incomplete ? [] : before, ordered),
  };
}

/** The checkpoint lies before the last 90 days, so all that reach into them are among these. */
function streaksFrom(streaks: readonly StreakRow[], now: Instant): Instant | null {
  const recent = streaks.filter(
    ({ ended_at }) => ended_at === null || ended_at > now - SETTLED_SECONDS,
  );
  return recent.length === 0 ? null : Math.min(...recent.map(({ started_at }) => started_at));
}

const roundedUsual = ({ low, high, formats }: Usual): Usual => ({
  low: rounded(low),
  high: rounded(high),
  formats: formats.map(({ format, times, posts }) => ({ format, times: rounded(times), posts })),
});

/** @param before as they are stored; none: nothing is known of what is stored, so every month is said */
function verdictChanges(
  account_id: number,
  before: readonly JudgedPost[],
  after: readonly JudgedPost[],
): MonthVerdicts[] {
  const was = byMonth(before);
  const is = byMonth(after);
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((month) => was.get(month) !== is.get(month))
    .map((month) => ({ account_id, month, verdicts: is.get(month) ?? "[]" }));
}

const byMonth = (posts: readonly JudgedPost[]): Map<string, string> =>
  new Map(
    [...Map.groupBy(posts, ({ month }) => month)].map(([month, group]) => [
      month,
      packVerdicts(group.flatMap(({ id, verdict }) => (verdict ? { id, ...verdict } : []))),
    ]),
  );

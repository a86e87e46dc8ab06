/** The streaks that a judgement found, beside those that are stored: which is which, and what of each is news. */
import { falseAlarmEvery } from "../../analyse/chance.ts";
import { diagnosis } from "../../analyse/diagnosis.ts";
import { type Circumstances, differences } from "../../analyse/differences.ts";
import { hourOf, SECONDS_A_DAY } from "../../model/day.ts";
import type { Format } from "../../model/format.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Evidence, JudgedPost, Streak, Told } from "../../model/streak.ts";
import {
  type MovedStreak,
  movedOf,
  type StreakRow,
  sameButMoved,
  sameStreak,
} from "../../store/streaks.ts";
import { rounded } from "./judged-posts.ts";
import type { Undone } from "./judgement.ts";

type Context = {
  account_id: number;
  /** The account's newest reading. */
  read_at: Instant;
  time_zone: string;
  posts: ReadonlyMap<number, JudgedPost>;
  /** What a person just said of one of them. */
  noted: Note | null;
  undone: Undone | null;
  /** `posts` are all that there are. */
  whole: boolean;
};

/** The rows to write, those of them whose start moves, and the ids of those that go. */
export type StreakChanges = { save: StreakRow[]; move: StreakRow[]; remove: number[] };

/** Why a streak's posts are left out of the norm, and when the last of those was published. */
export type Note = Pick<StreakRow, "reason" | "ended_at"> & { id: number };

/**
 * The rows to write. A streak is known by its kind and its first post; where history moved its start, by the posts that
 * it shares, so that its page stays. What is not found any more is withdrawn, and comes back when it is found again.
 *
 * Undoing an import leaves nothing of it behind: what was told while it stood is told anew as it is without it, and goes where
 * it is not found without it. A streak with a person's reason stays.
 *
 * @param stored those of the account that started after the judgement's checkpoint
 * @returns `all` of them as they stand now, and those to write. `moved`: what the norm keeps of open ones that are not
 */
export function streakChanges(
  found: readonly Streak[],
  stored: readonly StreakRow[],
  context: Context,
): StreakChanges & { all: StreakRow[]; moved: MovedStreak[] } {
  const left = new Set(
    stored.map((row) => (row.id === context.noted?.id ? { ...row, ...context.noted } : row)),
  );
  const take = (fits: (row: StreakRow) => boolean): StreakRow | null => {
    for (const row of left) {
      if (!fits(row)) continue;
      left.delete(row);
      return row;
    }
    return null;
  };
  // by when it started, too: a post that was taken away and came back has another id
  const exact = found.map((streak) =>
    take(
      (row) =>
        row.kind === streak.kind &&
        (row.first_post === streak.start || row.started_at === streak.start_at),
    ),
  );
  const matched = found.map(
    (streak, index) =>
      exact[index] ?? take((row) => row.kind === streak.kind && shares(row, streak)),
  );
  const rows = found.map((streak, index) => streakRow(streak, matched[index] ?? null, context));
  const gone = [...left].filter((row) => isOfUndone(row, context));
  for (const row of gone) left.delete(row);
  const withdrawn = [...left].map(
    (row): StreakRow => ({
      ...row,
      ...(context.undone === null ? {} : withoutGonePosts(row, context)),
      state: "withdrawn",
      ended_at: row.ended_at ?? context.posts.get(row.last_post)?.published_at ?? context.read_at,
      // what a person left out is not history corrected
      revised: row.reason === null || row.revised,
    }),
  );
  const before = new Map(stored.map((row) => [row.id, row]));
  const all = [...rows, ...withdrawn];
  const news = all.filter((row) => {
    const old = before.get(row.id);
    if (!old) return true;
    // an open one alone has its norm beside it
    return row.state === "open" ? !sameButMoved(row, old) : !sameStreak(row, old);
  });
  const written = new Set(news);
  return {
    all,
    moved: all.flatMap((row) =>
      row.state === "open" && row.id !== null && !written.has(row)
        ? movedOf({ ...row, id: row.id })
        : [],
    ),
    remove: gone.flatMap(({ id }) => id ?? []),
    save: news,
    move: news.filter((row) => {
      const old = row.id === null ? undefined : before.get(row.id);
      return old !== undefined && old.started_at !== row.started_at;
    }),
  };
}

/** Was it told while the import stood that is being undone, and so perhaps of what that one brought? */
const isToldWith = ({ told }: StreakRow, { undone }: Context): boolean =>
  undone !== null && (told.imports ?? 0) >= undone.id;

/** Did only the import that is being undone make it? One that was withdrawn before may have had other reasons. */
function isOfUndone(row: StreakRow, context: Context): boolean {
  if (!isToldWith(row, context) || row.reason !== null) return false;
  return row.state !== "withdrawn" || postsOf(row).some((id) => isGone(id, context));
}

/** Is what was told to be told anew? Of an account that had nothing of the import only what is not so any more. */
const isOverTold = (row: StreakRow, streak: Streak, context: Context): boolean =>
  isToldWith(row, context) &&
  (context.undone?.accounts.has(context.account_id) || isRevised(row.told, streak));

const postsOf = ({ evidence, told, first_post, last_post }: StreakRow): number[] => [
  first_post,
  last_post,
  ...evidence.before,
  ...[...evidence.posts, ...told.posts].map(([id]) => id),
];

const isGone = (id: number, { whole, posts }: Context): boolean => whole && !posts.has(id);

/** What an undone import takes along is no evidence any more. */
function withoutGonePosts({ evidence }: StreakRow, context: Context): Pick<StreakRow, "evidence"> {
  return {
    evidence: {
      ...evidence,
      posts: evidence.posts.filter(([id]) => !isGone(id, context)),
      before: evidence.before.filter((id) => !isGone(id, context)),
    },
  };
}

function shares(row: StreakRow, streak: Streak): boolean {
  const ids = new Set(row.evidence.posts.map(([id]) => id));
  return streak.posts.some(({ id }) => ids.has(id));
}

function streakRow(streak: Streak, stored: StreakRow | null, context: Context): StreakRow {
  const peak = atLeast(streak.peak);
  const figures = {
    severity: rounded(streak.severity),
    peak,
    false_alarm_every: falseAlarmEvery(peak),
  };
  const told =
    stored && !isOverTold(stored, streak, context)
      ? stored.told
      : toldNow(streak, figures, context);
  const known = (ids: readonly number[]) => ids.flatMap((id) => context.posts.get(id) ?? []);
  const own = known(streak.posts.map(({ id }) => id));
  const before = known(streak.before);
  const evidence: Evidence = {
    posts: streak.posts.map(({ id, sum }) => [id, atLeast(sum)]),
    before: streak.before,
    differences: differences(circumstances(own, context), circumstances(before, context)),
    since: context.posts.get(streak.before[0] ?? streak.start)?.published_at ?? streak.start_at,
    usual: streak.usual,
  };
  const { reach_ratio, reaction_ratio } = diagnosis(own, before);
  return {
    id: stored?.id ?? null,
    account_id: context.account_id,
    kind: streak.kind,
    state: streak.state,
    first_post: streak.start,
    started_at: streak.start_at,
    last_post: streak.posts.at(-1)?.id ?? streak.start,
    ended_at: streak.end_at,
    closed_at: streak.closed_at,
    posts: streak.posts.length,
    ...figures,
    announced: streak.announced,
    format: commonest(own),
    posts_per_week: pace([...before, ...own]),
    reach_ratio: reach_ratio === null ? null : rounded(reach_ratio),
    reaction_ratio: reaction_ratio === null ? null : rounded(reaction_ratio),
    evidence,
    told,
    revised: isRevised(told, streak),
    reason: stored?.reason ?? null,
  };
}

/**
 * Is what was told not so any more: it starts with another post, a post that made it is left out now, or it was not yet
 * to be flagged then? That it is now seen to have been flagged earlier is no revision: young counts grow, and weigh more
 * with age.
 */
function isRevised(told: Told, { start, posts, opened }: Streak): boolean {
  const place = (wanted: number) => posts.findIndex(({ id }) => id === wanted);
  return (
    told.posts[0]?.[0] !== start ||
    told.posts.some(([id]) => place(id) === -1) ||
    place(told.opened) < place(opened)
  );
}

const circumstances = (posts: readonly JudgedPost[], { time_zone }: Context): Circumstances[] =>
  posts.map((post) => ({ ...post, hour: hourOf(post.published_at, time_zone) }));

/** A sum to one digit after the point, never above what it is: the chance figure errs on the careful side. */
const atLeast = (sum: number): number => Math.floor(sum * 10) / 10;

const toldNow = (
  streak: Streak,
  figures: Pick<Told, "severity" | "peak" | "false_alarm_every">,
  { read_at }: Context,
): Told => ({
  at: read_at,
  imports: null,
  opened: streak.opened,
  posts: streak.posts.map(({ id, times, sum }) => [id, rounded(times), atLeast(sum)]),
  ...figures,
});

/** The format of more than half of the posts. */
function commonest(posts: readonly JudgedPost[]): Format | null {
  const counts = new Map<Format, number>();
  for (const { format } of posts) {
    if (format) counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  for (const [format, count] of counts) if (count > posts.length / 2) return format;
  return null;
}

const WEEK_SECONDS = 7 * SECONDS_A_DAY;

/** Posts a week, from the first to the last of these. */
function pace(posts: readonly JudgedPost[]): number | null {
  const [first] = posts;
  const last = posts.at(-1);
  if (!first || !last || last.published_at <= first.published_at) return null;
  return rounded(((posts.length - 1) * WEEK_SECONDS) / (last.published_at - first.published_at));
}

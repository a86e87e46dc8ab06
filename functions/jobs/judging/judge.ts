/**
 * What a change makes of its accounts' norms and streaks. Goes on from where the last judgement could be taken up again;
 * where something before that changed, from the first post. Either way the same comes out.
 */
import { comparePlaces, SETTLED_SECONDS, stillHolds } from "../../analyse/checkpoint.ts";
import { judge as judgePosts } from "../../analyse/judge.ts";
import { PRIOR_HALF_AGE_HOURS } from "../../analyse/maturity.ts";
import type { Checkpoint } from "../../model/checkpoint.ts";
import type { Instant, Stretch } from "../../model/snapshot.ts";
import type { JudgedPost, Usual } from "../../model/streak.ts";
import type { AccountReadingRow } from "../../store/account-readings.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { type MonthVerdicts, packVerdicts } from "../../store/months.ts";
import { listNorms, type NormRow, sameNorm } from "../../store/norms.ts";
import { listGrowth, type PostReadingRow } from "../../store/post-readings.ts";
import { type JudgedRow, listJudgedRows } from "../../store/posts.ts";
import { listStreaksFrom, type StreakRow } from "../../store/streaks.ts";
import { type FollowersAt, followersAt } from "./followers-at.ts";
import { judgedPost, keptVerdict, postsToKeep, rounded } from "./judged-posts.ts";
import { type Note, streakChanges } from "./judged-streaks.ts";
import {
  GROWTH_READINGS,
  type Learned,
  learnedFrom,
  nextToLearn,
  weekly,
} from "./learn-half-age.ts";

/** What is about to be written, as far as a judgement may follow from it. */
export type Upcoming = {
  /** The accounts that it touches, as they will be. */
  accounts: readonly AccountRow[];
  /** Posts that are new or changed, as they will be. */
  posts: readonly JudgedRow[];
  /** The ids of those that are new. */
  inserted: ReadonlySet<number>;
  removed: readonly { id: number; account_id: number }[];
  /** Where followers at publish will be looked up again. */
  stretches: readonly Stretch[];
  accountReadings: { save: readonly AccountReadingRow[]; remove: readonly AccountReadingRow[] };
  postReadings: readonly PostReadingRow[];
  /** Judge from the first post whatever was kept, and learn nothing new. */
  anew: boolean;
  noted?: Note;
};

export type JudgedRows = {
  /** Of the posts that are new, so that they are written once. */
  followers: ReadonlyMap<number, FollowersAt>;
  norms: NormRow[];
  streaks: { save: StreakRow[]; move: StreakRow[] };
  /** Of every month in which something may be found otherwise. */
  verdicts: MonthVerdicts[];
};

export const NOTHING_JUDGED: JudgedRows = {
  followers: new Map(),
  norms: [],
  streaks: { save: [], move: [] },
  verdicts: [],
};

/** One account on its way through the judgement. */
type Case = {
  account: AccountRow;
  norm: NormRow | null;
  learned: Learned;
  /** As they were judged last. */
  before: JudgedPost[];
  /** The same with the change laid over them. */
  posts: Map<number, JudgedPost>;
  changed: readonly JudgedRow[];
  removed: ReadonlySet<number>;
  stretches: readonly Stretch[];
  /** Where to go on; `null`: from the first post. */
  checkpoint: Checkpoint | null;
  /** `posts` does not hold all that is to be judged. */
  incomplete: boolean;
};

export async function judge(db: D1Database, upcoming: Upcoming): Promise<JudgedRows> {
  const cases = (await openCases(db, upcoming)).filter((one) => concerns(one, upcoming));
  if (cases.length === 0) return NOTHING_JUDGED;
  if (!upcoming.anew) await learn(db, cases, upcoming);
  await fromTheFirst(db, cases, upcoming);
  const followers = await lookUpFollowers(db, cases, upcoming);
  const known = cases.flatMap(({ account, norm, checkpoint }) =>
    norm ? { account_id: account.id, from: checkpoint?.after.published_at ?? 0 } : [],
  );
  const stored = known.length === 0 ? [] : await listStreaksFrom(db, known);
  const judged = cases.map((one) =>
    judgeCase(
      one,
      stored.filter(({ account_id }) => account_id === one.account.id),
      upcoming.noted ?? null,
    ),
  );
  return {
    followers,
    norms: judged.flatMap(({ norm }) => norm ?? []),
    streaks: {
      save: judged.flatMap(({ streaks }) => streaks.save),
      move: judged.flatMap(({ streaks }) => streaks.move),
    },
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
  };
}

async function openCases(db: D1Database, upcoming: Upcoming): Promise<Case[]> {
  const known = upcoming.accounts.filter(isStored).map(({ id }) => id);
  const norms = known.length === 0 ? [] : await listNorms(db, known);
  return upcoming.accounts.map((account) => {
    const norm = norms.find(({ account_id }) => account_id === account.id) ?? null;
    const of = ({ account_id }: { account_id: number }) => account_id === account.id;
    const before = norm?.posts ?? [];
    const changed = upcoming.posts.filter(of);
    const removed = new Set(upcoming.removed.filter(of).map(({ id }) => id));
    const posts = new Map(before.map((post) => [post.id, { ...post }]));
    for (const row of changed) posts.set(row.id, judgedPost(row, posts.get(row.id) ?? null));
    for (const id of removed) posts.delete(id);
    const learned: Learned = norm ?? {
      half_age_hours: PRIOR_HALF_AGE_HOURS[account.platform],
      half_ages: [],
      learned_at: readAt(account),
    };
    const one = { account, norm, learned, before, posts, changed, removed };
    const stretches = upcoming.stretches.filter(of);
    const kept = norm?.checkpoint ?? null;
    // without a checkpoint everything is kept
    const complete =
      norm !== null && !upcoming.anew && goesOn({ ...one, stretches }, kept, upcoming);
    return {
      ...one,
      stretches,
      checkpoint: complete ? kept : null,
      incomplete: !complete && isStored(account),
    };
  });
}

/** Accounts are new in the version that makes them. */
const isStored = ({ version }: AccountRow): boolean => version > 1;

const readAt = ({ last_read_at }: AccountRow): Instant => last_read_at ?? 0;

/** Is there anything to judge? A follower count newer than all posts, say, is not. */
const concerns = (
  { changed, removed, stretches, posts, incomplete, norm }: Case,
  { anew }: Upcoming,
) =>
  anew ||
  changed.length > 0 ||
  removed.size > 0 ||
  (norm !== null &&
    stretches.length > 0 &&
    (incomplete || [...posts.values()].some((post) => isIn(post, stretches))));

const isIn = ({ published_at }: JudgedPost, stretches: readonly Stretch[]): boolean =>
  stretches.some(({ from, to }) => from <= published_at && published_at <= to);

/** Does everything that changed lie after the checkpoint? */
function goesOn(
  {
    before,
    posts,
    changed,
    removed,
    stretches,
    account,
    learned,
  }: Pick<Case, "before" | "posts" | "changed" | "removed" | "stretches" | "account" | "learned">,
  checkpoint: Checkpoint | null,
  { inserted }: Upcoming,
): boolean {
  const was = new Map(before.map((post) => [post.id, post]));
  const ids = [...changed.map(({ id }) => id), ...removed];
  // a post that is not among those kept lies before them
  if (ids.some((id) => !was.has(id) && !inserted.has(id))) return false;
  if (checkpoint === null) return true;
  // after an undone import the newest reading may be older: by it the checkpoint's post is not settled yet
  if (checkpoint.after.published_at > readAt(account) - SETTLED_SECONDS) return false;
  if (stretches.some(({ from }) => from <= checkpoint.after.published_at)) return false;
  const places = ids
    .flatMap((id) => [was.get(id) ?? [], posts.get(id) ?? []].flat())
    .filter(({ left_out }) => !left_out)
    .sort(comparePlaces);
  return stillHolds(
    checkpoint,
    { platform: account.platform, half_age_hours: learned.half_age_hours },
    places[0] ?? null,
  );
}

/** Takes up one post of each account, and where its half-age came out otherwise judges it from the first post. */
async function learn(db: D1Database, cases: Case[], { postReadings }: Upcoming): Promise<void> {
  const taken = new Map<Case, JudgedPost>();
  for (const one of cases) {
    const recent = [...one.posts.values()]
      .filter(({ published_at }) => published_at > readAt(one.account) - SETTLED_SECONDS)
      .sort(comparePlaces);
    const next = nextToLearn(recent);
    if (next) taken.set(one, next);
  }
  const asked = [...taken].filter(([{ norm }]) => norm !== null).map(([, { id }]) => id);
  const growth = asked.length === 0 ? [] : await listGrowth(db, asked, GROWTH_READINGS);
  for (const [one, post] of taken) {
    const readings = [...growth, ...postReadings]
      .filter(({ post_id }) => post_id === post.id)
      .sort((a, b) => a.read_at - b.read_at || a.version - b.version);
    one.learned = learnedFrom(one.learned, post, readings);
  }
  for (const one of cases) {
    const { half_age_hours } = one.learned;
    one.learned = weekly(one.learned, one.account.platform, readAt(one.account));
    if (one.learned.half_age_hours === half_age_hours || one.checkpoint === null) continue;
    one.checkpoint = null;
    one.incomplete = true;
  }
}

/** Everything ever posted, for the accounts that are judged from the first post. */
async function fromTheFirst(db: D1Database, cases: readonly Case[], { inserted }: Upcoming) {
  const whole = cases.filter(({ incomplete }) => incomplete);
  if (whole.length === 0) return;
  const rows = await listJudgedRows(
    db,
    whole.map(({ account }) => account.id),
  );
  // posts that went in a change that was not judged
  const there = new Set(rows.map(({ id }) => id));
  for (const { posts } of whole) {
    for (const id of posts.keys()) if (!there.has(id) && !inserted.has(id)) posts.delete(id);
  }
  for (const row of rows) {
    const one = whole.find(({ account }) => account.id === row.account_id);
    if (!one || one.removed.has(row.id) || inserted.has(row.id)) continue;
    if (one.changed.some(({ id }) => id === row.id)) continue;
    one.posts.set(row.id, judgedPost(row, one.posts.get(row.id) ?? null));
  }
}

async function lookUpFollowers(
  db: D1Database,
  cases: readonly Case[],
  { accountReadings, inserted }: Upcoming,
): Promise<JudgedRows["followers"]> {
  const moved = cases.flatMap(({ account, posts, stretches }) =>
    [...posts.values()]
      .filter((post) => isIn(post, stretches))
      .map((post) => ({ post, account_id: account.id, at: post.published_at })),
  );
  if (moved.length === 0) return new Map();
  const stored = new Set(
    cases.filter(({ account }) => isStored(account)).map(({ account }) => account.id),
  );
  const followers = await followersAt(db, moved, accountReadings, stored);
  const found = moved.map(({ post, ...moment }) => ({ post, at: followers(moment) }));
  for (const { post, at } of found) post.followers = at.followers;
  return new Map(
    found.flatMap(({ post, at }) => (inserted.has(post.id) ? [[post.id, at] as const] : [])),
  );
}

function judgeCase(
  { account, norm, learned, before, posts, checkpoint, incomplete }: Case,
  stored: readonly StreakRow[],
  noted: Note | null,
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
    { account_id: account.id, read_at, posts, noted },
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

/**
 * What a change makes of its accounts' norms and streaks. Goes on from where the last judgement could be taken up again;
 * where something before that changed, from the first post. Either way the same comes out.
 */
import type { JudgedPost, KnownStreak } from "../../model/streak.ts";
import { listJudgedRows } from "../../store/judged-rows.ts";
import { listGrowth } from "../../store/post-readings.ts";
import { listStreaksFrom } from "../../store/streaks.ts";
import { type Case, concerns, isIn, isStored, openCases, readAt, recentPosts } from "./cases.ts";
import { followersAt } from "./followers-at.ts";
import { judgeCase } from "./judged-case.ts";
import { judgedPost } from "./judged-posts.ts";
import { type JudgedRows, NOTHING_JUDGED, type Upcoming } from "./judgement.ts";
import { learnedFrom, nextToLearn, weekly } from "./learn-half-age.ts";

export async function judge(db: D1Database, upcoming: Upcoming): Promise<JudgedRows> {
  const cases = (await openCases(db, upcoming)).filter((one) => concerns(one, upcoming));
  if (cases.length === 0) return NOTHING_JUDGED;
  // looked up along with it, unless it is plain that posts are still to come
  const early = !cases.some(({ incomplete }) => incomplete);
  const [known] = await Promise.all([
    early ? lookUpFollowers(db, cases, upcoming) : null,
    upcoming.anew ? null : learn(db, cases, upcoming),
  ]);
  const [more, stored] = await Promise.all([
    fromTheFirst(db, cases, upcoming),
    storedStreaks(db, cases, upcoming),
  ]);
  const followers = more || !known ? await lookUpFollowers(db, cases, upcoming) : known;
  const judged = cases.map((one) =>
    judgeCase(
      one,
      stored.filter(({ account_id }) => account_id === one.account.id),
      upcoming,
    ),
  );
  return {
    followers,
    norms: judged.flatMap(({ norm }) => norm ?? []),
    streaks: {
      save: judged.flatMap(({ streaks }) => streaks.save),
      move: judged.flatMap(({ streaks }) => streaks.move),
      remove: judged.flatMap(({ streaks }) => streaks.remove),
    },
    verdicts: judged.flatMap(({ verdicts }) => verdicts),
  };
}

/** Those that may be another after this judgement. */
async function storedStreaks(
  db: D1Database,
  cases: readonly Case[],
  { known }: Upcoming,
): Promise<readonly KnownStreak[]> {
  // what was read before begins at the norm's checkpoint, and is too little where that one is void
  const unread = cases.filter(
    ({ norm, checkpoint }) => norm && !(known && checkpoint === norm.checkpoint),
  );
  const starts = unread.map(({ account, checkpoint }) => ({
    account_id: account.id,
    from: checkpoint?.after.published_at ?? 0,
  }));
  const ids = new Set(starts.map(({ account_id }) => account_id));
  const read = (known?.streaks ?? []).filter(({ account_id }) => !ids.has(account_id));
  return [...read, ...(await listStreaksFrom(db, starts))];
}

/** Takes up one post of each account, and where its half-age came out otherwise judges it from the first post. */
async function learn(
  db: D1Database,
  cases: Case[],
  { postReadings, inserted, known }: Upcoming,
): Promise<void> {
  const taken = new Map<Case, JudgedPost>();
  for (const one of cases) {
    const next = nextToLearn(recentPosts(one));
    if (next) taken.set(one, next);
  }
  const asked = [...taken].filter(([{ norm }]) => norm !== null).map(([, { id }]) => id);
  const growth = new Map((known?.growth ?? []).map((of) => [of.post_id, of.readings]));
  // of one that is new there is nothing to be asked
  const more = asked.filter((id) => !growth.has(id) && !inserted.has(id));
  if (more.length > 0) {
    for (const { post_id, readings } of await listGrowth(db, more)) growth.set(post_id, readings);
  }
  for (const [one, post] of taken) {
    const readings = [
      ...(growth.get(post.id) ?? []),
      ...postReadings.filter(({ post_id }) => post_id === post.id),
    ].sort((a, b) => a.read_at - b.read_at || a.version - b.version);
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

/** Everything ever posted, for the accounts that are judged from the first post: are there any? */
async function fromTheFirst(
  db: D1Database,
  cases: readonly Case[],
  { inserted }: Upcoming,
): Promise<boolean> {
  const whole = cases.filter(({ incomplete }) => incomplete);
  if (whole.length === 0) return false;
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
  return true;
}

async function lookUpFollowers(
  db: D1Database,
  cases: readonly Case[],
  { accountReadings, inserted, known }: Upcoming,
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
  const followers = await followersAt(db, moved, accountReadings, stored, known?.counts);
  const found = moved.map(({ post, ...moment }) => ({ post, at: followers(moment) }));
  for (const { post, at } of found) post.followers = at.followers;
  return new Map(
    found.flatMap(({ post, at }) => (inserted.has(post.id) ? [[post.id, at] as const] : [])),
  );
}

/** The posts that trials are made of: those that kept a trial's plans, and those that say what a trial could see. */
import { addDays, monthOf } from "../model/day.ts";
import type { Post } from "../model/post.ts";
import type { Day } from "../model/snapshot.ts";
import type { DrawnLot, Trial, TrialPost } from "../model/trial.ts";
import { listMonths } from "./months.ts";
import { listPlansOfTrials } from "./plans.ts";
import { all } from "./rows.ts";

type Stored = Omit<TrialPost, "paid" | "removed" | "hidden"> & {
  paid: 0 | 1 | null;
  removed: 0 | 1;
  hidden: 0 | 1;
};

const listTrialPosts = async (db: D1Database, ids: readonly number[]): Promise<TrialPost[]> =>
  (
    await all<Stored>(
      db
        .prepare(
          `select id, published_at, published_on, published_precision, coalesce(person_format, format) as format,
             coalesce(person_paid, paid) as paid, removed_at is not null as removed, hidden_at is not null as hidden,
             interactions, read_at
           from posts where id in (select value from json_each(?1)) order by id`,
        )
        .bind(JSON.stringify(ids)),
    )
  ).map(({ paid, removed, hidden, ...row }) => ({
    ...row,
    paid: paid === null ? null : paid === 1,
    removed: removed === 1,
    hidden: hidden === 1,
  }));

/**
 * The lots of trials, each with the post that kept its plan, by the trial's id and in the order of the lots. A plan that was
 * taken away has no post.
 */
export async function listDrawn(
  db: D1Database,
  trials: readonly (Pick<Trial, "id" | "account" | "lots"> & { stands_for?: number | null })[],
): Promise<Map<number, DrawnLot[]>> {
  if (trials.length === 0) return new Map();
  const plans = await listPlansOfTrials(
    db,
    trials.map(({ id }) => id),
  );
  // a plan may be for others by now, whose posts are not the trial's
  const owners = new Map(trials.map((one) => [one.id, [one.account, one.stands_for]]));
  const kept = new Map(
    plans.map(({ id, trial, matches }) => [
      id,
      matches.find(({ account }) => owners.get(trial ?? 0)?.includes(account))?.post ?? null,
    ]),
  );
  const posts = await listTrialPosts(
    db,
    [...kept.values()].flatMap((post) => post ?? []),
  );
  const byId = new Map(posts.map((post) => [post.id, post]));
  return new Map(
    trials.map(({ id, lots }) => [
      id,
      lots.map((lot) => ({ ...lot, post: byId.get(kept.get(lot.plan) ?? 0) ?? null })),
    ]),
  );
}

/** So far back an account's posts are looked at. */
const NOISE_DAYS = 365;

/**
 * An account's own posts of the last year: what a trial of it could see is said by them, before and when it begins.
 * @param account `null`: none is chosen yet
 */
export async function listPostsToTry(
  db: D1Database,
  account: number | null,
  today: Day,
): Promise<Post[]> {
  const from = addDays(today, -NOISE_DAYS);
  const months = await listMonths(db, account === null ? [] : [account], {
    from: monthOf(from),
    to: monthOf(today),
  });
  return months.flatMap(({ posts }) => posts.filter(({ published_on }) => published_on >= from));
}

/** Which posts kept which plans, found anew around what changed: posts that came, moved or went, and plans themselves. */
import { type MatchablePost, planMatches, REACH_SECONDS } from "../../analyse/plan-match.ts";
import { dayOf, SECONDS_A_DAY } from "../../model/day.ts";
import { plannedAt } from "../../model/plan-time.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Around, AskedAround } from "../../store/around.ts";
import { listMatchable, type MatchableRow } from "../../store/matchable-posts.ts";
import { type KeptMatch, listPlans, type PlanRow } from "../../store/plans.ts";
import type { PostRow } from "../../store/posts.ts";

/** A place in an account's time around which plans and posts are held against each other. */
export type Touched = { account_id: number; at: Instant };

/**
 * A pair that is taken frees others for their next best, and those again: what changes at one instant may move pairs beyond
 * its own window, each step to a worse one. Plans so far away are found anew, and those a little farther are read, so that
 * nothing is taken from a plan that was not looked at.
 */
const ANEW_SECONDS = 10 * SECONDS_A_DAY;
const AROUND_SECONDS = 14 * SECONDS_A_DAY;

type Matching = {
  time_zone: string;
  touched: readonly Touched[];
  /** Posts as the batch will leave them. */
  posts?: readonly PostRow[];
  /** The ids of those that the batch takes away. */
  removed?: ReadonlySet<number>;
  /** Plans as the batch will leave them. */
  plans?: readonly PlanRow[];
  /** The ids of those that it takes away. */
  gone?: ReadonlySet<number>;
};

/** Where the plans lie that may be kept by other posts than before, and the posts beside them. */
export function placesAround(
  touched: readonly Touched[],
  time_zone: string,
): Pick<AskedAround, "days" | "accounts" | "posts"> {
  const from = Math.min(...touched.map(({ at }) => at)) - AROUND_SECONDS;
  const to = Math.max(...touched.map(({ at }) => at)) + AROUND_SECONDS;
  return {
    days: { from: dayOf(from, time_zone), to: dayOf(to, time_zone) },
    accounts: [...new Set(touched.map(({ account_id }) => account_id))],
    posts: { from: from - REACH_SECONDS.before - SECONDS_A_DAY, to: to + REACH_SECONDS.after },
  };
}

/** For plans that a person changes: held against what is stored. */
export async function matchedAnew(db: D1Database, matching: Matching): Promise<PlanRow[]> {
  const { time_zone, touched, plans = [] } = matching;
  if (touched.length === 0) return [...plans];
  const { days, accounts, posts } = placesAround(touched, time_zone);
  const [stored, known] = await Promise.all([
    listPlans(db, days),
    listMatchable(db, accounts, posts),
  ]);
  return matchedAmong({ plans: stored, posts: known }, matching);
}

/**
 * @param around what is stored around all that is touched
 * @returns the plans whose matches are others than they were, and all that were given
 */
export function matchedAmong(
  { plans: stored, posts: known }: Pick<Around, "plans" | "posts">,
  { time_zone, touched, posts = [], removed = new Set(), plans = [], gone = new Set() }: Matching,
): PlanRow[] {
  const ids = [...new Set(touched.map(({ account_id }) => account_id))];
  const given = new Map(plans.map((plan) => [plan.id, plan]));
  const rows = [...stored.filter(({ id }) => !given.has(id) && !gone.has(id)), ...plans];
  if (rows.length === 0) return [];
  const wall = Map.groupBy(asTheyWillBe(known, posts, removed), (post) => post.account_id);
  const found = ids.map((account) => ({
    account,
    matches: matchesOf(account, rows, wall.get(account) ?? [], time_zone),
  }));
  return rows
    .map((row) => ({
      ...row,
      matches: row.matches.map(
        (match) =>
          found.find(({ account }) => account === match.account)?.matches.get(row.id) ?? match,
      ),
    }))
    .filter(
      (row) => given.has(row.id) || (isNear(row, touched, time_zone) && isMoved(row, stored)),
    );
}

/** Of the plans that an account has among these, each with its post. */
function matchesOf(
  account: number,
  rows: readonly PlanRow[],
  posts: readonly MatchablePost[],
  time_zone: string,
): Map<number, KeptMatch> {
  const own = rows.flatMap((row) => {
    const match = row.matches.find((one) => one.account === account);
    return match ? { ...row, on: row.on_day, match } : [];
  });
  const said = own
    .filter(({ match }) => match.by_person)
    .map(({ id, match }) => ({ plan: id, post: match.post }));
  const open = own.filter(({ state }) => state !== "dropped");
  const found = planMatches(open, posts, said, time_zone);
  const none = own
    .filter(({ state, match }) => state === "dropped" && !match.by_person)
    .map(({ id }) => ({ plan: id, post: null, by_person: false }));
  return new Map(
    [...found, ...none].map(({ plan, post, by_person }) => [plan, { account, post, by_person }]),
  );
}

type Placed = MatchablePost & { account_id: number };

/** What is stored with what the batch makes of it. */
function asTheyWillBe(
  stored: readonly MatchableRow[],
  changed: readonly PostRow[],
  removed: ReadonlySet<number>,
): Placed[] {
  const posts = new Map<number, Placed>();
  for (const { gone, ...row } of stored) {
    posts.set(row.id, { ...row, removed: gone === 1, hidden: false });
  }
  for (const row of changed) {
    posts.set(row.id, {
      ...row,
      format: row.person_format ?? row.format,
      topic: row.person_topic ?? row.topic,
      removed: row.removed_at !== null,
      hidden: row.hidden_at !== null,
    });
  }
  return [...posts.values()].filter(({ id }) => !removed.has(id));
}

const isNear = (row: PlanRow, touched: readonly Touched[], time_zone: string): boolean => {
  const at = plannedAt({ on: row.on_day, at: row.at }, time_zone);
  return touched.some((one) => Math.abs(one.at - at) <= ANEW_SECONDS);
};

const isMoved = (row: PlanRow, stored: readonly PlanRow[]): boolean => {
  const before = stored.find(({ id }) => id === row.id);
  return JSON.stringify(before?.matches) !== JSON.stringify(row.matches);
};

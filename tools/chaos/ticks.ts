/** The cron's ticks, some of them killed: afterwards every post stands as its platform showed it when it was read. */
import { collectTick } from "../../functions/jobs/collecting/collect-tick.ts";
import type { Figures } from "../../functions/model/metric.ts";
import { type Collecting, openCollecting } from "../../test/jobs/collecting/collecting.ts";
import type { PostTruth } from "../../test/platforms/truth.ts";
import { type Random, wholeBelow } from "../streaks/random.ts";
import { dying, Killed } from "./killed.ts";

/** A tick of one account goes to the database some twenty times. */
const TRIPS = 24;
const QUARTER = 900;
/** What both platforms give of every post. */
const COMPARED = ["likes", "comments", "shares"] as const;

/** @returns what is wrong */
export async function killTicks(dice: Random, kills: number): Promise<string[]> {
  const on = await openCollecting({ days: 5 });
  try {
    await on.connect("facebook");
    await on.connect("instagram");
    let killed = 0;
    while (killed < kills) {
      const late = wholeBelow(dice, 2) === 0;
      const db = wholeBelow(dice, 3) === 0 ? on.db : dying(on.db, wholeBelow(dice, TRIPS), late);
      try {
        await collectTick(db, on.env, on.at());
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        killed += 1;
      }
      await on.pass(QUARTER);
    }
    // the lease of the last one ends, and everybody's turn comes
    for (let quarter = 0; quarter < 12; quarter += 1) {
      await on.pass(QUARTER);
      await on.tick();
    }
    return await untrue(on);
  } finally {
    await on.close();
  }
}

/** What is kept otherwise than shown, and what was shown at the last visit and is not kept; a story is gone by then. */
async function untrue(on: Collecting): Promise<string[]> {
  type Post = Figures & { account: string; external_id: string; read_at: number };
  const posts = await on.rows<Post>(
    `select a.external_id as account, p.external_id, p.read_at, ${COMPARED.join(", ")}
     from posts p join accounts a on a.id = p.account_id where p.format is not 'story'`,
  );
  const wrong: string[] = [];
  for (const [account, own] of Map.groupBy(posts, (post) => post.account)) {
    const kept = new Set(own.map(({ external_id }) => external_id));
    for (const [at, read] of Map.groupBy(own, ({ read_at }) => read_at)) {
      const shown = await shownAt(on, account, at);
      for (const post of read) {
        const truth = shown.get(post.external_id);
        if (!truth) wrong.push(`${account} ${post.external_id}: no platform has it`);
        else {
          for (const counter of COMPARED.filter((one) => post[one] !== truth[one])) {
            wrong.push(
              `${account} ${post.external_id}: ${post[counter]} ${counter}, shown ${truth[counter]}`,
            );
          }
        }
      }
    }
    const newest = Math.max(...own.map(({ read_at }) => read_at));
    for (const [id, { removed_at, published_at }] of await shownAt(on, account, newest)) {
      const visible = removed_at === null && published_at <= newest;
      if (visible && !kept.has(id)) wrong.push(`${account} ${id}: shown, and not kept`);
    }
  }
  if (posts.length === 0) wrong.push("no post was collected");
  return wrong;
}

async function shownAt(
  on: Collecting,
  account: string,
  at: number,
): Promise<Map<string, PostTruth>> {
  const { accounts } = await on.truth(`account=${account}&at=${at}`);
  return new Map(accounts.flatMap(({ posts }) => posts).map((post) => [post.external_id, post]));
}

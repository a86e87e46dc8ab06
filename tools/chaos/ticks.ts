/** The cron's ticks, some of them killed: afterwards every post stands as its platform showed it when it was read. */
import { collectTick } from "../../functions/jobs/collecting/collect.ts";
import { openCollecting } from "../../test/jobs/collecting/collecting.ts";
import type { Dice } from "./dice.ts";
import { dying, Killed } from "./killed.ts";

/** A tick of one account goes to the database some twenty times. */
const TRIPS = 24;
const QUARTER = 900;

/** @returns what is wrong */
export async function killTicks(dice: Dice, kills: number): Promise<string[]> {
  const on = await openCollecting({ days: 5 });
  try {
    await on.connect("facebook");
    await on.connect("instagram");
    let killed = 0;
    while (killed < kills) {
      const late = dice.whole(2) === 0;
      const db = dice.whole(3) === 0 ? on.db : dying(on.db, dice.whole(TRIPS), late);
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

async function untrue(on: Awaited<ReturnType<typeof openCollecting>>): Promise<string[]> {
  type Post = { account: string; external_id: string; read_at: number; likes: number | null };
  const posts = await on.rows<Post>(
    "select a.handle as account, p.external_id, p.read_at, p.likes from posts p join accounts a on a.id = p.account_id",
  );
  const wrong: string[] = [];
  for (const at of new Set(posts.map(({ read_at }) => read_at))) {
    for (const account of new Set(posts.map((post) => post.account))) {
      const { accounts } = await on.truth(`account=${account}&at=${at}`);
      const shown = new Map(
        accounts.flatMap((one) => one.posts).map((one) => [one.external_id, one]),
      );
      for (const post of posts.filter((one) => one.account === account && one.read_at === at)) {
        const truth = shown.get(post.external_id);
        if (truth && truth.likes !== post.likes) {
          wrong.push(
            `${account} ${post.external_id}: ${post.likes} likes, and the platform ${truth.likes}`,
          );
        }
      }
    }
  }
  if (posts.length === 0) wrong.push("no post was collected");
  return wrong;
}

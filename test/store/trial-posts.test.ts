/** What a trial could see is said by an account's own posts of a year. */
import { expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { dayOf } from "../../functions/model/day.ts";
import { listPostsToTry } from "../../functions/store/trial-posts.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();

test("the account's own, as old as a year and no older", async () => {
  const account = (name: string, ...ages: number[]) => ({
    ...snapshot(NOW - HOUR, {
      posts: ages.map((age) => post(`${name}-${age}`, NOW - age * DAY, { likes: 30 + age })),
    }),
    account: name,
    external_id: null,
  });
  await ingest(db, [account("satu", 367, 366, 365, 364, 40, 3), account("dua", 5)], {
    now: NOW,
    time_zone: ZONE,
    import: null,
  });
  const today = dayOf(NOW, ZONE);
  const likes = async (id: number | null) =>
    (await listPostsToTry(db, id, today)).map(({ interactions }) => interactions);
  expect(await likes(1)).toEqual([395, 394, 70, 33]);
  expect(await likes(2)).toEqual([35]);
  expect(await likes(null)).toEqual([]);
});

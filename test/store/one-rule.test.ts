/** Rules that stand in SQL and in TypeScript: held equal here. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FOR_EVER } from "../../functions/jobs/writing/derive-account.ts";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { isMature } from "../../functions/model/post.ts";
import { deriveFollowersAtPublish } from "../../functions/store/followers-at-publish.ts";
import { listMonths } from "../../functions/store/months.ts";
import { listPostsAfter } from "../../functions/store/posts.ts";
import { wipe } from "../database.ts";
import { DAY, HOUR, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";
import { ownDatabase } from "../own-database.ts";

const PUBLISHED = Date.parse("2026-03-10T03:00:00Z") / 1000;
const CONTEXT = { now: PUBLISHED + 365 * DAY, time_zone: ZONE, import: null };

const db = await ownDatabase();

test.each([
  ["a second before 48 hours", 48 * HOUR - 1, false],
  ["48 hours to the second", 48 * HOUR, true],
  ["later", 30 * DAY, true],
])("a post read %s of age is mature in the database as in the code", async (_when, age, mature) => {
  const posts = [post("1", PUBLISHED, { likes: 3 })];
  await ingest(db, [snapshot(PUBLISHED + age, { posts })], CONTEXT);
  const [row] = await listPostsAfter(db, 1, 0, 1);
  const [month] = await listMonths(db, [1], { from: "2026-03", to: "2026-03" });
  expect(row && isMature(row)).toBe(mature);
  expect(month?.posts[0]?.mature).toBe(mature);
});

test("followers at publish are looked up alike: the database finds nothing to mend in what was inserted", async () => {
  const days = fc.integer({ min: -6, max: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ day: days, followers: fc.option(fc.nat(5000)) }), { maxLength: 6 }),
      fc.array(fc.record({ published: days, read: fc.nat(5) }), { minLength: 1, maxLength: 4 }),
      async (counts, seen) => {
        await wipe(db);
        const readings = counts.map(({ day, followers }) =>
          snapshot(PUBLISHED + day * DAY, { followers }),
        );
        const posted = seen.map(({ published, read }, index) => {
          const published_at = PUBLISHED + published * DAY;
          const posts = [post(String(index), published_at, { likes: index })];
          return snapshot(published_at + read * DAY, { posts, followers: null });
        });
        await ingest(db, [...readings, ...posted], CONTEXT);
        const whole = { account_id: 1, from: 0, to: FOR_EVER };
        for (const statement of deriveFollowersAtPublish(db, [whole])) {
          expect((await statement.run()).meta.rows_written).toBe(0);
        }
      },
    ),
    { seed: 20, numRuns: 20, endOnFailure: true },
  );
});

/** The real Worker's cron: its event collects, once for each slot, and no other cron is known. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ACCOUNT_IDS, CREDENTIALS } from "../../platforms/credentials.ts";
import { type StartedPlatforms, startPlatforms } from "../../platforms/start.ts";
import { startWorker, type TestWorker } from "../../worker.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const HOUR = 3600;
const clock = { now: NOW };

let platforms: StartedPlatforms;
let worker: TestWorker;
beforeAll(async () => {
  platforms = await startPlatforms({ clock, ended: NOW, days: 10 });
  worker = await startWorker({
    now: new Date(NOW * 1000).toISOString(),
    vars: {
      FACEBOOK_URL: `${platforms.origin}/facebook`,
      INSTAGRAM_URL: `${platforms.origin}/instagram`,
      X_URL: `${platforms.origin}/x`,
      TIKTOK_URL: `${platforms.origin}/tiktok`,
    },
  });
  for (const platform of ["facebook", "instagram", "x", "tiktok"] as const) {
    const external_id = ACCOUNT_IDS.library[platform];
    const credentials = CREDENTIALS.library[platform];
    const answer = await worker.send("POST", "/api/accounts", {
      platform,
      external_id,
      credentials,
    });
    expect(answer.status).toBe(201);
  }
});
afterAll(async () => {
  await worker.close();
  await platforms.close();
});
beforeEach(() => {
  // an hour without a tick: it is the turn of all four
  clock.now += HOUR;
});

const OK = { outcome: "ok", noRetry: false };

/** What is there, by its number: nothing may double. */
const counted = async () => {
  const tables = ["posts", "post_readings", "account_readings", "day_readings", "comments", "runs"];
  const counts = await worker.db.batch<{ count: number }>(
    tables.map((table) => worker.db.prepare(`select count(*) as count from ${table}`)),
  );
  return Object.fromEntries(
    tables.map((table, index) => [table, counts[index]?.results[0]?.count]),
  );
};

test("it collects every account and leaves a row that says so", async () => {
  expect(await worker.scheduled(clock.now)).toEqual(OK);
  const { results } = await worker.db
    .prepare("select id, started_at, finished_at, readings > 0 as read from runs")
    .all();
  expect(results).toEqual([
    { id: clock.now, started_at: clock.now, finished_at: clock.now, read: 1 },
  ]);
  const { results: collected } = await worker.db
    .prepare(
      `select a.platform, c.state, c.last_success_at, count(p.id) > 0 as posts
       from collections c join accounts a on a.id = c.account_id left join posts p on p.account_id = a.id
       group by a.id order by a.id`,
    )
    .all();
  expect(collected).toEqual(
    ["facebook", "instagram", "x", "tiktok"].map((platform) => ({
      platform,
      state: "ok",
      last_success_at: clock.now,
      posts: 1,
    })),
  );
});

test("the same event twice changes nothing, one after the other or at once", async () => {
  await worker.scheduled(clock.now);
  const once = await counted();
  expect(await worker.scheduled(clock.now)).toEqual(OK);
  expect(await counted()).toEqual(once);
  clock.now += HOUR;
  const both = await Promise.all([worker.scheduled(clock.now), worker.scheduled(clock.now)]);
  expect(both).toEqual([OK, OK]);
  expect((await counted()).runs).toBe(Number(once.runs) + 1);
  const { results } = await worker.db
    .prepare(
      "select post_id, read_at from post_readings group by post_id, read_at having count(*) > 1",
    )
    .all();
  expect(results).toEqual([]);
});

test("an unknown cron is refused, and collects nothing", async () => {
  const before = await counted();
  const { outcome } = await worker.scheduled(clock.now, "0 0 * * *");
  expect(outcome).toBe("exception");
  expect(await counted()).toEqual(before);
});

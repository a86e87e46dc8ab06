/** What the report's pages read of the database, and how often they go there. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import type { Meter } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const MOST = 300;

let worker: TestWorker;
let view: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW, dir: await buildMetered() });
  view = await worker.token("view");
  const pusher = await worker.token("push");
  for (const platform of ["instagram", "facebook", "x", "tiktok"] as const) {
    // two months of sixty posts each
    const posts = Array.from({ length: 120 }, (_, n) => ({
      external_id: `p${n}`,
      published_at: new Date(Date.parse(NOW) - (n + 1) * 43_200_000).toISOString(),
      // an event has a handful of posts
      caption: n % 10 === 0 ? `#acara${(n / 10) % 6}` : "Selamat pagi",
      url: `https://www.instagram.com/p/${n}/`,
      likes: n,
    }));
    await push(worker, pusher, [{ platform, account: "perpus", read_at: NOW, posts }]);
  }
  for (let n = 0; n < 6; n += 1) {
    const starts_at = new Date(Date.parse(NOW) - (n * 5 + 5) * 86_400_000).toISOString();
    const event = { kind: "other", title: `Temu ${n}`, starts_at, hashtags: [`acara${n}`] };
    expect((await worker.send("POST", "/api/events", event)).status).toBe(201);
  }
  const target = { year: 2026, account: 1, metric: "followers", value: 100 };
  expect((await worker.send("POST", "/api/targets", target)).status).toBe(201);
});
afterAll(() => worker.close());

const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

async function readBy(path: string) {
  await meter();
  const answer = await worker.send("GET", path, undefined, view);
  expect(answer.status).toBe(200);
  await answer.text();
  const { statements, round_trips, writing_trips } = await meter();
  return {
    rows: statements.reduce((sum, { rows_read }) => sum + rows_read, 0),
    trips: round_trips - writing_trips,
  };
}

test("the draft of the running month: what it is made of, in two rounds after who asks", async () => {
  const { rows, trips } = await readBy("/report/2026-11");
  expect(rows).toBeLessThanOrEqual(MOST);
  expect(trips).toBeLessThanOrEqual(3);
});

test("what was signed: its row, and the month's figures as they are now", async () => {
  expect(await worker.scheduled(Date.parse(NOW) / 1000, HOURLY_CRON)).toMatchObject({
    outcome: "ok",
  });
  const { rows, trips } = await readBy("/report/2026-10");
  expect(rows).toBeLessThanOrEqual(60);
  expect(trips).toBeLessThanOrEqual(2);
});

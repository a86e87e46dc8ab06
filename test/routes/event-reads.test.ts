/** What the pages of events read of the database, and how often they go there, and what a click writes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Meter } from "../../tools/bench/meter.ts";
import { buildMetered } from "../../tools/bench/metered.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-23T05:30:00Z";
const MOST = 300;
const PHONE = { "user-agent": "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile" };

let worker: TestWorker;
let plan: string;
beforeAll(async () => {
  worker = await startWorker({ now: NOW, dir: await buildMetered() });
  plan = await worker.token("plan");
  const pusher = await worker.token("push");
  const platforms = ["instagram", "facebook", "x", "tiktok"] as const;
  for (const platform of platforms) {
    const posts = Array.from({ length: 60 }, (_, n) => ({
      external_id: `p${n}`,
      published_at: new Date(Date.parse(NOW) - (n + 1) * 43_200_000).toISOString(),
      caption: n % 6 === 0 ? "#acara" : "Selamat pagi",
      likes: n,
    }));
    await push(worker, pusher, [{ platform, account: "perpus", read_at: NOW, posts }]);
  }
  for (let n = 0; n < 30; n += 1) {
    const starts_at = new Date(Date.parse(NOW) - (n * 12 - 5) * 86_400_000).toISOString();
    const event = { kind: "other", title: `Temu ${n}`, starts_at, hashtags: ["acara"] };
    expect((await worker.send("POST", "/api/events", event, plan)).status).toBe(201);
  }
  const link = { slug: "acara", target: "https://example.org/", name: "Daftar", event: 1 };
  await worker.send("POST", "/api/short-links", link, plan);
});
afterAll(() => worker.close());

const meter = async () => (await (await worker.fetch("/bench/meter")).json()) as Meter;

test.each(["/events/1", "/events/2", "/events", "/calendar"])(
  "%s reads at most three hundred rows, in three round trips",
  async (path) => {
    await meter();
    const answer = await worker.send("GET", path, undefined, plan);
    expect(answer.status).toBe(200);
    await answer.text();
    const { statements, round_trips, writing_trips } = await meter();
    const read = statements.reduce((sum, { rows_read }) => sum + rows_read, 0);
    expect(read).toBeLessThanOrEqual(MOST);
    expect(round_trips - writing_trips).toBeLessThanOrEqual(3);
  },
);

test("a click writes two rows at first, and one from then on", async () => {
  const written = async () => {
    await meter();
    await (await worker.fetch("/e/acara/ig", { headers: PHONE, redirect: "manual" })).text();
    await new Promise((resolve) => setTimeout(resolve, 150));
    const { statements } = await meter();
    return statements.reduce((sum, { rows_written }) => sum + rows_written, 0);
  };
  expect(await written()).toBeLessThanOrEqual(2);
  expect(await written()).toBe(1);
});

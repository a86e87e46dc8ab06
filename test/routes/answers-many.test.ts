/** More comments wait than are listed: each account's are counted all the same. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = "2026-11-26T05:00:00Z";
const HOUR = 3600;
const before = (hours: number) =>
  new Date(Date.parse(NOW) - hours * HOUR * 1000).toISOString().replace(".000Z", "Z");

let worker: TestWorker;
let view = "";
beforeAll(async () => {
  worker = await startWorker({ now: NOW });
  const snapshot = (account: string, count: number, oldest: number, asks: boolean) => ({
    ...{ platform: "instagram" as const, account, read_at: before(1) },
    posts: [{ external_id: "1", published_at: before(60 * 24) }],
    comments: [
      { external_id: "own", post: "1", at: before(59 * 24), ours: true },
      ...Array.from({ length: count }, (_, index) => ({
        ...{ external_id: `c${index}`, post: "1", at: before(oldest - index / 10) },
        ...{ ours: false, asks },
      })),
    ],
  });
  await push(worker, await worker.token("push"), [
    snapshot("lama", 100, 50 * 24, true),
    snapshot("baru", 30, 2 * 24, false),
  ]);
  view = await worker.token("view");
});
afterAll(() => worker.close());

test("by account, together, and of before the period", async () => {
  const answer = await worker.send("GET", "/api/responses", undefined, view);
  const { responses, waiting, more_waiting } = (await answer.json()) as {
    responses: { account: string | null; waiting: number }[];
    waiting: { account: string }[];
    more_waiting: boolean;
  };
  expect(responses.map((row) => row.waiting)).toEqual([100, 30, 130]);
  // questions go first
  expect(new Set(waiting.map(({ account }) => account))).toEqual(new Set(["lama"]));
  expect([waiting.length, more_waiting]).toEqual([100, true]);
  const page = await worker.fetch("/answers?from=2026-11-26&to=2026-11-26&lang=en", {
    headers: { cookie: `denyut=${view}` },
  });
  expect(await page.text()).toContain("130 from before this period");
});

test("one account alone, whose every comment is listed", async () => {
  const answer = await worker.send("GET", "/api/responses?account=baru", undefined, view);
  const { responses, more_waiting } = (await answer.json()) as {
    responses: { waiting: number }[];
    more_waiting: boolean;
  };
  expect([responses.map((row) => row.waiting), more_waiting]).toEqual([[30], false]);
});

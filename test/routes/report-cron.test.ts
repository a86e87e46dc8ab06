/** The hour in which a report is made: within D1's limits, to which this build is held, and without harm to the hour's other work. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import { push, startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const pusher = await worker.token("push");
  // one posted until six weeks ago, and is silent; of the other nobody reads anything any more
  const posts = Array.from({ length: 90 }, (_, n) => ({
    external_id: `p${n}`,
    published_at: iso(NOW - (42 + n) * DAY),
    caption: n % 9 === 0 ? "#acara" : "Buku baru",
    likes: 10 + (n % 7),
  }));
  await push(worker, pusher, [
    { platform: "instagram", account: "perpus", read_at: iso(NOW - DAY), followers: 900, posts },
    // read every day since
    ...Array.from({ length: 41 }, (_, n) => ({
      platform: "instagram" as const,
      account: "perpus",
      read_at: iso(NOW - (42 - n) * DAY),
      followers: 850 + n,
    })),
    { platform: "x", account: "perpus", read_at: iso(NOW - 40 * DAY), followers: 90 },
  ]);
  const send = async (path: string, body: object) =>
    expect((await worker.send("POST", path, body)).status).toBe(201);
  for (const days of [-42, -45, 7]) {
    await send("/api/events", {
      kind: "other",
      title: `Temu ${days}`,
      starts_at: iso(NOW + days * DAY),
      hashtags: ["acara"],
    });
  }
  await send("/api/short-links", {
    slug: "acara",
    target: "https://example.org/",
    name: "A",
    event: 1,
  });
  await send("/api/targets", { year: 2026, account: 1, metric: "followers", value: 2000 });
  await send("/api/targets", { year: 2026, account: null, metric: "posts_per_month", value: 9 });
  await send("/api/notes", { from_on: "2026-10-05", to_on: "2026-10-06", text: "Tutup" });
});
afterAll(() => worker.close());

const tick = async (hours: number) =>
  expect(await worker.scheduled(NOW + hours * HOUR, HOURLY_CRON)).toMatchObject({ outcome: "ok" });
const kinds = async () => {
  const { results } = await worker.db
    .prepare("select kind from notices where closed_at is null order by kind")
    .all<{ kind: string }>();
  return results.map(({ kind }) => kind);
};
const made = () => worker.db.prepare("select count(*) as n from reports").first<number>("n");

test("one that cannot be made takes nothing else with it", async () => {
  await worker.db
    .prepare(
      "create trigger broken after insert on reports BEGIN select raise(abort, 'broken'); END",
    )
    .run();
  await tick(0);
  expect(await made()).toBe(0);
  expect(worker.logs().join("\n")).toContain("broken");
  await tick(1);
  expect(await kinds()).toEqual(["decree", "event", "figures", "silence"]);
  await worker.db.prepare("drop trigger broken").run();
});

test("two hours later it is made, and the hour after looks around again", async () => {
  await worker.db.prepare("delete from notices").run();
  await tick(2);
  expect(await made()).toBe(1);
  expect(await kinds()).toEqual(["report"]);
  await tick(3);
  expect(await kinds()).toEqual(["decree", "event", "figures", "report", "silence"]);
  expect(await made()).toBe(1);
});

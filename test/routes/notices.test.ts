/** What there is to know now, over HTTP: by those who may see it, and without a cron. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HOURLY_CRON } from "../../functions/model/run.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const DAY = 86_400;
const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];

/** A post every other day; the last five drew a fifth. */
const posts = Array.from({ length: 65 }, (_, n) => ({
  external_id: `p${n}`,
  published_at: iso(NOW - (3 + 2 * (64 - n)) * DAY),
  format: "image",
  likes: n < 60 ? USUAL[n % USUAL.length] : 20,
  comments: 0,
  shares: 0,
}));

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const pushed = await worker.send("POST", "/api/snapshots", [
    { platform: "instagram", account: "perpus", read_at: iso(NOW - 1800), followers: 1000, posts },
    { platform: "x", account: "perpus", read_at: iso(NOW - 9 * DAY), followers: 10 },
    { platform: "tiktok", account: "perpus", read_at: iso(NOW - DAY), followers: 10 },
  ]);
  expect(pushed.status).toBe(200);
  // those two were made long ago, by this library's clock
  await worker.db.prepare("update accounts set created_at = 0").run();
});
afterAll(() => worker.close());

const asked = async (query = "", token?: string) => {
  const answer = await worker.send("GET", `/api/notices${query}`, undefined, token);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { notices: Record<string, unknown>[] }).notices;
};

describe("GET /api/notices", () => {
  test("answers all that is true, the most urgent first", async () => {
    expect(await asked()).toEqual([
      {
        kind: "weak",
        platform: "instagram",
        account: "perpus",
        opened_at: iso(NOW - 1800),
        streak: expect.objectContaining({ id: 1, state: "open", posts: 5 }),
      },
      {
        kind: "figures",
        platform: "x",
        account: "perpus",
        opened_at: null,
        missing: "all",
        since: iso(NOW - 9 * DAY),
      },
    ]);
  });

  test.each([
    ["?platform=x", ["figures"]],
    ["?platform=instagram", ["weak"]],
    ["?platform=tiktok", []],
  ])("%s answers those of that platform", async (query, kinds) =>
    expect((await asked(query)).map(({ kind }) => kind)).toEqual(kinds),
  );

  test("a link that is limited to an account sees that one's", async () => {
    const known = await worker.send("GET", "/api/accounts?platform=x");
    const { accounts } = (await known.json()) as { accounts: { id: number }[] };
    const made = await worker.send("POST", "/api/links", {
      kind: "view",
      name: "Cabang",
      accounts: accounts.map(({ id }) => id),
    });
    const { url } = (await made.json()) as { url: string };
    const token = url.split("/").at(-1) ?? "";
    expect((await asked("", token)).map(({ platform }) => platform)).toEqual(["x"]);
  });

  test("nobody else is told anything", async () => {
    expect((await worker.fetch("/api/notices")).status).toBe(401);
    const push = await worker.token("push");
    expect((await worker.send("GET", "/api/notices", undefined, push)).status).toBe(403);
  });

  test("the Overview says the first in its sentence, and the others as tasks", async () => {
    const answer = await worker.send("GET", "/api/overview");
    const { headline, tasks } = (await answer.json()) as {
      headline: { kind: string };
      tasks: object[];
    };
    expect(headline.kind).toBe("weak");
    expect(tasks).toEqual([
      {
        kind: "figures",
        missing: "all",
        since: iso(NOW - 9 * DAY),
        accounts: [{ platform: "x", account: "perpus" }],
      },
    ]);
  });

  test("of the platforms chosen: what is wrong elsewhere is not this one's sentence", async () => {
    const answer = await worker.send("GET", "/api/overview?platform=tiktok");
    const { headline, tasks } = (await answer.json()) as {
      headline: { kind: string };
      tasks: object[];
    };
    expect([headline.kind, tasks]).toEqual(["calm", []]);
  });
});

test("the hourly cron looks, and dates what it finds; the collectors' own does not", async () => {
  expect(await worker.scheduled(NOW)).toMatchObject({ outcome: "ok" });
  expect((await asked("?platform=x"))[0]?.opened_at).toBeNull();
  // that hour last month's report is made, which leaves no query for a look
  expect(await worker.scheduled(NOW + 900, HOURLY_CRON)).toMatchObject({ outcome: "ok" });
  const later = NOW + 1800;
  expect(await worker.scheduled(later, HOURLY_CRON)).toMatchObject({ outcome: "ok" });
  expect((await asked("?platform=x"))[0]?.opened_at).toBe(iso(later));
});

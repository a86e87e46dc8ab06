import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dump } from "../database.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const DAY = 86_400;
const NOW = Date.parse("2026-11-23T05:30:00Z") / 1000;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000Z", "Z");

/** Interactions of usual posts, over and over: median 100. */
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];

/** A post every other day, the newest three days old; the last five drew a fifth. */
const posts = Array.from({ length: 65 }, (_, n) => {
  const likes = n < 60 ? USUAL[n % USUAL.length] : 20;
  return {
    external_id: `p${n}`,
    published_at: iso(NOW - (3 + 2 * (64 - n)) * DAY),
    format: n % 2 ? "image" : "carousel",
    caption: `Kuis ${n}`,
    likes,
    comments: 0,
    shares: 0,
    reach: 10 * (likes ?? 0),
  };
});

let worker: TestWorker;
beforeAll(async () => {
  worker = await startWorker({ now: iso(NOW) });
  const pushed = await worker.send("POST", "/api/snapshots", {
    platform: "instagram",
    account: "perpus",
    read_at: iso(NOW - 1800),
    followers: 1000,
    posts,
  });
  expect(pushed.status).toBe(200);
});
afterAll(() => worker.close());

const get = async (path: string) => {
  const answer = await worker.send("GET", path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
};
const list = async (query = "") => {
  const { streaks } = (await get(`/api/streaks${query}`)) as { streaks: Record<string, unknown>[] };
  return streaks;
};

describe("GET /api/streaks", () => {
  test("answers a streak with all that is known of it", async () => {
    const [streak, ...more] = await list();
    expect(more).toEqual([]);
    expect(streak).toEqual({
      id: 1,
      platform: "instagram",
      account: "perpus",
      kind: "weak",
      state: "open",
      started_on: "2026-11-12",
      ended_on: null,
      posts: 5,
      // 0.2 with two posts at the norm beside the five: 0.2 ^ (5/7) = 0.32
      severity: expect.closeTo(0.32, 1),
      false_alarm_every: expect.any(Number),
      posts_per_week: 3.5,
      format: "carousel",
      reach_ratio: expect.closeTo(0.2, 1),
      reaction_ratio: expect.closeTo(1, 1),
      differences: [],
      started_at: posts[60]?.published_at,
      ended_at: null,
      closed_at: null,
      peak: expect.any(Number),
      reason: null,
      revised: false,
      told: expect.objectContaining({ at: iso(NOW - 1800), posts: 5 }),
    });
  });

  test.each([
    ["?state=open", 1],
    ["?state=closed", 0],
    ["?state=all&platform=instagram", 1],
    ["?platform=facebook", 0],
    ["?from=2026-01-01&to=2026-06-30", 0],
  ])("%s", async (query, count) => expect(await list(query)).toHaveLength(count));

  test("refuses a state that there is not, and an account that there is not", async () => {
    expect((await worker.send("GET", "/api/streaks?state=sad")).status).toBe(400);
    expect((await worker.send("GET", "/api/streaks?account=nobody")).status).toBe(404);
  });
});

describe("GET /api/streaks/:id", () => {
  test("answers its posts beside those of the norm before it", async () => {
    const view = (await get("/api/streaks/1")) as {
      threshold: number;
      posts: { in_streak: boolean; times: number; sum: number | null; caption: string | null }[];
      formats: { format: string }[];
      told: unknown;
    };
    expect(view.threshold).toBe(4);
    expect(view.told).toBeNull();
    const own = view.posts.filter(({ in_streak }) => in_streak);
    expect(own).toHaveLength(5);
    expect(own.at(-1)?.caption).toBe("Kuis 64");
    expect(view.posts.slice(-5)).toEqual(own);
    expect(own.at(-1)?.sum).toBeGreaterThanOrEqual(4);
    expect(own.every(({ times }) => times < 0.35)).toBe(true);
    const before = view.posts.filter(({ in_streak }) => !in_streak);
    expect(before.length).toBeGreaterThanOrEqual(35);
    expect(before.every(({ sum }) => sum === null)).toBe(true);
    expect(view.formats.map(({ format }) => format).sort()).toEqual(["carousel", "image"]);
  });

  test("is not found under another number", async () => {
    expect((await worker.send("GET", "/api/streaks/2")).status).toBe(404);
    expect((await worker.send("GET", "/api/streaks/x")).status).toBe(404);
  });
});

describe("PATCH /api/streaks/:id", () => {
  test("is the admin's", async () => {
    const view = await worker.token("view");
    const answer = await worker.send("PATCH", "/api/streaks/1", { reason: "x" }, view);
    expect(answer.status).toBe(403);
  });

  test.each([[{}], [{ reason: "" }], [{ reason: 1 }], [{ reason: "x", more: 1 }]])(
    "refuses %j",
    async (body) => expect((await worker.send("PATCH", "/api/streaks/1", body)).status).toBe(400),
  );

  test("leaves the run out of the norm, and takes it in again", async () => {
    const [before] = await list();
    const noted = await worker.send("PATCH", "/api/streaks/1", { reason: "Ramadan" });
    expect(noted.status).toBe(200);
    expect(await noted.json()).toMatchObject({ id: 1, state: "withdrawn", reason: "Ramadan" });
    const token = await worker.token("export");
    const exported = await worker.fetch(`/export/v1/${token}/streaks.csv`);
    expect((await exported.text()).split("\r\n")[1]).toMatch(
      /^instagram,perpus,weak,withdrawn,2026-11-12T05:30:00Z,2026-11-20T05:30:00Z,5,0\.\d+,\d+,p60,p64,Ramadan,$/,
    );
    const post = (await get("/api/posts?q=&sort=newest")) as { posts: { weak: boolean | null }[] };
    expect(post.posts.slice(0, 5).map(({ weak }) => weak)).toEqual([null, null, null, null, null]);
    const page = async (path: string) => (await worker.send("GET", path)).text();
    for (const period of ["28d", "1y"]) {
      const listed = await page(`/?period=${period}&lang=en`);
      expect(listed).toContain('href="/streaks/1"');
      expect(listed).toContain("left out: Ramadan");
    }
    const overview = await page("/?lang=en");
    // the headline says nothing of it
    expect(overview).not.toMatch(/<h1[^>]*>[^<]*(<[^>]*>)?[^<]*weak/);
    const own = await page("/posts/65?lang=en");
    expect(own).toContain('href="/streaks/1"');
    expect(own).toContain("left out: Ramadan");
    await worker.send("PATCH", "/api/streaks/1", { reason: null });
    expect(await list()).toEqual([before]);
  });
});

describe("what is left out of the norm", () => {
  test("days by a note, and taken in again", async () => {
    const [before] = await list();
    const days = { from_on: "2026-11-12", to_on: "2026-11-20", accounts: [1] };
    const answer = await worker.send("POST", "/api/notes", {
      ...days,
      text: "akun diretas",
      left_out: true,
    });
    expect(answer.status).toBe(201);
    const { note } = (await answer.json()) as { note: { id: number; version: number } };
    expect((await list())[0]).toMatchObject({ state: "withdrawn", revised: true });
    await worker.send("PATCH", `/api/notes/${note.id}`, { version: 1, left_out: false });
    expect((await list())[0]).toEqual(before);
  });

  test("a post by POST /api/excused, which knows no days", async () => {
    expect((await worker.send("POST", "/api/excused", { post: 999, reason: "x" })).status).toBe(
      404,
    );
    const days = { account: 1, from: "2026-11-12", to: "2026-11-20", reason: "x" };
    expect((await worker.send("POST", "/api/excused", days)).status).toBe(400);
  });
});

test("a streak's page names no post that was hidden since", async () => {
  const ids = async () =>
    ((await get("/api/streaks/1")) as { posts: { id: number }[] }).posts.map(({ id }) => id);
  const before = await ids();
  const hidden = before.slice(-4);
  // one post is no streak: it is taken back, and keeps the evidence that it had
  for (const id of hidden) await worker.send("PATCH", `/api/posts/${id}`, { hidden: true });
  expect(await ids()).toEqual(before.slice(0, -4));
  // nor does the file: its first post stands, its last is hidden
  const token = await worker.token("export");
  const file = await (await worker.fetch(`/export/v1/${token}/streaks.json`)).text();
  const { streaks } = JSON.parse(file) as { streaks: Record<string, unknown>[] };
  expect(streaks[0]).toMatchObject({ first_post: "p60", last_post: null });
});

test("what stands under a hidden account is not there, and is not changed either", async () => {
  await worker.send("PATCH", "/api/accounts/1", { hidden: true });
  const before = await dump(worker.db);
  for (const [path, body] of [
    ["/api/posts/1", { topic: "events" }],
    ["/api/streaks/1", { reason: "Ramadan" }],
  ] as const) {
    expect([path, (await worker.send("PATCH", path, body)).status]).toEqual([path, 404]);
  }
  expect(await dump(worker.db)).toEqual(before);
});

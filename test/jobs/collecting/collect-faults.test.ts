/** What goes wrong, end to end: nothing lost, nothing doubled, the neighbours collected, the reason said, and the next tick recovers. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Run } from "../../../functions/model/run.ts";
import { healthOf } from "../../../functions/present/collection.ts";
import { listCollections } from "../../../functions/store/collections.ts";
import { ACCOUNT_IDS } from "../../platforms/credentials.ts";
import {
  type Collecting,
  codesOf,
  DAY,
  HOUR,
  loseTicks,
  openCollecting,
  settle,
  TICK,
} from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting({ days: 6 });
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const PAGE = ACCOUNT_IDS.library.facebook;

type Collection = {
  account_id: number;
  state: string;
  next_due_at: number;
  last_success_at: number | null;
  cursor: string | null;
  problem: string | null;
};
const collections = () => on.rows<Collection>("select * from collections order by account_id");
const collection = async (account_id = 1): Promise<Collection> => {
  const found = (await collections()).find((one) => one.account_id === account_id);
  if (!found) throw new Error("not connected");
  return found;
};

const health = async () => healthOf(await listCollections(on.db), on.now());

/**
 * The page of the library first, the page of the branch as its neighbour; both without anything left to fetch, and it is
 * the turn of both, as it is again an hour later.
 */
async function twoPages(): Promise<void> {
  await on.connect("facebook");
  await on.connect("facebook", "branch");
  await settle(on);
  await loseTicks(on);
}

/** Nothing stands there twice, and what was read last is what the platform says. */
async function expectTheTruth(platform = "facebook"): Promise<void> {
  const { accounts } = await on.truth(`platform=${platform}`);
  const posts = await on.rows<{
    external_id: string;
    likes: number;
    comments: number;
    read_at: number;
  }>(
    `select p.external_id, p.likes, p.comments, p.read_at from posts p join accounts a on a.id = p.account_id
     where a.platform = '${platform}' and p.format is not 'story' and p.removed_at is null order by p.external_id`,
  );
  const here = await on.rows<{ external_id: string }>("select external_id from accounts");
  const connected = accounts.filter((account) =>
    here.some(({ external_id }) => external_id === account.external_id),
  );
  const alive = connected.flatMap((account) =>
    account.posts.filter(({ removed_at }) => removed_at === null),
  );
  expect(posts.map(({ external_id }) => external_id)).toEqual(
    alive.map(({ external_id }) => external_id).sort(),
  );
  const fresh = posts.filter(({ read_at }) => read_at === on.now());
  expect(fresh.length).toBeGreaterThan(0);
  for (const post of fresh) {
    const truth = alive.find(({ external_id }) => external_id === post.external_id);
    expect(post).toMatchObject({ likes: truth?.likes, comments: truth?.comments });
  }
}

const problemsOf = (run: Run | null, account_id: number) =>
  run?.problems.filter((problem) => problem.account_id === account_id).map(({ code }) => code);

describe("a call fails: said, the neighbour is collected, the next tick recovers", () => {
  const broken = [
    ["HTTP 500", { kind: "server_error" }, "http_error"],
    ["HTML instead of JSON", { kind: "html", status: 200 }, "not_json"],
    ["HTML under an error's status", { kind: "html" }, "http_error"],
    ["a truncated body", { kind: "truncated" }, "truncated"],
    ["a hanging connection", { kind: "hanging", ms: 900 }, "timeout"],
    ["a 200 that carries an error", { kind: "error_in_200" }, "http_error"],
  ] as const;
  for (const [name, fault, code] of broken) {
    test(name, async () => {
      await twoPages();
      await on.fault({ ...fault, account: PAGE });
      const run = await on.tick();
      expect(problemsOf(run, 1)).toEqual([code]);
      expect(problemsOf(run, 2)).toEqual([]);
      expect((await collection(2)).last_success_at).toBe(on.now());
      const stopped = await collection();
      expect(stopped).toMatchObject({ state: "ok", next_due_at: on.now() + TICK });
      expect(JSON.parse(stopped.problem ?? "")).toMatchObject({ code });
      await on.clearFaults();
      await on.pass(TICK);
      expect(codesOf(await on.tick())).toEqual([]);
      expect(await collection()).toMatchObject({ last_success_at: on.now(), problem: null });
      await on.pass(2 * HOUR - TICK);
      await on.tick();
      await expectTheTruth();
    });
  }

  test("in the middle of a visit: what was read is stored, the rest is asked again", async () => {
    await on.connect("facebook");
    // the profile and the list come through, the batch does not
    await on.fault({ kind: "server_error", account: PAGE, after: 2, count: 1 });
    const run = await on.tick();
    expect(codesOf(run)).toContain("http_error");
    expect(run?.readings).toBeGreaterThan(0);
    expect((await collection()).cursor).toBe("");
    await on.pass(TICK);
    await settle(on);
    // past the next reading of those that are no longer read hourly
    await on.pass(7 * HOUR);
    await on.tick();
    await expectTheTruth();
    const [bare] = await on.rows<{ count: number }>(
      "select count(*) as count from posts where reach is null and format != 'story'",
    );
    expect(bare?.count).toBe(0);
  });
});

describe("throttled", () => {
  const throttles = [
    [
      "by code, with a regain time",
      { kind: "throttled", code: 80001, regain_minutes: 25 },
      25 * 60,
    ],
    ["by code, without one", { kind: "throttled", code: 32 }, HOUR],
    ["by code, with a regain time of 0", { kind: "throttled", code: 4, regain_minutes: 0 }, HOUR],
    [
      "by a header, with a regain time",
      { kind: "usage", percent: 100, regain_minutes: 40 },
      40 * 60,
    ],
    ["by a header, without one", { kind: "usage", percent: 97 }, HOUR],
  ] as const;
  for (const [name, fault, seconds] of throttles) {
    test(`${name}: parked until then, and no longer`, async () => {
      await twoPages();
      await on.fault({ ...fault, account: PAGE });
      const run = await on.tick();
      expect(problemsOf(run, 1)?.[0]).toBe("throttled");
      expect(problemsOf(run, 2)).toEqual([]);
      expect(await collection()).toMatchObject({
        state: "throttled",
        next_due_at: on.now() + seconds,
      });
      await on.clearFaults();
      await on.calls();
      await on.pass(TICK);
      await on.tick();
      const { calls } = await on.calls();
      expect(calls.filter(({ path }) => path.includes(PAGE))).toEqual([]);
      expect((await collection(2)).last_success_at).toBe(on.now());
      await on.setClock(on.now() - TICK + Math.ceil(seconds / HOUR) * HOUR);
      expect(codesOf(await on.tick())).toEqual([]);
      expect((await collection()).state).toBe("ok");
      await expectTheTruth();
      await on.pass(HOUR);
      await on.tick();
      await expectTheTruth();
    });
  }
});

describe("the token", () => {
  test("dead: that account stops and says so, nothing stored is lost, and connecting again goes on", async () => {
    await twoPages();
    await on.tick();
    const before = await on.rows("select count(*) as posts, sum(likes) as likes from posts");
    await on.fault({ kind: "token_dead", account: PAGE });
    await on.pass(HOUR);
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["token_dead"]);
    expect(problemsOf(run, 2)).toEqual([]);
    expect((await collection()).state).toBe("dead");
    expect(
      await on.rows(
        "select count(*) as posts, sum(likes) as likes from posts where account_id = 1",
      ),
    ).toHaveLength(before.length);
    await on.calls();
    await on.pass(HOUR);
    await on.tick();
    expect((await on.calls()).calls.filter(({ path }) => path.includes(PAGE))).toEqual([]);
    await on.pass(2 * HOUR + TICK);
    expect(await health()).toMatchObject({
      ok: false,
      stopped: { account_ids: [1, 2] },
    });
    await on.tick();
    expect(await health()).toMatchObject({
      ok: false,
      stopped: { account_ids: [1] },
    });
    await on.clearFaults();
    await on.connect("facebook");
    expect(codesOf(await on.byHand(1))).toEqual([]);
    expect((await collection()).state).toBe("ok");
    expect(await health()).toMatchObject({ ok: true, stopped: null });
    await expectTheTruth();
  });

  test("of Instagram's own login is renewed weekly; a failed renewal keeps the old one", async () => {
    await on.connect("instagram_login");
    await settle(on);
    const sealed = async () =>
      (await on.rows<{ sealed: string }>("select sealed from collections"))[0]?.sealed;
    const first = await sealed();
    await on.fault({ kind: "server_error", path: "/refresh_access_token" });
    await on.pass(DAY);
    expect(codesOf(await on.tick())).toEqual(["refresh_failed"]);
    expect(await sealed()).toBe(first);
    await on.clearFaults();
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).toEqual([]);
    const second = await sealed();
    expect(second).not.toBe(first);
    const [row] = await on.rows<{ expires_at: number }>("select expires_at from collections");
    expect(row?.expires_at).toBeGreaterThan(on.now() + 59 * DAY);
    await on.pass(6 * DAY);
    await on.tick();
    expect(await sealed()).toBe(second);
    await on.pass(DAY);
    await on.tick();
    expect(await sealed()).not.toBe(second);
    await expectTheTruth("instagram");
  });

  test("rotates: two ticks at once renew it once, and the successor is stored before it is used", async () => {
    await on.connect("tiktok");
    await settle(on);
    await on.tick();
    for (let hour = 0; hour < 5; hour += 1) {
      await on.pass(HOUR);
      const runs = await Promise.all([on.tick(), on.tick()]);
      expect(runs.filter((run) => run !== null).flatMap(codesOf)).toEqual([]);
    }
    // the answer after the renewal is lost: the renewed token is there all the same
    await on.fault({ kind: "server_error", door: "tiktok", path: "/v2/user/info" });
    await on.pass(3 * HOUR);
    expect(codesOf(await on.tick())).toEqual(["http_error"]);
    await on.clearFaults();
    await on.pass(TICK);
    expect(codesOf(await on.tick())).toEqual([]);
  });
});

describe("a renewal whose answer never comes", () => {
  test("of a token that rotates: said, and nothing stored is lost", async () => {
    await on.connect("tiktok");
    await on.connect("facebook", "branch");
    await settle(on);
    await loseTicks(on);
    await on.tick();
    const before = await on.rows("select count(*) as posts from posts where account_id = 1");
    await on.fault({ kind: "answer_lost", door: "tiktok", path: "/v2/oauth/token", count: 1 });
    await on.pass(3 * HOUR);
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["http_error"]);
    expect(problemsOf(run, 2)).toEqual([]);
    // TikTok has given the successor to nobody, and the old one works once: only a person can help
    await on.pass(TICK);
    expect(problemsOf(await on.tick(), 1)).toEqual(["token_dead"]);
    expect((await collection()).state).toBe("dead");
    expect(await on.rows("select count(*) as posts from posts where account_id = 1")).toEqual(
      before,
    );
  });

  test("of Instagram's own login: the old one is good, and is renewed the next time", async () => {
    await on.connect("instagram_login");
    await settle(on);
    await on.fault({ kind: "answer_lost", path: "/refresh_access_token", count: 1 });
    await on.pass(2 * DAY);
    expect(codesOf(await on.tick())).toContain("refresh_failed");
    expect((await collection()).state).toBe("ok");
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).toEqual([]);
    await expectTheTruth("instagram");
  });
});

describe("a tick breaks off", () => {
  /** A database whose batches fail from now on, as when a Worker is stopped. */
  const failing = (batches: number): D1Database =>
    ({
      prepare: (sql: string) => on.db.prepare(sql),
      batch: async (statements: D1PreparedStatement[]) => {
        batches -= 1;
        if (batches < 0) throw new Error("the Worker was stopped");
        return await on.db.batch(statements);
      },
    }) as unknown as D1Database;

  test("before anything is stored: nothing is lost, and it is taken up again after its lease", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await on.connect("facebook");
    await expect(on.tick(failing(0))).rejects.toThrow("stopped");
    expect((await collection()).cursor).toBe("");
    await on.pass(TICK);
    expect(await on.tick()).toBeNull();
    await on.pass(TICK);
    const run = await on.tick();
    expect(codesOf(run)).toContain("crashed");
    expect(run?.readings).toBeGreaterThan(5);
    expect(await on.rows("select id from runs where finished_at is null")).toEqual([]);
    await settle(on);
    await on.tick();
    await expectTheTruth();
  });

  test("after a page is stored and before that is noted: nothing is doubled", async () => {
    await on.connect("facebook");
    await expect(on.tick(failing(1))).rejects.toThrow("stopped");
    const stored = await on.rows("select id from posts");
    expect(stored.length).toBeGreaterThan(3);
    await on.pass(2 * TICK);
    await settle(on);
    await on.tick();
    await expectTheTruth();
  });
});

describe("the world changes", () => {
  test("a page with zero posts", async () => {
    await twoPages();
    await on.fault({ kind: "empty_page", account: PAGE, path: "published_posts" });
    const run = await on.tick();
    expect(codesOf(run)).toEqual([]);
    await on.clearFaults();
    await on.pass(HOUR);
    await on.tick();
    await expectTheTruth();
  });

  test("a metric is retired in mid-flight: it alone is missing, and it is not asked again", async () => {
    await twoPages();
    await on.fault({ kind: "metric_retired", metric: "post_clicks" });
    const run = await on.tick();
    expect(run?.problems).toContainEqual({
      account_id: 1,
      code: "metric_retired",
      detail: "post/post_clicks",
    });
    const [row] = await on.rows<{ reach: number; views: number }>(
      `select reach, views from posts where account_id = 1 and read_at = ${on.now()} and format = 'image' limit 1`,
    );
    expect(row?.reach).toBeGreaterThan(0);
    expect(row?.views).toBeGreaterThan(0);
    await on.calls();
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).not.toContain("metric_retired");
    const { calls } = await on.calls();
    expect(calls.filter(({ status }) => status >= 400)).toEqual([]);
  });

  test("a permission is taken away: the rest is stored, and the reason is said", async () => {
    await twoPages();
    await on.fault({ kind: "scope_missing", scope: "pages_read_user_content", account: PAGE });
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["permission_missing"]);
    expect(await collection()).toMatchObject({ state: "ok", last_success_at: on.now() });
    await on.clearFaults();
    await on.pass(HOUR);
    await on.tick();
    await expectTheTruth();
  });

  test("counts fall: the newest is the truth", async () => {
    await twoPages();
    await on.tick();
    await on.happen({ kind: "counts_fall", account: PAGE, times: 0.5 });
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).toEqual([]);
    await expectTheTruth();
  });

  test("an account is renamed: it is the same account", async () => {
    await twoPages();
    await on.happen({ kind: "renamed", account: PAGE, handle: "perpustakaan.baru" });
    expect(codesOf(await on.tick())).toEqual([]);
    expect(await on.rows("select handle from accounts where id = 1")).toEqual([
      { handle: "perpustakaan.baru" },
    ]);
    expect(await on.rows("select id from accounts")).toHaveLength(2);
    await expectTheTruth();
  });

  test("renamed to the name of another account here: stored under the old one, and said", async () => {
    await twoPages();
    const [other] = await on.rows<{ handle: string }>("select handle from accounts where id = 2");
    await on.happen({ kind: "renamed", account: PAGE, handle: other?.handle ?? "" });
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["renamed_conflict"]);
    expect(problemsOf(run, 2)).toEqual([]);
    await expectTheTruth();
  });

  test("a post is deleted: marked as gone, with its last figures", async () => {
    await twoPages();
    await on.tick();
    const [post] = await on.rows<{ external_id: string; likes: number }>(
      "select external_id, likes from posts where account_id = 1 and format != 'story' order by published_at desc limit 1",
    );
    await on.happen({ kind: "post_deleted", post: post?.external_id ?? "" });
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).toEqual([]);
    expect(
      await on.rows(
        `select external_id, likes, removed_at from posts where removed_at is not null`,
      ),
    ).toEqual([{ ...post, removed_at: on.now() }]);
    await on.pass(HOUR);
    await on.tick();
    await expectTheTruth();
  });

  test("a batch with a null in it: that part is asked again at once", async () => {
    await twoPages();
    await on.fault({ kind: "batch_null", index: 1, count: 1, account: PAGE });
    expect(codesOf(await on.tick())).toEqual([]);
    await expectTheTruth();
  });

  test("a page that is too much at once is asked for in halves", async () => {
    await on.connect("facebook");
    await on.fault({ kind: "too_much_data", limit: 6 });
    const run = await on.tick();
    expect(codesOf(run)).not.toContain("http_error");
    await on.clearFaults();
    await settle(on);
    await on.tick();
    await expectTheTruth();
  });

  const lost = [
    ["(#100) Invalid parameter: after", 100],
    ["(#2642) Invalid cursors values", 2642],
  ] as const;
  for (const [message, code] of lost) {
    test(`the place in the back-fill is lost, ${message}: the rest is collected, and the list is begun again`, async () => {
      const small = { kind: "too_much_data", limit: 1, path: "published_posts" };
      await on.connect("facebook");
      await on.fault(small);
      await on.tick();
      expect(JSON.parse((await collection()).cursor ?? "").after).not.toBeNull();
      await on.clearFaults();
      await on.fault({ kind: "graph_error", code, message, path: "after=" });
      await on.fault(small);
      // so that the young posts are due
      await on.pass(HOUR);
      expect(codesOf(await on.tick())).toEqual(["begun_again"]);
      expect(await collection()).toMatchObject({ state: "ok", last_success_at: on.now() });
      const read = await on.rows(`select id from posts where read_at = ${on.now()}`);
      expect(read.length).toBeGreaterThan(0);
      await on.clearFaults();
      await on.fault(small);
      await on.pass(TICK);
      expect(codesOf(await on.tick())).toEqual([]);
      await settle(on);
      await on.tick();
      await expectTheTruth();
    });
  }

  test("the place is lost on the way back to what is known: nothing between is left out", async () => {
    const small = { kind: "too_much_data", limit: 1, path: "published_posts" };
    await on.connect("facebook");
    await settle(on);
    await on.fault(small);
    await on.pass(12 * DAY);
    await on.tick();
    const fill = JSON.parse((await collection()).cursor ?? "");
    expect(fill).toMatchObject({ gap: true });
    await on.pass(TICK);
    await on.tick();
    await on.clearFaults();
    await on.fault({ kind: "graph_error", code: 100, path: "after=" });
    await on.fault(small);
    await on.pass(TICK);
    expect(codesOf(await on.tick())).toEqual(["begun_again"]);
    await on.clearFaults();
    await on.fault(small);
    await settle(on);
    await on.tick();
    await expectTheTruth();
  });

  test("another version is served: collected, and said", async () => {
    await twoPages();
    await on.fault({ kind: "version_served", version: "v21.0", account: PAGE });
    const run = await on.tick();
    expect(run?.problems).toEqual([{ account_id: 1, code: "other_version", detail: "v21.0" }]);
    expect((await collection()).last_success_at).toBe(on.now());
  });

  test("X is out of credits: it pauses, and goes on when there are some", async () => {
    await on.connect("x");
    await on.connect("facebook", "branch");
    await settle(on);
    await loseTicks(on);
    await on.fault({ kind: "no_credits", door: "x" });
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["credits_depleted"]);
    expect(problemsOf(run, 2)).toEqual([]);
    expect(await collection()).toMatchObject({
      state: "paused",
      next_due_at: on.now() + 6 * HOUR,
    });
    await on.clearFaults();
    await on.pass(6 * HOUR);
    await loseTicks(on);
    expect(codesOf(await on.tick())).toEqual([]);
    expect((await collection()).state).toBe("ok");
  });

  test("X reaches the month's ceiling: it pauses and asks nothing, until the ceiling is raised", async () => {
    await on.connect("x");
    await on.connect("facebook", "branch");
    await settle(on);
    await loseTicks(on);
    const ceiling = (usd: number) =>
      on.db.prepare("update library set x_ceiling_usd = ?1").bind(usd).run();
    await ceiling(0);
    await on.calls();
    const run = await on.tick();
    expect(problemsOf(run, 1)).toEqual(["ceiling_reached"]);
    expect(problemsOf(run, 2)).toEqual([]);
    expect(await collection()).toMatchObject({
      state: "paused",
      next_due_at: on.now() + 6 * HOUR,
    });
    const [spent] = await on.rows<{ micros: number }>("select micros from x_spend");
    expect(spent?.micros).toBeGreaterThan(0);
    // a pause that was asked for is no standstill
    expect(await health()).toMatchObject({ ok: true });
    await ceiling(5);
    await on.pass(6 * HOUR);
    await loseTicks(on);
    expect(codesOf(await on.tick())).toEqual([]);
    expect((await collection()).state).toBe("ok");
  });

  test("X alone, and paused: a cron that stops meanwhile is noticed", async () => {
    await on.connect("x");
    await settle(on);
    await on.fault({ kind: "no_credits", door: "x", path: "/2/users" });
    for (let hours = 0; hours < 24; hours += 6) {
      expect(codesOf(await on.tick())).toEqual(["credits_depleted"]);
      await on.pass(6 * HOUR);
      expect(await health()).toMatchObject({ ok: true });
    }
    await on.pass(3 * HOUR);
    expect(await health()).toMatchObject({ ok: false, stopped: { account_ids: [1] } });
  });

  test("the clock jumps a day: one reading, nothing made up", async () => {
    await twoPages();
    await on.tick();
    await on.pass(DAY);
    expect(await health()).toMatchObject({ ok: false });
    expect(codesOf(await on.tick())).toEqual([]);
    await expectTheTruth();
    expect(await health()).toMatchObject({ ok: true, last_collected_at: on.now() });
  });
});

describe("the key", () => {
  test("another one: nothing is opened, nothing is overwritten, and it is said", async () => {
    await twoPages();
    const old = on.env.CREDENTIALS_KEY;
    on.env.CREDENTIALS_KEY = btoa("another key of thirty-two bytes!");
    expect(codesOf(await on.tick())).toEqual(["no_key", "no_key"]);
    expect((await on.calls()).requests).toBe(0);
    on.env.CREDENTIALS_KEY = old;
    await on.pass(HOUR);
    expect(codesOf(await on.tick())).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectTick } from "../../../functions/jobs/collecting/collect-tick.ts";
import { unsealKept } from "../../../functions/jobs/collecting/sealed-credentials.ts";
import type { Kept, TikTokCredentials } from "../../../functions/model/credentials.ts";
import type { Figures } from "../../../functions/model/metric.ts";
import { openSealKey } from "../../../functions/model/seal.ts";
import { ACCOUNT_IDS, BROKEN_TOKENS, CREDENTIALS } from "../../platforms/credentials.ts";
import { DAY, HOUR, openRoom, type ReadPost, type Room } from "./room.ts";

const BEGAN = Date.parse("2026-11-24T03:00:00Z") / 1000;
const ID = ACCOUNT_IDS.library.tiktok;
const { tiktok: DISPLAY, tiktok_business: BUSINESS } = CREDENTIALS.library;

let room: Room;
beforeAll(async () => {
  room = await openRoom(BEGAN, 120);
});
afterAll(() => room.close());
beforeEach(() => room.reset());

type StoredPost = ReadPost & Figures & { removed_at: number | null };
const stored = () =>
  room.rows<StoredPost>(
    `select external_id, read_at, format, likes, comments, shares, saves, reach, views, clicks, watch_seconds, removed_at
     from posts order by published_at desc`,
  );

/**
 * Every video that TikTok shows is stored, each with what TikTok showed of it when it was last read.
 * @param unknown what it does not tell
 */
async function expectAllAsShown(unknown: Partial<Figures>, business = false) {
  const have = await stored();
  const told = await room.shownWhenRead(ID, have, business ? "&business=true" : "");
  expect(have).toEqual(
    told.map((post, index) => ({
      external_id: post?.external_id,
      read_at: have[index]?.read_at,
      format: post?.format,
      likes: post?.likes,
      comments: post?.comments,
      shares: post?.shares,
      saves: post?.saves,
      reach: post?.reach,
      views: post?.views,
      clicks: null,
      watch_seconds: post?.watch_seconds,
      removed_at: null,
      ...unknown,
      ...(business && have[index]?.reach === null ? IDLE : {}),
    })),
  );
  const shown = (await room.truth(ID)).posts.filter((post) => post.removed_at === null);
  expect(have.map((post) => post.external_id)).toEqual(shown.map((post) => post.external_id));
}

const UNTOLD = { saves: null, reach: null, watch_seconds: null };
/** Of a video that nobody saw for a week TikTok leaves these out. */
const IDLE = { reach: null, watch_seconds: null };

const keptOf = async (): Promise<Kept<TikTokCredentials>> => {
  const key = await openSealKey(room.env.CREDENTIALS_KEY);
  const { account_id, sealed } = await room.standing(ID);
  const kept = key && (await unsealKept(key, account_id, sealed));
  if (!kept) throw new Error("cannot be opened");
  return kept as Kept<TikTokCredentials>;
};
const pathsOf = async () =>
  (await room.calls()).calls.map(({ status, path }) => `${status} ${path}`);

/** First contact and back-fill: twenty videos a tick. */
const fillUp = async () => {
  await room.tick();
  while ((await room.standing(ID)).cursor !== null) await room.tickAfter(900);
};

describe("TikTok's Display API", () => {
  test("stores what it shows, and nothing that it does not", async () => {
    const { account, missing } = await room.connect("tiktok", DISPLAY);
    expect(missing).toEqual([]);
    expect(account).toMatchObject({ external_id: ID, handle: "perpustakaan.pasuruan" });
    await room.tick();
    expect((await stored()).length).toBe(20);
    expect((await room.standing(ID)).cursor).toMatch(/^\d{13}$/);
    await fillUp();
    await expectAllAsShown(UNTOLD);
    const { handle, followers } = await room.truth(ID);
    expect(await room.rows("select handle, followers from accounts")).toEqual([
      { handle, followers },
    ]);
    expect(await room.rows("select * from comments")).toEqual([]);
    const { refusals } = await room.standing(ID);
    expect(refusals).toContainEqual({
      what: "posts/saves",
      reason: "needs_business_api",
      at: BEGAN,
    });
  });

  test("ten hours of ticks end with TikTok's own figures", async () => {
    await room.connect("tiktok", DISPLAY);
    await fillUp();
    for (let hour = 0; hour < 10; hour++) await room.tickAfter(HOUR);
    await expectAllAsShown(UNTOLD);
    expect((await stored()).filter(({ read_at }) => read_at === room.now()).length).toBeGreaterThan(
      0,
    );
  });

  test("the refresh token changes with every refresh, and lives as long as TikTok says", async () => {
    await room.connect("tiktok", DISPLAY);
    const first = await keptOf();
    expect(first.expires_at).toBe(BEGAN + 180 * DAY);
    expect(first.access?.expires_at).toBe(BEGAN + 7200);
    await room.tickAfter(HOUR);
    expect(await keptOf()).toEqual(first);
    await room.tickAfter(HOUR);
    const second = await keptOf();
    expect(second.given.refresh_token).not.toBe(first.given.refresh_token);
    expect(second.expires_at).toBe(BEGAN + 2 * HOUR + 180 * DAY);
    expect((await room.standing(ID)).expires_at).toBe(second.expires_at);
    for (let hour = 0; hour < 6; hour++) {
      expect((await room.tickAfter(HOUR))?.problems).toEqual([]);
    }
  });

  test("two ticks at once refresh once", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.wait(3 * HOUR);
    await room.forgetCalls();
    const tick = () => collectTick(room.db, room.env, { now: room.now() });
    const runs = await Promise.all([tick(), tick()]);
    expect(runs.filter((run) => run !== null)).toHaveLength(1);
    expect((await pathsOf()).filter((path) => path.includes("oauth"))).toHaveLength(1);
    expect((await room.tickAfter(3 * HOUR))?.problems).toEqual([]);
  });

  test("a crash after the refresh was saved loses nothing", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.wait(3 * HOUR);
    // everything after the refresh is lost with the tick: the row of the run is never ended
    await room.fault({
      door: "tiktok",
      kind: "hanging",
      path: "/v2/user/info",
      count: 1,
      ms: 3000,
    });
    const broken = { ...room.db, batch: () => Promise.reject(new Error("the isolate was ended")) };
    const db = Object.assign(Object.create(room.db), {
      prepare: room.db.prepare.bind(room.db),
      batch: broken.batch,
    }) as D1Database;
    await expect(collectTick(db, room.env, { now: room.now(), timeoutMs: 200 })).rejects.toThrow(
      "the isolate was ended",
    );
    const run = await room.tickAfter(2 * HOUR);
    expect(run?.problems).toEqual([{ account_id: null, code: "crashed", detail: null }]);
    expect((await stored()).length).toBe(20);
  });

  test("an answer to a refresh that never came loses the account, and says so", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ door: "tiktok", kind: "answer_lost", path: "oauth", count: 1 });
    const lost = await room.tickAfter(3 * HOUR);
    expect(lost?.problems).toMatchObject([{ code: "http_error" }]);
    const next = await room.tickAfter(900);
    expect(next?.problems).toEqual([
      { account_id: 1, code: "token_dead", detail: "invalid_grant" },
    ]);
    expect(await room.standing(ID)).toMatchObject({ state: "dead" });
  });

  test.each([
    ["Display API", "tiktok", DISPLAY, "invalid_client"],
    ["Business API", "tiktok-business", BUSINESS, "40002: client_id or client_secret is incorrect"],
  ] as const)(
    "%s: a secret that was changed is said, and the token is kept",
    async (_name, door, credentials, detail) => {
      await room.connect("tiktok", credentials);
      const before = await keptOf();
      await room.fault({ door, kind: "app_refused" });
      const run = await room.tickAfter(2 * DAY);
      expect(run?.problems).toEqual([{ account_id: 1, code: "app_refused", detail }]);
      expect(await room.standing(ID)).toMatchObject({ state: "dead" });
      expect(await keptOf()).toEqual(before);
      await room.noFaults();
      expect((await room.tickAfter(DAY))?.problems).toEqual([]);
      expect(await room.standing(ID)).toMatchObject({ state: "ok" });
    },
  );

  test("a refresh that fails for now keeps the stored token", async () => {
    await room.connect("tiktok", DISPLAY);
    const before = await keptOf();
    await room.fault({ door: "tiktok", kind: "server_error", path: "oauth", count: 1 });
    const run = await room.tickAfter(3 * HOUR);
    expect(run?.problems).toEqual([
      { account_id: 1, code: "refresh_failed", detail: "internal_error" },
    ]);
    expect(await keptOf()).toEqual(before);
    await room.tickAfter(900);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
  });

  test("a dead account stops no other", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.connect("tiktok", CREDENTIALS.branch.tiktok);
    await room.fault({ door: "tiktok", kind: "token_dead", account: ID });
    const run = await room.tickAfter(HOUR);
    expect(run?.problems.map(({ account_id, code }) => [account_id, code])).toEqual([
      [1, "token_dead"],
    ]);
    expect(await room.standing(ACCOUNT_IDS.branch.tiktok)).toMatchObject({ state: "ok" });
    expect(await room.rows("select distinct account_id from posts")).toEqual([{ account_id: 2 }]);
  });

  test("throttled, it waits a minute at least", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ door: "tiktok", kind: "throttled", path: "/video/list", count: 1 });
    await room.tick();
    expect(await room.standing(ID)).toMatchObject({ state: "throttled", next_due_at: BEGAN + 60 });
    await room.tickAfter(900);
    expect((await stored()).length).toBe(20);
  });

  test.each([
    ["HTTP 500", { kind: "server_error" }, "http_error"],
    ["an error in a 200", { kind: "error_in_200" }, "http_error"],
    ["HTML", { kind: "html" }, "http_error"],
    ["half an answer", { kind: "truncated" }, "truncated"],
  ])("%s costs one visit", async (_name, fault, code) => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ door: "tiktok", path: "/video/list", count: 1, ...fault });
    const run = await room.tick();
    expect(run?.problems.map((problem) => problem.code)).toEqual([code]);
    await room.tickAfter(900);
    await fillUp();
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
    await expectAllAsShown(UNTOLD);
  });

  test("an empty page in the middle is not the end", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ door: "tiktok", path: "/video/list", kind: "empty_page", count: 1 });
    await room.tick();
    expect(await stored()).toEqual([]);
    await room.noFaults();
    await fillUp();
    await room.tickAfter(HOUR);
    await expectAllAsShown(UNTOLD);
  });

  test("a video that is asked for and does not come is gone; one that is not asked for stays", async () => {
    await room.connect("tiktok", DISPLAY);
    await fillUp();
    const [newest, , third] = (await room.truth(ID)).posts;
    await room.fault({ kind: "post_deleted", post: newest?.external_id });
    await room.fault({ kind: "post_deleted", post: third?.external_id });
    await room.tickAfter(7 * HOUR);
    const gone = (await stored()).filter((post) => post.removed_at !== null);
    const due = [newest, third].filter((post) => room.now() - (post?.published_at ?? 0) < 7 * DAY);
    expect(due.length).toBeGreaterThan(0);
    expect(gone.map((post) => post.external_id)).toEqual(due.map((post) => post?.external_id));
  });

  test("a field that TikTok takes away is left out, and the rest goes on", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ door: "tiktok", kind: "metric_retired", metric: "share_count" });
    const run = await room.tick();
    expect(run?.problems).toEqual([
      { account_id: 1, code: "metric_retired", detail: "share_count" },
    ]);
    await fillUp();
    await expectAllAsShown({ ...UNTOLD, shares: null });
    expect((await room.tickAfter(HOUR))?.problems).toEqual([]);
  });

  test("without the permission to list videos the followers still come", async () => {
    const { missing } = await room.connect("tiktok", {
      ...DISPLAY,
      refresh_token: BROKEN_TOKENS.tiktok_without_videos,
    });
    expect(missing).toEqual([
      {
        scope: "video.list",
        message: "the token lacks the permission video.list: the account's posts cannot be read",
      },
    ]);
    const run = await room.tick();
    expect(run?.problems).toEqual([
      { account_id: 1, code: "permission_missing", detail: "video.list" },
    ]);
    const { followers } = await room.truth(ID);
    expect(await room.rows("select followers from accounts")).toEqual([{ followers }]);
  });

  test("renamed, it stays the same account", async () => {
    await room.connect("tiktok", DISPLAY);
    await room.fault({ kind: "renamed", account: ID, handle: "perpuskota" });
    await room.tick();
    expect(await room.rows("select handle, external_id from accounts")).toEqual([
      { handle: "perpuskota", external_id: ID },
    ]);
  });

  test.each([
    ["a token that nobody knows", { ...DISPLAY, refresh_token: "unknown" }, null, "invalid_grant"],
    [
      "another secret",
      { ...DISPLAY, client_secret: "other" },
      null,
      "the app's key or secret is wrong",
    ],
    [
      "another secret (Business API)",
      { ...BUSINESS, secret: "other" },
      null,
      "the app's key or secret is wrong",
    ],
    ["another account's token", DISPLAY, "7100", "perpustakaan.pasuruan"],
    ["the other product's token", { ...BUSINESS, refresh_token: "rft" }, null, "40105"],
  ])("connecting with %s stores nothing and says why", async (_name, credentials, id, detail) => {
    await expect(room.connect("tiktok", credentials, id)).rejects.toMatchObject({
      code: "invalid",
      problems: [{ path: "credentials", message: expect.stringContaining(detail) }],
    });
    expect(await room.rows("select id from accounts")).toEqual([]);
  });
});

describe("TikTok's Business API", () => {
  test("stores what it tells beyond the Display API", async () => {
    const { account, missing } = await room.connect("tiktok", BUSINESS);
    expect(missing).toEqual([]);
    expect(account).toMatchObject({ external_id: ID, handle: "perpustakaan.pasuruan" });
    await fillUp();
    await expectAllAsShown({}, true);
    expect((await stored()).filter(({ reach }) => reach !== null).length).toBeGreaterThan(2);
    const { refusals } = await room.standing(ID);
    expect(refusals.map(({ what }) => what)).toEqual(["posts/clicks", "stories", "lives"]);
  });

  test("its days, sixty at first and then what comes", async () => {
    await room.connect("tiktok", BUSINESS);
    await room.tick();
    const days = () =>
      room.rows<{ date: string }>(
        `select date, time_zone, reach, views, profile_views, followers_gained, followers_lost
         from day_readings order by date`,
      );
    const told = (await room.truth(ID, "&business=true&days=70")).days;
    const first = await days();
    expect(first).toEqual(told.filter(({ date }) => date >= (first[0]?.date ?? "")));
    // sixty end with yesterday, whose figures are not there yet
    expect(first).toHaveLength(59);
    await room.tickAfter(DAY);
    await room.tickAfter(9 * DAY);
    const later = (await room.truth(ID, "&business=true&days=70")).days;
    expect(await days()).toEqual(later.filter(({ date }) => date >= (first[0]?.date ?? "")));
  });

  test("comments and answers, each once", async () => {
    await room.connect("tiktok", BUSINESS);
    await fillUp();
    for (let hour = 0; hour < 10; hour++) await room.tickAfter(HOUR);
    const said = (await room.truth(ID, "&business=true")).posts
      .flatMap((post) => post.comments_listed)
      .map((comment) => ({
        ...comment,
        ours: Number(comment.ours),
        // of its own comments nobody asks whether they ask
        asks: comment.ours ? null : Number(comment.asks),
      }));
    const known = await room.rows<{ external_id: string; ours: number }>(
      `select c.external_id, p.external_id as post, c.at, c.ours, c.reply_to, c.asks
       from comments c join posts p on p.id = c.post_id`,
    );
    expect(known.filter(({ ours }) => ours === 1).length).toBeGreaterThan(5);
    const byId = new Map(said.map((comment) => [comment.external_id, comment]));
    for (const comment of known) expect(comment).toEqual(byId.get(comment.external_id));
    // what is said after a video was last read comes with its next reading; videos over 90 days old are not asked
    const read = new Set(known.map((comment) => comment.external_id));
    const unread = said.filter(({ external_id, post, at }) => {
      const followed = Number(BigInt(post) >> 32n) > BEGAN - 89 * DAY;
      return followed && at <= BEGAN && !read.has(external_id);
    });
    expect(unread).toEqual([]);
  });

  /** Under the newest video: what TikTok shows, and what is stored. */
  const said = async () => {
    const [newest] = (await room.truth(ID, "&business=true")).posts;
    const shown = newest?.comments_listed.map(({ external_id }) => external_id) ?? [];
    const known = await room.rows<{ external_id: string }>(
      `select c.external_id from comments c join posts p on p.id = c.post_id
       where p.external_id = ?1 order by c.at`,
      newest?.external_id,
    );
    return { shown, known: known.map(({ external_id }) => external_id), video: newest };
  };
  const discuss = async (comments: number, answers: number) =>
    room.fault({
      kind: "discussed",
      post: (await said()).video?.external_id,
      comments,
      answers,
    });
  const PARTLY = [{ account_id: 1, code: "partial", detail: "comments" }];
  const commentCalls = async () => {
    const { calls } = await room.calls("?path=/comment/");
    await room.forgetCalls();
    return calls.map(({ path, query }) => `${path.split("/comment/")[1]} ${query.cursor}`);
  };

  describe("many comments on a video", () => {
    beforeEach(async () => {
      await room.connect("tiktok", BUSINESS);
      await fillUp();
      await room.forgetCalls();
    });

    test("few comments with few answers cost a call", async () => {
      await discuss(20, 10);
      expect((await room.tickAfter(HOUR))?.problems).toEqual([]);
      expect(await commentCalls()).toEqual(["list 0"]);
      expect((await room.standing(ID)).memory).not.toHaveProperty("unread");
    });

    test("what one visit does not get through is said, and the next goes on there", async () => {
      await discuss(170, 20);
      expect((await room.tickAfter(HOUR))?.problems).toEqual(PARTLY);
      expect(await commentCalls()).toEqual(["list 0", "list 30", "list 60", "list 90"]);
      expect((await room.tickAfter(900))?.problems).toEqual([]);
      expect((await commentCalls())[0]).toBe("list 120");
      const { shown, known } = await said();
      expect(known.length).toBeGreaterThan(185);
      expect(known).toEqual(shown);
      expect((await room.standing(ID)).memory).not.toHaveProperty("unread");
    });

    test("more come meanwhile: none is left out", async () => {
      await discuss(200, 0);
      await room.tickAfter(HOUR);
      await room.wait(600);
      await discuss(40, 5);
      await room.tickAfter(300);
      await room.tickAfter(900);
      await room.tickAfter(HOUR);
      const { shown, known } = await said();
      expect(known).toEqual(shown);
      expect(known.length).toBeGreaterThan(240);
    });

    test("a video that was read to its end is not read so deep again", async () => {
      await discuss(200, 0);
      await room.tickAfter(HOUR);
      await room.tickAfter(900);
      await room.wait(HOUR);
      await discuss(1, 0);
      await room.forgetCalls();
      await room.tickAfter(HOUR);
      await room.tickAfter(HOUR);
      expect(await commentCalls()).toHaveLength(4);
    });

    test("the answers to one comment are read page by page, and over several visits", async () => {
      await discuss(1, 150);
      expect((await room.tickAfter(HOUR))?.problems).toEqual(PARTLY);
      expect(await commentCalls()).toEqual([
        "list 0",
        "reply/list 0",
        "reply/list 30",
        "reply/list 60",
        "reply/list 90",
      ]);
      expect((await room.tickAfter(900))?.problems).toEqual([]);
      expect(await commentCalls()).toEqual(["reply/list 120"]);
      const { shown, known } = await said();
      expect(known).toEqual(shown);
    });

    test("throttled in the middle, it goes on from there", async () => {
      await discuss(100, 0);
      await room.fault({
        door: "tiktok-business",
        kind: "throttled",
        path: "/comment/list",
        after: 2,
      });
      expect((await room.tickAfter(HOUR))?.problems).toMatchObject([{ code: "throttled" }]);
      await room.noFaults();
      await room.forgetCalls();
      expect((await room.tickAfter(900))?.problems).toEqual([]);
      expect((await commentCalls())[0]).toBe("list 60");
      const { shown, known } = await said();
      expect(known).toEqual(shown);
    });

    test("a video that is deleted meanwhile holds up nothing", async () => {
      await discuss(200, 0);
      await room.tickAfter(HOUR);
      const { video } = await said();
      await room.fault({ kind: "post_deleted", post: video?.external_id });
      expect((await room.tickAfter(900))?.problems).toEqual([
        {
          account_id: 1,
          code: "http_error",
          detail: "/business/comment/list/: video_id: Invalid value",
        },
      ]);
      expect((await room.tickAfter(HOUR))?.problems).toEqual([]);
      expect((await room.standing(ID)).memory).not.toHaveProperty("unread");
    });
  });

  test("a field is taken away and not named: it is found, left out and remembered", async () => {
    await room.connect("tiktok", BUSINESS);
    await room.fault({ door: "tiktok-business", kind: "metric_retired", metric: "favorites" });
    const run = await room.tick();
    expect(run?.problems).toEqual([{ account_id: 1, code: "metric_retired", detail: "favorites" }]);
    await fillUp();
    await expectAllAsShown({ saves: null }, true);
    expect((await room.tickAfter(HOUR))?.problems).toEqual([]);
  });

  test("without insights and comments the rest comes", async () => {
    const { missing } = await room.connect("tiktok", {
      ...BUSINESS,
      refresh_token: BROKEN_TOKENS.tiktok_business_without_insights,
    });
    expect(missing.map(({ scope }) => scope)).toEqual(["video.insights", "comment.list"]);
    await fillUp();
    await expectAllAsShown(UNTOLD, true);
    expect(await room.rows("select * from comments")).toEqual([]);
  });

  test.each([
    ["throttled (40100)", { kind: "throttled" }, "throttled", "throttled"],
    ["an error in a 200", { kind: "error_in_200" }, "http_error", "ok"],
    ["HTTP 500", { kind: "server_error" }, "http_error", "ok"],
  ])("%s costs one visit", async (_name, fault, code, state) => {
    await room.connect("tiktok", BUSINESS);
    await room.fault({ door: "tiktok-business", path: "/business/get", count: 1, ...fault });
    const run = await room.tick();
    expect(run?.problems.map((problem) => problem.code)).toEqual([code]);
    expect(await room.standing(ID)).toMatchObject({ state });
    await room.tickAfter(900);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
  });

  test("a token that is refused (40105) is renewed once; dead, it stops and says so", async () => {
    await room.connect("tiktok", BUSINESS);
    await room.fault({ door: "tiktok-business", kind: "token_dead", path: "/business", count: 1 });
    expect((await room.tick())?.problems).toEqual([]);
    await room.noFaults();
    await room.fault({ door: "tiktok-business", kind: "token_dead" });
    const run = await room.tickAfter(HOUR);
    expect(run?.problems).toMatchObject([{ code: "token_dead" }]);
    expect(await room.standing(ID)).toMatchObject({ state: "dead" });
    expect((await stored()).length).toBeGreaterThan(0);
  });
});

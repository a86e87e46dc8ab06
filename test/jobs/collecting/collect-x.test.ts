import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectTick } from "../../../functions/jobs/collecting/collect-tick.ts";
import { ACCOUNT_IDS, BROKEN_TOKENS, CREDENTIALS } from "../../platforms/credentials.ts";
import { DAY, HOUR, openRoom, type ReadPost, type Room } from "./room.ts";

const BEGAN = Date.parse("2026-11-24T03:00:00Z") / 1000;
const ID = ACCOUNT_IDS.library.x;
const { x: OWN, x_app: APP } = CREDENTIALS.library;

let room: Room;
beforeAll(async () => {
  room = await openRoom(BEGAN, 60);
});
afterAll(() => room.close());
beforeEach(() => room.reset());

type StoredPost = ReadPost & { removed_at: number | null };
const stored = () =>
  room.rows<StoredPost>(
    `select external_id, read_at, format, likes, comments, shares, saves, reach, views, removed_at
     from posts order by published_at desc, id`,
  );

/** Every post that X shows is stored, each with what X showed of it when it was last read. */
async function expectAllAsShown() {
  const have = await stored();
  const told = await room.shownWhenRead(ID, have);
  expect(have).toEqual(
    told.map((post, index) => ({
      external_id: post?.external_id,
      read_at: have[index]?.read_at,
      // X does not tell a set of pictures from one
      format: post?.format === "carousel" ? "image" : post?.format,
      likes: post?.likes,
      comments: post?.comments,
      shares: post?.shares,
      saves: post?.saves,
      reach: null,
      views: post?.views,
      removed_at: null,
    })),
  );
  const shown = (await room.truth(ID)).posts.filter((post) => post.removed_at === null);
  expect(have.map((post) => post.external_id)).toEqual(shown.map((post) => post.external_id));
}

const spent = async () =>
  (await room.rows<{ micros: number }>("select coalesce(sum(micros), 0) as micros from x_spend"))[0]
    ?.micros;
const pathsOf = async () =>
  (await room.calls()).calls.map(({ status, path }) => `${status} ${path}`);

describe("X", () => {
  test("the first visit stores what X shows, and counts what it took for it", async () => {
    const connected = await room.connect("x", OWN);
    expect(connected.missing).toEqual([]);
    expect(connected.account).toMatchObject({ external_id: ID, handle: "perpus_pasuruan" });
    const run = await room.tick();
    expect(run).toMatchObject({ calls: 4, problems: [] });
    const truth = await room.truth(ID);
    expect(truth.posts.length).toBeGreaterThan(20);
    await expectAllAsShown();
    expect(await room.rows("select handle, followers from accounts")).toEqual([
      { handle: truth.handle, followers: truth.followers },
    ]);
    const { cost_usd } = await room.calls();
    expect(await spent()).toBe(Math.round(cost_usd * 1e6));
    expect(await room.standing(ID)).toMatchObject({ state: "ok", cursor: null, problem: null });
  });

  test("clicks come from a query of their own, of posts with a link", async () => {
    await room.connect("x", OWN);
    await room.tick();
    const links = await room.rows<{ likes: number; clicks: number | null }>(
      "select likes, clicks from posts where format = 'link' and published_at > ?1",
      BEGAN - 29 * DAY,
    );
    expect(links.length).toBeGreaterThan(0);
    // the fake's own rule
    for (const { likes, clicks } of links) expect(clicks).toBe(Math.floor(likes * 1.5));
    const { calls } = await room.calls("?path=/tweets");
    const asked = calls.map(({ query }) => query["tweet.fields"]?.split(",") ?? []);
    const withPrivate = asked.filter((fields) => fields.includes("non_public_metrics"));
    expect(withPrivate).toEqual([["id", "created_at", "non_public_metrics"]]);
  });

  /** The search reaches seven days back: of posts that old everything said is known. */
  const SEARCHED = BEGAN - 6 * DAY;
  const commentsStored = () =>
    room.rows(
      `select c.external_id, p.external_id as post, c.at, c.ours, c.reply_to, c.asks
       from comments c join posts p on p.id = c.post_id where p.published_at > ?1 order by c.external_id`,
      SEARCHED,
    );
  const commentsShown = async () => {
    const posts = (await room.truth(ID)).posts.filter(
      ({ published_at }) => published_at > SEARCHED,
    );
    const comments = posts.flatMap((post) => post.comments_listed);
    expect(comments.some(({ ours }) => ours)).toBe(true);
    expect(comments.some(({ ours }) => !ours)).toBe(true);
    return comments
      .map((comment) => ({
        ...comment,
        ours: Number(comment.ours),
        asks: comment.ours ? null : Number(comment.asks),
      }))
      .sort((a, b) => (a.external_id < b.external_id ? -1 : 1));
  };

  test("a day of ticks ends with X's own figures, for no more than counted", async () => {
    await room.connect("x", OWN);
    for (let hour = 0; hour < 24; hour++) await room.tickAfter(HOUR);
    await expectAllAsShown();
    const young = (await stored()).filter(({ read_at }) => read_at === room.now());
    expect(young.length).toBeGreaterThan(0);
    const { cost_usd, requests } = await room.calls();
    const micros = Math.round(cost_usd * 1e6);
    expect(await spent()).toBeGreaterThanOrEqual(micros);
    expect(await spent()).toBeLessThanOrEqual(micros * 1.2);
    expect(requests).toBeLessThan(24 * 5);
    expect(await commentsStored()).toEqual(await commentsShown());
  });

  test("the other vocabulary is found with one refused call, and remembered", async () => {
    await room.reset({ x_vocabulary: "post" });
    await room.connect("x", OWN);
    await room.tick();
    await expectAllAsShown();
    const refused = (paths: string[]) => paths.filter((path) => path.startsWith("400"));
    expect(refused(await pathsOf())).toHaveLength(1);
    await room.tickAfter(HOUR);
    expect(refused(await pathsOf())).toHaveLength(1);
  });

  test("a day costs the same in either vocabulary: what others wrote does not come along", async () => {
    const days = [];
    for (const x_vocabulary of ["tweet", "post"]) {
      await room.reset({ x_vocabulary });
      await room.connect("x", OWN);
      const [newest] = (await room.truth(ID)).posts;
      const post = newest?.external_id;
      await room.fault({ kind: "discussed", post, comments: 6, answers: 6 });
      for (let hour = 0; hour < 24; hour++) await room.tickAfter(HOUR);
      const { cost_usd, requests } = await room.calls();
      const answers = await room.rows("select external_id from comments where ours = 1");
      expect(answers.length).toBeGreaterThan(5);
      days.push({ cost_usd, requests, spent: await spent(), answers });
    }
    const [tweet, post] = days;
    // one call more is the refused one that finds the vocabulary out
    expect(post).toEqual({ ...tweet, requests: (tweet?.requests ?? 0) + 1 });
  });

  test("the app's token reads the same, without clicks, and says why", async () => {
    await room.connect("x", APP, "@perpus_pasuruan");
    await room.tick();
    await expectAllAsShown();
    expect(await room.rows("select id from posts where clicks is not null")).toEqual([]);
    const { refusals } = await room.standing(ID);
    expect(refusals).toContainEqual({ what: "posts/clicks", reason: "needs_own_token", at: BEGAN });
    const { cost_usd } = await room.calls();
    expect(await spent()).toBe(Math.round(cost_usd * 1e6));
  });

  test("a history longer than a page is filled up page by page", async () => {
    await room.reset({ days: 400 });
    await room.connect("x", OWN);
    await room.tick();
    // a hundred of the timeline, of which some are answers to comments
    expect((await stored()).length).toBeLessThan(100);
    expect((await room.standing(ID)).cursor).toMatch(/^\d+$/);
    await room.tickAfter(900);
    await room.tickAfter(900);
    expect((await room.standing(ID)).cursor).toBeNull();
    await expectAllAsShown();
  });

  test("at the ceiling it pauses before it asks, and goes on when there is room", async () => {
    await room.connect("x", OWN);
    // the trial of the connection took a cent; on the next day the profile is paid again
    await room.db.prepare("update library set x_ceiling_usd = 0.024").run();
    await room.wait(DAY);
    await room.forgetCalls();
    const run = await room.tick();
    // the profile for a cent; the least page of a timeline costs half a cent
    expect(await pathsOf()).toEqual(["200 /2/oauth2/token", "200 /2/users/me"]);
    expect(run?.problems).toEqual([{ account_id: 1, code: "ceiling_reached", detail: null }]);
    expect(await room.standing(ID)).toMatchObject({ state: "paused" });
    expect(await spent()).toBe(20_000);
    await room.db.prepare("update library set x_ceiling_usd = 5").run();
    await room.tickAfter(6 * HOUR);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
    await expectAllAsShown();
  });

  test("trying a connection is booked too, and paid once with the day's first visit", async () => {
    await room.connect("x", OWN);
    expect(await spent()).toBe(10_000);
    await room.tick();
    const { cost_usd } = await room.calls();
    expect(await spent()).toBe(Math.round(cost_usd * 1e6));
  });

  test("a trial that is refused after it was paid for is booked", async () => {
    await expect(
      room.connect("x", APP, ID).then(() => room.connect("x", OWN, "perpus_lain")),
    ).rejects.toMatchObject({ problems: [{ code: "wrong_account" }] });
    expect(await spent()).toBe(20_000);
  });

  test("at the ceiling a connection is not even tried", async () => {
    await room.db.prepare("update library set x_ceiling_usd = 0.009").run();
    for (const credentials of [APP, OWN]) {
      await expect(room.connect("x", credentials, ID)).rejects.toMatchObject({
        code: "invalid",
        problems: [{ path: "credentials", code: "ceiling_reached" }],
      });
    }
    expect(await pathsOf()).toEqual([]);
    expect(await room.rows("select id from accounts")).toEqual([]);
    // the refresh token works once, and is not used up
    await room.db.prepare("update library set x_ceiling_usd = 5").run();
    expect((await room.connect("x", OWN, ID)).missing).toEqual([]);
  });

  test("a tick that breaks off after X was read has booked it", async () => {
    await room.connect("x", OWN);
    // what is read is stored in a batch, and so is the run's end
    const broken = Object.assign(Object.create(room.db), {
      prepare: room.db.prepare.bind(room.db),
      batch: () => Promise.reject(new Error("the isolate was ended")),
    }) as D1Database;
    await expect(collectTick(broken, room.env, { now: room.now() })).rejects.toThrow(
      "the isolate was ended",
    );
    const { cost_usd } = await room.calls();
    expect(cost_usd).toBeGreaterThan(0.02);
    expect(await spent()).toBe(Math.round(cost_usd * 1e6));
  });

  test("out of credit it pauses and says so, and recovers", async () => {
    await room.connect("x", OWN);
    await room.fault({ door: "x", kind: "no_credits" });
    const run = await room.tick();
    expect(run?.problems).toEqual([
      { account_id: 1, code: "credits_depleted", detail: "/2/users/me: CreditsDepleted" },
    ]);
    expect(await room.standing(ID)).toMatchObject({ state: "paused", last_success_at: null });
    await room.noFaults();
    await room.tickAfter(6 * HOUR);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
    await expectAllAsShown();
  });

  test.each([
    ["when X says", 40, 40 * 60],
    ["five minutes when it does not", null, 300],
  ])("throttled, it waits: %s", async (_name, regain_minutes, seconds) => {
    await room.connect("x", OWN);
    await room.fault({ door: "x", kind: "throttled", regain_minutes, path: "/tweets" });
    await room.tick();
    expect(await room.standing(ID)).toMatchObject({
      state: "throttled",
      next_due_at: BEGAN + seconds,
    });
    // what was read before it is kept
    expect(await room.rows("select followers is null as unknown from accounts")).toEqual([
      { unknown: 0 },
    ]);
    await room.noFaults();
    await room.tickAfter(Math.max(seconds, 900));
    await expectAllAsShown();
  });

  test("a token that is refused is renewed once, and the new one is kept", async () => {
    await room.connect("x", OWN);
    await room.tick();
    const before = (await room.standing(ID)).sealed;
    await room.fault({ door: "x", kind: "token_dead", path: "/2/users/me", count: 1 });
    await room.forgetCalls();
    const run = await room.tickAfter(HOUR);
    expect(run?.problems).toEqual([]);
    expect((await pathsOf()).slice(0, 3)).toEqual([
      "401 /2/users/me",
      "200 /2/oauth2/token",
      "200 /2/users/me",
    ]);
    expect((await room.standing(ID)).sealed).not.toBe(before);
    // the refresh token that came back works when the access token has run out
    expect((await room.tickAfter(3 * HOUR))?.problems).toEqual([]);
  });

  test("a refresh token that is refused stops the account and wipes nothing", async () => {
    await room.connect("x", OWN);
    await room.tick();
    const before = await stored();
    await room.fault({ door: "x", kind: "token_dead" });
    await room.wait(3 * HOUR);
    const run = await room.tick();
    expect(run?.problems).toEqual([
      { account_id: 1, code: "token_dead", detail: "invalid_request" },
    ]);
    expect(await room.standing(ID)).toMatchObject({ state: "dead", last_success_at: BEGAN });
    expect(await stored()).toEqual(before);
    await room.noFaults();
    await room.connect("x", APP, ID);
    await room.tickAfter(900);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
  });

  test("a secret that was changed is said, and wipes nothing", async () => {
    await room.connect("x", OWN);
    await room.tick();
    await room.fault({ door: "x", kind: "app_refused" });
    const run = await room.tickAfter(3 * HOUR);
    expect(run?.problems).toEqual([
      { account_id: 1, code: "app_refused", detail: "unauthorized_client" },
    ]);
    expect(await room.standing(ID)).toMatchObject({ state: "dead", last_success_at: BEGAN });
    await room.noFaults();
    expect((await room.tickAfter(DAY))?.problems).toEqual([]);
  });

  test.each([
    ["HTTP 500", { kind: "server_error" }, "http_error"],
    ["HTML", { kind: "html", status: 200 }, "not_json"],
    ["half an answer", { kind: "truncated" }, "truncated"],
    ["an error in a 200", { kind: "error_in_200" }, "http_error"],
  ])("%s costs one visit", async (_name, fault, code) => {
    await room.connect("x", OWN);
    await room.fault({ door: "x", path: "/tweets", count: 1, ...fault });
    const run = await room.tick();
    expect(run?.problems.map((problem) => problem.code)).toEqual([code]);
    await room.tickAfter(900);
    expect(await room.standing(ID)).toMatchObject({ state: "ok", problem: null });
    await expectAllAsShown();
  });

  test("a post that was deleted is noticed, and looked for once", async () => {
    await room.connect("x", OWN);
    await room.tick();
    const [newest] = (await room.truth(ID)).posts;
    await room.wait(1800);
    await room.fault({ kind: "post_deleted", post: newest?.external_id });
    await room.tickAfter(1800);
    const [post] = await stored();
    expect(post).toMatchObject({ external_id: newest?.external_id, removed_at: room.now() });
    await room.tickAfter(HOUR);
    expect(
      (await room.calls("?path=/2/tweets")).calls.filter(({ query }) => query.ids),
    ).toHaveLength(1);
  });

  test("a post that does not come for another reason is not gone", async () => {
    await room.connect("x", OWN);
    await room.tick();
    await room.fault({ door: "x", kind: "empty_page", path: "/tweets" });
    await room.tickAfter(HOUR);
    expect((await stored()).filter((post) => post.removed_at !== null)).toEqual([]);
  });

  test("renamed, it stays the same account", async () => {
    await room.connect("x", OWN);
    await room.tick();
    await room.fault({ kind: "renamed", account: ID, handle: "perpuskota" });
    await room.tickAfter(HOUR);
    expect(await room.rows("select handle, external_id from accounts")).toEqual([
      { handle: "perpuskota", external_id: ID },
    ]);
  });

  test.each([
    [
      "without tweet.read",
      { ...OWN, refresh_token: BROKEN_TOKENS.x_without_posts },
      null,
      "the token lacks a permission (tweet.read)",
    ],
    [
      "with a refresh token that nobody knows",
      { ...OWN, refresh_token: "unknown" },
      null,
      "the token opens nothing any more; connect the account again (invalid_request)",
    ],
    [
      "with another secret",
      { ...OWN, client_secret: "other" },
      null,
      "the app's key or secret is wrong; correct it where it was entered and connect the account again (unauthorized_client)",
    ],
    [
      "with another account's token",
      OWN,
      "perpus_lain",
      "the token belongs to another account (@perpus_pasuruan)",
    ],
    [
      "with the app's token and no account",
      APP,
      null,
      "the platform knows no such account (the app's token opens any: say the handle)",
    ],
    [
      "with the app's token and nobody's handle",
      APP,
      "nobody_here",
      "the platform knows no such account (nobody_here)",
    ],
  ])("connecting %s stores nothing and says why", async (_name, credentials, id, message) => {
    await expect(room.connect("x", credentials, id)).rejects.toMatchObject({
      code: "invalid",
      problems: [{ path: "credentials", message }],
    });
    expect(await room.rows("select id from accounts")).toEqual([]);
  });
});

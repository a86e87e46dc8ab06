import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimSlot } from "../../../functions/store/runs.ts";
import { dump } from "../../database.ts";
import { counting } from "../writing/counting.ts";
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
  on = await openCollecting();
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const FIGURES = [
  "likes",
  "comments",
  "shares",
  "saves",
  "reach",
  "views",
  "clicks",
  "watch_seconds",
];

type PostRow = Record<string, number | string | null> & { external_id: string; read_at: number };

/** The posts of an account that the newest tick read, beside what the platform says of them. */
async function compared(platform: string, query = "") {
  const [account] = (await on.truth(`platform=${platform}${query}`)).accounts;
  const posts = await on.rows<PostRow>(
    `select p.* from posts p join accounts a on a.id = p.account_id
     where a.platform = '${platform}' and p.format != 'story' order by p.published_at desc, p.id`,
  );
  return { account, posts };
}

const ALL_FOUR = ["facebook", "instagram", "x", "tiktok"] as const;

/** Whom a visit at this instant succeeded with. */
const readAt = async (at: number): Promise<number[]> =>
  (
    await on.rows<{ account_id: number }>(
      `select account_id from collections where last_success_at = ${at} order by account_id`,
    )
  ).map(({ account_id }) => account_id);

test("a post that came between a tick's instant and its call waits for the next tick", async () => {
  await on.connect("instagram");
  await settle(on);
  const { accounts } = await on.truth(`platform=instagram&at=${on.now() + 5 * DAY}`);
  const coming = accounts[0]?.posts
    .filter(({ published_at, format }) => published_at > on.now() && format !== "story")
    .sort((a, b) => a.published_at - b.published_at)[0];
  if (!coming) throw new Error("nothing is published in five days");
  const stored = async () =>
    (await on.rows<{ external_id: string }>("select external_id from posts")).map(
      ({ external_id }) => external_id,
    );
  await on.setClock(coming.published_at - 60);
  await on.control("clock", "POST", { now: coming.published_at + 60 });
  expect(codesOf(await on.tick())).toEqual([]);
  expect(await stored()).not.toContain(coming.external_id);
  await on.pass(2 * HOUR);
  await on.tick();
  expect(await stored()).toContain(coming.external_id);
});

describe("what is collected is what the platform says", () => {
  const meta = ["likes", "comments", "shares", "reach", "views", "watch_seconds"];
  const ways = [
    ["facebook", "facebook", [...meta, "clicks"]],
    ["instagram", "instagram", [...meta, "saves"]],
    // a call for each question: no batches at this door
    ["instagram_login", "instagram", [...meta, "saves"]],
  ] as const;
  for (const [which, platform, known] of ways) {
    test(`${which}: every post, its figures, its format, its comments`, async () => {
      await on.connect(which);
      await settle(on);
      // so that every young post is due
      await on.pass(HOUR);
      await on.tick();
      const { account, posts } = await compared(platform);
      const alive = account?.posts.filter(({ removed_at }) => removed_at === null) ?? [];
      expect(posts.map(({ external_id }) => external_id).sort()).toEqual(
        alive.map(({ external_id }) => external_id).sort(),
      );
      const formats = new Map(alive.map(({ external_id, format }) => [external_id, format]));
      for (const post of posts) {
        // a page's polls and quizzes are texts there; Instagram has no other video than reels
        expect([post.external_id, post.format]).toEqual([
          post.external_id,
          formats.get(post.external_id),
        ]);
      }
      const now = on.now();
      const fresh = posts.filter(({ read_at }) => read_at === now);
      expect(fresh.length).toBeGreaterThan(0);
      for (const post of fresh) {
        const truth = alive.find(({ external_id }) => external_id === post.external_id);
        const expected = Object.fromEntries(
          FIGURES.map((name) => [name, known.includes(name) ? truth?.[name as "likes"] : null]),
        );
        expect(Object.fromEntries(FIGURES.map((name) => [name, post[name]]))).toEqual(expected);
      }
      const comments = await on.rows<{
        external_id: string;
        ours: number;
        reply_to: string | null;
        asks: number | null;
      }>("select external_id, at, ours, reply_to, asks from comments order by external_id");
      const readAt = new Map(posts.map((post) => [post.external_id, post.read_at]));
      const listed = alive.flatMap(({ external_id, comments_listed }) =>
        comments_listed.filter(({ at }) => at <= (readAt.get(external_id) ?? 0)),
      );
      expect(comments).toEqual(
        listed
          .map(({ external_id, at, ours, reply_to, asks }) => ({
            external_id,
            at,
            ours: ours ? 1 : 0,
            reply_to,
            // of the account's own nobody asks
            asks: ours ? null : Number(asks),
          }))
          .sort((a, b) => (a.external_id < b.external_id ? -1 : 1)),
      );
      const [row] = await on.rows<{ followers: number }>("select followers from accounts");
      expect(row?.followers).toBe(account?.followers);
    });

    test(`${which}: its own days, each under its own date`, async () => {
      await on.connect(which);
      await settle(on);
      // past the end of the next Pacific day, and the next reading of days
      await on.pass(8 * HOUR);
      await on.tick();
      const [account] = (await on.truth(`platform=${platform}`)).accounts;
      const days = await on.rows<{ date: string; time_zone: string; end_time: number }>(
        `select date, time_zone, reach, views, profile_views, followers_gained, followers_lost
         from day_readings order by date`,
      );
      expect(days.length).toBeGreaterThan(15);
      const truth = account?.days;
      expect(days).toEqual(truth?.filter(({ date }) => days.some((day) => day.date === date)));
      expect(days.at(-1)?.date).toBe(truth?.at(-1)?.date);
    });
  }

  test("stories are read while they are there, and kept when they are gone", async () => {
    await on.connect("instagram");
    await on.connect("facebook");
    await settle(on);
    await loseTicks(on);
    for (let hour = 0; hour < 27; hour += 1) {
      await on.tick();
      await on.pass(HOUR);
    }
    const stories = await on.rows<{
      external_id: string;
      platform: string;
      views: number;
      reach: number;
      shares: number;
      published_at: number;
    }>(
      `select a.platform, p.external_id, p.views, p.reach, p.shares, p.published_at, p.removed_at
       from posts p join accounts a on a.id = p.account_id where p.format = 'story' order by p.id`,
    );
    const { accounts } = await on.truth("days=3");
    const gone = stories.filter(({ published_at }) => published_at < on.now() - DAY);
    expect(gone.length).toBeGreaterThan(0);
    for (const story of gone) {
      const bare = story.external_id.split("_").at(-1);
      const truth = accounts
        .find(({ platform }) => platform === story.platform)
        ?.stories.find(({ external_id }) => external_id === bare);
      expect(story).toMatchObject({ removed_at: null });
      // read to the last hour of its day
      const least = (figure = 0) => Math.floor(figure * 0.95);
      expect(story.views).toBeGreaterThanOrEqual(least(truth?.views));
      expect(story.reach).toBeGreaterThanOrEqual(least(truth?.reach));
      expect(story.shares).toBeGreaterThanOrEqual(least(truth?.shares));
    }
  });
});

describe("a tick costs little", () => {
  /** The four accounts of a library, each read in this hour; nothing happens on their platforms in the next. */
  async function fourQuiet(): Promise<void> {
    for (const which of ALL_FOUR) await on.connect(which);
    await settle(on);
    await loseTicks(on);
    await on.tick();
  }

  test("after lost ticks, over four quiet accounts: at most 36 rows, 40 queries and 45 calls; the same tick again nothing", async () => {
    await fourQuiet();
    await on.pass(HOUR);
    // the platforms stand still from here
    await on.control("clock", "POST", { now: on.now() - HOUR });
    const first = counting(on.db);
    const run = await on.tick(first.db);
    expect(codesOf(run)).toEqual([]);
    expect(await readAt(on.now())).toEqual([1, 2, 3, 4]);
    expect(run?.calls).toBeLessThanOrEqual(45);
    expect(first.queries()).toBeLessThanOrEqual(40);
    expect(first.written()).toBeLessThanOrEqual(36);
    const before = JSON.stringify(await dump(on.db));
    const again = counting(on.db);
    expect(await on.tick(again.db)).toBeNull();
    expect(again.written()).toBe(0);
    expect(JSON.stringify(await dump(on.db))).toBe(before);
  });

  test("each of an hour's ticks visits one of four quiet accounts, with at most 36 rows in all", async () => {
    await fourQuiet();
    const still = on.now();
    const hour = counting(on.db);
    for (const account of [1, 2, 3, 4]) {
      await on.pass(TICK);
      await on.control("clock", "POST", { now: still });
      expect(codesOf(await on.tick(hour.db))).toEqual([]);
      expect(await readAt(on.now())).toEqual([account]);
      expect(await on.tick(hour.db)).toBeNull();
    }
    expect(hour.written()).toBeLessThanOrEqual(36);
  });

  test("a busy one stays within its queries and calls", async () => {
    for (const which of ALL_FOUR) await on.connect(which);
    await loseTicks(on);
    for (let ticks = 0; ticks < 12; ticks += 1) {
      const counted = counting(on.db);
      const run = await on.tick(counted.db);
      expect(run?.calls ?? 0).toBeLessThanOrEqual(45);
      expect(counted.queries()).toBeLessThanOrEqual(40);
      await on.pass(HOUR);
    }
  });

  test("posts are read by their age: nothing that is not due is asked for", async () => {
    await on.connect("facebook");
    await settle(on);
    await on.tick();
    await on.pass(HOUR);
    await on.tick();
    const now = on.now();
    const posts = await on.rows<{ published_at: number; read_at: number }>(
      "select published_at, read_at from posts where format != 'story'",
    );
    for (const { published_at, read_at } of posts) {
      const age = now - published_at;
      if (age <= 2 * DAY) expect(now - read_at).toBeLessThan(HOUR);
      else if (age <= 7 * DAY) expect(now - read_at).toBeLessThan(7 * HOUR);
      else expect(now - read_at).toBeLessThan(26 * HOUR);
    }
  });
});

describe("claims and leases", () => {
  test("two ticks at once: one collects, the other goes home", async () => {
    await on.connect("facebook");
    const runs = await Promise.all([on.tick(), on.tick()]);
    expect(runs.filter((run) => run !== null)).toHaveLength(1);
    expect(await on.rows("select id from runs")).toHaveLength(1);
  });

  test("by hand while a tick runs: a conflict", async () => {
    await on.connect("facebook");
    // a tick that has taken its slot and not ended yet
    await claimSlot(on.db, on.now() - (on.now() % TICK), on.now());
    await expect(on.byHand()).rejects.toMatchObject({ code: "conflict" });
  });

  test("by hand: at once, and the next slot is still free", async () => {
    const { account } = await on.connect("facebook");
    const run = await on.byHand(account.id);
    expect(run.readings).toBeGreaterThan(0);
    expect(run.id % TICK).not.toBe(0);
    await expect(on.byHand(99)).rejects.toMatchObject({ code: "not_found" });
    await on.pass(TICK);
    expect((await on.tick())?.id).toBe(on.now());
  });

  test("by hand while the platform asks for a pause: refused, and not asked", async () => {
    const { account } = await on.connect("facebook");
    await on.fault({ kind: "throttled", regain_minutes: 20 });
    await on.tick();
    await on.clearFaults();
    await on.calls();
    await on.pass(60);
    await expect(on.byHand(account.id)).rejects.toMatchObject({ code: "rate_limited" });
    expect((await on.calls()).requests).toBe(0);
  });

  test("nothing due: no run at all", async () => {
    expect(await on.tick()).toBeNull();
    await on.connect("tiktok");
    await settle(on);
    await on.tick();
    await on.pass(TICK);
    const counted = counting(on.db);
    expect(await on.tick(counted.db)).toBeNull();
    expect([counted.queries(), counted.written()]).toEqual([1, 0]);
  });
});

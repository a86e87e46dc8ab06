import { beforeEach, describe, expect, test } from "vitest";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE, import: null };

const db = await ownDatabase();

const written = async (run: () => Promise<unknown>): Promise<boolean> => {
  const before = JSON.stringify(await dump(db));
  await run();
  return before !== JSON.stringify(await dump(db));
};

describe("the first snapshot", () => {
  test("becomes an account, a post, readings, a day and a month", async () => {
    const answer = await ingest(
      db,
      [
        snapshot(NOW, {
          posts: [post("p1", NOW - DAY, { likes: 31, comments: 2, shares: 4, reach: 900 })],
          days: [
            {
              date: "2026-11-22",
              reach: 412,
              views: 1800,
              profile_views: 33,
              followers_gained: 6,
              followers_lost: 1,
              end_time: null,
              time_zone: null,
            },
          ],
        }),
      ],
      CONTEXT,
    );
    expect(answer).toEqual({
      snapshots: 1,
      accounts_added: 1,
      posts_added: 1,
      readings_added: 3,
      readings_replaced: 0,
      readings_unchanged: 0,
      import: null,
      tally: {
        posts_added: 1,
        posts_updated: 0,
        posts_unchanged: 0,
        days_added: 1,
        days_extended: 0,
        days_replaced: 0,
        days_unchanged: 0,
        followers_added: 1,
        followers_replaced: 0,
        followers_unchanged: 0,
      },
    });
    const { accounts, posts, days, months, library } = await dump(db);
    expect(accounts).toMatchObject([
      { handle: "perpustakaan.pasuruan", followers: 1204, followers_at: NOW, version: 1 },
    ]);
    expect(posts).toMatchObject([
      {
        external_id: "p1",
        likes: 31,
        interactions: 37,
        interactions_partial: 0,
        followers_at_publish: 1204,
        followers_estimated: 1,
        published_on: "2026-11-22",
        topic: "new_books",
        read_at: NOW,
      },
    ]);
    expect(days).toMatchObject([
      { date: "2026-11-22", followers: null, reach: 412, gains: null },
      // read within 48 hours of publishing: everything it has was gained on the day it was read
      { date: "2026-11-23", followers: 1204, gains: "[31,1,2,1,4,1,0,0,0,0]" },
    ]);
    expect(months).toMatchObject([{ month: "2026-11", followers_before: null }]);
    expect(library).toMatchObject([{ version: 1, last_read_at: NOW }]);
  });

  test("again changes nothing, byte for byte", async () => {
    const first = [
      snapshot(NOW, {
        posts: [post("p1", NOW - DAY, { likes: 31 })],
        comments: [
          {
            external_id: "c1",
            post: "p1",
            at: NOW - HOUR,
            ours: false,
            reply_to: null,
            asks: null,
          },
        ],
      }),
    ];
    await ingest(db, first, CONTEXT);
    expect(await written(() => ingest(db, first, CONTEXT))).toBe(false);
    const answer = await ingest(db, first, CONTEXT);
    expect(answer).toMatchObject({
      readings_added: 0,
      readings_replaced: 0,
      readings_unchanged: 2,
    });
  });
});

describe("a reading equal to the one before it", () => {
  test("leaves no row and moves read_at", async () => {
    const p = post("p1", NOW - 3 * DAY, { likes: 31 });
    await ingest(db, [snapshot(NOW - 2 * HOUR, { posts: [p] })], CONTEXT);
    await ingest(db, [snapshot(NOW - HOUR, { posts: [p] })], CONTEXT);
    await ingest(db, [snapshot(NOW, { posts: [p] })], CONTEXT);
    const { post_readings, account_readings, posts } = await dump(db);
    expect(post_readings).toHaveLength(1);
    expect(account_readings).toHaveLength(1);
    expect(posts).toMatchObject([{ read_at: NOW, held: `[[${NOW - HOUR},${NOW},${HOUR}]]` }]);
  });
});

describe("readings of one instant", () => {
  test("merge field by field, the later arrival winning", async () => {
    await ingest(
      db,
      [snapshot(NOW, { posts: [post("p1", NOW - DAY, { likes: 31, reach: 900 })] })],
      CONTEXT,
    );
    const answer = await ingest(
      db,
      [snapshot(NOW, { followers: null, posts: [post("p1", NOW - DAY, { likes: 32 })] })],
      CONTEXT,
    );
    expect(answer).toMatchObject({ readings_added: 0, readings_replaced: 1 });
    const { posts } = await dump(db);
    expect(posts).toMatchObject([{ likes: 32, reach: 900 }]);
  });
});

describe("a late reading", () => {
  test("finds its place and never overwrites what is newer", async () => {
    const at = (hours: number, likes: number) =>
      snapshot(NOW - hours * HOUR, {
        followers: 1000 + likes,
        name: `name ${likes}`,
        posts: [post("p1", NOW - 4 * DAY, { likes, caption: `caption ${likes}` })],
      });
    await ingest(db, [at(1, 50)], CONTEXT);
    await ingest(db, [at(30, 20)], CONTEXT);
    const { posts, accounts, days } = await dump(db);
    expect(posts).toMatchObject([{ likes: 50, caption: "caption 50", read_at: NOW - HOUR }]);
    expect(accounts).toMatchObject([{ followers: 1050, name: "name 50" }]);
    // first read later than 48 hours: that day's gain is unknown, the next one is 30
    expect(days).toMatchObject([
      { date: "2026-11-22", followers: 1020, gains: "[0,0,0,0,0,0,0,0,1,0]" },
      { date: "2026-11-23", followers: 1050, gains: "[30,1,0,0,0,0,0,0,1,0]" },
    ]);
  });
});

describe("names that change hands in one request", () => {
  const called = (account: string, external_id: string | null, minutes = 0) =>
    snapshot(NOW + minutes * 60, { account, external_id, name: null });
  const names = async () =>
    Object.fromEntries(
      ((await dump(db)).accounts as { external_id: string; handle: string }[]).map((one) => [
        one.external_id,
        one.handle,
      ]),
    );
  beforeEach(() => ingest(db, [called("a", "1", -60), called("b", "2", -60)], CONTEXT));

  test.each<[string, Snapshot[], Record<string, string>]>([
    ["to a new account", [called("c", "1"), called("a", "3")], { 1: "c", 2: "b", 3: "a" }],
    [
      "from one known account to the next",
      [called("c", "1"), called("a", "2")],
      { 1: "c", 2: "a" },
    ],
    ["and back", [called("c", "2"), called("b", "1")], { 1: "b", 2: "c" }],
    [
      "between two known accounts",
      [called("c", "1"), called("a", "2", 1), called("b", "1", 2)],
      { 1: "b", 2: "a" },
    ],
    [
      "between them the other way round",
      [called("c", "2"), called("b", "1", 1), called("a", "2", 2)],
      { 1: "b", 2: "a" },
    ],
    [
      "between them, and from one to a new account",
      [called("c", "1"), called("a", "2", 1), called("d", "1", 2), called("b", "3", 3)],
      { 1: "d", 2: "a", 3: "b" },
    ],
  ])("%s", async (_what, snapshots, expected) => {
    await ingest(db, snapshots, CONTEXT);
    expect(await names()).toEqual(expected);
    expect(await written(() => ingest(db, snapshots.slice(-1), CONTEXT))).toBe(false);
  });

  test("are refused while another account has the name, and its id is not told", async () => {
    const taken = ingest(db, [called("b", "1")], CONTEXT);
    await expect(taken).rejects.toThrow(
      'instagram account "b" is known here, and not with external_id 1; nothing was stored',
    );
    expect(await names()).toEqual({ 1: "a", 2: "b" });
  });
});

describe("a library that is full", () => {
  const accounts = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => {
      const handle = `perpus${from + index}`;
      return snapshot(NOW, { account: handle, external_id: null, name: null, followers: 1 });
    });
  const known = async () => (await dump(db)).accounts?.length;
  const tooMany = {
    code: "too_large",
    message:
      'instagram account "perpus41" would be one more than the 40 accounts that a library can have; erase one first; nothing was stored',
    problems: [{ path: "account", code: "too_many_accounts" }],
  };

  test("takes no more accounts in, however they come, and all else", async () => {
    await expect(ingest(db, accounts(1, 41), CONTEXT)).rejects.toMatchObject(tooMany);
    expect(await known()).toBe(0);
    await ingest(db, accounts(1, 39), CONTEXT);
    await expect(ingest(db, accounts(40, 42), CONTEXT)).rejects.toMatchObject(tooMany);
    await ingest(db, accounts(40, 40), CONTEXT);
    await expect(ingest(db, accounts(41, 41), CONTEXT)).rejects.toMatchObject(tooMany);
    await ingest(db, accounts(1, 40), { ...CONTEXT, now: NOW + HOUR });
    expect(await known()).toBe(40);
    while (!(await eraseAccount(db, 7)).done);
    await ingest(db, accounts(41, 41), CONTEXT);
    expect(await known()).toBe(40);
  });

  test("with more than that from before keeps reading them, and takes in no other", async () => {
    await ingest(db, accounts(1, 40), CONTEXT);
    await db
      .prepare(
        "insert into accounts (platform, handle, created_at) values ('x', 'a', 1), ('x', 'b', 1)",
      )
      .run();
    await ingest(db, [snapshot(NOW, { platform: "x", account: "a", external_id: null })], CONTEXT);
    await expect(ingest(db, accounts(41, 41), CONTEXT)).rejects.toMatchObject(tooMany);
  });
});

/** The threads as they are read: the same in whatever order comments came, and derived anew; and what their accounts are told of them. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { eraseAccount, goOnErasing } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import type { CommentReading, Instant, Snapshot } from "../../../functions/model/snapshot.ts";
import { FOLLOWED_SECONDS, type Thread } from "../../../functions/model/thread.ts";
import { listThreads, listWaiting, MOST_WAITING } from "../../../functions/store/threads.ts";
import { counted } from "../../counted.ts";
import { dump, statementsOf, wipe } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, SEEDS, snapshot, tries, ZONE } from "./snapshots.ts";

const db = await ownDatabase();

const CONTEXT = { now: NOW, time_zone: ZONE, import: null };
const push = (...snapshots: Snapshot[]) => ingest(db, snapshots, CONTEXT);

const comment = (
  external_id: string,
  at: Instant,
  rest: Partial<CommentReading> = {},
): CommentReading => ({
  external_id,
  post: "p1",
  at,
  ours: false,
  reply_to: null,
  asks: null,
  ...rest,
});

const answer = (external_id: string, at: Instant, reply_to: string | null) =>
  comment(external_id, at, { ours: true, reply_to, asks: false });

const POST = post("p1", NOW - 40 * DAY, { url: "https://www.instagram.com/p/a/" });
const pushed = (comments: CommentReading[], posts = [POST], read_at = NOW) =>
  push(snapshot(read_at, { posts, comments }));

const threads = (ids = [1]) => listThreads(db, ids, { from: 0, to: NOW });
const said = (list: readonly Thread[]) =>
  list.map(({ comment: id, answered_at, asks, settled }) => ({ id, answered_at, asks, settled }));

async function rebuilt(): Promise<void> {
  for (let slices = 0; slices < 100; slices += 1) {
    if ((await rebuild(db, { now: NOW, time_zone: ZONE })).done) return;
  }
  throw new Error("never done");
}

describe("a busy account", () => {
  const POSTS = Array.from({ length: 30 }, (_, index) => post(`p${index}`, NOW - 20 * DAY));
  const under = (round: number, posts: number, each: number) =>
    Array.from({ length: posts * each }, (_, index) =>
      comment(`${round}-${index}`, NOW - 10 * DAY + index, { post: `p${index % posts}` }),
    );

  test("is read by the posts that comments come under, and its months once", async () => {
    await pushed(under(1, 30, 40), POSTS);
    const through = counted(db);
    const posts = POSTS.slice(0, 20);
    await ingest(through.db, [snapshot(NOW + HOUR, { posts, comments: under(2, 20, 1) })], {
      ...CONTEXT,
      now: NOW + HOUR,
    });
    // 800 comments stand under them, each read by its post and in its row
    expect(through.of(/from json_each\(\?1\) j\s+join comments/).read).toBeLessThan(2_000);
    // 1,200 threads stand in the month, of which those of ten posts stay
    expect(through.of(/insert into threads/).read).toBeLessThan(15_000);
    expect((await threads()).length).toBe(1_220);
  });
});

describe("threads", () => {
  test("are read with their answers, an account after the other, of the months that are asked for", async () => {
    await pushed([
      comment("a", NOW - 35 * DAY, { asks: true }),
      comment("b", NOW - DAY),
      answer("c", NOW - 2 * DAY, "a"),
    ]);
    expect(await threads()).toEqual([
      {
        account_id: 1,
        post_id: 1,
        post: "p1",
        comment: "a",
        at: NOW - 35 * DAY,
        asks: true,
        answered_at: NOW - 2 * DAY,
        settled: false,
        watched: false,
        known_until: NOW,
      },
      {
        account_id: 1,
        post_id: 1,
        post: "p1",
        comment: "b",
        at: NOW - DAY,
        asks: null,
        answered_at: null,
        settled: false,
        watched: true,
        known_until: NOW,
      },
    ]);
    expect(said(await listThreads(db, [1, 2], { from: NOW - 3 * DAY, to: NOW }))).toHaveLength(1);
    expect(await listThreads(db, [], { from: 0, to: NOW })).toEqual([]);
    expect(await threads([7])).toEqual([]);
  });

  test("keep what is known of a comment where a later reading says nothing of it", async () => {
    await pushed([comment("a", NOW - DAY, { asks: true })]);
    await db.prepare("update comments set settled = 1").run();
    await pushed([comment("a", NOW - DAY)], [POST], NOW - HOUR);
    await pushed([comment("a", NOW - DAY, { reply_to: "x" })]);
    expect(said(await threads())).toMatchObject([{ id: "a", asks: true, settled: true }]);
    await pushed([comment("a", NOW - DAY, { reply_to: "x", asks: false })]);
    expect(said(await threads())).toMatchObject([{ id: "a", asks: false, settled: true }]);
  });

  test("are not written again where nothing is news", async () => {
    const all = [comment("a", NOW - DAY, { asks: true }), answer("b", NOW - HOUR, "a")];
    await pushed(all);
    const before = await dump(db);
    const through = counted(db);
    await ingest(through.db, [snapshot(NOW, { posts: [POST], comments: all })], CONTEXT);
    expect(through.counts.written).toBe(0);
    expect(await dump(db)).toEqual(before);
  });

  test("cost a row a month that changes, and those of the comments", async () => {
    await pushed([comment("a", NOW - DAY)]);
    const one = counted(db);
    await ingest(one.db, [snapshot(NOW + HOUR, { posts: [POST] })], CONTEXT);
    const two = counted(db);
    const comments = [comment("b", NOW - HOUR), answer("c", NOW - HOUR, "a")];
    await ingest(two.db, [snapshot(NOW + 2 * HOUR, { posts: [POST], comments })], CONTEXT);
    // a comment has an entry by its post, one of the account's own another
    expect(two.counts.written - one.counts.written).toBe(1 + 2 + 3);
  });

  test("under a hidden post are none, and come back with it", async () => {
    await pushed([comment("a", NOW - DAY)]);
    const before = await dump(db, ["threads"]);
    await correctPost(db, 1, { hidden: true }, CONTEXT);
    expect(await threads()).toEqual([]);
    expect(await dump(db, ["threads"])).toEqual({ threads: [] });
    await correctPost(db, 1, { hidden: false }, CONTEXT);
    expect(await dump(db, ["threads"])).toEqual(before);
  });

  test("of an account that is erased are gone", async () => {
    await pushed([comment("a", NOW - DAY)]);
    await eraseAccount(db, 1);
    expect(await dump(db, ["threads"])).toEqual({ threads: [] });
    while (!(await goOnErasing(db)).done);
    expect(await dump(db, ["comments", "accounts"])).toEqual({ comments: [], accounts: [] });
  });

  test("are the same as those that the migration makes of what stands", async () => {
    const [more] = [post("p2", NOW - 9 * DAY, { removed_at: NOW - 2 * DAY })];
    const under = (id: string, at: Instant, reply_to: string | null, ours = false) =>
      comment(id, at, { post: "p2", reply_to, ours });
    await pushed(
      [
        ...[comment("a", NOW - 39 * DAY), comment("b", NOW - 38 * DAY, { reply_to: "a" })],
        ...[answer("c", NOW - 3 * DAY, "b"), comment("d", NOW - DAY)],
        ...[under("A", NOW - 8 * DAY, null, true), under("e", NOW - 7 * DAY, "A")],
        ...[under("F", NOW - 6 * DAY, "A", true), under("g", NOW - 5 * DAY, "h")],
        ...[under("h", NOW - 5 * DAY, "g"), under("i", NOW - 5 * DAY, "gone")],
      ],
      [POST, more],
    );
    const before = await dump(db, ["threads"]);
    expect(before.threads).toHaveLength(2);
    const sql = readFileSync("functions/store/migrations/0025_answers.sql", "utf8");
    const filling = statementsOf(sql).find((one) => one.startsWith("insert into threads")) ?? "";
    await db.batch([db.prepare("delete from threads"), db.prepare(filling)]);
    expect(await dump(db, ["threads"])).toEqual(before);
  });
});

const NAMES = [..."abcdefgh"];

/** Comments of two posts and accounts, some said twice, some by a post that is brought later: a handful of arrivals. */
const arrivals = fc
  .uniqueArray(
    fc.record({
      external_id: fc.constantFrom(...NAMES),
      post: fc.constantFrom("p1", "p2"),
      hours: fc.integer({ min: 1, max: 60 * 24 }),
      ours: fc.boolean(),
      reply_to: fc.option(fc.constantFrom(...NAMES, "x"), { nil: null }),
      asks: fc.boolean(),
      times: fc.uniqueArray(fc.record({ arrival: fc.nat(4), asks: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
        selector: ({ arrival }) => arrival,
      }),
    }),
    { minLength: 1, selector: ({ external_id }) => external_id },
  )
  .map((rows) =>
    Array.from({ length: 5 }, (_, arrival) =>
      snapshot(NOW - (5 - arrival) * HOUR, {
        posts: [post("p1", NOW - 61 * DAY), post("p2", NOW - 70 * DAY)],
        comments: rows.flatMap(({ times, hours, asks, ...row }) => {
          const time = times.find((one) => one.arrival === arrival);
          return time ? [{ ...row, at: NOW - hours * HOUR, asks: time.asks ? asks : null }] : [];
        }),
      }),
    ),
  );

describe("threads in any order of arrival", () => {
  test.each(SEEDS.slice(0, 2))(
    "are what is derived anew (%i)",
    { timeout: 180_000 },
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(
          arrivals.chain((list) =>
            fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
          ),
          async ([inOrder, shuffled]) => {
            await wipe(db);
            await push(...inOrder);
            const expected = said(await threads());
            await wipe(db);
            for (const one of shuffled) await push(one);
            expect(said(await threads())).toEqual(expected);
            const { threads: kept } = await dump(db, ["threads"]);
            await db.prepare("insert or ignore into threads values (1, '2020-01', '[]')").run();
            await rebuilt();
            expect((await dump(db, ["threads"])).threads).toEqual(kept);
          },
        ),
        { ...tries(seed), numRuns: 2 },
      );
    },
  );
});

describe("an answer would be known", () => {
  const old = post("p1", NOW - FOLLOWED_SECONDS - 2 * DAY);
  const collected = (until = NOW) =>
    db
      .prepare(
        "insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at) values (1, '', 1, 1, ?1)",
      )
      .bind(until)
      .run();
  const watched = async () =>
    (await threads()).map(({ comment: id, watched: is, known_until }) => [
      id,
      is,
      (NOW - known_until) / DAY,
    ]);

  test("of an account that is collected: as long as its posts are read", async () => {
    await pushed([comment("a", NOW - 30 * DAY), comment("b", NOW - 2 * DAY)], [old]);
    expect(await watched()).toEqual([
      ["a", false, 2],
      ["b", false, 2],
    ]);
    await collected();
    expect(await watched()).toEqual([
      ["a", true, 2],
      ["b", false, 2],
    ]);
    expect((await listWaiting(db, [1])).all).toEqual([]);
  });

  test("of one that is pushed: from the first answer on of which a push told", async () => {
    await pushed([comment("a", NOW - 30 * DAY), comment("b", NOW - 2 * DAY)]);
    expect((await listWaiting(db, [1])).all).toEqual([]);
    await pushed([answer("c", NOW - 9 * DAY, "a")]);
    expect(await watched()).toEqual([
      ["a", false, 0],
      ["b", true, 0],
    ]);
  });

  test("until the post is gone", async () => {
    const gone = { ...POST, removed_at: NOW - 3 * DAY };
    await pushed([comment("a", NOW - 30 * DAY), comment("b", NOW - 1 * DAY)], [gone]);
    await collected();
    expect(await watched()).toEqual([
      ["a", true, 3],
      ["b", false, 1],
    ]);
    expect((await listWaiting(db, [1])).all).toEqual([]);
  });
});

describe("the last reading of a post", () => {
  const OLD = post("p1", NOW - 40 * DAY);
  const collected = (until = NOW) =>
    db
      .prepare(
        "insert into collections (account_id, sealed, connected_at, next_due_at, last_success_at) values (1, '', 1, 1, ?1)",
      )
      .bind(until)
      .run();
  const knownUntil = async () =>
    (await threads()).map(({ known_until }) => (NOW - known_until) / DAY);
  /** The account is visited, and none of its posts. */
  const visited = () => push(snapshot(NOW, { followers: 100 }));

  test("is how far its answers are known where Denyut collects, whenever the account was read", async () => {
    await pushed([comment("a", NOW - 6 * DAY, { asks: true })], [OLD], NOW - 5 * DAY);
    await collected();
    await visited();
    expect(await knownUntil()).toEqual([5]);
    // it waits all the same, as it was seen
    expect((await listWaiting(db, [1])).listed).toMatchObject([
      { comment: "a", seen_at: NOW - 5 * DAY },
    ]);
  });

  test("counts though it told nothing new and no month was packed for it", async () => {
    await pushed([comment("a", NOW - 6 * DAY)], [OLD], NOW - 5 * DAY);
    await collected();
    const written = () =>
      db.prepare("select m.texts, t.threads from months m, threads t where posts <> '[]'").first();
    const before = await written();
    await push(snapshot(NOW - 2 * DAY, { posts: [OLD] }));
    await visited();
    expect(await written()).toEqual(before);
    expect(await knownUntil()).toEqual([2]);
  });

  test("is found of a post whose words are too long to lie beside its month", async () => {
    await pushed([comment("a", NOW - 6 * DAY)], [OLD], NOW - 5 * DAY);
    await collected();
    await db.prepare("update months set texts = '[0]' where posts <> '[]'").run();
    expect(await knownUntil()).toEqual([5]);
  });

  test("says nothing on X, whose own timeline each visit reads", async () => {
    const read = (at: Instant, rest: Partial<Snapshot>) =>
      push(snapshot(at, { platform: "x", ...rest }));
    await read(NOW - 5 * DAY, { posts: [OLD], comments: [comment("a", NOW - 6 * DAY)] });
    await collected();
    await read(NOW, { followers: 100 });
    expect(await knownUntil()).toEqual([0]);
  });

  test("of an account that was disconnected: only up to then, and from its first comment on that is pushed", async () => {
    await pushed(
      [
        comment("a", NOW - 12 * DAY),
        answer("b", NOW - 11 * DAY, "a"),
        comment("c", NOW - 11 * DAY),
      ],
      [OLD],
      NOW - 10 * DAY,
    );
    await collected(NOW - 10 * DAY);
    await db.prepare("delete from collections").run();
    await pushed([comment("d", NOW - 9 * DAY), comment("e", NOW - 2 * DAY)], [OLD]);
    const watches = async () =>
      (await threads()).map(({ comment: id, watched, known_until }) => [
        id,
        watched,
        watched ? (NOW - known_until) / DAY : null,
      ]);
    const before = [
      ["a", true, 10],
      ["c", true, 10],
      ["d", false, null],
    ];
    expect(await watches()).toEqual([...before, ["e", false, null]]);
    expect((await listWaiting(db, [1])).all).toEqual([]);
    await pushed([answer("f", NOW - 3 * DAY, "d")], [OLD]);
    expect(await watches()).toEqual([...before, ["e", true, 0]]);
    expect((await listWaiting(db, [1])).listed).toMatchObject([{ comment: "e", seen_at: NOW }]);
    // connected again, all of it is read
    await collected();
    expect(await watches()).toEqual(["a", "c", "d", "e"].map((id) => [id, true, 0]));
  });

  test("of one that was disconnected before anybody noted when: up to its last own comment", async () => {
    await pushed([
      comment("a", NOW - 12 * DAY),
      answer("b", NOW - 11 * DAY, "a"),
      comment("c", NOW - DAY),
    ]);
    await db.prepare("update accounts set connected = 1").run();
    expect((await threads()).map(({ watched, known_until }) => [watched, known_until])).toEqual([
      [true, NOW - 11 * DAY],
      [false, NOW],
    ]);
  });
});

describe("what waits", () => {
  test("stands with its address, the oldest first, and not once it is answered or settled", async () => {
    await push(
      snapshot(NOW - HOUR, {
        platform: "facebook",
        posts: [
          post("178414_1", NOW - 4 * DAY, { url: "https://www.facebook.com/178414/posts/1" }),
          post("178414_2", NOW - 4 * DAY),
        ],
        comments: [
          comment("1_11", NOW - 2 * DAY, { post: "178414_1" }),
          comment("1_12", NOW - 3 * DAY, { post: "178414_1", asks: true }),
          comment("1_13", NOW - 3 * DAY, { post: "178414_1" }),
          comment("2_14", NOW - DAY, { post: "178414_2" }),
          comment("1_15", NOW - DAY, { post: "178414_1" }),
          comment("1_9", NOW - 4 * DAY, { post: "178414_1", ours: true }),
          comment("1_16", NOW - DAY, { post: "178414_1", ours: true, reply_to: "1_15" }),
        ],
      }),
    );
    await db.prepare("update comments set settled = 1 where external_id = '1_13'").run();
    await rebuilt();
    expect((await listWaiting(db, [1])).listed).toMatchObject([
      {
        comment: "1_12",
        asks: true,
        permalink: "https://www.facebook.com/178414/posts/1?comment_id=12",
        seen_at: NOW - HOUR,
      },
      { comment: "1_11", permalink: "https://www.facebook.com/178414/posts/1?comment_id=11" },
      { comment: "2_14", permalink: null },
    ]);
  });

  test("is read in few rows, however many comments there are", async () => {
    const posts = Array.from({ length: 20 }, (_, index) =>
      post(`q${index}`, NOW - 60 * DAY - index * HOUR),
    );
    const comments = Array.from({ length: 2500 }, (_, index) =>
      comment(`n${index}`, NOW - (index + 1) * 1800, {
        post: `q${index % 20}`,
        ours: index === 2499,
      }),
    );
    await push(snapshot(NOW, { posts, comments }));
    const through = counted(db);
    const { all, listed } = await listWaiting(through.db, [1]);
    expect([all.length, listed.length]).toEqual([2499, MOST_WAITING]);
    expect(await listThreads(through.db, [1], { from: 0, to: NOW })).toHaveLength(2499);
    // the months, twice; the posts; and of each list what it is given
    expect(through.counts.read).toBeLessThanOrEqual(60);
  });
});

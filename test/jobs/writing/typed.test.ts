import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { storeTyped } from "../../../functions/jobs/writing/typed.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { type Fault, listedIn, Problem } from "../../../functions/model/problem.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, derived, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE };
const LINK = "https://www.instagram.com/p/DRq4v1Zk9aB/";

const db = await ownDatabase();
beforeEach(async () => {
  await ingest(
    db,
    [
      snapshot(NOW - 5 * DAY, {
        posts: [post("p1", NOW - 9 * DAY, { likes: 31, reach: 900, url: LINK })],
      }),
      snapshot(NOW - 5 * DAY, {
        platform: "x",
        account: "perpus",
        external_id: null,
        followers: 9,
      }),
    ],
    { ...CONTEXT, import: null },
  );
});

const type = (body: unknown) => storeTyped(db, body, CONTEXT);

async function undo(id: number | null): Promise<void> {
  while (!(await undoImport(db, id ?? 0, CONTEXT)).done);
}

describe("followers", () => {
  test.each([
    // the last second of the day in Jakarta
    ["of a day that is over", { date: "2026-11-20" }, Date.parse("2026-11-20T16:59:59Z") / 1000],
    ["of today", { date: "2026-11-23" }, NOW],
    ["without a date", {}, NOW],
  ])("%s", async (_when, date, read_at) => {
    const before = await derived(db);
    const answer = await type({ account: 1, ...date, followers: 1250 });
    expect(answer).toMatchObject({
      import: 1,
      readings_added: 1,
      posts_added: 0,
      accounts_added: 0,
    });
    const { accounts, account_readings, imports, days } = await dump(db);
    expect(accounts).toMatchObject([{ followers: 1250, followers_at: read_at }, { followers: 9 }]);
    expect(account_readings).toMatchObject([{}, { read_at, followers: 1250, import_id: 1 }, {}]);
    expect(imports).toMatchObject([
      {
        kind: "typed",
        name: "Instagram @perpustakaan.pasuruan",
        read_at,
        rows: 1,
        skipped: 0,
      },
    ]);
    expect(days).toContainEqual(expect.objectContaining({ account_id: 1, followers: 1250 }));
    await undo(1);
    expect(await derived(db)).toEqual(before);
  });

  test("typed again for the same day correct what was typed", async () => {
    await type({ account: 1, date: "2026-11-20", followers: 1250 });
    expect(await type({ account: 1, date: "2026-11-20", followers: 1260 })).toMatchObject({
      import: 2,
      readings_replaced: 1,
    });
    expect((await dump(db)).accounts).toMatchObject([{ followers: 1260 }, {}]);
    await undo(2);
    expect((await dump(db)).accounts).toMatchObject([{ followers: 1250 }, {}]);
  });
});

describe("a count far from the last known one", () => {
  /** The last known one is 1204, of five days ago. */
  test.each([
    ["half", 602, true],
    ["less than half", 601, false],
    ["double", 2408, true],
    ["more than double", "2.409", false],
  ])("%s of it: stored at once is %o", async (_how, followers, at_once) => {
    const before = await dump(db);
    const answer = type({ account: 1, followers });
    if (at_once) {
      expect(await answer).toMatchObject({ readings_added: 1 });
      return;
    }
    const refused = await answer.catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "invalid",
      problems: [{ path: "followers", code: "unlikely" }],
    });
    expect(listedIn((refused as Problem).problems[0] as Fault)).toBe("1204, 2026-11-18");
    expect(await dump(db)).toEqual(before);
    expect(await type({ account: 1, followers, sure: true })).toMatchObject({ readings_added: 1 });
  });

  test("of an earlier day: the last known is that of then, else the first after it", async () => {
    await type({ account: 1, date: "2026-11-22", followers: 5000, sure: true });
    expect(await type({ account: 1, date: "2026-11-20", followers: 1300 })).toMatchObject({
      readings_added: 1,
    });
    await expect(type({ account: 1, date: "2026-10-01", followers: 5000 })).rejects.toThrow(
      "followers is less than half or more than twice the last known figure",
    );
  });

  test("typed later on the same day, the newer one counts", async () => {
    await type({ account: 1, followers: 1250 });
    await storeTyped(db, { account: 1, followers: 1260 }, { ...CONTEXT, now: NOW + 3600 });
    const { accounts, days } = await dump(db);
    expect(accounts).toMatchObject([{ followers: 1260 }, {}]);
    expect(days).toContainEqual(
      expect.objectContaining({ account_id: 1, date: "2026-11-23", followers: 1260 }),
    );
  });
});

describe("a post's figures", () => {
  test.each([
    ["by its number", { id: 1 }],
    ["by the platform's id", { external_id: "p1" }],
    [
      "by its address, however it is written",
      { url: "https://instagram.com/reel/DRq4v1Zk9aB/?igsh=1" },
    ],
  ])("%s", async (_how, named) => {
    const before = await derived(db);
    const answer = await type({ account: 1, post: { ...named, likes: 40 } });
    expect(answer).toMatchObject({ import: 1, posts_added: 0, readings_added: 1 });
    // what was not typed stays as it is known
    expect((await dump(db)).posts).toMatchObject([
      {
        id: 1,
        external_id: "p1",
        likes: 40,
        reach: 900,
        url: LINK,
        published_at: NOW - 9 * DAY,
        read_at: NOW,
      },
    ]);
    await undo(1);
    expect(await derived(db)).toEqual(before);
  });

  test("of a post that is not known yet: with its day, or with an id that holds its instant", async () => {
    const before = await derived(db);
    await type({
      account: 1,
      post: {
        url: "https://www.instagram.com/p/NEW/",
        published_at: "2026-11-19",
        likes: 3,
        views: 50,
      },
    });
    await type({
      account: 2,
      post: { url: "https://x.com/perpus/status/2076937302695018752", likes: 3 },
    });
    const { posts } = await dump(db);
    expect(posts).toMatchObject([
      {},
      {
        external_id: "instagram.com/p/NEW",
        published_at: Date.parse("2026-11-19T00:00:00+07:00") / 1000,
        published_precision: "day",
        likes: 3,
        views: 50,
      },
      {
        external_id: "2076937302695018752",
        published_precision: "second",
        published_on: "2026-07-14",
      },
    ]);
    await undo(1);
    await undo(2);
    expect(await derived(db)).toEqual(before);
  });
});

test("a post that its id dates otherwise than its day says is not stored, known or not", async () => {
  const url = "https://x.com/perpus/status/2076937302695018752";
  const wrong = { url, published_at: "2026-11-20", likes: 4 };
  const refused = { code: "invalid", problems: [{ path: "post.published_at" }] };
  const before = await dump(db);
  await expect(type({ account: 2, post: wrong })).rejects.toMatchObject(refused);
  expect(await dump(db)).toEqual(before);
  await type({ account: 2, post: { ...wrong, published_at: "2026-07-14" } });
  await expect(type({ account: 2, post: wrong })).rejects.toMatchObject(refused);
  expect((await dump(db)).posts).toMatchObject([
    {},
    { published_on: "2026-07-14", published_precision: "second" },
  ]);
});

describe("what is refused, with its path; the database stays as it is", () => {
  test.each([
    ["nothing", undefined, "invalid", ["", "required"]],
    ["no account", { followers: 1 }, "invalid", ["account", "required"]],
    ["no count", { account: 1 }, "invalid", ["followers", "required"]],
    ["half a follower", { account: 1, followers: 1.5 }, "invalid", ["followers", "not_a_count"]],
    ["a negative count", { account: 1, followers: -1 }, "invalid", ["followers", "not_a_count"]],
    [
      "a count beyond all platforms",
      { account: 1, followers: 1e13 },
      "invalid",
      ["followers", "too_large_a_count"],
    ],
    ["a word", { account: 1, followers: "many" }, "invalid", ["followers", "not_a_count"]],
    [
      "a day that does not exist",
      { account: 1, date: "2026-02-30", followers: 1 },
      "invalid",
      ["date", "not_a_day"],
    ],
    [
      "tomorrow",
      { account: 1, date: "2026-11-24", followers: 1 },
      "invalid",
      ["date", "in_the_future"],
    ],
    [
      "the last century",
      { account: 1, date: "1999-11-24", followers: 1 },
      "invalid",
      ["date", "too_early"],
    ],
    [
      "a field nobody knows",
      { account: 1, followers: 1, foo: 1 },
      "invalid",
      ["foo", "unknown_field"],
    ],
    [
      "an unknown account",
      { account: 7, followers: 1 },
      "not_found",
      ["account", "unknown_account"],
    ],
    [
      "an unknown post",
      { account: 1, post: { id: 7, likes: 1 } },
      "not_found",
      ["post.id", "unknown_post"],
    ],
    [
      "another account's post",
      { account: 2, post: { id: 1, likes: 1 } },
      "not_found",
      ["post.id", "unknown_post"],
    ],
    ["a post without figures", { account: 1, post: { id: 1 } }, "invalid", ["post", "no_figures"]],
    [
      "a post without a name",
      { account: 1, post: { likes: 1 } },
      "invalid",
      ["post", "no_post_id"],
    ],
    [
      "an address of something else",
      { account: 1, post: { url: "https://example.org/", likes: 1 } },
      "invalid",
      ["post.url", "no_post_id"],
    ],
    [
      "no address",
      { account: 1, post: { url: "javascript:x", likes: 1 } },
      "invalid",
      ["post.url", "bad_url"],
    ],
    [
      "a new post without its time",
      { account: 1, post: { external_id: "p9", likes: 1 } },
      "invalid",
      ["post.published_at", "no_published_at"],
    ],
    [
      "a time without its zone",
      { account: 1, post: { id: 1, likes: 1, published_at: "2026-11-19T10:00:00" } },
      "invalid",
      ["post.published_at", "no_time_zone"],
    ],
    [
      "a post from the future",
      { account: 1, post: { external_id: "p9", likes: 1, published_at: "2027-01-01" } },
      "invalid",
      ["post.published_at", "in_the_future"],
    ],
  ])("%s", async (_what, body, code, problem) => {
    const before = await dump(db);
    const refused = await type(body).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(Problem);
    const { code: said, problems } = refused as Problem;
    expect({ said, problems: problems.map((one) => [one.path, one.code]) }).toEqual({
      said: code,
      problems: [problem],
    });
    expect(await dump(db)).toEqual(before);
  });
});

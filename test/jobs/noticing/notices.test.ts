/** Notices as they are stored: opened once and closed once, in the batch that changes what they tell of, or by a look. */
import { describe, expect, test } from "vitest";
import { lookAround } from "../../../functions/jobs/noticing/look.ts";
import { createNote } from "../../../functions/jobs/planning/notes.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { noteStreak } from "../../../functions/jobs/writing/excuse.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import type { PostReading } from "../../../functions/model/snapshot.ts";
import { listOpenNotices } from "../../../functions/store/notices.ts";
import { counted } from "../../counted.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { post as anyPost, DAY, HOUR, snapshot, ZONE } from "../writing/snapshots.ts";

const START = Date.parse("2026-01-01T02:00:00Z") / 1000;
const CONTEXT = { now: START + 1000 * DAY, time_zone: ZONE, import: null };
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];

const db = await ownDatabase();

const notices = async () => {
  const { notices: rows } = (await dump(db, ["notices"])) as { notices: Record<string, unknown>[] };
  return rows.map(({ kind, account_id, streak_id, opened_at, closed_at }) => ({
    kind,
    ...(streak_id === null ? { account_id } : { streak_id }),
    opened_at,
    closed_at,
  }));
};
const look = (on: D1Database, now: number) => lookAround(on, { now, usual_zone: ZONE });
const open = async () => (await listOpenNotices(db)).map(({ id: _id, ...notice }) => notice);

describe("the notice of a streak", () => {
  const publishedAt = (n: number) => START + 2 * n * DAY;
  const readAt = (last: number) => publishedAt(last) + 1.5 * DAY;
  const post = (n: number, likes = USUAL[n % USUAL.length] ?? 100): PostReading =>
    anyPost(`p${n}`, publishedAt(n), { likes, comments: 0, shares: 0 });
  const posts = (from: number, to: number, likes?: number) =>
    Array.from({ length: to - from }, (_, index) => post(from + index, likes));
  const read = (of: PostReading[], last: number) =>
    ingest(db, [snapshot(readAt(last), { posts: of, followers: 1000 })], CONTEXT);

  test("opens with it, stays while it lasts, closes when it is over, and opens anew with the next", async () => {
    await read([...posts(0, 60), ...posts(60, 63, 20)], 62);
    expect(await notices()).toEqual([]);
    await read(posts(63, 64, 20), 63);
    const opened = { kind: "weak", streak_id: 1, opened_at: readAt(63) };
    expect(await notices()).toEqual([{ ...opened, closed_at: null }]);
    expect(await open()).toEqual([{ ...opened, account_id: 1 }]);
    await read(posts(64, 66, 20), 65);
    expect(await notices()).toEqual([{ ...opened, closed_at: null }]);
    await read(posts(66, 76), 75);
    const [first, ...none] = await notices();
    expect(none).toEqual([]);
    expect(first).toEqual({ ...opened, closed_at: readAt(75) });
    await read(posts(76, 82, 20), 81);
    expect(await notices()).toMatchObject([first as object, { kind: "weak", closed_at: null }]);
  });

  test("a strong one has its own", async () => {
    await read([...posts(0, 60), ...posts(60, 66, 600)], 65);
    expect(await open()).toMatchObject([{ kind: "strong", streak_id: 1 }]);
  });

  test("one of long ago has none", async () => {
    await read([...posts(0, 60), ...posts(60, 65, 20), ...posts(65, 90)], 89);
    expect(await dump(db, ["streaks"])).toMatchObject({ streaks: [{ state: "recovered" }] });
    expect(await notices()).toEqual([]);
  });

  test("a reason that a person notes closes it, and taking it back opens it", async () => {
    await read([...posts(0, 60), ...posts(60, 65, 20)], 64);
    await noteStreak(db, 1, { reason: "Ramadan" }, CONTEXT);
    expect(await open()).toEqual([]);
    await noteStreak(db, 1, { reason: null }, CONTEXT);
    expect(await open()).toMatchObject([{ kind: "weak", streak_id: 1 }]);
    // its own, taken up again
    expect(await notices()).toHaveLength(1);
  });

  test("a rebuild finds the same", async () => {
    await read([...posts(0, 60), ...posts(60, 65, 20)], 64);
    const before = await dump(db, ["notices"]);
    while (!(await rebuild(db, CONTEXT)).done);
    expect(await dump(db, ["notices"])).toEqual(before);
  });

  test("the same again writes nothing, and an erased account takes it along", async () => {
    const all = [...posts(0, 60), ...posts(60, 65, 20)];
    await read(all, 64);
    const { db: watched, counts } = counted(db);
    await ingest(watched, [snapshot(readAt(64), { posts: all, followers: 1000 })], CONTEXT);
    expect(counts.written).toBe(0);
    await eraseAccount(db, 1);
    expect(await notices()).toEqual([]);
  });
});

describe("a look", () => {
  const pushed = (read_at: number, account = "perpus") =>
    ingest(db, [{ ...snapshot(read_at, { followers: 5 }), account, external_id: account }], {
      ...CONTEXT,
      now: read_at,
    });

  test("opens what the clock made true, once, and closes it when it is not any more", async () => {
    await pushed(START);
    await look(db, START + 7 * DAY);
    expect(await notices()).toEqual([]);
    const seen = START + 7 * DAY + HOUR;
    await look(db, seen);
    const opened = { kind: "figures", account_id: 1, opened_at: seen };
    expect(await open()).toEqual([{ ...opened, missing: "all", since: START }]);
    const { db: watched, counts } = counted(db);
    await look(watched, seen + HOUR);
    expect(counts.written).toBe(0);
    await pushed(seen + 2 * HOUR);
    await look(db, seen + 3 * HOUR);
    expect(await notices()).toEqual([{ ...opened, closed_at: seen + 3 * HOUR }]);
    await look(db, seen + 8 * DAY);
    expect(await notices()).toHaveLength(2);
  });

  test("says that something changed to whoever keeps a page", async () => {
    await pushed(START);
    const version = async () => (await dump(db, ["library"])) as { library: { version: number }[] };
    const before = (await version()).library[0]?.version ?? 0;
    await look(db, START + 9 * DAY);
    expect((await version()).library[0]?.version).toBe(before + 1);
  });

  test("does not look at a hidden account, and closes what was open of it", async () => {
    await pushed(START);
    await pushed(START, "cabang");
    await look(db, START + 9 * DAY);
    expect(await open()).toHaveLength(2);
    await db.prepare("update accounts set hidden_at = 1 where id = 2").run();
    await look(db, START + 10 * DAY);
    expect(await open()).toMatchObject([{ account_id: 1 }]);
  });

  test("reads what is open, however much is closed", async () => {
    await pushed(START);
    const closed = db.prepare(
      "insert into notices (kind, account_id, opened_at, closed_at) values ('figures', 1, 1, 2)",
    );
    await db.batch(Array.from({ length: 200 }, () => closed));
    const { db: watched, counts } = counted(db);
    expect(await listOpenNotices(watched)).toEqual([]);
    // the index has none
    expect(counts.read).toBeLessThanOrEqual(1);
  });
});

describe("a silence", () => {
  const publishedAt = (n: number) => START + 2 * n * DAY;
  const LAST = 30;
  const at = (days: number) => publishedAt(LAST) + days * DAY;
  /** A post every other day, and a look at the account each day, but for those that nobody looked. */
  async function posted(silent: number, { down = [] as number[], rest = {} } = {}) {
    const posts = Array.from({ length: LAST + 1 }, (_, n) =>
      anyPost(`p${n}`, publishedAt(n), { likes: 5, ...rest }),
    );
    await ingest(db, [snapshot(at(0), { posts, followers: 100 })], CONTEXT);
    const days = Array.from({ length: silent }, (_, index) => index + 1);
    for (const day of days.filter((one) => !down.includes(one))) {
      await ingest(db, [snapshot(at(day), { followers: 100 + day })], CONTEXT);
    }
  }
  const SILENCE = { kind: "silence", account_id: 1, from: "2026-03-02", usual_days: 2 };
  const found = async (days: number) => {
    await look(db, at(days) + HOUR);
    return open();
  };

  test("opens when the gap is unusual, and ends with the next post", async () => {
    // −2 ln (2 / 364) = 10.4 days
    await posted(11);
    expect(await found(10)).toEqual([]);
    const [opened] = await found(11);
    expect(opened).toMatchObject({ ...SILENCE, by_chance_every_weeks: expect.any(Number) });
    expect(await found(11)).toEqual([opened]);
    const post = anyPost("p99", at(11.2), { likes: 1 });
    await ingest(db, [snapshot(at(11.3), { posts: [post] })], CONTEXT);
    expect(await open()).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });

  test("does not end with a story", async () => {
    await posted(11);
    await found(11);
    const story = anyPost("s1", at(11.2), { format: "story", likes: 1 });
    await ingest(db, [snapshot(at(11.3), { posts: [story] })], CONTEXT);
    expect(await open()).toHaveLength(1);
  });

  test("asks as much of two quiet accounts as of one", async () => {
    await posted(11);
    const { db: watched, counts } = counted(db);
    await look(watched, at(11) + HOUR);
    const one = counts.queries;
    await db.prepare("delete from notices").run();
    await db.batch(
      [
        "insert into accounts select id + 1, platform, 'lain', null, name, named_at, given_name, followers, followers_at, collected_at, last_read_at, held, days_seen, version, rebuilding, import_id, created_at, hidden_at, old_handles, merged_into, merged, posts_seen, norm, connected, connected_until from accounts",
        "insert into posts (account_id, external_id, published_at, published_on) select 2, external_id, published_at, published_on from posts",
        "insert into days (account_id, date) select 2, date from days",
      ].map((sql) => db.prepare(sql)),
    );
    counts.queries = 0;
    await look(watched, at(11) + HOUR);
    expect(await open()).toHaveLength(2);
    expect(counts.queries).toBe(one);
  });

  test("does not end with an old post that comes in late", async () => {
    await posted(11);
    await found(11);
    const post = anyPost("old", publishedAt(3), { likes: 1 });
    await ingest(db, [snapshot(at(11.3), { posts: [post] })], CONTEXT);
    expect(await open()).toHaveLength(1);
  });

  test.each<[string, number, object, number]>([
    ["days on which nobody looked are none", 13, { down: [2, 3, 4] }, 0],
    ["it comes later by as many", 15, { down: [2, 3, 4] }, 1],
    ["stories are no posts, and so no rhythm", 20, { rest: { format: "story" } }, 0],
  ])("%s", async (_, silent, options, count) => {
    await posted(silent, options);
    expect(await found(silent)).toHaveLength(count);
  });

  test.each<[string, number[] | null, boolean, number]>([
    ["days that are left out are none", null, true, 0],
    ["nor those of the account alone", [1], true, 0],
    ["a note that is only drawn changes nothing", null, false, 1],
  ])("%s", async (_, accounts, left_out, count) => {
    await posted(13);
    const planning = { ...CONTEXT, now: at(13), author: { link: null, who: "" }, allowed: null };
    const days = { from_on: "2026-03-04", to_on: "2026-03-06", text: "banjir" };
    await createNote(db, planning, { ...days, accounts, left_out });
    expect(await found(13)).toHaveLength(count);
  });

  test("of an account that was not read of late nobody knows it", async () => {
    await posted(11);
    expect((await found(14)).filter(({ kind }) => kind === "silence")).toEqual([]);
  });

  test("a hidden post did not end it", async () => {
    await posted(11);
    await ingest(
      db,
      [snapshot(at(11.1), { posts: [anyPost("p99", at(5), { likes: 1 })] })],
      CONTEXT,
    );
    expect(await found(11)).toEqual([]);
    await db.prepare("update posts set hidden_at = 1 where external_id = 'p99'").run();
    expect(await found(11)).toMatchObject([SILENCE]);
  });
});

/** What an undone import leaves of the streaks that it had a part in: nothing. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import type { PostReading } from "../../../functions/model/snapshot.ts";
import type { KnownStreak } from "../../../functions/model/streak.ts";
import { listStreaksBetween } from "../../../functions/store/streaks.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { post as anyPost, DAY, NOW } from "./snapshots.ts";
import { CONTEXT, said, twoNames } from "./two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { file, push, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

/** Interactions of usual posts, over and over: median 100. */
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];

/** The n-th post of an account that posts every other day. */
const publishedAt = (n: number) => NOW - 2 * (80 - n) * DAY;
const post = (n: number, likes: number | null, rest: Partial<PostReading> = {}): PostReading =>
  anyPost(`p${n}`, publishedAt(n), {
    likes,
    comments: likes && 0,
    shares: likes && 0,
    reach: likes && 10 * likes,
    ...rest,
  });
/** From the n-th post to before the m-th. */
const posts = (n: number, m: number, likes?: number | null) =>
  Array.from({ length: m - n }, (_, index) =>
    post(n + index, likes === undefined ? (USUAL[(n + index) % USUAL.length] ?? 100) : likes),
  );
const read = (after: number, of: PostReading[], followers: number | null = null) =>
  said("perpus", publishedAt(after) + 1.5 * DAY, { followers, posts: of });

const streaks = () => listStreaksBetween(db, [1], 0, NOW + DAY);

/** Everything, streaks included, but for what counts writes and ids, and the list of imports itself. */
async function everything() {
  const { imports: _imports, ...tables } = await dump(db);
  const { streaks, norms, notices } = await dump(db, ["streaks", "norms", "notices"]);
  const rows = (of: unknown) => of as Record<string, unknown>[];
  return Object.fromEntries([
    ...Object.entries(tables).map(([table, of]) => [
      table,
      rows(of).map(({ version: _version, last_post: _last, ...row }) => row),
    ]),
    ["streaks", streaks],
    ["notices", notices],
    // which of the posts are kept at hand, and when was learned last, is as it may be
    ["norms", rows(norms).map(({ posts: _posts, learned_at: _at, ...row }) => row)],
  ]);
}

describe("an undone import leaves the whole database as it was, streaks included", () => {
  test.each<[string, PostReading[][], PostReading[]]>([
    ["whose posts made a streak", [posts(0, 60)], posts(60, 65, 20)],
    [
      "whose figures made one of known posts",
      [posts(0, 60), posts(60, 65, null)],
      posts(60, 65, 20),
    ],
    ["whose posts made the norm", [posts(40, 60, 20)], posts(0, 40)],
    ["whose posts went on with one", [posts(0, 60), posts(60, 65, 20)], posts(65, 68, 20)],
    ["whose posts ended one", [posts(0, 60), posts(60, 65, 20)], posts(65, 75)],
    ["whose figures took one back", [posts(0, 60), posts(60, 65, 20)], posts(60, 65, 100)],
  ])("%s", async (_what, pushed, imported) => {
    await push(read(0, [], 1000));
    for (const [index, of] of pushed.entries()) await push(read(66 + index / 24, of));
    const before = await everything();
    const told = await streaks();
    const id = await file(read(76, imported));
    expect(await streaks()).not.toEqual(told);
    await undone(id);
    expect(await everything()).toEqual(before);
  });
});

/** The ids of posts that a streak names anywhere. */
const named = ({ first_post, last_post, evidence, told }: KnownStreak): number[] => [
  first_post,
  last_post,
  ...evidence.before,
  ...[...evidence.posts, ...told.posts].map(([id]) => id),
];

describe("a streak that stands without the import", () => {
  beforeEach(async () => {
    await push(read(0, [], 1000));
    await push(read(66, posts(0, 60)));
    const id = await file(read(66, posts(60, 64, 20)));
    await push(read(70, posts(64, 70, 20)));
    expect((await streaks())[0]?.told.posts).toHaveLength(4);
    await undone(id);
  });

  test("is told anew, of what is there alone", async () => {
    const [streak, ...more] = await streaks();
    expect(more).toEqual([]);
    expect(streak).toMatchObject({ state: "open", posts: 6, revised: false });
    const there = (await dump(db)).posts?.map((row) => (row as { id: number }).id) ?? [];
    expect(streak && named(streak).filter((id) => !there.includes(id))).toEqual([]);
    expect(streak?.told.posts.map(([id]) => id)).toEqual(streak?.evidence.posts.map(([id]) => id));
  });

  test("is kept as it was told then where history takes it back later", async () => {
    const [{ told } = { told: null }] = await streaks();
    await push(read(71, posts(64, 70, 100)));
    expect(await streaks()).toMatchObject([{ state: "withdrawn", revised: true, told }]);
  });
});

describe("a streak that was withdrawn while the import stood", () => {
  test("goes with the posts that it was told of", async () => {
    await push(read(0, [], 1000));
    await push(read(66, posts(0, 60)));
    const id = await file(read(66, posts(60, 65, 20)));
    for (const [post] of (await streaks())[0]?.evidence.posts ?? []) {
      await correctPost(db, post, { paid: true }, CONTEXT);
    }
    expect(await streaks()).toMatchObject([{ state: "withdrawn" }]);
    await undone(id);
    expect(await streaks()).toEqual([]);
  });

  test("stays where it was told of posts that a push brought", async () => {
    await push(read(0, [], 1000));
    const id = await file(read(1, [], 1000));
    await push(read(66, [...posts(0, 60), ...posts(60, 65, 20)]));
    await push(read(67, posts(60, 65, 100)));
    const told = await streaks();
    expect(told).toMatchObject([{ state: "withdrawn" }]);
    await undone(id);
    expect(await streaks()).toEqual(told);
  });

  test("and was told before it stays", async () => {
    await push(read(0, [], 1000));
    await push(read(66, [...posts(0, 60), ...posts(60, 65, 20)]));
    const [{ told } = { told: null }] = await streaks();
    const id = await file(read(67, posts(65, 67, 20)));
    await push(read(68, posts(60, 65, 100)));
    await undone(id);
    const [streak, ...more] = await streaks();
    expect(more).toEqual([]);
    expect(streak).toMatchObject({ state: "withdrawn", revised: true, told });
    expect(streak?.evidence.posts.map(([one]) => one)).toEqual(told?.posts.map(([one]) => one));
  });
});

import { describe, expect, test } from "vitest";
import { createNote, removeNote } from "../../../functions/jobs/planning/notes.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { excusePost, noteStreak } from "../../../functions/jobs/writing/excuse.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { dayOf } from "../../../functions/model/day.ts";
import type { PostReading } from "../../../functions/model/snapshot.ts";
import type { KnownStreak } from "../../../functions/model/streak.ts";
import { listMonths } from "../../../functions/store/months.ts";
import { listNorms } from "../../../functions/store/norms.ts";
import { all } from "../../../functions/store/rows.ts";
import { findStreak, listStreaksBetween } from "../../../functions/store/streaks.ts";
import { counted } from "../../counted.ts";
import { ownDatabase } from "../../own-database.ts";
import { post as anyPost, DAY, HOUR, snapshot, ZONE } from "../writing/snapshots.ts";

const START = Date.parse("2026-01-01T02:00:00Z") / 1000;
const CONTEXT = { now: START + 1000 * DAY, time_zone: ZONE, import: null };
const PLANNING = {
  now: CONTEXT.now,
  time_zone: ZONE,
  author: { link: null, who: "" },
  allowed: null,
};

/** Interactions of usual posts, over and over: median 100. */
const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];

const db = await ownDatabase();

/** The n-th post of an account that posts every other day. */
const publishedAt = (n: number) => START + 2 * n * DAY;

const post = (n: number, likes: number, rest: Partial<PostReading> = {}): PostReading =>
  anyPost(`p${n}`, publishedAt(n), { likes, comments: 0, shares: 0, reach: 10 * likes, ...rest });

const pushed = (read_at: number, posts: PostReading[], followers: number | null = 1000) =>
  snapshot(read_at, { posts, followers });

const usual = (n: number) => post(n, USUAL[n % USUAL.length] ?? 100);

/** Posts up to the n-th, each read a day and a half after it was published. */
async function history(posts: PostReading[], last: number) {
  await ingest(db, [pushed(publishedAt(last) + 1.5 * DAY, posts)], CONTEXT);
}

const streaks = () => listStreaksBetween(db, [1], 0, CONTEXT.now);
const theStreak = async () => {
  const [streak, ...more] = await streaks();
  expect(more).toEqual([]);
  return streak as KnownStreak;
};
const stateOf = async () => (await listNorms(db, [1]))[0]?.state ?? null;

/** 60 usual posts, then `weak` that drew a fifth. */
const slump = (weak: number) => [
  ...Array.from({ length: 60 }, (_, n) => usual(n)),
  ...Array.from({ length: weak }, (_, n) => post(60 + n, 20)),
];

describe("a weak streak", () => {
  test("is watched from three bad posts on, and told of from four", async () => {
    await history(slump(2), 61);
    expect(await streaks()).toEqual([]);
    expect(await stateOf()).toEqual({ state: "normal" });
    await history([post(62, 20)], 62);
    expect(await stateOf()).toEqual({ state: "watch" });
    await history([post(63, 20)], 63);
    expect(await stateOf()).toEqual({ state: "weak" });
    const { evidence, told, id, peak, severity, ...row } = await theStreak();
    expect(id).toBe(1);
    expect(row).toEqual({
      account_id: 1,
      kind: "weak",
      state: "open",
      first_post: 61,
      started_at: publishedAt(60),
      last_post: 64,
      ended_at: null,
      closed_at: null,
      posts: 4,
      // 2 (e^x − x − 1), x = peak + 1.166
      false_alarm_every: Math.round(2 * (Math.exp(peak + 1.166) - peak - 2.166)),
      announced: true,
      format: "image",
      // every other day
      posts_per_week: 3.5,
      // its reach fell as its interactions did, so those reached reacted as before
      reach_ratio: expect.closeTo(0.2, 1),
      reaction_ratio: expect.closeTo(1, 1),
      revised: false,
      reason: null,
    });
    expect(peak).toBeGreaterThanOrEqual(4);
    // 20 after a day and a half head for 24.9, of 97 usual; with two posts at the norm beside the four: 0.26 ^ (4/6)
    expect(severity).toBe(0.4);
    const { posts, before } = evidence;
    expect(posts.map(([post]) => post)).toEqual([61, 62, 63, 64]);
    const sums = posts.map(([, sum]) => sum);
    expect(sums).toEqual(sums.toSorted((one, other) => one - other));
    expect(sums.at(-1)).toBe(peak);
    // the norm's forty when the flag was raised, without the streak's own three
    expect(before).toEqual(Array.from({ length: 37 }, (_, index) => 24 + index));
    expect(told).toEqual({
      at: publishedAt(63) + 1.5 * DAY,
      imports: 0,
      opened: 64,
      posts: [
        [61, 0.22, sums[0]],
        [62, 0.26, sums[1]],
        [63, 0.26, sums[2]],
        [64, 0.26, sums[3]],
      ],
      severity,
      peak,
      false_alarm_every: row.false_alarm_every,
    });
  });

  test("grows, and what was told stays", async () => {
    await history(slump(4), 63);
    const { told } = await theStreak();
    await history([post(64, 20), post(65, 20)], 65);
    expect(await theStreak()).toMatchObject({
      id: 1,
      posts: 6,
      last_post: 66,
      told,
      revised: false,
    });
  });

  test("is over with usual posts, told so for two weeks", async () => {
    await history(slump(6), 65);
    await history([66, 67, 68, 69].map(usual), 69);
    const streak = await theStreak();
    expect(streak).toMatchObject({
      state: "recovered",
      posts: 6,
      last_post: 66,
      ended_at: publishedAt(65),
    });
    const closed_at = streak.closed_at as number;
    expect(closed_at).toBeGreaterThan(publishedAt(65));
    expect(await stateOf()).toEqual({ state: "recovered", until: closed_at + 14 * DAY });
    await history([70, 71, 72, 73, 74, 75, 76, 77, 78].map(usual), 78);
    expect(await stateOf()).toEqual({ state: "normal" });
  });

  test("marks its posts in the months, and the young one beside them as still growing", async () => {
    await history(slump(5), 64);
    await ingest(db, [pushed(publishedAt(65) + 3 * HOUR, [post(65, 4)])], CONTEXT);
    const months = await listMonths(db, [1], { from: "2026-01", to: "2026-12" });
    const found = months.flatMap(({ posts }) => posts);
    expect(found.filter(({ weak }) => weak).map(({ id }) => id)).toEqual([61, 62, 63, 64, 65]);
    expect(found.find(({ id }) => id === 61)).toMatchObject({ judgement: "judged", score: 0.21 });
    expect(found.find(({ id }) => id === 66)).toMatchObject({
      judgement: "pending",
      score: null,
      weak: null,
    });
    // fifteen posts are learned from
    expect(found.slice(0, 16).map(({ judgement }) => judgement)).toEqual([
      ...Array.from({ length: 15 }, () => "learning"),
      "judged",
    ]);
  });

  test("that a correction takes back is withdrawn, marked, and still says what was told", async () => {
    await history(slump(5), 64);
    const { told } = await theStreak();
    const better = [60, 61, 62, 63, 64].map((n) => post(n, 100));
    await ingest(db, [pushed(publishedAt(64) + 1.6 * DAY, better)], CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "withdrawn", revised: true, told, posts: 5 });
    expect(await stateOf()).toEqual({ state: "normal" });
    // and stands again, as the same, when the correction is corrected
    const worse = [60, 61, 62, 63, 64].map((n) => post(n, 20));
    await ingest(db, [pushed(publishedAt(64) + 1.7 * DAY, worse)], CONTEXT);
    expect(await theStreak()).toMatchObject({ id: 1, state: "open", revised: false, told });
  });

  test("keeps its page when an older post comes in before its first", async () => {
    await history(slump(5), 64);
    const late = { ...post(99, 20), published_at: publishedAt(60) - HOUR * 5 };
    await ingest(db, [pushed(publishedAt(64) + 1.6 * DAY, [late])], CONTEXT);
    expect(await theStreak()).toMatchObject({
      id: 1,
      state: "open",
      first_post: 66,
      started_at: late.published_at,
      posts: 6,
      revised: true,
    });
  });
});

describe("a reason", () => {
  test("leaves the run out of the norm, and can be taken back", async () => {
    await history(slump(6), 65);
    await history([66, 67, 68, 69].map(usual), 69);
    const before = await theStreak();
    await noteStreak(db, 1, { reason: "Ramadan" }, CONTEXT);
    expect(await theStreak()).toMatchObject({
      state: "withdrawn",
      reason: "Ramadan",
      revised: false,
      told: before.told,
    });
    expect(await stateOf()).toEqual({ state: "normal" });
    const months = await listMonths(db, [1], { from: "2026-01", to: "2026-12" });
    const posts = months.flatMap((month) => month.posts);
    expect(posts.filter(({ judgement }) => judgement === null).map(({ id }) => id)).toEqual([
      61, 62, 63, 64, 65, 66,
    ]);
    await noteStreak(db, 1, { reason: null }, CONTEXT);
    expect(await theStreak()).toEqual(before);
  });

  test("holds while it lasts: the posts after it are judged by the norm before it", async () => {
    await history(slump(5), 64);
    await noteStreak(db, 1, { reason: "akun diretas" }, CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "withdrawn", reason: "akun diretas" });
    await history(
      [65, 66, 67, 68].map((n) => post(n, 20)),
      68,
    );
    expect((await streaks()).map(({ id, state, posts }) => ({ id, state, posts }))).toEqual([
      { id: 2, state: "open", posts: 4 },
      { id: 1, state: "withdrawn", posts: 5 },
    ]);
  });

  test("excuses a single post", async () => {
    await history(slump(4), 63);
    await excusePost(db, 62, "salah unggah", CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "withdrawn", revised: true });
    await excusePost(db, 62, null, CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "open" });
  });

  test("excuses a span of days, with the posts of it that still come, and takes all of it in again", async () => {
    await history(slump(5), 64);
    const before = await theStreak();
    const span = {
      accounts: [1],
      from_on: dayOf(publishedAt(60), ZONE),
      to_on: dayOf(publishedAt(66), ZONE),
    };
    const reasons = async () =>
      (
        await all<{ excused: string | null }>(
          db.prepare("select excused from posts order by published_at"),
        )
      ).map(({ excused }) => excused);
    const note = await createNote(db, PLANNING, { ...span, text: "Ramadan", left_out: true });
    expect(await theStreak()).toMatchObject({ state: "withdrawn", revised: true });
    await history([65, 66, 67].map(usual), 67);
    expect((await reasons()).slice(-9)).toEqual([null, ...Array(7).fill("Ramadan"), null]);
    await removeNote(db, PLANNING, note.id, note.version);
    expect(new Set(await reasons())).toEqual(new Set([null]));
    expect(await theStreak()).toMatchObject({ id: before.id, first_post: before.first_post });
    await history([68].map(usual), 68);
    expect((await reasons()).at(-1)).toBeNull();
  });

  test("a correction that takes a told post out of the run is marked", async () => {
    await history(slump(8), 67);
    expect(await theStreak()).toMatchObject({ state: "open", revised: false });
    await correctPost(db, 63, { paid: true }, CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "open", posts: 7, revised: true });
    await correctPost(db, 63, { paid: null }, CONTEXT);
    expect(await theStreak()).toMatchObject({ state: "open", posts: 8, revised: false });
  });

  test("of a streak that is not known is refused", () =>
    expect(noteStreak(db, 7, { reason: "x" }, CONTEXT)).rejects.toMatchObject({
      code: "not_found",
    }));
});

describe("what is no part of the norm", () => {
  test.each([
    ["a paid post", { paid: true }],
    ["a post that is gone", { removed_at: publishedAt(70) }],
    ["a story", { format: "story" as const }],
  ])("%s", async (_, rest) => {
    await history(
      slump(3).map((one, n) => (n >= 60 ? { ...one, ...rest } : one)),
      62,
    );
    expect(await stateOf()).toEqual({ state: "normal" });
    const [month] = await listMonths(db, [1], { from: "2026-05", to: "2026-05" });
    expect(month?.posts.slice(-3).map(({ judgement, score }) => [judgement, score])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });
});

describe("an hourly run", () => {
  test("stays within its budget, with four posts changed while a streak is open", async () => {
    await history(slump(0), 59);
    const young = (hours: number) =>
      [60, 61, 62, 63].map((n) => post(n, 14 + Math.round(hours / 8) + (n % 2)));
    for (let hours = 26; hours < 44; hours += 6) {
      await ingest(
        db,
        [pushed(publishedAt(63) + hours * HOUR, young(hours), 1000 + hours)],
        CONTEXT,
      );
    }
    expect(await theStreak()).toMatchObject({ state: "open" });
    const watched = counted(db);
    const run = pushed(publishedAt(63) + 50 * HOUR, young(50), 1200);
    await ingest(watched.db, [run], CONTEXT);
    expect(watched.counts.batches).toBe(1);
    expect(watched.counts.written).toBeLessThanOrEqual(20);
    expect(watched.counts.queries).toBeLessThanOrEqual(20);
    const own = watched.of(/\b(norms|streaks|growth)\b/);
    expect(own.read).toBeLessThanOrEqual(60);
    expect(own.written).toBeLessThanOrEqual(4);
    watched.reset();
    await ingest(watched.db, [run], CONTEXT);
    expect(watched.counts.written).toBe(0);
    const same = { ...run, read_at: run.read_at + HOUR };
    watched.reset();
    await ingest(watched.db, [same], CONTEXT);
    expect(watched.counts.written).toBeLessThanOrEqual(8);
    expect(await findStreak(db, 1)).toMatchObject({ state: "open" });
  });
});

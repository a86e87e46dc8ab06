/** What an hour writes in which nothing happened but that it was looked: four posts that stand still, whatever the hour turns. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { isoInstant } from "../../../functions/model/day.ts";
import type { Instant, PostReading, Snapshot } from "../../../functions/model/snapshot.ts";
import { listMonths } from "../../../functions/store/months.ts";
import { listNorms } from "../../../functions/store/norms.ts";
import { listStreaksBetween } from "../../../functions/store/streaks.ts";
import { counted } from "../../counted.ts";
import { openDatabase, wipe } from "../../database.ts";
import { randomOf } from "../../demo/random.ts";
import { DAY, HOUR, post, snapshot, ZONE } from "./snapshots.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
afterAll(close);
beforeEach(() => wipe(db));

const MOST = 8;
const DUE = 4;
/** The month turns on the tenth day. */
const START = Date.parse("2026-11-20T05:00:00Z") / 1000;

type Made = { id: string; published_at: Instant; size: number };

/** As it is read: half of all there after nine hours. */
const read = ({ id, published_at, size }: Made, at: Instant): PostReading => {
  const grown = size * (1 - 2 ** (-(at - published_at) / (9 * HOUR)));
  return post(id, published_at, {
    likes: Math.round(grown * 0.9),
    comments: Math.round(grown * 0.05),
    shares: Math.round(grown * 0.05),
    reach: Math.round(grown * 14),
    views: Math.round(grown * 20),
  });
};

/** Posts every so many days, the twelve newest of another size. */
function posts(days: number, every: number, slump: number): Made[] {
  const random = randomOf("quiet", days);
  const count = Math.round(days / every);
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    published_at: Math.floor(START - (count - index - 0.5 - random.unit() * 0.4) * every * DAY),
    size: 60 * Math.exp(0.4 * random.normal()) * (index >= count - 12 ? slump : 1),
  }));
}

const at = (read_at: Instant, of: PostReading[]) => snapshot(read_at, { posts: of });

const push = (to: D1Database, now: Instant, snapshots: Snapshot[]) =>
  ingest(to, snapshots, { now, time_zone: ZONE, import: null });

const YOUNG = 8 * DAY;
const STEP = 3 * HOUR;

/** Those of before read once, as they were when they were grown; since then each every third hour while it is young. */
async function live(made: readonly Made[]): Promise<void> {
  const since = START - 20 * DAY;
  const old = made.filter(({ published_at }) => published_at < since);
  for (let from = 0; from < old.length; from += 200) {
    const some = old.slice(from, from + 200);
    const grown = Math.max(...some.map(({ published_at }) => published_at)) + 15 * DAY;
    const now = Math.min(grown, since);
    await push(db, now, [
      at(
        now,
        some.map((one) => read(one, grown)),
      ),
    ]);
  }
  const hours = Array.from(
    { length: (START - since) / STEP },
    (_, index) => since + (index + 1) * STEP,
  );
  for (let from = 0; from < hours.length; from += 32) {
    const snapshots = hours.slice(from, from + 32).map((now) => {
      const young = made.filter((one) => one.published_at < now && one.published_at > now - YOUNG);
      return at(
        now,
        young.map((one) => read(one, now)),
      );
    });
    await push(db, snapshots.at(-1)?.read_at ?? 0, snapshots);
  }
}

/** Pushes the same four posts in each hour. @returns the dearest hour, and any above what one may write */
async function quiet(made: readonly Made[], hours: number) {
  const due = made.slice(-DUE).map((one) => read(one, START));
  const through = counted(db);
  const written: number[] = [];
  const above: string[] = [];
  for (let hour = 1; hour <= hours; hour += 1) {
    const now = START + hour * HOUR;
    through.reset();
    await push(through.db, now, [at(now, due)]);
    written.push(through.counts.written);
    if (through.counts.written > MOST) above.push(`${isoInstant(now)}: ${through.counts.written}`);
  }
  return { above, dearest: Math.max(...written), usual: Math.min(...written) };
}

const standing = async () => {
  const [norm] = await listNorms(db, [1]);
  const [streak] = await listStreaksBetween(db, [1], 0, START + 20 * DAY);
  const months = await listMonths(db, [1], { from: "2026-01", to: "2026-12" });
  const posts = months.flatMap((month) => month.posts);
  return {
    half_age: norm?.half_age_hours,
    learned: norm?.half_ages.length ?? 0,
    streak: streak?.state,
    severity: streak?.severity,
    december: months.some(({ month }) => month === "2026-12"),
    mature: posts.filter(({ mature }) => mature).length,
    days: months.flatMap((month) => month.days).length,
    judged: posts.filter(({ judgement }) => judgement === "judged").length,
  };
};

test("in a weak streak, in each hour of a fortnight", async () => {
  const made = posts(180, 0.7, 0.2);
  await live(made);
  const before = await standing();
  const { above, usual } = await quiet(made, 14 * 24);
  expect([above, usual]).toEqual([[], 6]);
  const after = await standing();
  // all of what an hour can turn was turned
  expect(before).toMatchObject({ streak: "open", december: false });
  expect(after).toMatchObject({ streak: "open", december: true, days: before.days + 14 });
  expect(after.half_age).not.toBe(before.half_age);
  expect(after.severity).not.toBe(before.severity);
  expect(after.learned).toBeGreaterThan(before.learned);
  expect(after.mature).toBeGreaterThan(before.mature);
  expect(after.judged).toBeGreaterThan(before.judged);
}, 300_000);

test.each([
  ["a week", posts(8, 0.7, 1)],
  ["five years", posts(1825, 1.5, 0.2)],
])("after %s, over two days", async (_age, made) => {
  await live(made);
  expect(await quiet(made, 50)).toEqual({ above: [], dearest: MOST, usual: 6 });
});

/** What a post's page reads of its readings: few, whatever there is. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import {
  listPostReadings,
  listReadingsBefore,
  listSampledReadings,
} from "../../functions/store/post-readings.ts";
import { counted } from "../counted.ts";
import { openDatabase } from "../database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const COUNTS = [1, 70, 71, 12_000];
const START = NOW - 600 * DAY;

beforeAll(async () => {
  const posts = COUNTS.map((count) => post(`p${count}`, START - HOUR));
  await ingest(db, [snapshot(START, { posts })], { now: NOW, time_zone: ZONE, import: null });
  await db.prepare("delete from post_readings").run();
  for (const [index, count] of COUNTS.entries()) {
    await db
      .prepare(
        `with recursive n (n) as (select 0 union all select n + 1 from n where n < ?2 - 1)
         insert into post_readings (post_id, read_at, version, likes) select ?1, ?3 + n * 3600, 1, n from n`,
      )
      .bind(index + 1, count, START)
      .run();
  }
});
afterAll(close);

const shown = ({
  read_at,
  version,
  likes,
}: {
  read_at: number;
  version: number;
  likes: number | null;
}) => [read_at, version, likes];

describe("a sample", () => {
  test.each([
    [1, true, 1],
    [2, true, 70],
  ])("of a short history is all of it (post %i)", async (id, whole, length) => {
    const sampled = await listSampledReadings(db, id);
    const everything = await listPostReadings(db, [id]);
    expect(sampled.whole).toBe(whole);
    expect(sampled.readings.map(shown)).toEqual(everything.map(shown));
    expect(sampled.readings).toHaveLength(length);
  });

  test("of a longer one says that it is not, has its first, its newest and steps between", async () => {
    expect(await listSampledReadings(db, 3)).toMatchObject({ whole: false });
    const { db: through, counts } = counted(db);
    const { readings, whole } = await listSampledReadings(through, 4);
    const likes = readings.map((one) => one.likes ?? -1);
    expect(whole).toBe(false);
    expect(likes.slice(0, 70)).toEqual(Array.from({ length: 70 }, (_, index) => index));
    expect(likes.at(-1)).toBe(11_999);
    expect(likes.length).toBeGreaterThan(110);
    expect(likes.length).toBeLessThanOrEqual(121);
    const steps = likes.slice(69).map((one, index, all) => one - (all[index - 1] ?? one));
    expect(Math.max(...steps)).toBeLessThanOrEqual(500);
    expect(counts.read).toBeLessThanOrEqual(130);
  });

  test("of nothing is nothing", async () => {
    expect(await listSampledReadings(db, 99)).toEqual({ readings: [], whole: true });
  });
});

describe("the readings before an instant", () => {
  test("are the newest of them, oldest first, and cost their number", async () => {
    const { db: through, counts } = counted(db);
    const { readings, whole } = await listReadingsBefore(through, 4, START + 5000 * HOUR);
    expect(whole).toBe(false);
    expect([readings[0]?.likes, readings.at(-1)?.likes, readings.length]).toEqual([4925, 4999, 75]);
    expect(counts.read).toBeLessThanOrEqual(76);
  });

  test("are of all where no instant is said, and whole where nothing is older", async () => {
    expect((await listReadingsBefore(db, 4, null)).readings.at(-1)?.likes).toBe(11_999);
    expect(await listReadingsBefore(db, 1, null)).toMatchObject({ whole: true });
    expect((await listReadingsBefore(db, 4, START + 3 * HOUR)).readings).toHaveLength(3);
  });

  test("keep the order of arrival within one instant", async () => {
    await db
      .prepare(
        "insert into post_readings (post_id, read_at, version, likes) values (1, ?1, 3, 30), (1, ?1, 2, 20)",
      )
      .bind(START)
      .run();
    const { readings } = await listReadingsBefore(db, 1, null);
    expect(readings.map(({ version }) => version)).toEqual([1, 2, 3]);
  });
});

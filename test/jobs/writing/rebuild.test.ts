import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { dump, wipe } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import {
  type Arrival,
  DAY,
  day,
  derived,
  HOUR,
  NOW,
  post,
  randomArrivals,
  SEEDS,
  snapshot,
  tries,
  ZONE,
} from "./snapshots.ts";

const CONTEXT = { now: NOW, time_zone: ZONE };

const db = await ownDatabase();

let piece = 0;
async function arrive({ file, snapshot: said }: Arrival, time_zone = ZONE): Promise<void> {
  const context = { now: NOW, time_zone };
  if (file === null) {
    await ingest(db, [said], { ...context, import: null });
    return;
  }
  piece += 1;
  await storeImport(db, [said], {
    ...context,
    import: {
      id: null,
      kind: "instagram_posts",
      name: null,
      created_at: NOW,
      read_at: said.read_at,
      time_zone,
      rows: 1,
      skipped: 0,
      hash: `piece ${piece}`,
    },
  });
}

/** Rebuilds to the end; `between` is done after each slice. */
async function rebuildAll(between: (slice: number) => Promise<void> = async () => {}, zone = ZONE) {
  for (let slice = 1; slice < 100; slice += 1) {
    const { done, remaining } = await rebuild(db, { now: NOW, time_zone: zone });
    expect(remaining === 0).toBe(done);
    if (done) return slice;
    await between(slice);
  }
  throw new Error("never done");
}

const inAnyOrder = randomArrivals(2).chain((arrivals) =>
  fc.tuple(
    fc.constant(arrivals),
    fc.shuffledSubarray(arrivals, { minLength: arrivals.length }),
    fc.subarray(arrivals),
  ),
);

describe("readings, late, corrected, repeated, with files among them", () => {
  test.each(SEEDS)(
    "lead to the same in any order of arrival, and rebuilding changes nothing (%i)",
    async (seed) => {
      await fc.assert(
        fc.asyncProperty(inAnyOrder, async ([inOrder, shuffled, repeated]) => {
          await wipe(db);
          for (const arrival of inOrder) await arrive(arrival);
          const expected = await derived(db);
          await wipe(db);
          for (const arrival of shuffled) await arrive(arrival);
          for (const arrival of repeated) await arrive(arrival);
          expect(await derived(db)).toEqual(expected);
          await rebuildAll();
          expect(await derived(db)).toEqual(expected);
        }),
        tries(seed),
      );
    },
  );

  test.each<[string, (value: string) => Partial<Snapshot>]>([
    ["a post", (caption) => ({ posts: [post("p1", NOW - 9 * DAY, { caption })] })],
    ["a day", (text) => ({ days: [day("2026-11-19", { views: text.length })] })],
    ["an account", (name) => ({ followers: 1000 + name.length, name })],
  ])(
    "lead to the newest of %s, whichever comes first: a file stands against nothing said after it",
    async (_of, said) => {
      const read = (hours: number, value: string, file: number | null) => ({
        file,
        snapshot: snapshot(NOW - hours * HOUR, { followers: null, name: null, ...said(value) }),
      });
      const arrivals = [read(3, "Satu", null), read(2, "Dua", 0), read(1, "Satu", null)];
      for (const arrival of arrivals) await arrive(arrival);
      const expected = await derived(db);
      await wipe(db);
      for (const index of [0, 2, 1]) await arrive(arrivals[index] as Arrival);
      expect(await derived(db)).toEqual(expected);
      expect(JSON.stringify(expected)).not.toContain("Dua");
      await rebuildAll();
      expect(await derived(db)).toEqual(expected);
    },
  );

  test("lead to the same when a file repeats what was collected, whichever comes first", async () => {
    const said = { days: [day("2026-11-19", { views: 9 })] };
    const collected = { file: null, snapshot: snapshot(NOW - 2 * HOUR, said) };
    const filed = {
      file: 0,
      snapshot: snapshot(NOW - HOUR, { ...said, followers: null, name: null }),
    };
    await arrive(collected);
    await arrive(filed);
    const expected = await derived(db);
    await wipe(db);
    await arrive(filed);
    await arrive(collected);
    expect(await derived(db)).toEqual(expected);
  });

  test.each(SEEDS)("may come between the slices of a rebuild (%i)", async (seed) => {
    await fc.assert(
      fc.asyncProperty(inAnyOrder, async ([inOrder, shuffled]) => {
        await wipe(db);
        for (const arrival of inOrder) await arrive(arrival);
        const expected = await derived(db);
        await wipe(db);
        const half = Math.floor(shuffled.length / 2);
        for (const arrival of shuffled.slice(0, half)) await arrive(arrival);
        const later = shuffled.slice(half);
        await rebuildAll(async () => {
          const next = later.shift();
          if (next) await arrive(next);
        });
        for (const arrival of later) await arrive(arrival);
        expect(await derived(db)).toEqual(expected);
      }),
      tries(seed),
    );
  });
});

describe("a rebuild", () => {
  /** Read at 17:30 UTC: half past midnight in Jakarta, half past one in Jayapura, the day before in London. */
  const MIDNIGHT = Date.parse("2026-10-31T17:30:00Z") / 1000;
  const story: Arrival[] = [0, 6, 30].map((hours) => ({
    file: null,
    snapshot: snapshot(MIDNIGHT + hours * HOUR, {
      followers: 1200 + hours,
      days: [day("2026-10-31", { views: 9 })],
      posts: [post("p1", MIDNIGHT - HOUR, { likes: hours, reach: 90 })],
    }),
  }));

  test("moves every day to a new zone", async () => {
    for (const arrival of story) await arrive(arrival, "Europe/London");
    const expected = await derived(db);
    await wipe(db);
    for (const arrival of story) await arrive(arrival);
    expect((await dump(db)).posts).toMatchObject([{ published_on: "2026-10-31" }]);
    expect(await derived(db)).not.toEqual(expected);
    await rebuildAll(undefined, "Europe/London");
    expect(await derived(db)).toEqual(expected);
  });

  test("mends whatever is wrong in what was derived", async () => {
    for (const arrival of story) await arrive(arrival);
    const expected = await derived(db);
    await db.batch(
      [
        "update posts set likes = 999, interactions = 999, followers_at_publish = 1, caption = 'x', published_on = '2020-01-01'",
        "update days set followers = 1, gains = '[9,9,9,9,9,9,9,9,9,9]', views = 8",
        "insert into days (account_id, date, followers, rebuilt) values (1, '2020-01-01', 7, '[1,1,1,1,1,1,1,1,1,1]')",
        "update months set posts = '[]', days = '[]'",
        "update accounts set followers = 1, followers_at = 1, name = 'x'",
      ].map((sql) => db.prepare(sql)),
    );
    await rebuildAll();
    expect(await derived(db)).toEqual(expected);
  });

  test("of an empty library is done at once", async () => {
    const before = await dump(db);
    expect(await rebuild(db, CONTEXT)).toEqual({ done: true, remaining: 0 });
    expect(await dump(db)).toEqual(before);
  });

  test("goes in slices of forty posts and ninety days", async () => {
    const posts = Array.from({ length: 90 }, (_, index) =>
      post(`p${index}`, NOW - index * DAY, { likes: index }),
    );
    await arrive({ file: null, snapshot: snapshot(NOW - 100 * DAY) });
    await arrive({ file: null, snapshot: snapshot(NOW, { posts }) });
    const expected = await derived(db);
    // one to begin, two of days, three of posts, one to finish
    expect(await rebuildAll()).toBe(7);
    expect(await derived(db)).toEqual(expected);
  });
});

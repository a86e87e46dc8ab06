/** Two accounts that are one become one, whatever each was told, and two again when that is undone. */
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Merging, mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { listImports } from "../../../functions/store/imports.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import {
  type Arrival,
  counting,
  DAY,
  HOUR,
  NOW,
  post,
  randomArrivals,
  SEEDS,
  tries,
} from "./snapshots.ts";
import { CONTEXT, HISTORY, said, twoNames } from "./two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { doubled, dumped, file, merge, merged, postsShown, push, shown, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

describe("two accounts that are one", () => {
  test("show after it what one account would have had from the start", async () => {
    await push(said("baru", NOW - 30 * DAY, { followers: 999 }));
    for (const one of HISTORY) await push({ ...one, account: "baru" });
    const expected = await shown("baru");
    await wipe(db);
    await push(said("baru", NOW - 30 * DAY, { followers: 999 }));
    await doubled();
    await merged(2, 1);
    expect(await shown("baru")).toEqual(expected);
    expect(await listAccounts(db)).toMatchObject([{ handle: "baru" }]);
    const { comments } = await dump(db, ["comments"]);
    expect(comments?.map((row) => Object.values(row as object).slice(0, 2))).toEqual([
      [1, "c1"],
      [1, "c2"],
      [2, "c1"],
      [2, "c2"],
    ]);
  });

  test("are two again when it is undone, as if it had never been", async () => {
    await doubled();
    const before = await dumped();
    const id = await merged(1, 2);
    expect(await listImports(db, 1)).toMatchObject([
      { kind: "merged", name: "Instagram · @lama → @baru", posts_added: 1, undone_at: null },
    ]);
    await undone(id);
    expect(await dumped()).toEqual(before);
    expect(await undone(id)).toBe(1);
    // and one again
    expect(await merged(1, 2)).toBe(id + 1);
  });

  test("never show a post twice, and go on where they stopped", async () => {
    await doubled();
    const posts = Array.from({ length: 25 }, (_, index) =>
      post(`q${index}`, NOW - (index + 100) * 5 * HOUR, { likes: index }),
    );
    await push(said("lama", NOW - 7 * DAY, { posts }), said("baru", NOW - 7 * DAY, { posts }));
    const before = await dumped();
    const progress: Merging[] = [];
    for (;;) {
      const { result, queries } = await counting(db, (counted) =>
        mergeAccounts(counted, 1, 2, CONTEXT),
      );
      expect(queries).toBeLessThanOrEqual(40);
      progress.push(result);
      expect(await postsShown()).toEqual([]);
      if (result.done) break;
    }
    // parked, followers, days, 28 posts by ten, judged
    expect(progress.map(({ remaining }) => remaining)).toEqual([32, 31, 30, 20, 10, 1, 0]);
    expect(await merge(1, 2)).toEqual({ import: 1, done: true, remaining: 0 });
    for (;;) {
      const { result, queries } = await counting(db, (counted) => undoImport(counted, 1, CONTEXT));
      expect(queries).toBeLessThanOrEqual(40);
      if (result.done) break;
      expect(await postsShown()).toEqual([]);
    }
    expect(await dumped()).toEqual(before);
  });

  test("have the counts of every day, of however many readings, and give them back", async () => {
    const hourly = (account: string, minute: number, count: (hour: number) => number) =>
      Array.from({ length: 450 }, (_, hour) =>
        said(account, NOW - 20 * DAY + hour * HOUR + minute * 60, { followers: count(hour) }),
      );
    // one moves every hour, the other is seen unchanged for days
    const readings = [
      ...hourly("lama", 0, (n) => 1000 + n),
      ...hourly("baru", 30, (n) => 900 + (n >> 7)),
    ];
    const posts = [post("p1", NOW - 9 * DAY, { likes: 1 }), post("p2", NOW - 2 * DAY)];
    const more = said("lama", NOW - DAY + 60, { posts });
    await push(...readings.map((one) => ({ ...one, account: "baru" })), {
      ...more,
      account: "baru",
    });
    const expected = await shown("baru");
    for (const [id, into] of [[1, 2] as const, [2, 1] as const]) {
      await wipe(db);
      await push(...readings, more);
      const before = await dumped();
      const [account] = (await listAccounts(db)).filter((one) => one.id === into);
      await merged(id, into);
      if (account?.handle === "baru") expect((await shown("baru")).days).toEqual(expected.days);
      // the posts, then two hundred counts a slice; of the quiet one a count a day
      expect(await undone(1)).toBe(id === 1 ? 4 : 1);
      expect(await dumped()).toEqual(before);
    }
  });

  test.each([1, 2, 3, 4])("may be undone after slice %i", async (slices) => {
    await doubled();
    const before = await dumped();
    for (let slice = 0; slice < slices; slice += 1) await merge(1, 2);
    await undone(1);
    expect(await dumped()).toEqual(before);
  });

  test("take in what comes under the old name, during it and after, and keep it", async () => {
    await doubled();
    await merge(1, 2);
    await push(
      said("lama", NOW - DAY, {
        followers: 2000,
        posts: [post("p1", NOW - 13 * DAY, { likes: 50 })],
      }),
    );
    const id = await merged(1, 2);
    await push(said("lama", NOW, { posts: [post("p9", NOW - DAY, { likes: 1 })] }));
    await file(
      said("lama", NOW - 2 * HOUR, { posts: [post("p3", NOW - 15 * DAY, { likes: 11 })] }),
    );
    expect(await listAccounts(db)).toMatchObject([{ id: 2, handle: "baru", followers: 2000 }]);
    const known = await db
      .prepare("select external_id, likes from posts where account_id = 2 order by 1")
      .all();
    expect(known.results.map((row) => Object.values(row))).toEqual([
      ["p1", 50],
      ["p2", 2],
      ["p3", 11],
      ["p4", 4],
      ["p9", 1],
    ]);
    await undone(id);
    await wipe(db);
    await doubled();
    const own = await shown("lama");
    await wipe(db);
    await doubled();
    await merged(1, 2);
    await push(said("lama", NOW, { followers: 3000 }));
    await undone(1);
    expect(await shown("lama")).toEqual(own);
    expect(await listAccounts(db)).toMatchObject([
      { handle: "lama", followers: 1013 },
      { handle: "baru", followers: 3000, old_handles: [] },
    ]);
  });
});

describe.each(SEEDS)("any history that two handles share (%i)", (seed) => {
  const split = fc
    .tuple(randomArrivals(2), fc.infiniteStream(fc.boolean()))
    .map(([arrivals, sides]) =>
      arrivals.map((arrival): Arrival => {
        const account = sides.next().value ? "lama" : "baru";
        const { snapshot: one } = arrival;
        return { ...arrival, snapshot: { ...one, account, external_id: null } };
      }),
    );
  const start = async () => {
    // both are known before their posts could prove them one
    await push(said("lama", NOW - 60 * DAY, { name: "Nama lama" }));
    await push(said("baru", NOW - 60 * DAY + 1, { name: "Nama baru" }));
  };
  const arrive = ({ file: kind, snapshot: one }: Arrival) =>
    kind === null ? push(one) : file({ ...one });

  test("merged is as the same under one, and undone as before", async () => {
    await fc.assert(
      fc.asyncProperty(split, async (arrivals) => {
        await wipe(db);
        await push(said("baru", NOW - 60 * DAY, { name: "Nama lama" }));
        await push(said("baru", NOW - 60 * DAY + 1, { name: "Nama baru" }));
        for (const one of arrivals) {
          await push({ ...one.snapshot, account: "baru" });
        }
        const expected = await shown("baru");
        await wipe(db);
        await start();
        for (const one of arrivals) await arrive(one);
        const before = await dumped();
        const id = await merged(1, 2);
        expect(await shown("baru")).toEqual(expected);
        await undone(id);
        expect(await dumped()).toEqual(before);
      }),
      tries(seed),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { listImports } from "../../../functions/store/imports.ts";
import { dump, wipe } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import {
  type Arrival,
  counting,
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
/** What arrives, as a push or as an import of its own; gives the import's number. */
async function arrive({ file, snapshot: said }: Arrival): Promise<number | null> {
  const { import: id } =
    file === null
      ? await ingest(db, [said], { ...CONTEXT, import: null })
      : await storeImport(db, [said], { ...CONTEXT, import: part(said.read_at) });
  return id;
}

async function inTurn(arrivals: readonly Arrival[]): Promise<void> {
  for (const arrival of arrivals) await arrive(arrival);
}

const part = (read_at: number) => {
  piece += 1;
  return {
    id: null,
    kind: "instagram_posts" as const,
    name: null,
    created_at: NOW,
    read_at,
    time_zone: ZONE,
    rows: 1,
    skipped: 0,
    hash: `piece ${piece}`,
  };
};

async function undo(id: number | null): Promise<number> {
  for (let slices = 1; slices < 100; slices += 1) {
    if ((await undoImport(db, id ?? 0, CONTEXT)).done) return slices;
  }
  throw new Error("never done");
}

/** Everything but what counts writes and ids, who brought an account, and what was learned of it. */
async function dumped() {
  const { imports: _imports, norms: _norms, ...tables } = await dump(db);
  return Object.fromEntries(
    Object.entries(tables as Record<string, Record<string, unknown>[]>).map(([table, rows]) => [
      table,
      rows.map(({ version: _version, import_id: _import, last_post: _last, ...row }) => row),
    ]),
  );
}

const push = (read_at: number, rest: Partial<Snapshot> = {}): Arrival => ({
  file: null,
  snapshot: snapshot(read_at, rest),
});
const file = (read_at: number, rest: Partial<Snapshot> = {}): Arrival => ({
  file: 0,
  snapshot: snapshot(read_at, { followers: null, ...rest }),
});

describe("an import that is undone", () => {
  const early = push(NOW - 5 * DAY, {
    posts: [post("p1", NOW - 6 * DAY, { likes: 5, reach: 90 })],
  });
  const imported = file(NOW - 3 * DAY, {
    followers: 1300,
    name: "Nama lain",
    days: [day("2026-11-19", { views: 9 })],
    posts: [
      post("p1", NOW - 6 * DAY, {
        likes: 7,
        caption: "Lain",
        format: "video",
        url: "https://www.instagram.com/p/A/",
      }),
      post("p2", NOW - 40 * DAY, { likes: 3 }),
    ],
  });
  const late = push(NOW - DAY, { posts: [post("p1", NOW - 6 * DAY, { likes: 5, reach: 90 })] });

  test.each([
    ["alone", []],
    ["after a push", [early]],
    ["before a push", [late]],
    ["between two pushes that say the same", [early, late]],
  ])("%s, leaves the database as if it had never come", async (_when, pushes) => {
    await inTurn(pushes);
    const expected = await dumped();
    await wipe(db);
    const ordered = [...pushes, imported].sort((a, b) => a.snapshot.read_at - b.snapshot.read_at);
    let id: number | null = null;
    for (const one of ordered) id = (await arrive(one)) ?? id;
    expect((await dump(db)).import_posts).toHaveLength(2);
    await undo(id);
    expect(await dumped()).toEqual(expected);
  });

  test("leaves an account that was named by hand meanwhile", async () => {
    const id = await arrive(imported);
    await arrive(push(NOW, { followers: null, name: null }));
    await undo(id);
    expect((await dump(db)).accounts).toMatchObject([
      { handle: "perpustakaan.pasuruan", name: null, followers: null, last_read_at: null },
    ]);
  });

  test("gives the ids of its posts to no other post", async () => {
    await undo(await arrive(imported));
    await arrive(imported);
    const { posts } = await dump(db);
    expect(posts?.map((row) => (row as { id: number }).id)).toEqual([3, 4]);
  });

  test("is marked, may be undone again without effect, and takes nothing more in", async () => {
    const id = await arrive(imported);
    await undo(id);
    const once = await dump(db);
    expect(once.imports).toMatchObject([{ id, undone_at: NOW, kind: "instagram_posts" }]);
    expect(await undo(id)).toBe(1);
    expect(await dump(db)).toEqual(once);
    await expect(undoImport(db, 99, CONTEXT)).rejects.toMatchObject({ code: "not_found" });
  });

  const D19 = { days: [day("2026-11-19", { views: 9 })] };
  const P1 = { posts: [post("p1", NOW - 6 * DAY, { likes: 7 })] };
  test.each<[string, Arrival, Arrival[]]>([
    ["before", file(NOW - 3 * DAY, { ...D19, ...P1 }), [file(NOW - 2 * DAY, { ...D19, ...P1 })]],
    [
      "at the same instant",
      file(NOW - DAY, { ...D19, ...P1 }),
      [file(NOW - DAY, { ...D19, ...P1 })],
    ],
    [
      "of an account, at the same instant",
      file(NOW, { followers: 9 }),
      [file(NOW, { followers: 9 })],
    ],
    ["after a push", file(NOW, D19), [push(NOW - 2 * DAY, D19), file(NOW - DAY, D19)]],
    ["without a word", file(NOW, D19), [push(NOW - 2 * DAY), file(NOW - DAY, { name: null })]],
  ])("leaves what another import said in the same words, %s", async (_when, undone, others) => {
    await inTurn(others);
    const expected = await derived(db);
    await wipe(db);
    const id = await arrive(undone);
    await inTurn(others);
    await undo(id);
    expect(await derived(db)).toEqual(expected);
  });

  test("goes in slices, each within forty queries", async () => {
    const posts = Array.from({ length: 120 }, (_, index) =>
      post(`p${index}`, NOW - (index + 4) * 7 * HOUR, { likes: index }),
    );
    await arrive(early);
    const expected = await derived(db);
    const said = file(NOW - DAY, { posts });
    const id = await arrive(said);
    const first = await counting(db, (counted) => undoImport(counted, id ?? 0, CONTEXT));
    expect(first.result).toEqual({ done: false, remaining: 71 });
    expect(first.queries).toBeLessThanOrEqual(40);
    // what broke off here can be found, and the file does not pass for one that is in
    expect(await listImports(db, 1)).toMatchObject([{ undone_at: NOW, held: true }]);
    piece -= 1;
    await expect(arrive(said)).rejects.toMatchObject({ code: "conflict" });
    expect(await undo(id)).toBe(3);
    expect(await listImports(db, 1)).toMatchObject([{ held: false }]);
    expect(await derived(db)).toEqual(expected);
  });

  test.each(SEEDS.flatMap((seed) => [["own", seed] as const, ["shared", seed] as const]))(
    "in any order, among pushes and other imports with instants %s, is as if it had never come (%i)",
    async (instants, seed) => {
      await fc.assert(
        fc.asyncProperty(
          randomArrivals(2, instants).chain((arrivals) =>
            fc.shuffledSubarray(arrivals, { minLength: arrivals.length }),
          ),
          async (arrivals) => {
            await wipe(db);
            for (const arrival of arrivals) if (arrival.file !== 0) await arrive(arrival);
            const expected = await derived(db);
            await wipe(db);
            const ids: (number | null)[] = [];
            for (const arrival of arrivals) {
              const id = await arrive(arrival);
              if (arrival.file === 0) ids.push(id);
            }
            for (const id of ids) if (id !== null) await undo(id);
            expect(await derived(db)).toEqual(expected);
          },
        ),
        tries(seed),
      );
    },
  );
});

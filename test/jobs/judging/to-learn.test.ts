/** The post that is next to tell the half-age: its readings are asked for with all else, and what is learned is the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { listNorms } from "../../../functions/store/norms.ts";
import { counted } from "../../counted.ts";
import { openDatabase, statementsOf, wipe } from "../../database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
afterAll(close);
beforeEach(() => wipe(db));

const POSTS = [
  // draws too little to tell anything
  { id: "quiet", published_at: NOW, likes: 5 },
  { id: "first", published_at: NOW + HOUR, likes: 100 },
  { id: "second", published_at: NOW + DAY, likes: 60 },
];

/** A reading every six hours, half of the reactions there after six. */
const readAt = (read_at: number) =>
  snapshot(read_at, {
    posts: POSTS.filter(({ published_at }) => published_at < read_at).map(
      ({ id, published_at, likes }) =>
        post(id, published_at, {
          likes: Math.round(
            (likes * (read_at - published_at)) / (read_at - published_at + 6 * HOUR),
          ),
          comments: 0,
          shares: 0,
        }),
    ),
  });

const normOf = async () => (await listNorms(db, [1]))[0];

/** @returns whether growth had to be asked for by itself */
async function push(...instants: number[]): Promise<boolean> {
  const through = counted(db);
  const now = instants.at(-1) ?? NOW;
  await ingest(through.db, instants.map(readAt), { now, time_zone: ZONE, import: null });
  return through.of(/^with p \(id\)/).read > 0;
}

const SIX_DAYS = Array.from({ length: 24 }, (_, step) => NOW + (step + 1) * 6 * HOUR);
const GROWN = [NOW + 7.5 * DAY, NOW + 8.5 * DAY];

test("is kept with the norm, the next as soon as one was taken", async () => {
  await push(...SIX_DAYS);
  expect(await normOf()).toMatchObject({ half_ages: [], to_learn: 2 });
  expect(await push(GROWN[0] ?? 0)).toBe(false);
  expect(await normOf()).toMatchObject({ to_learn: 3 });
  expect((await normOf())?.half_ages).toHaveLength(1);
  expect(await push(GROWN[1] ?? 0)).toBe(false);
  expect(await normOf()).toMatchObject({ to_learn: null });
  expect((await normOf())?.half_ages).toHaveLength(2);
});

test("the migration that began with it finds the same", async () => {
  const sql = readFileSync(
    join(import.meta.dirname, "../../../functions/store/migrations/0014_figures.sql"),
    "utf8",
  );
  const update = statementsOf(sql).find((one) => one.startsWith("update norms")) ?? "";
  const found = async () => {
    await db.prepare("update norms set to_learn = 9").run();
    await db.prepare(update).run();
    return (await normOf())?.to_learn;
  };
  await push(...SIX_DAYS);
  expect(await found()).toBe(2);
  await push(GROWN[0] ?? 0);
  expect(await found()).toBe(3);
  await push(GROWN[1] ?? 0);
  expect(await found()).toBeNull();
});

test("one that was not told is asked for, and teaches the same", async () => {
  await push(...SIX_DAYS);
  for (const at of GROWN) await push(at);
  const told = await normOf();
  await wipe(db);
  await push(...SIX_DAYS);
  for (const at of GROWN) {
    await db.prepare("update norms set to_learn = null").run();
    expect(await push(at)).toBe(true);
  }
  expect(await normOf()).toEqual(told);
});

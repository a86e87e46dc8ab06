/** The post that is next to tell the half-age: its readings are asked for with all else, and what is learned is the same. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { gathered } from "../../../functions/store/gathered.ts";
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

/** @returns how often growth was asked for, and how often the database was gone to */
async function push(...instants: number[]) {
  const through = counted(db);
  const now = instants.at(-1) ?? NOW;
  await ingest(gathered(through.db), instants.map(readAt), { now, time_zone: ZONE, import: null });
  return [through.of(/^with p \(id\)/).times, through.counts.trips];
}

/** What a push goes to the database for: what it stands on, what it touches, and to write. */
const TRIPS = 3;

const SIX_DAYS = Array.from({ length: 24 }, (_, step) => NOW + (step + 1) * 6 * HOUR);
const GROWN = [NOW + 7.5 * DAY, NOW + 8.5 * DAY];

test("is kept with the norm, the next as soon as one was taken", async () => {
  await push(...SIX_DAYS);
  expect(await normOf()).toMatchObject({ half_ages: [], to_learn: { id: 2 } });
  expect(await push(GROWN[0] ?? 0)).toEqual([1, TRIPS]);
  expect(await normOf()).toMatchObject({ to_learn: { id: 3 } });
  expect((await normOf())?.half_ages).toHaveLength(1);
  expect(await push(GROWN[1] ?? 0)).toEqual([1, TRIPS]);
  expect(await normOf()).toMatchObject({ to_learn: null });
  expect((await normOf())?.half_ages).toHaveLength(2);
});

test("is not asked for before its instant has come", async () => {
  await push(...SIX_DAYS);
  for (let hours = 1; hours < 24; hours += 6) {
    expect(await push(NOW + 6 * DAY + hours * HOUR)).toEqual([0, TRIPS]);
  }
  expect(await push(GROWN[0] ?? 0)).toEqual([1, TRIPS]);
});

test("the migration that brought the norm to the account brings the same", async () => {
  const sql = readFileSync(
    join(import.meta.dirname, "../../../functions/store/migrations/0017_norm_of_account.sql"),
    "utf8",
  );
  const update = statementsOf(sql).find((one) => one.startsWith("update accounts")) ?? "";
  await push(...SIX_DAYS, GROWN[0] ?? 0);
  const before = await normOf();
  expect(before).toMatchObject({ to_learn: { id: 3 } });
  const kept = (field: string) => `norm ->> '${field}'`;
  const columns = ["half_age_hours", "half_ages", "learned_at", "state", "usual", "streaks_from"];
  await db
    .prepare(
      `insert into norms (account_id, ${columns.join()}, checkpoint, posts, to_learn)
       select id, ${columns.map(kept).join()}, norm ->> 'checkpoint', norm ->> 'posts', norm ->> '$.to_learn.id' from accounts`,
    )
    .run();
  await db.prepare("update accounts set norm = null").run();
  await db.prepare(update).run();
  await db.prepare("delete from norms").run();
  expect(await normOf()).toEqual(before);
});

test("one that was not told is asked for, and teaches the same", async () => {
  await push(...SIX_DAYS);
  for (const at of GROWN) await push(at);
  const told = await normOf();
  await wipe(db);
  await push(...SIX_DAYS);
  for (const at of GROWN) {
    await db.prepare("update accounts set norm = json_set(norm, '$.to_learn', null)").run();
    expect(await push(at)).toEqual([1, TRIPS + 1]);
  }
  expect(await normOf()).toEqual(told);
});

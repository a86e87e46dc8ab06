/**
 * How often a push goes to the database: for what it stands on, for what it touches, and to write. Its token is one before.
 * And that what it reads there does not grow with what is stored.
 */
import { expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { gathered } from "../../../functions/store/gathered.ts";
import { counted } from "../../counted.ts";
import { wipe } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const db = await ownDatabase();

const CONTEXT = { now: NOW, time_zone: ZONE, import: null };
const TRIPS = 3;

/** Counts that rise, two posts a day. */
const history = Array.from({ length: 12 }, (_, day) => {
  const at = NOW - (12 - day) * DAY;
  return snapshot(at, {
    followers: 1000 + day,
    posts: [1, 2].map((hours) => post(`o${day}-${hours}`, at - hours * HOUR, { likes: 9 })),
  });
});

const NEW = Array.from({ length: 249 }, (_, index) =>
  post(`n${index}`, NOW - (index + 2) * HOUR, { likes: 30 }),
);

async function pushed(posts: typeof NEW): Promise<number> {
  const through = counted(db);
  await ingest(gathered(through.db), [snapshot(NOW, { followers: 2000, posts })], CONTEXT);
  return through.counts.trips;
}

const SOME = 40;

/** Those that some of the new posts met. */
const followers = async () => {
  const { results } = await db
    .prepare("select external_id, followers_at_publish, followers_estimated from posts order by id")
    .all<{ external_id: string }>();
  return results.filter(({ external_id }) =>
    NEW.slice(0, SOME).some((one) => one.external_id === external_id),
  );
};

test("of many new posts as of one, with the followers that they met", async () => {
  await ingest(db, history, CONTEXT);
  expect(await pushed(NEW)).toBe(TRIPS);
  const found = await followers();
  await wipe(db);
  await ingest(db, [...history, snapshot(NOW, { followers: 2000 })], CONTEXT);
  for (const one of NEW.slice(0, SOME)) {
    await ingest(db, [snapshot(NOW, { followers: null, name: null, posts: [one] })], CONTEXT);
  }
  expect(found).toHaveLength(SOME);
  expect(await followers()).toEqual(found);
});

test("of one post, new or known", async () => {
  await ingest(db, history, CONTEXT);
  expect(await pushed(NEW.slice(0, 1))).toBe(TRIPS);
  expect(await pushed(NEW.slice(0, 1))).toBeLessThan(TRIPS);
});

test("of one post that keeps a plan and is about an event as of any", async () => {
  await ingest(db, history, CONTEXT);
  const [told] = NEW.slice(0, 1).map((one) => ({
    ...one,
    caption: "Peluncuran buku Puisi Pesisir",
  }));
  if (!told) throw new Error("there is a post");
  const on = new Date((told.published_at + 7 * HOUR) * 1000).toISOString().slice(0, 10);
  await db.batch([
    db
      .prepare(
        `insert into plans (id, on_day, title, matches, state, changed_at)
         values (1, ?1, 'Peluncuran Puisi Pesisir', '[{"account":1,"post":null,"by_person":false}]', 'planned', 0)`,
      )
      .bind(on),
    db
      .prepare(
        "insert into events (id, kind, title, starts_at, changed_at) values (1, 'launch', 'Puisi Pesisir', ?1, 0)",
      )
      .bind(told.published_at + DAY),
  ]);
  expect(await pushed([told])).toBe(TRIPS);
  const kept = await db.prepare("select matches from plans").first<string>("matches");
  expect(JSON.parse(kept ?? "")).toEqual([
    { account: 1, post: expect.any(Number), by_person: false },
  ]);
  expect(await db.prepare("select count(*) as n from event_posts").first("n")).toBe(1);
});

test("new posts read as much of a long history as of a short one", async () => {
  const readWith = async (before: number): Promise<number> => {
    await wipe(db);
    const old = Array.from({ length: before }, (_, index) =>
      post(`o${index}`, NOW - (200 + 9 * index) * HOUR, { likes: 9 }),
    );
    await ingest(db, [snapshot(NOW - DAY, { followers: 1000, posts: old })], CONTEXT);
    const through = counted(db);
    const posts = NEW.slice(0, SOME);
    await ingest(gathered(through.db), [snapshot(NOW, { followers: 2000, posts })], CONTEXT);
    return through.counts.read;
  };
  const few = await readWith(200);
  // what is judged and packed is the same, and nothing is looked for among what is there
  expect(await readWith(800)).toBeLessThan(few + SOME);
});

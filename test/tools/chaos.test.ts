/** The chaos run can fail: its kills kill, and what differs is named. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { dying, Killed } from "../../tools/chaos/killed.ts";
import { differences, told } from "../../tools/chaos/told.ts";
import { openDatabase, wipe } from "../database.ts";
import { HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";

let db: D1Database;
let other: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase(["ONE", "OTHER"]);
  close = opened.close;
  [db, other] = opened.databases as [D1Database, D1Database];
});
afterAll(() => close());

const name = (of: D1Database) => of.prepare("update library set name = 'Lain' where id = 1").run();
const named = async () => db.prepare("select name from library").first<string>("name");

test.each([
  ["on the way there", false, "Perpustakaan"],
  ["on the way back", true, "Lain"],
])("killed %s", async (_, late, expected) => {
  await wipe(db);
  const dies = dying(db, 0, late);
  await expect(name(dies)).rejects.toThrow(Killed);
  await expect(dies.batch([dies.prepare("select 1")])).rejects.toThrow(Killed);
  expect(await named()).toBe(expected);
});

const at = (of: D1Database, hours: number, likes: number) =>
  ingest(of, [snapshot(NOW + hours * HOUR, { posts: [post("p", NOW - HOUR, { likes })] })], {
    now: NOW + hours * HOUR,
    time_zone: ZONE,
    import: null,
  });

test("what one of two libraries has not is lost, what it has alone is made up", async () => {
  await wipe(db);
  await wipe(other);
  for (const of of [db, other]) await at(of, 0, 3);
  expect(differences(await told(db), await told(other))).toEqual([]);
  // a confirmation is a reading too
  await at(other, 1, 3);
  const lost = differences(await told(db), await told(other));
  expect(lost.filter((line) => line.startsWith("lost in readings"))).toHaveLength(1);
  const made = differences(await told(other), await told(db));
  expect(made.filter((line) => line.startsWith("made up in readings"))).toHaveLength(1);
  expect(differences(new Map([["posts", ["a", "a"]]]), new Map([["posts", ["a"]]]))).toEqual([
    "doubled in posts",
  ]);
});

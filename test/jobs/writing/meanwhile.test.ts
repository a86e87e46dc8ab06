/** What changed between a request's arrival and its batch: nothing is stored by what was so then. */
import { expect, test } from "vitest";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot } from "./snapshots.ts";

const db = await ownDatabase();

const push = (at: number, time_zone: string, more: object = {}) =>
  ingest(db, [snapshot(at, { posts: [post("p", NOW - DAY, { likes: 3 })] })], {
    now: at,
    time_zone,
    import: null,
    ...more,
  });
const move = (zone: string | null) =>
  db.prepare("update library set time_zone = ?1").bind(zone).run();

test("the zone is another: the writer is told to come again, and nothing of it is in", async () => {
  await move("Asia/Jakarta");
  await push(NOW, "Asia/Jakarta");
  const before = await dump(db);
  await move("America/Los_Angeles");
  await expect(push(NOW + HOUR, "Asia/Jakarta")).rejects.toMatchObject({ code: "unavailable" });
  await move("Asia/Jakarta");
  expect(await dump(db)).toEqual(before);
  await push(NOW + HOUR, "Asia/Jakarta");
  // a library that never said its zone has the one that the Worker was given
  await move(null);
  await push(NOW + 2 * HOUR, "Asia/Jakarta");
});

test("the account is erased: who may push it alone makes no new one of it", async () => {
  await push(NOW, "Asia/Jakarta");
  await push(NOW + HOUR, "Asia/Jakarta", { allowed: [1] });
  await expect(push(NOW + HOUR, "Asia/Jakarta", { allowed: [2] })).rejects.toMatchObject({
    code: "forbidden",
  });
  while (!(await eraseAccount(db, 1)).done);
  await expect(push(NOW + HOUR, "Asia/Jakarta", { allowed: [1] })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await dump(db, ["accounts"])).accounts).toEqual([]);
});

test("the account was merged into another: it is erased with that one, or after undoing", async () => {
  await push(NOW, "Asia/Jakarta");
  const other = { ...snapshot(NOW), account: "lain", external_id: null };
  const context = { now: NOW, time_zone: "Asia/Jakarta" };
  await ingest(db, [other], { ...context, import: null });
  for (let done = false; !done; ) ({ done } = await mergeAccounts(db, 2, 1, context));
  await expect(eraseAccount(db, 2)).rejects.toMatchObject({ code: "conflict" });
  for (let done = false; !done; ) ({ done } = await eraseAccount(db, 1));
  expect((await dump(db, ["accounts"])).accounts).toEqual([]);
});

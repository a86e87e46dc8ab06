/** What a tick asks first: whether the database fits, and what it says where it does not. */
import { expect, test } from "vitest";
import { LEARN_CRON, TELL_CRON } from "../../functions/model/run.ts";
import { SCHEMA } from "../../functions/model/schema.ts";
import { findTickArrival } from "../../functions/store/arrival.ts";
import { tick } from "../../functions/work.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();

test("it is told where the library stands", async () => {
  await db.prepare("update library set time_zone = 'Asia/Makassar'").run();
  expect(await findTickArrival(db)).toEqual({
    schema: SCHEMA,
    restoring: null,
    time_zone: "Asia/Makassar",
  });
});

test("another schema is named, of a database that is older than a column too", async () => {
  await db.prepare("update library set schema = 3").run();
  const named = `the database has schema 3, and this version needs ${SCHEMA}`;
  await expect(findTickArrival(db)).rejects.toThrow(named);
  await db.prepare("alter table library rename column restoring to later").run();
  await expect(findTickArrival(db)).rejects.toThrow(named);
  await db.prepare("alter table library rename column later to restoring").run();
  await db.prepare(`update library set schema = ${SCHEMA}`).run();
});

test("before a database is migrated a tick says what it needs, that of the looks too", async () => {
  await db.batch([
    db.prepare("alter table looking rename to looks_later"),
    db.prepare("update library set schema = 3"),
  ]);
  const now = Date.parse("2026-11-23T05:00:00Z");
  for (const cron of [TELL_CRON, LEARN_CRON]) {
    const event = { cron, scheduledTime: now };
    const context = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} };
    await expect(tick(event, { DB: db } as never, context)).rejects.toThrow(
      `the database has schema 3, and this version needs ${SCHEMA}`,
    );
  }
  await db.batch([
    db.prepare("alter table looks_later rename to looking"),
    db.prepare(`update library set schema = ${SCHEMA}`),
  ]);
});

/** Notes against the database: what people note of days, and which posts that takes out of the norm. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { changeNote, createNote, removeNote } from "../../../functions/jobs/planning/notes.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { undoChange } from "../../../functions/jobs/planning/undo.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { excusePost } from "../../../functions/jobs/writing/excuse.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { addDays, dayOf } from "../../../functions/model/day.ts";
import type { NoteFields } from "../../../functions/model/note.ts";
import { listChanges } from "../../../functions/store/changes.ts";
import { findNote, listLeftOut } from "../../../functions/store/notes.ts";
import { ROOT } from "../../../tools/build.ts";
import { statementsOf } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: 7, who: "Rina" },
  allowed: null,
};
const context = { now: NOW, time_zone: ZONE, import: null };
const TODAY = dayOf(NOW, ZONE);

const fields = (more: Partial<NoteFields> = {}): NoteFields => ({
  from_on: addDays(TODAY, -10),
  to_on: addDays(TODAY, -5),
  text: "Ramadan",
  accounts: null,
  left_out: true,
  ...more,
});

/** A post a day of an account, from twelve days ago on; their ids end with the days. */
const push = (account: string, days: readonly number[], read_at = NOW - HOUR) =>
  ingest(
    db,
    [
      {
        ...snapshot(read_at, {
          posts: days.map((ago) => post(`${account}-${ago}`, NOW - ago * DAY - HOUR, { likes: 1 })),
        }),
        account,
        external_id: null,
      },
    ],
    context,
  );

/** Of each post that is left out, why. */
async function out(): Promise<Record<string, string>> {
  const { results } = await db
    .prepare("select external_id, excused from posts where excused is not null order by id")
    .all<{ external_id: string; excused: string }>();
  return Object.fromEntries(results.map((row) => [row.external_id, row.excused]));
}

const newest = async (): Promise<number> => (await listChanges(db, null, 1))[0]?.id ?? 0;

describe("a note", () => {
  beforeEach(async () => {
    await push("satu", [12, 8, 6]);
    await push("dua", [7]);
  });

  test("that is only drawn leaves nothing out, and who made it is noted", async () => {
    const row = await createNote(db, planning, fields({ left_out: false, accounts: [1] }));
    expect(row).toEqual({ ...fields({ left_out: false, accounts: [1] }), id: 1, version: 1 });
    expect(await out()).toEqual({});
    expect((await listChanges(db, null, 1))[0]).toMatchObject({
      who: "Rina",
      what: "note",
      subject: 1,
      before: null,
      after: { text: "Ramadan", accounts: [1] },
    });
  });

  test("of all accounts leaves out the posts of its days, and of accounts that come later", async () => {
    await createNote(db, planning, fields());
    expect(await out()).toEqual({ "satu-8": "Ramadan", "satu-6": "Ramadan", "dua-7": "Ramadan" });
    await push("tiga", [11, 9, 5, 4]);
    expect(Object.keys(await out()).filter((id) => id.startsWith("tiga"))).toEqual([
      "tiga-9",
      "tiga-5",
    ]);
  });

  test("of some accounts leaves the others alone", async () => {
    await createNote(db, planning, fields({ accounts: [2] }));
    expect(await out()).toEqual({ "dua-7": "Ramadan" });
    await push("satu", [9], NOW);
    await push("dua", [9], NOW);
    expect(await out()).toEqual({ "dua-7": "Ramadan", "dua-9": "Ramadan" });
  });

  test.each<[what: string, change: Partial<NoteFields>, left: Record<string, string>]>([
    ["says why in other words", { text: "Puasa" }, { "satu-8": "Puasa", "satu-6": "Puasa" }],
    ["is shorter", { to_on: addDays(TODAY, -8) }, { "satu-8": "Ramadan" }],
    ["is of another account", { accounts: [2] }, { "dua-7": "Ramadan" }],
    [
      "is of all",
      { accounts: null },
      { "satu-8": "Ramadan", "satu-6": "Ramadan", "dua-7": "Ramadan" },
    ],
    ["counts again", { left_out: false }, {}],
  ])("that is changed so that it %s, and taken back", async (_what, change, left) => {
    const before = await createNote(db, planning, fields({ accounts: [1] }));
    await changeNote(db, planning, 1, 1, change);
    expect(await out()).toEqual(left);
    await undoChange(db, planning, await newest());
    expect(await out()).toEqual({ "satu-8": "Ramadan", "satu-6": "Ramadan" });
    expect(await findNote(db, 1)).toEqual({ ...before, version: 3 });
  });

  test("that is removed takes its posts in again; taken back, out again", async () => {
    await createNote(db, planning, fields());
    await removeNote(db, planning, 1, 1);
    expect(await out()).toEqual({});
    await undoChange(db, planning, await newest());
    expect(Object.keys(await out())).toHaveLength(3);
    await undoChange(db, planning, await newest());
    expect([await out(), await findNote(db, 1)]).toEqual([{}, null]);
  });

  test("leaves what a person said of a single post, and what another note says", async () => {
    // ids follow the order of arrival: 2 is satu-8, 3 is satu-6
    const { results } = await db.prepare("select id from posts where external_id = 'satu-8'").all();
    await excusePost(db, Number(results[0]?.id), "salah unggah", { now: NOW, time_zone: ZONE });
    await createNote(db, planning, fields({ accounts: [1] }));
    await createNote(db, planning, fields({ text: "listrik padam" }));
    const both = { "satu-8": "salah unggah", "satu-6": "Ramadan", "dua-7": "listrik padam" };
    expect(await out()).toEqual(both);
    await removeNote(db, planning, 1, 1);
    expect(await out()).toEqual({ ...both, "satu-6": "listrik padam" });
    await removeNote(db, planning, 2, 1);
    expect(await out()).toEqual({ "satu-8": "salah unggah" });
  });

  test("is not changed by whoever saw another version, nor taken back when it was changed since", async () => {
    await createNote(db, planning, fields());
    const made = await newest();
    await changeNote(db, planning, 1, 1, { text: "Puasa" });
    const conflict = { code: "conflict" };
    await expect(changeNote(db, planning, 1, 1, { text: "x" })).rejects.toMatchObject(conflict);
    await expect(removeNote(db, planning, 1, 1)).rejects.toMatchObject(conflict);
    await expect(undoChange(db, planning, made)).rejects.toMatchObject(conflict);
    expect(await findNote(db, 1)).toMatchObject({ text: "Puasa", version: 2 });
  });

  test.each<[what: string, allowed: number[] | null, more: Partial<NoteFields>, code: string]>([
    ["an account that there is not", null, { accounts: [9] }, "invalid"],
    ["an account that the link does not open", [1], { accounts: [1, 2] }, "invalid"],
    ["all accounts, where the link opens one", [1], { accounts: null }, "invalid"],
  ])("of %s is refused", async (_what, allowed, more, code) => {
    const made = createNote(db, { ...planning, allowed }, fields(more));
    await expect(made).rejects.toMatchObject({ code });
    expect(await listChanges(db, null, 1)).toEqual([]);
  });

  test("of all is not to be changed by a link that opens one account", async () => {
    await createNote(db, planning, fields());
    const limited = { ...planning, allowed: [1] };
    const forbidden = { code: "forbidden" };
    await expect(removeNote(db, limited, 1, 1)).rejects.toMatchObject(forbidden);
  });

  test("that would end before it begins is refused", async () => {
    await createNote(db, planning, fields());
    const turned = changeNote(db, planning, 1, 1, { to_on: addDays(TODAY, -11) });
    await expect(turned).rejects.toMatchObject({ code: "invalid" });
  });

  test("goes with its only account, and loses one of several", async () => {
    await createNote(db, planning, fields({ accounts: [1] }));
    await createNote(db, planning, fields({ accounts: [1, 2], text: "banjir" }));
    await createNote(db, planning, fields({ text: "libur" }));
    await eraseAccount(db, 1);
    expect((await listLeftOut(db)).map(({ id, accounts }) => [id, accounts])).toEqual([
      [2, [2]],
      [3, null],
    ]);
  });

  test("of an account that was merged is of the one that stays, until they are parted", async () => {
    await createNote(db, planning, fields({ accounts: [1] }));
    const before = await out();
    let import_id = 0;
    for (let done = false; !done; ) {
      const step = await mergeAccounts(db, 1, 2, context);
      done = step.done;
      import_id = step.import;
    }
    const told = async () =>
      (
        await db
          .prepare(
            "select external_id from posts where account_id = 2 and excused = 'Ramadan' order by 1",
          )
          .all()
      ).results.map((row) => row.external_id);
    expect(await told()).toEqual(["dua-7", "satu-6", "satu-8"]);
    await push("dua", [9], NOW);
    expect(await told()).toEqual(["dua-7", "dua-9", "satu-6", "satu-8"]);
    for (let done = false; !done; ) done = (await undoImport(db, import_id, context)).done;
    expect(await out()).toEqual(before);
  });
});

test("days that were left out before there were notes are notes, said once of all of whom the same was said", async () => {
  const migration = statementsOf(
    readFileSync(join(ROOT, "functions/store/migrations/0020_notes.sql"), "utf8"),
  ).filter((one) => /^(insert into notes|delete from excused)/.test(one));
  expect(migration).toHaveLength(2);
  await push("satu", [1]);
  await push("dua", [1]);
  await push("tiga", [1]);
  const span = (account: number, from: string, reason: string) =>
    db.prepare(
      `insert into excused (account_id, from_on, to_on, reason) values (${account}, '${from}', '2026-03-30', '${reason}')`,
    );
  await db.batch([
    span(1, "2026-03-01", "Ramadan"),
    span(2, "2026-03-01", "Ramadan"),
    span(2, "2026-03-20", "libur"),
    // 3 was merged into 2, to which its span was copied
    span(3, "2026-03-20", "libur"),
    db.prepare("update accounts set merged_into = 2, handle = char(10) || 3 where id = 3"),
    ...migration.map((one) => db.prepare(one)),
  ]);
  const common = { to_on: "2026-03-30", left_out: true, version: 1 };
  expect(await listLeftOut(db)).toEqual([
    { ...common, id: 1, from_on: "2026-03-01", text: "Ramadan", accounts: [1, 2] },
    { ...common, id: 2, from_on: "2026-03-20", text: "libur", accounts: [3] },
  ]);
  expect((await db.prepare("select * from excused").all()).results).toEqual([]);
});

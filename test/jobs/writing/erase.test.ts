/** An account that has more rows than a day may write goes slice by slice, and is in nobody's way meanwhile. */
import { expect, test } from "vitest";
import { createNote } from "../../../functions/jobs/planning/notes.ts";
import { makeReport } from "../../../functions/jobs/reporting/make-report.ts";
import { eraseAccount, goOnErasing } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { rebuild } from "../../../functions/jobs/writing/rebuild.ts";
import { storeTyped } from "../../../functions/jobs/writing/typed.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { PAID } from "../../../functions/model/room.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { listGoing } from "../../../functions/store/erasing.ts";
import { listImports } from "../../../functions/store/imports.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, day, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const db = await ownDatabase();

const POSTS = 450;
/** All that hold anything of an account. */
const EVERY_TABLE = [
  "accounts",
  "posts",
  "post_keys",
  "post_details",
  "post_readings",
  "account_readings",
  "day_readings",
  "comments",
  "threads",
  "days",
  "months",
  "years",
  "streaks",
  "notices",
  "notes",
  "collections",
  "import_posts",
  "import_parts",
  "imports",
];
const context = { now: NOW, time_zone: ZONE, import: null };
const handles = async () => (await listAccounts(db)).map(({ handle }) => handle);

/** One with more posts than two slices take, and one that stays. */
async function two(): Promise<void> {
  const posts = Array.from({ length: POSTS }, (_, index) =>
    post(`p${index}`, NOW - 400 * DAY + index * HOUR, { likes: index }),
  );
  await ingest(db, [snapshot(NOW, { posts })], context);
  await ingest(
    db,
    [
      {
        ...snapshot(NOW, { posts: [post("q", NOW - DAY, { likes: 1 })] }),
        account: "tetap",
        external_id: "2",
      },
    ],
    context,
  );
}

test("it is in no list from the first slice on, and nothing of it is left after the last", async () => {
  await two();
  // somebody was told of it, and is to be told more
  await db.batch(
    [
      `insert into recipients (id, way, name, language, kinds, origin, hash, sealed, created_at, after)
         values (1, 'json', 'n8n', 'id', '[]', '', 'h', '', 1, 0)`,
      `insert into outbox (recipient, subject, since, state, kind, account_id, due_at, outcome, done_at)
         values (1, 'weak 1', 1, 'opened', 'weak', 1, 1, 'sent', 1)`,
      `insert into outbox (recipient, subject, since, state, kind, account_id, due_at)
         values (1, 'weak 1', 1, 'closed', 'weak', 1, 1)`,
    ].map((sql) => db.prepare(sql)),
  );
  const stays = (await dump(db, ["months"])).months?.filter(
    (row) => (row as { account_id: number }).account_id === 2,
  );
  const first = await eraseAccount(db, 1);
  expect(first).toMatchObject({ done: false, waits: false });
  expect(await handles()).toEqual(["tetap"]);
  expect(await listGoing(db)).toMatchObject([{ id: 1 }]);
  let left = first.remaining;
  for (let progress = first; !progress.done; ) {
    progress = await goOnErasing(db);
    expect(progress.remaining).toBeLessThan(left);
    left = progress.remaining;
  }
  const tables = await dump(db);
  expect(tables.recipients).toHaveLength(1);
  for (const [table, rows] of Object.entries(tables)) {
    const its = rows.filter((row) => (row as { account_id?: number }).account_id === 1);
    expect([table, its]).toEqual([table, []]);
  }
  expect(tables.posts).toHaveLength(1);
  expect(tables.post_readings).toHaveLength(1);
  expect(tables.months).toEqual(stays);
});

test("what stays is as if the other had never been, table by table", async () => {
  const stays = {
    ...snapshot(NOW, { posts: [post("q", NOW - DAY, { likes: 1 })] }),
    account: "tetap",
  };
  await ingest(db, [{ ...stays, external_id: "2" }], context);
  const before = await dump(db, EVERY_TABLE);
  const posts = Array.from({ length: POSTS }, (_, index) =>
    post(`p${index}`, NOW - 400 * DAY + index * HOUR, {
      likes: index,
      url: `https://x.com/p/status/${index}`,
    }),
  );
  // what a push, a file, a person and a cron leave of an account
  await ingest(
    db,
    [
      snapshot(NOW, {
        posts,
        days: [day("2026-11-01", { reach: 5 }), day("2026-11-02", { views: 7 })],
        comments: [
          { external_id: "c", post: "p1", at: NOW - DAY, ours: false, reply_to: null, asks: null },
        ],
      }),
    ],
    context,
  );
  // one post that was read more often than a slice takes
  await db
    .prepare(
      `with recursive n (at) as (select 1 union all select at + 1 from n where at < 3500)
       insert into post_readings (post_id, read_at, version, likes)
       select (select min(id) from posts where account_id = 2), at, 1, 1 from n`,
    )
    .run();
  const note = { from_on: "2026-01-01", to_on: "2026-01-31", text: "libur" };
  const planning = { ...context, author: { link: null, who: "" }, allowed: null };
  await createNote(db, planning, { ...note, accounts: [2], left_out: true });
  await db.batch([
    db.prepare(
      "insert into collections (account_id, sealed, connected_at, next_due_at) values (2, '', 1, 1)",
    ),
  ]);
  const filled = await dump(db, EVERY_TABLE);
  for (const table of [
    "comments",
    "threads",
    "day_readings",
    "days",
    "notes",
    "collections",
    "post_keys",
    "months",
  ]) {
    expect([table, filled[table]?.length ?? 0]).not.toEqual([table, before[table]?.length ?? 0]);
  }
  await eraseAccount(db, 2);
  for (let progress = await goOnErasing(db); !progress.done; progress = await goOnErasing(db));
  const after = await dump(db, EVERY_TABLE);
  expect(after).toEqual(before);
});

test("its name is free at once: what is pushed under it is another account", async () => {
  await two();
  await eraseAccount(db, 1);
  await ingest(db, [snapshot(NOW + HOUR, { followers: 7 })], { ...context, now: NOW + HOUR });
  expect(await listAccounts(db)).toMatchObject([{ id: 2 }, { id: 3, followers: 7 }]);
  for (let progress = await goOnErasing(db); !progress.done; progress = await goOnErasing(db));
  expect(await listAccounts(db)).toMatchObject([{ id: 2 }, { id: 3, followers: 7 }]);
});

test("a rebuild passes it over", async () => {
  await two();
  await eraseAccount(db, 1);
  for (let progress = await rebuild(db, context); !progress.done; )
    progress = await rebuild(db, context);
  for (let progress = await goOnErasing(db); !progress.done; progress = await goOnErasing(db));
  expect((await dump(db, ["accounts"])).accounts).toHaveLength(1);
});

test("where the day's share is spent it waits for another, and goes on then", async () => {
  await two();
  await db.prepare("update library set written_on = date('now'), written = 60000").run();
  expect(await eraseAccount(db, 1)).toMatchObject({ done: false, waits: true });
  expect(await handles()).toEqual(["tetap"]);
  await db.prepare("update library set written_on = '2026-01-01'").run();
  expect(await goOnErasing(db)).toMatchObject({ waits: false });
});

test("the paid plan's day has room where the free one's has none, and its slices go at once", async () => {
  await two();
  await db.prepare("update library set written_on = date('now'), written = 60000").run();
  expect(await eraseAccount(db, 1, PAID)).toMatchObject({ done: true, waits: false });
});

test("a file that was brought for it alone can be brought again", async () => {
  const hash = "a".repeat(64);
  const part = {
    id: null,
    kind: "typed" as const,
    name: "berkas",
    created_at: NOW,
    read_at: NOW,
    time_zone: ZONE,
    rows: 1,
    skipped: 0,
    hash,
  };
  const bring = () =>
    ingest(db, [snapshot(NOW, { posts: [post("p", NOW - DAY, { likes: 3 })] })], {
      ...context,
      import: part,
    });
  await bring();
  await two();
  await eraseAccount(db, 1);
  for (let progress = await goOnErasing(db); !progress.done; progress = await goOnErasing(db));
  const { import_parts, imports } = await dump(db, ["import_parts", "imports"]);
  expect(import_parts).toEqual([]);
  expect(imports).toMatchObject([{ undone_at: expect.any(Number) }]);
  expect(await bring()).toMatchObject({ posts_added: 1 });
});

test("no import names it any more: standing, undone before, or a merge; those of others keep their names", async () => {
  const named = (account: string, platform: "instagram" | "x" = "instagram") => ({
    ...snapshot(NOW - DAY, { followers: 5 }),
    platform,
    account,
    external_id: null,
  });
  await ingest(db, [named("lama"), named("baru"), named("baru.juga"), named("baru", "x")], context);
  const type = async (account: number) =>
    (await storeTyped(db, { account, followers: 6 }, context)).import ?? 0;
  const [first] = [await type(1), await type(2), await type(3), await type(4)];
  await undoImport(db, first, context);
  await type(1);
  for (let merging = await mergeAccounts(db, 1, 2, context); !merging.done; )
    merging = await mergeAccounts(db, 1, 2, context);
  const names = async () => (await listImports(db, 10)).map(({ name }) => name).toReversed();
  expect(await names()).toEqual([
    "Instagram @lama",
    "Instagram @baru",
    "Instagram @baru.juga",
    "X @baru",
    "Instagram @lama",
    "Instagram · @lama → @baru",
  ]);
  await eraseAccount(db, 2);
  expect(await names()).toEqual([null, null, "Instagram @baru.juga", "X @baru", null, null]);
});

test("an account that nobody knows", async () => {
  await expect(eraseAccount(db, 9)).rejects.toMatchObject({ code: "not_found" });
});

test("it goes out of the reports that were made, and its id is not free before", async () => {
  const secret = "kutipan rahasia";
  const named = (account: string, external_id: string, of: Parameters<typeof post>[2]) => ({
    ...snapshot(NOW, { followers: 1234, posts: [post(account, NOW - DAY, of)] }),
    account,
    external_id,
  });
  await ingest(db, [named("pergi", "8", { likes: 4321, caption: secret })], context);
  await ingest(db, [named("tetap", "9", { likes: 7, caption: "yang tinggal" })], context);
  const going = (await listAccounts(db)).find(({ handle }) => handle === "pergi")?.id ?? 0;
  const month = new Date(NOW * 1000).toISOString().slice(0, 7);
  // three, which is more than a slice takes
  for (const of of ["2020-01", "2020-02", "2020-03"]) {
    await makeReport(db, { month, now: NOW, time_zone: ZONE });
    await db.prepare("update reports set month = ?1 where month = ?2").bind(of, month).run();
  }
  const bodies = async () => JSON.stringify(await dump(db, ["reports"]));
  expect(await bodies()).toContain(secret);
  await eraseAccount(db, going);
  for (let turns = 0; turns < 9 && !(await goOnErasing(db)).done; turns += 1) {
    expect((await listGoing(db)).map(({ id }) => id)).toEqual([going]);
  }
  const told = await bodies();
  for (const gone of [secret, "pergi", "4321"]) expect(told).not.toContain(gone);
  expect(told.split("yang tinggal")).toHaveLength(1 + 3);
  expect(await listGoing(db)).toEqual([]);
});

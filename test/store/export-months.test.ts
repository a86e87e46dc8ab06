/** What the export reads of a month: finished lines where they hold, else what they are made of. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import type { Line } from "../../functions/model/export-line.ts";
import {
  LINES,
  listExportMonths,
  type Stamp,
  saveLines,
} from "../../functions/store/export-months.ts";
import { saveVerdicts } from "../../functions/store/months.ts";
import { counted } from "../counted.ts";
import { statementsOf } from "../database.ts";
import { DAY, day, HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();
beforeEach(async () => {
  await push(NOW, { posts: [post("p1", NOW - 9 * DAY, { likes: 3, url: "https://x.example/1" })] });
});

const push = (at: number, rest: Parameters<typeof snapshot>[1]) =>
  ingest(db, [snapshot(at, rest)], { now: at, time_zone: ZONE, import: null });

const STAMP: Stamp = { account_id: 1, stamp: '["a"]', more: { "2026-11": '{"1":2}' } };
const MONTH = { account_id: 1, month: "2026-11" };
const COLUMNS = Object.values(LINES).flatMap((lines) => Object.values(lines));

const version = async () =>
  (await db.prepare("select version from library").first("version")) as number;
const save = async (at?: number, lines: Line[] = []) => {
  for (const column of COLUMNS) {
    const row = { ...MONTH, stamp: '["a"]{"1":2}', lines };
    await db.batch(saveLines(db, column, at ?? (await version()), [row]));
  }
};
const list = (column: (typeof COLUMNS)[number] | null, stamp = STAMP) =>
  listExportMonths(db, column, [stamp], [{ from: "2026-11", to: "2026-11" }]);
const ready = async (stamp = STAMP) => {
  const found: string[] = [];
  for (const column of COLUMNS) {
    const [month] = await list(column, stamp);
    if (month?.lines !== null) found.push(column);
  }
  return found;
};

test("a month is what its lines are made of, until there are lines", async () => {
  const [month] = await list("posts_csv");
  expect(month).toMatchObject({
    ...MONTH,
    lines: null,
    whole: { followers_before: null, posts: [{ id: 1, likes: 3 }] },
    texts: [
      {
        id: 1,
        external_id: "p1",
        caption: "Koleksi baru",
        url: "https://x.example/1",
        read_at: NOW,
        removed_at: null,
      },
    ],
  });
  const lines = [{ at: 1, id: 2, text: '"é"\n' }];
  await save(undefined, lines);
  expect(await list("posts_csv")).toEqual([{ ...MONTH, lines }]);
  expect(await list(null)).toEqual([month]);
});

describe("finished lines hold", () => {
  test("under their own stamp alone", async () => {
    await save();
    expect(await ready()).toEqual(COLUMNS);
    expect(await ready({ ...STAMP, stamp: '["b"]' })).toEqual([]);
    expect(await ready({ ...STAMP, more: {} })).toEqual([]);
    expect(await ready({ ...STAMP, more: { "2026-10": '{"1":2}' } })).toEqual([]);
  });

  test("no longer than the month: each change takes those that say it", async () => {
    await save();
    await db.batch(saveVerdicts(db, [{ ...MONTH, verdicts: "[[1,2,0.5,1]]" }]));
    expect(await ready()).toEqual(["days_csv", "days_ndjson"]);
    await save();
    // the same again, and a quiet hour, change nothing of the month
    await push(NOW, {
      posts: [post("p1", NOW - 9 * DAY, { likes: 3, url: "https://x.example/1" })],
    });
    expect(await ready()).toEqual(COLUMNS);
    await push(NOW + HOUR, { days: [day("2026-11-20", { reach: 5 })] });
    expect(await ready()).toEqual([]);
  });

  test("only where nothing was written since they were read", async () => {
    const before = await version();
    await push(NOW + HOUR, { days: [day("2026-11-20", { reach: 5 })] });
    await save(before);
    expect(await ready()).toEqual([]);
  });
});

test.each([
  ["no more than twelve months", 13, 1, 12],
  ["no more than a statement holds", 3, 140_000, 2],
])("a request keeps %s of what it made", async (_what, months, length, kept) => {
  const rows = Array.from({ length: months }, (_, index) => ({
    account_id: 1,
    month: `20${index + 10}-01`,
    stamp: "[]",
    lines: [{ at: 1, id: 1, text: "x".repeat(length) }],
  }));
  for (const { month } of rows) {
    await db
      .prepare(
        "insert into months (account_id, month, days, posts, captions) values (1, ?1, '[]', '[]', '[]')",
      )
      .bind(month)
      .run();
  }
  await db.batch(saveLines(db, "days_csv", await version(), rows));
  const found = await db.prepare("select count(days_csv) as n from months").first("n");
  expect(found).toBe(kept);
});

test("a month's lines that would make its row too large are not kept", async () => {
  const lines = [{ at: 1, id: 1, text: "x".repeat(150_000) }];
  const row = { ...MONTH, stamp: "[]", lines };
  expect(saveLines(db, "posts_csv", await version(), [row])).toEqual([]);
});

test("a month that a version of before packed is completed from its posts", async () => {
  const expected = await list(null);
  await db.prepare("update months set texts = '[]'").run();
  expect(await list(null)).toEqual(expected);
  await db.prepare("update months set texts = '[[7,\"another\",null,1,null]]'").run();
  expect(await list(null)).toEqual(expected);
});

test("the migration gives the months that stand what packing gives them", async () => {
  const rows = async () => (await db.prepare("select * from months order by month").all()).results;
  await push(NOW, {
    posts: [post("p2", NOW - 50 * DAY), post("p0", NOW - 9 * DAY, { removed_at: NOW })],
  });
  const expected = await rows();
  expect(JSON.stringify(expected)).toContain("p2");
  await db.prepare("update months set texts = '[]'").run();
  const file = "functions/store/migrations/0006_month_texts.sql";
  const fill = statementsOf(readFileSync(join(import.meta.dirname, "../..", file), "utf8"));
  for (const one of fill.filter((sql) => sql.startsWith("update"))) await db.prepare(one).run();
  expect(await rows()).toEqual(expected);
});

test("a month is one read row, whatever it holds, beside two an account", async () => {
  const count = counted(db);
  await listExportMonths(count.db, "posts_csv", [STAMP], [{ from: "2020-01", to: "2026-12" }]);
  expect(count.counts.read).toBeLessThanOrEqual(4);
});

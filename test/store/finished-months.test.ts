/** Months of the export that are over, of all accounts together: kept under their stamp, and no longer than what they say. */
import { beforeEach, expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { LINES, type Stamp } from "../../functions/store/export-months.ts";
import {
  holds,
  listFinishedMonths,
  saveFinishedMonths,
} from "../../functions/store/finished-months.ts";
import { unpackLines } from "../../functions/store/lines.ts";
import { saveVerdicts } from "../../functions/store/months.ts";
import { DAY, day, HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();
const push = (at: number, rest: Parameters<typeof snapshot>[1]) =>
  ingest(db, [snapshot(at, rest)], { now: at, time_zone: ZONE, import: null });
beforeEach(() => push(NOW, { posts: [post("p1", NOW - 9 * DAY, { likes: 3 })] }));

const MONTH = "2026-11";
const EVER = { from: "2020-01", to: "2027-12" };
const STAMPS: Stamp[] = [
  { account_id: 1, stamp: '["a"]', more: { [MONTH]: '{"1":2}' } },
  { account_id: 2, stamp: '["b"]', more: {} },
];
const FILES = Object.values(LINES).flatMap((lines) => Object.values(lines));
const LINE = { at: 1, id: 2, text: '"é"\n' };

const version = async () =>
  (await db.prepare("select version from library").first("version")) as number;
async function save(months: readonly string[] = [MONTH], at?: number): Promise<void> {
  const kept = months.map((month) => ({ month, lines: [LINE] }));
  for (const file of FILES) {
    await db.batch(saveFinishedMonths(db, file, STAMPS, at ?? (await version()), kept));
  }
}
async function ready(stamps: readonly Stamp[] = STAMPS): Promise<string[]> {
  const found: string[] = [];
  for (const file of FILES) {
    for (const one of await listFinishedMonths(db, file, EVER)) {
      if (holds(one, stamps)) found.push(`${file} ${one.month}`);
    }
  }
  return found;
}
const of = (...months: string[]) =>
  FILES.flatMap((file) => months.map((month) => `${file} ${month}`));

test("they come back whole, the oldest first, of the months that are asked for", async () => {
  await save([MONTH, "2025-01", "2026-02"]);
  expect(await ready()).toEqual(of("2025-01", "2026-02", MONTH));
  const asked = { from: "2025-02", to: "2026-02" };
  const [one, ...more] = await listFinishedMonths(db, "posts_csv", asked);
  expect([one?.month, more.length]).toEqual(["2026-02", 0]);
  expect(unpackLines(one?.packed ?? "")).toEqual([LINE]);
});

test("only for the same accounts, in the same order, under the same names and readings", async () => {
  const [a, b] = STAMPS as [Stamp, Stamp];
  await save();
  expect(await ready()).toEqual(of(MONTH));
  expect(await ready([b, a])).toEqual([]);
  expect(await ready([a])).toEqual([]);
  expect(await ready([a, { ...b, stamp: '["c"]' }])).toEqual([]);
  expect(await ready([{ ...a, more: {} }, b])).toEqual([]);
  // another stamp takes the place of the one that stood
  await db.batch(
    saveFinishedMonths(db, "days_csv", [a], await version(), [{ month: MONTH, lines: [] }]),
  );
  expect(await ready([a])).toEqual([`days_csv ${MONTH}`]);
  expect(await ready()).not.toContain(`days_csv ${MONTH}`);
});

test("whatever moves a month of any account takes that month away, and no other", async () => {
  const moves: [string, () => Promise<unknown>][] = [
    [
      "a verdict",
      () =>
        db.batch(saveVerdicts(db, [{ account_id: 1, month: MONTH, verdicts: "[[1,2,0.5,1]]" }])),
    ],
    ["a day", () => push(NOW + HOUR, { days: [day("2026-11-20", { reach: 5 })] })],
    ["a month more", () => push(NOW + 2 * HOUR, { posts: [post("p2", NOW - 50 * DAY)] })],
    ["one less", () => db.prepare("delete from months where month = ?1").bind("2026-10").run()],
  ];
  for (const [what, move] of moves) {
    await save(["2025-01", "2026-10", MONTH]);
    await move();
    const left = await ready();
    expect([what, left.length < 3 * FILES.length]).toEqual([what, true]);
    expect(left).toEqual(expect.arrayContaining(of("2025-01")));
    const touched = what === "a verdict" || what === "a day" ? MONTH : "2026-10";
    expect([what, left.filter((one) => one.endsWith(touched))]).toEqual([what, []]);
  }
  // a quiet hour moves none
  await save();
  await push(NOW, { posts: [post("p1", NOW - 9 * DAY, { likes: 3 })] });
  expect(await ready()).toEqual(of("2025-01", MONTH));
});

test("nothing is kept of what was read before somebody wrote", async () => {
  const before = await version();
  await push(NOW + HOUR, { days: [day("2026-11-20", { reach: 5 })] });
  await save([MONTH], before);
  expect(await ready()).toEqual([]);
});

test.each([
  ["no more than twelve months", 30, 1, 12],
  ["no more than a statement holds", 5, 250_000, 2],
  ["none that is too long by itself", 2, 700_000, 0],
])("a request keeps %s", async (_what, months, length, kept) => {
  const all = Array.from({ length: months }, (_, index) => ({
    month: `20${index + 10}-01`,
    lines: [{ at: 1, id: 1, text: "x".repeat(length) }],
  }));
  const statements = saveFinishedMonths(db, "days_csv", STAMPS, await version(), all);
  if (statements.length > 0) await db.batch(statements);
  expect(await db.prepare("select count(*) as n from finished_months").first("n")).toBe(kept);
});

/** Kept years: what the months say, or not there, whatever happens to a month. */
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { correctPost } from "../../functions/jobs/writing/correct.ts";
import { eraseAccount } from "../../functions/jobs/writing/erase.ts";
import { beginRebuild, rebuild } from "../../functions/jobs/writing/rebuild.ts";
import { listAccounts } from "../../functions/store/accounts.ts";
import { listAccountsWithMonths, listMonths, saveVerdicts } from "../../functions/store/months.ts";
import { saveYears } from "../../functions/store/years.ts";
import { counted } from "../counted.ts";
import { openDatabase, wipe } from "../database.ts";
import { DAY, HOUR, NOW, post, randomArrivals, SEEDS, tries } from "../jobs/writing/snapshots.ts";
import { CONTEXT, said, twoNames } from "../jobs/writing/two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { doubled, file, merged, push, undone } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

const SPAN = { from: "2025-11", to: "2027-02" };
const OWNERS = { platforms: null, ids: null, handle: null };

const kept = async () =>
  (await db.prepare("select account_id, year from years order by 1, 2").all()).results.map((row) =>
    Object.values(row).join(" "),
  );
/** Keeps the years that the test's readings are of. */
async function keep(db_ = db): Promise<void> {
  const accounts = await listAccounts(db);
  const years = accounts.flatMap(({ id }) =>
    [2025, 2026].map((year) => ({ account_id: id, year })),
  );
  if (years.length > 0) await saveYears(db_, years).run();
}
const read = async (captions: boolean) => {
  const { accounts, months } = await listAccountsWithMonths(db, { ...SPAN, captions }, OWNERS);
  const ids = accounts.map(({ id }) => id);
  return {
    accounts,
    months,
    same: ids.length === 0 ? [] : await listMonths(db, ids, { ...SPAN, captions }),
  };
};
/** What is read through the years that stand, and without any. */
async function expectTheSame(): Promise<void> {
  const through = [await read(false), await read(true)];
  await db.prepare("delete from years").run();
  expect(JSON.stringify(through)).toBe(JSON.stringify([await read(false), await read(true)]));
}

test("a year is read as its months are, by one row", async () => {
  await push(said("lama", NOW, { posts: [post("p1", NOW - DAY), post("p0", NOW - 320 * DAY)] }));
  await push(said("lama", NOW - 300 * DAY, { followers: 5 }));
  const { months, unkept } = await listAccountsWithMonths(db, SPAN, OWNERS);
  expect(months.map(({ month }) => month)).toEqual(["2026-01", "2026-11"]);
  expect(unkept).toEqual([{ account_id: 1, year: 2026 }]);
  await keep();
  expect(await kept()).toEqual(["1 2026"]);
  const through = counted(db);
  const again = await listAccountsWithMonths(through.db, { ...SPAN, captions: true }, OWNERS);
  expect(again.unkept).toEqual([]);
  expect(again.months.flatMap(({ captions }) => captions)).toEqual([
    "Koleksi baru",
    "Koleksi baru",
  ]);
  // the account, its year, and one for each of the years beside it that have nothing
  expect(through.counts.read).toBe(4);
  await expectTheSame();
});

test("a year counts only where it lies whole within the span", async () => {
  await push(said("lama", NOW, { posts: [post("p1", NOW - DAY), post("p0", NOW - 320 * DAY)] }));
  await keep();
  const of = async (from: string, to: string) =>
    (await listMonths(db, [1], { from, to })).map(({ month }) => month);
  expect(await of("2026-01", "2026-12")).toEqual(["2026-01", "2026-11"]);
  expect(await of("2026-02", "2026-12")).toEqual(["2026-11"]);
  expect(await of("2026-01", "2026-10")).toEqual(["2026-01"]);
  expect(await of("2026-11", "2026-10")).toEqual([]);
});

describe("is taken away by whatever moves a month of it, and by nothing else", () => {
  beforeEach(async () => {
    await push(said("lama", NOW - 2 * HOUR, { followers: 9, posts: [post("p1", NOW - DAY)] }));
    await push(said("baru", NOW - 2 * HOUR, { followers: 9 }));
    await keep();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a reading", () => push(said("lama", NOW, { posts: [post("p1", NOW - DAY, { likes: 1 })] }))],
    ["a late reading", () => push(said("lama", NOW - 90 * DAY, { followers: 3 }))],
    ["a file", () => file(said("lama", NOW, { posts: [post("p2", NOW - DAY)] }))],
    ["a person's word", () => correctPost(db, 1, { topic: "events" }, CONTEXT)],
    ["hiding", () => correctPost(db, 1, { hidden: true }, CONTEXT)],
    [
      "a verdict",
      () => db.batch(saveVerdicts(db, [{ account_id: 1, month: "2026-11", verdicts: "[[1,0]]" }])),
    ],
    ["erasing", () => eraseAccount(db, 1)],
  ])("%s", async (_what, change) => {
    expect(await kept()).toEqual(["1 2026", "2 2026"]);
    await change();
    expect(await kept()).toEqual(["2 2026"]);
    await expectTheSame();
  });

  test("a reading that says nothing new, finished lines of the export", async () => {
    const { db: through, of } = counted(db);
    await push(said("lama", NOW, { followers: 9, posts: [post("p1", NOW - DAY)] }));
    await through.prepare("update months set days_csv = 'x', posts_ndjson = 'y'").run();
    expect(of(/^update months/)).toMatchObject({ written: 2 });
    expect(await kept()).toEqual(["1 2026", "2 2026"]);
  });
});

test("a month that moves costs no row more where no year is kept", async () => {
  await push(said("lama", NOW - 2 * HOUR, { followers: 9, posts: [post("p1", NOW - DAY)] }));
  const cost = async () => {
    const through = counted(db);
    await through.db.prepare("update months set followers_before = 1").run();
    return through.counts;
  };
  expect(await cost()).toMatchObject({ written: 1 });
  await keep();
  expect(await cost()).toMatchObject({ written: 2 });
});

test("a new zone and a rebuild, slice by slice", async () => {
  await doubled();
  await keep();
  const context = { ...CONTEXT, time_zone: "Asia/Jayapura" };
  let { done } = await beginRebuild(db, context);
  while (!done) {
    await keep();
    ({ done } = await rebuild(db, context));
    await expectTheSame();
  }
});

test("merging and undoing it, slice by slice", async () => {
  await doubled();
  await keep();
  const id = await merged(1, 2);
  // what is parked keeps its months as they were
  expect(await kept()).toEqual(["1 2026"]);
  await expectTheSame();
  await keep();
  await undone(id);
  await expectTheSame();
});

test.each(SEEDS)("whatever comes, and goes again (seed %i)", async (seed) => {
  await fc.assert(
    fc.asyncProperty(randomArrivals(2), async (arrivals) => {
      await wipe(db);
      const files = new Set<number>();
      for (const { file: number, snapshot } of arrivals) {
        if (number === null) await push(snapshot);
        else files.add(await file(snapshot));
        const through = JSON.stringify(await read(true));
        await db.prepare("delete from years").run();
        expect(through).toBe(JSON.stringify(await read(true)));
        await keep();
      }
      for (const id of files) {
        await undone(id);
        await expectTheSame();
        await keep();
      }
    }),
    tries(seed),
  );
});

test("what a row of D1 does not hold is not kept: captions apart, and then the year", async () => {
  const posts = Array.from({ length: 150 }, (_, index) =>
    post(`p${index}`, NOW - DAY - index, { caption: `${index} ${"é".repeat(2100)}` }),
  );
  await push(said("lama", NOW, { posts }));
  await push(
    said("lama", NOW, {
      posts: posts.map((one) => ({
        ...one,
        external_id: `q${one.external_id}`,
        published_at: one.published_at - 40 * DAY,
      })),
    }),
  );
  await keep();
  expect((await db.prepare("select captions from years").all()).results).toEqual([
    { captions: null },
  ]);
  const { unkept } = await listAccountsWithMonths(db, { ...SPAN, captions: true }, OWNERS);
  expect(unkept).toEqual([{ account_id: 1, year: 2026 }]);
  await expectTheSame();
  await db
    .prepare("update months set days = '[' || ?1 || ']' where month = '2026-11'")
    .bind(`["${"x".repeat(600_000)}"]`)
    .run();
  await keep();
  expect(await kept()).toEqual([]);
});

/** What figures take of a month: the same as the month says, packed by a write or by the migration that began with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { correctPost } from "../../functions/jobs/writing/correct.ts";
import { stands } from "../../functions/model/post.ts";
import { scoresIn } from "../../functions/store/figure-packing.ts";
import { listAccountsWithFigures } from "../../functions/store/month-figures.ts";
import { packVerdicts } from "../../functions/store/month-packing.ts";
import { listAccountsWithMonths, saveVerdicts } from "../../functions/store/months.ts";
import { saveYears } from "../../functions/store/years.ts";
import { openDatabase, statementsOf, wipe } from "../database.ts";
import { DAY, day, NOW, post, randomArrivals, SEEDS, tries } from "../jobs/writing/snapshots.ts";
import { CONTEXT, said, twoNames } from "../jobs/writing/two-names.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
const { file, push } = twoNames(db);
afterAll(close);
beforeEach(() => wipe(db));

const SPAN = { from: "2025-11", to: "2027-02" };
const OWNERS = { platforms: null, ids: null, handle: null };

const figures = async () => (await listAccountsWithFigures(db, SPAN, OWNERS)).months;

/** Figures and whole months, so far as both hold the same. */
async function expectTheSame(): Promise<void> {
  const months = (await listAccountsWithMonths(db, SPAN, OWNERS)).months;
  const found = await figures();
  expect(found.map(({ verdicts, ...month }) => month)).toEqual(
    months.map(({ account_id, month, followers_before, days, posts }) => ({
      account_id,
      month,
      followers_before,
      days: days.map(({ date, followers, reach, views, followers_gained, followers_lost }) => ({
        date,
        followers,
        reach,
        views,
        followers_gained,
        followers_lost,
      })),
      posts: posts.map((one) => ({
        id: one.id,
        published_on: one.published_on,
        format: one.format,
        paid: one.paid,
        removed: one.removed,
        hidden: one.hidden,
        mature: one.mature,
        interactions: one.interactions,
        followers_at_publish: one.followers_at_publish,
        reach: one.reach,
        views: one.views,
      })),
    })),
  );
  const scores = months
    .flatMap(({ posts }) => posts)
    .flatMap(({ id, score }) => (score === null ? [] : [[id, score]]));
  expect([...scoresIn(found.map(({ verdicts }) => verdicts))]).toEqual(scores);
}

/** The migration's own statement, over what stands. */
const again = async () => {
  const sql = readFileSync(
    join(import.meta.dirname, "../../functions/store/migrations/0014_figures.sql"),
    "utf8",
  );
  const update = statementsOf(sql).find((one) => one.startsWith("update months"));
  await db.prepare(update ?? "").run();
};
const texts = async () =>
  (await db.prepare("select figures from months order by account_id, month").all()).results;

test("a library's formats, flags and what is not known", async () => {
  const formats = ["image", "story", "other", "short_video", null] as const;
  await push(
    said("lama", NOW, {
      followers: 900,
      days: [day("2026-11-20", { reach: 5, views: null })],
      posts: formats.map((format, index) =>
        post(`p${index}`, NOW - index * 20 * DAY, {
          format,
          paid: [true, false, null][index % 3] ?? null,
          likes: index,
          reach: index % 2 === 0 ? null : 7,
          removed_at: index === 3 ? NOW : null,
        }),
      ),
    }),
  );
  await correctPost(db, 1, { hidden: true }, CONTEXT);
  await expectTheSame();
  const posts = (await figures()).flatMap((month) => month.posts);
  expect(new Set(posts.map(({ format }) => format))).toEqual(new Set(formats));
  expect(posts.filter(({ hidden }) => hidden)).toHaveLength(1);
  expect(posts.filter((one) => !stands(one)).length).toBeGreaterThan(0);
  const packed = await texts();
  await db.prepare("update months set figures = '[]'").run();
  expect((await figures()).flatMap((month) => month.posts)).toEqual([]);
  await again();
  expect(await texts()).toEqual(packed);
});

test("scores are read from the verdicts that stand", async () => {
  await push(said("lama", NOW, { posts: [post("p1", NOW - DAY), post("p2", NOW - DAY)] }));
  const verdicts = packVerdicts([
    { id: 1, state: "judged", score: 0.5, weak: true },
    { id: 2, state: "pending", score: null, weak: null },
  ]);
  await db.batch(saveVerdicts(db, [{ account_id: 1, month: "2026-11", verdicts }]));
  const [month] = await figures();
  expect([...scoresIn([month?.verdicts ?? ""])]).toEqual([[1, 0.5]]);
  await expectTheSame();
});

test.each(SEEDS)("whatever comes, by months and by years (seed %i)", async (seed) => {
  await fc.assert(
    fc.asyncProperty(randomArrivals(2), async (arrivals) => {
      await wipe(db);
      for (const { file: number, snapshot } of arrivals) {
        if (number === null) await push(snapshot);
        else await file(snapshot);
      }
      await expectTheSame();
      const packed = await texts();
      await again();
      expect(await texts()).toEqual(packed);
      const { unkept } = await listAccountsWithFigures(db, SPAN, OWNERS);
      if (unkept.length > 0) await saveYears(db, unkept).run();
      expect((await listAccountsWithFigures(db, SPAN, OWNERS)).unkept).toEqual([]);
      await expectTheSame();
    }),
    tries(seed),
  );
});

/** When posts were read last, in an hour in which nothing else moved: kept by their account until their month is packed. */
import { expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { listAccounts } from "../../../functions/store/accounts.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "./snapshots.ts";

const db = await ownDatabase();

const push = (at: number, likes: readonly number[], published = NOW - 40 * DAY) =>
  ingest(
    db,
    [
      snapshot(at, {
        posts: likes.map((count, index) => post(`p${index}`, published, { likes: count })),
      }),
    ],
    { now: at, time_zone: ZONE, import: null },
  );

const seen = async () => (await listAccounts(db)).map(({ posts_seen }) => posts_seen);

/** By post, as its month holds it. */
const packed = async () => {
  const { results } = await db.prepare("select texts from months where posts <> '[]'").all();
  const texts = results.flatMap((row) => JSON.parse(String(row.texts)) as unknown[][]);
  return texts.map(([id, external_id, , read_at]) => [id, external_id, read_at]);
};

test("a quiet hour is noted beside the month, and the month's next packing takes it in", async () => {
  await push(NOW, [1, 2]);
  expect(await packed()).toEqual([
    [1, "p0", NOW],
    [2, "p1", NOW],
  ]);
  expect(await seen()).toEqual([{}]);

  await push(NOW + HOUR, [1, 2]);
  await push(NOW + 2 * HOUR, [1]);
  expect(await seen()).toEqual([{ "2026-10": { 1: NOW + 2 * HOUR, 2: NOW + HOUR } }]);
  expect((await packed()).map(([, , at]) => at)).toEqual([NOW, NOW]);

  await push(NOW + 3 * HOUR, [1, 5]);
  expect(await seen()).toEqual([{}]);
  expect((await packed()).map(([, , at]) => at)).toEqual([NOW + 3 * HOUR, NOW + 3 * HOUR]);
});

test("where more are quiet than an account's row should carry, their months are packed", async () => {
  const many = Array.from({ length: 121 }, (_, index) => index);
  await push(NOW, many);
  await push(NOW + HOUR, many.slice(0, 120));
  expect(Object.keys((await seen())[0]?.["2026-10"] ?? {})).toHaveLength(120);
  await push(NOW + 2 * HOUR, many);
  expect(await seen()).toEqual([{}]);
  expect(new Set((await packed()).map(([, , at]) => at))).toEqual(new Set([NOW + 2 * HOUR]));
});

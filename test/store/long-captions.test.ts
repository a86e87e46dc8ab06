/** A month in which more is said than a row of D1 holds: it is stored, shown and exported whole. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { listExportMonths } from "../../functions/store/export-months.ts";
import { listMonths } from "../../functions/store/months.ts";
import { openDatabase } from "../database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../jobs/writing/snapshots.ts";

let db: D1Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const opened = await openDatabase();
  close = opened.close;
  db = opened.databases[0] as D1Database;
});
afterAll(() => close());

const POSTS = 60;
/** Sixty of sixty thousand bytes each: 3.6 million. */
const captionOf = (index: number) => `${index} ${"ꦱ".repeat(19_990)}`;
/** What tells one from another, for a failure that can be read. */
const short = (caption: string | null | undefined) =>
  caption && `${caption.slice(0, 4)}${caption.length}`;

test("it is stored, and so is what comes later", async () => {
  const posts = Array.from({ length: POSTS }, (_, index) =>
    post(`p${index}`, NOW - 9 * DAY + index * HOUR, { caption: captionOf(index), likes: index }),
  );
  const push = (at: number, rest: Parameters<typeof snapshot>[1]) =>
    ingest(db, [snapshot(at, rest)], { now: at, time_zone: ZONE, import: null });
  for (let at = 0; at < POSTS; at += 20) await push(NOW, { posts: posts.slice(at, at + 20) });
  await push(NOW + HOUR, {
    posts: [post("p0", NOW - 9 * DAY, { caption: captionOf(0), likes: 99 })],
  });
  const months = await listMonths(db, [1], { from: "2026-11", to: "2026-11", captions: true });
  expect(months.flatMap(({ captions }) => captions).map(short)).toEqual(
    posts.map(({ caption }) => short(caption)),
  );
  expect(months[0]?.posts[0]).toMatchObject({ likes: 99 });
});

test("the export has every caption", async () => {
  const stamp = { account_id: 1, stamp: "[]", more: {} };
  const months = await listExportMonths(
    db,
    "posts_csv",
    [stamp],
    [{ from: "2026-11", to: "2026-11" }],
  );
  const texts = months.flatMap((month) => (month.lines === null ? month.texts : []));
  expect(texts.map(({ caption }) => short(caption))).toEqual(
    Array.from({ length: POSTS }, (_, index) => short(captionOf(index))),
  );
});

/** What people write under posts passes by, and is kept nowhere: in no table, no run, no line of a log. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { COMMENT_MARK } from "../../platforms/shown.ts";
import { type Collecting, HOUR, openCollecting, settle } from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting({ days: 4 });
});
afterAll(() => on.close());

const LOGS = ["log", "info", "warn", "error", "debug"] as const;

/** Every row of every table, as text. */
async function everything(): Promise<string> {
  const tables = await on.rows<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'sqlite%'",
  );
  const rows = await Promise.all(tables.map(({ name }) => on.rows(`select * from "${name}"`)));
  expect(tables.length).toBeGreaterThan(30);
  return JSON.stringify(rows);
}

test("no comment's text is stored or logged, whatever goes wrong on the way", {
  timeout: 240_000,
}, async () => {
  const logged = LOGS.map((name) => vi.spyOn(console, name).mockImplementation(() => {}));
  for (const which of ["facebook", "instagram", "x", "tiktok_business"] as const) {
    await on.connect(which);
  }
  await settle(on);
  // under what nobody has written yet, too
  const newest = await on.rows<{ external_id: string }>(
    `select p.external_id, max(p.published_at) from posts p join accounts a on a.id = p.account_id
     where a.platform in ('x', 'tiktok') group by p.account_id`,
  );
  for (const { external_id: post } of newest) {
    await on.happen({ kind: "discussed", post, comments: 4, answers: 1 });
  }
  for (const fault of [
    { kind: "truncated", path: "comment" },
    { kind: "error_in_200", path: "comment" },
    { kind: "html" },
  ]) {
    await on.fault({ ...fault, count: 2 });
    await on.pass(HOUR);
    await on.tick();
  }
  await on.clearFaults();
  await on.pass(HOUR);
  await on.tick();
  const [found] = await on.rows<{ asking: number; others: number }>(
    "select sum(asks) as asking, count(distinct account_id) as others from comments where ours = 0",
  );
  // they were read, and looked at
  expect(found?.asking).toBeGreaterThan(4);
  expect(found?.others).toBe(4);
  expect(await everything()).not.toMatch(new RegExp(`${COMMENT_MARK}|jam berapa buka`, "i"));
  expect(JSON.stringify(logged.map(({ mock }) => mock.calls))).not.toContain(COMMENT_MARK);
  vi.restoreAllMocks();
});

/** What works as it lies in the database: the newest look of each, its claims, and who may see those of all together. */
import { expect, test } from "vitest";
import type { Claim } from "../../functions/model/claim.ts";
import type { LookResult } from "../../functions/model/look.ts";
import {
  beginLook,
  countLate,
  type LookRow,
  listClaims,
  listLooks,
  listMonthLooks,
  listWorksOf,
  lookAnew,
  saveLook,
} from "../../functions/store/works.ts";
import { ownDatabase } from "../own-database.ts";

const db = await ownDatabase();

const claim = (level: string, more: Partial<Claim> = {}): Claim => ({
  factor: "topic",
  level,
  direction: 1,
  ratio: 1.6,
  low: 1.2,
  high: 2.1,
  posts: 34,
  chance: 0.0067,
  entangled_with: null,
  ...more,
});

type Whole = LookRow & { result: LookResult };
const look = (account_id: number, month: string, more: Partial<Whole> = {}): Whole => ({
  account_id,
  month,
  state: "ready",
  posts: 240,
  of: account_id === 0 ? [1, 2] : [account_id],
  made_at: 1_790_000_000,
  late: 0,
  result: {
    levels: { state: "ready", posts: 240, levels: [], posts_for_double: 34 },
    cells: [],
    members: { "topic:literacy": [9, 4] },
  },
  ...more,
});

const keep = (row: Whole, ...claims: Claim[]) => db.batch(saveLook(db, row, claims));

test("the newest look of each is read with its claims, the surest first", async () => {
  const entangled = claim("events", {
    entangled_with: { factor: "hours", level: "18-21", share: 0.82 },
  });
  await keep(look(1, "2026-10"), claim("services"));
  await keep(look(1, "2026-11"), claim("literacy"), entangled);
  await keep(look(2, "2026-11", { state: "learning", posts: 6 }));
  const [first, second, ...more] = await listLooks(db, [1, 2]);
  expect(more).toEqual([]);
  expect(first).toEqual({
    account_id: 1,
    month: "2026-11",
    state: "ready",
    posts: 240,
    of: [1],
    made_at: 1_790_000_000,
    result: look(1, "2026-11").result,
    claims: [claim("literacy"), entangled],
  });
  expect(second).toMatchObject({ account_id: 2, state: "learning", claims: [] });
  const kept = await db
    .prepare("select standing_claims as said from library")
    .first<string>("said");
  const standing: unknown = JSON.parse(kept ?? "");
  expect(standing).toEqual([
    { ...claim("literacy"), account_id: 1, month: "2026-11", of: [1] },
    { ...entangled, account_id: 1, month: "2026-11", of: [1] },
  ]);
});

test("made anew it takes its own month's place, and older months keep their claims alone", async () => {
  await keep(look(1, "2026-10"), claim("services"));
  await keep(look(1, "2026-11"), claim("literacy"), claim("events"));
  await keep(look(1, "2026-11", { posts: 250 }), claim("events"));
  const all = { from: "2026-01", to: "2026-12", limited: false };
  expect((await listClaims(db, [1], all)).map(({ month, level }) => `${month} ${level}`)).toEqual([
    "2026-10 services",
    "2026-11 events",
  ]);
  const { results } = await db
    .prepare("select month, posts, result is null as old from looks")
    .all();
  expect(results).toEqual([
    { month: "2026-10", posts: 240, old: 1 },
    { month: "2026-11", posts: 250, old: 0 },
  ]);
});

test("what all together show is seen by whoever may see each of them", async () => {
  await keep(look(0, "2026-11"), claim("literacy"));
  await keep(look(1, "2026-11"));
  const seen = async (ids: number[], limited: boolean) => [
    (await listLooks(db, ids)).map(({ account_id }) => account_id),
    (await listClaims(db, ids, { from: "2026-11", to: "2026-11", limited })).length,
  ];
  expect(await seen([1, 2], true)).toEqual([[null, 1], 1]);
  expect(await seen([1], true)).toEqual([[1], 0]);
  expect(await seen([1], false)).toEqual([[1], 1]);
  expect(await seen([], true)).toEqual([[], 0]);
});

test("what was said of an account that was merged since is told under the one that it became", async () => {
  await db.batch([
    db.prepare(
      "insert into accounts (id, platform, handle, created_at, merged_into) values (1, 'x', 'a', 0, null), (2, 'x', 'b', 0, 1), (3, 'x', 'c', 0, 2), (4, 'x', 'd', 0, 4)",
    ),
  ]);
  await keep(look(1, "2026-03"), claim("tips"));
  await keep(look(3, "2026-03"), claim("literacy"));
  await keep(look(4, "2026-03"), claim("events"));
  await keep(look(0, "2026-03", { of: [1, 3] }), claim("services"));
  const told = await listClaims(db, [1], { from: "2026-03", to: "2026-03", limited: true });
  expect(told.map(({ account_id, level }) => [account_id, level])).toEqual([
    [null, "services"],
    [1, "tips"],
    [1, "literacy"],
  ]);
  // a report says what was found of it by itself
  const { claims } = await listWorksOf(db, [1], { from: "2026-03", to: "2026-03" });
  expect(claims.map(({ level }) => level)).toEqual(["services", "tips"]);
});

test("a look that is begun anew forgets what had come late before it was read, and no more", async () => {
  await keep(look(1, "2026-11"));
  await db.prepare("update looks set late = 7").run();
  await db.batch(beginLook(db, { account_id: 1, month: "2026-11", of: [1], made_at: 5, seen: 5 }));
  expect(await db.prepare("select late from looks").first("late")).toBe(2);
});

test("how far a month's looks are: of accounts that are shown, and of all together", async () => {
  await db.batch([
    db.prepare(
      "insert into accounts (id, platform, handle, created_at, hidden_at) values (1, 'x', 'a', 0, null), (2, 'x', 'b', 0, 9), (3, 'x', 'c', 0, null)",
    ),
    ...beginLook(db, { account_id: 1, month: "2026-11", of: [1], made_at: 5, seen: 0 }),
  ]);
  await keep(look(2, "2026-11"));
  const begun = { account_id: 1, state: "learning", posts: 0, of: [1], made_at: 5, late: 0 };
  expect(await listMonthLooks(db, "2026-11")).toEqual([
    { id: 0, look: null },
    { id: 1, look: { ...begun, finished: false } },
    { id: 3, look: null },
  ]);
  // nothing of it is shown yet
  expect(await listLooks(db, [1])).toEqual([]);
});

test("posts of before the newest look's month that come late are counted with it", async () => {
  await keep(look(1, "2026-10"));
  await keep(look(1, "2026-11"));
  await keep(look(2, "2026-11"));
  const on = (account_id: number, published_on: string) => ({ account_id, published_on });
  await db.batch(
    countLate(db, [
      on(1, "2026-10-31"),
      on(1, "2024-01-01"),
      on(1, "2026-11-01"),
      on(3, "2026-01-01"),
    ]),
  );
  const late = async () =>
    (await db.prepare("select account_id, month, late from looks order by 1, 2").all()).results.map(
      (row) => Object.values(row),
    );
  expect(await late()).toEqual([
    [1, "2026-10", 0],
    [1, "2026-11", 2],
    [2, "2026-11", 0],
  ]);
  // more than any look judges
  await lookAnew(db, [2]).run();
  expect((await late())[2]).toEqual([2, "2026-11", 1_000_000]);
});

test("an account that goes takes its own along", async () => {
  await db
    .prepare("insert into accounts (id, platform, handle, created_at) values (1, 'x', 'a', 0)")
    .run();
  await keep(look(0, "2026-11"), claim("services"));
  await keep(look(1, "2026-11"), claim("literacy"));
  await db.prepare("delete from accounts where id = 1").run();
  const left = await db
    .prepare(
      `select (select group_concat(account_id) from looks) as looks, (select group_concat(level) from claims) as claims,
         (select group_concat(value ->> 'level') from json_each(standing_claims)) as standing from library`,
    )
    .first();
  expect(left).toEqual({ looks: "0", claims: "services", standing: "services" });
});

import { describe, expect, test } from "vitest";
import type { Comparison, FigureRow } from "../../functions/model/figure.ts";
import { type News, toldOf } from "../../functions/present/headline.ts";
import type { NoticeLine } from "../../functions/present/views/notice.ts";

const NOW = 1_800_000_000;
const DAY = 86_400;

type Streak = News["streaks"][number];
const streak = (of: Partial<Streak> = {}): Streak =>
  ({
    id: 1,
    platform: "instagram",
    account: "perpus",
    kind: "weak",
    state: "open",
    reason: null,
    started_on: "2026-11-01",
    ended_on: null,
    posts: 5,
    severity: 0.5,
    false_alarm_every: 400,
    posts_per_week: 3,
    format: null,
    reach_ratio: null,
    reaction_ratio: null,
    differences: [],
    ...of,
  }) as Streak;

const row = (
  value: number | null,
  before: number | null,
  meaning: Comparison["meaning"],
  of: Partial<FigureRow> = {},
): FigureRow => ({
  platform: "instagram",
  account: 1,
  handle: "perpus",
  value,
  absence: null,
  change: { before, difference: null, ratio: 0.5, meaning },
  spark: [],
  formula: "last_followers",
  parts: {},
  read_at: null,
  brought: false,
  of_choice: false,
  ...of,
});
const reach = (...rows: FigureRow[]) => [{ metric: "reach" as const, rows }];

const BEST = { id: 9 } as News["best"];
const calm: News = {
  now: NOW,
  accounts: 1,
  notices: [],
  refused: false,
  streaks: [],
  closed_at: new Map(),
  blocks: [],
  best: BEST,
};
const ACCOUNTS = [{ platform: "x" as const, handle: "perpus" }];
const STOPPED: NoticeLine = { kind: "stopped", since: NOW - DAY, accounts: ACCOUNTS };
const TOKEN: NoticeLine = { kind: "token", expires_at: NOW + DAY, accounts: ACCOUNTS };
const WEAK: NoticeLine = { kind: "weak", streak: streak() };
const STRONG: NoticeLine = { kind: "strong", streak: streak({ id: 8, kind: "strong" }) };
const OLD: NoticeLine = { kind: "figures", missing: "all", since: null, accounts: ACCOUNTS };
const headlineOf = (news: News) => toldOf(news).headline;
const OVER = streak({ id: 2, state: "recovered" });
const overFor = (days: number) => new Map([[2, NOW - days * DAY]]);
const RISE = reach(row(20, 10, "up"));

describe("the one thing to know now is the first that holds", () => {
  const everything: News = {
    ...calm,
    notices: [STOPPED, TOKEN, WEAK, STRONG, OLD],
    streaks: [OVER],
    closed_at: overFor(1),
    blocks: RISE,
  };
  test.each<[string, Partial<News>, object]>([
    ["there is no account", { accounts: 0 }, { kind: "empty" }],
    ["the first notice", {}, { ...STOPPED, refused: false }],
    [
      "a collector that stopped: does the database take anything in",
      { refused: true },
      { ...STOPPED, refused: true },
    ],
    ["a connection that ends", { notices: [TOKEN, WEAK] }, TOKEN],
    ["a weak streak", { notices: [WEAK, STRONG, OLD] }, WEAK],
    [
      "what nobody collects is old: a strong streak is told elsewhere",
      { notices: [STRONG, OLD] },
      OLD,
    ],
    ["a weak streak is just over", { notices: [STRONG] }, { kind: "recovered", streak: OVER }],
    [
      "a figure changed",
      { notices: [], streaks: [] },
      { kind: "change", metric: "reach", direction: "up" },
    ],
    [
      "nothing of all this",
      { notices: [STRONG], streaks: [], blocks: [] },
      { kind: "calm", best: BEST },
    ],
  ])("%s", (_, of, headline) =>
    expect(headlineOf({ ...everything, ...of })).toMatchObject(headline),
  );
});

describe("the tasks under it", () => {
  test.each<[string, NoticeLine[], NoticeLine[]]>([
    ["none where nothing is to be done", [], []],
    ["the sentence's own is none", [STOPPED], []],
    ["the others, in their order", [TOKEN, WEAK, OLD], [WEAK, OLD]],
    ["a strong streak is none", [WEAK, STRONG, OLD], [OLD]],
    ["at most three", [STOPPED, TOKEN, WEAK, WEAK, OLD], [TOKEN, WEAK, WEAK]],
  ])("%s", (_, notices, tasks) => expect(toldOf({ ...calm, notices }).tasks).toEqual(tasks));

  test("an empty library has none", () =>
    expect(toldOf({ ...calm, accounts: 0, notices: [OLD] }).tasks).toEqual([]));
});

describe("a streak that is over", () => {
  test.each([
    ["recovered", 14, "recovered"],
    ["recovered", 14.001, "calm"],
    ["new_normal", 14, "recovered"],
    ["new_normal", 15, "calm"],
    ["withdrawn", 1, "calm"],
    ["open", 1, "calm"],
  ] as const)("as %s for %f days: %s", (state, days, kind) =>
    expect(
      headlineOf({ ...calm, streaks: [streak({ id: 2, state })], closed_at: overFor(days) }).kind,
    ).toBe(kind),
  );

  test("when it closed is not known: long ago", () =>
    expect(headlineOf({ ...calm, streaks: [OVER] }).kind).toBe("calm"));

  test("of two the first in the list", () => {
    const other = streak({ id: 5, state: "recovered" });
    const closed_at = new Map([...overFor(1), [5, NOW]]);
    expect(headlineOf({ ...calm, streaks: [OVER, other], closed_at })).toMatchObject({
      streak: { id: 2 },
    });
  });
});

describe("the change that is told", () => {
  const told = (...rows: FigureRow[]) => headlineOf({ ...calm, blocks: reach(...rows) });

  test("says which figure of which platform, from what to what", () =>
    expect(told(row(20, 10, "up", { platform: "tiktok" }))).toEqual({
      kind: "change",
      metric: "reach",
      account: { platform: "tiktok", handle: "perpus" },
      direction: "up",
      value: 20,
      before: 10,
      ratio: 0.5,
    }));

  test.each([
    // by how many times, up or down
    ["a fall to a third beats a doubling", [row(20, 10, "up"), row(10, 30, "down")], 10],
    ["a trebling beats a halving", [row(30, 10, "up"), row(10, 20, "down")], 30],
    ["from nothing is the most", [row(5, 0, "up"), row(900, 10, "up")], 5],
    ["to nothing too", [row(900, 10, "up"), row(0, 5, "down")], 0],
    ["of two alike the first", [row(20, 10, "up"), row(40, 20, "up")], 20],
  ])("is the largest: %s", (_, rows, value) => expect(told(...rows)).toMatchObject({ value }));

  test.each([
    ["one that chance may have made", row(20, 10, "same")],
    ["one of too few posts", row(20, 10, "few")],
    ["a sum's, which has nothing to test", row(20, 10, "sum")],
    ["that of all accounts together", row(20, 10, "up", { platform: null })],
    ["one to what is not known", row(null, 10, "down")],
    ["one from what was not known", row(20, null, "up")],
  ])("is never %s", (_, one) => expect(told(one)).toEqual({ kind: "calm", best: BEST }));
});

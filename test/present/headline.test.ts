import { describe, expect, test } from "vitest";
import type { Comparison, FigureRow } from "../../functions/model/figure.ts";
import { headlineOf, type News } from "../../functions/present/headline.ts";

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
  last_read_at: null,
  stopped: null,
  refused: false,
  streaks: [],
  closed_at: new Map(),
  blocks: [],
  best: BEST,
};
const STOPPED = { since: NOW - DAY, accounts: ["perpus"] };
const OVER = streak({ id: 2, state: "recovered" });
const overFor = (days: number) => new Map([[2, NOW - days * DAY]]);
const RISE = reach(row(20, 10, "up"));

describe("the one thing to know now is the first that holds", () => {
  const everything: News = {
    ...calm,
    stopped: STOPPED,
    streaks: [OVER, streak()],
    closed_at: overFor(1),
    last_read_at: NOW - 30 * DAY,
    blocks: RISE,
  };
  test.each<[string, Partial<News>, object]>([
    ["there is no account", { accounts: 0 }, { kind: "empty" }],
    ["the collector stands still", {}, { kind: "stopped", ...STOPPED, refused: false }],
    [
      "and the database takes nothing in",
      { refused: true },
      { kind: "stopped", ...STOPPED, refused: true },
    ],
    ["a weak streak is open", { stopped: null }, { kind: "weak", streak: streak() }],
    ["one is just over", { stopped: null, streaks: [OVER] }, { kind: "recovered", streak: OVER }],
    [
      "what nobody collects is old",
      { stopped: null, streaks: [] },
      { kind: "stale", since: NOW - 30 * DAY },
    ],
    [
      "a figure changed",
      { stopped: null, streaks: [], last_read_at: null },
      { kind: "change", metric: "reach", direction: "up" },
    ],
    [
      "nothing of all this",
      { stopped: null, streaks: [], last_read_at: null, blocks: [] },
      { kind: "calm", best: BEST },
    ],
  ])("%s", (_, of, headline) =>
    expect(headlineOf({ ...everything, ...of })).toMatchObject(headline),
  );
});

describe("of weak streaks", () => {
  test("the one that chance makes most rarely is told", () => {
    const rare = streak({ id: 3, false_alarm_every: 900 });
    expect(headlineOf({ ...calm, streaks: [streak(), rare, streak({ id: 4 })] })).toEqual({
      kind: "weak",
      streak: rare,
    });
  });

  test.each<[string, Streak]>([
    ["a strong one is no warning", streak({ kind: "strong" })],
    ["one that was taken back is none", streak({ state: "withdrawn" })],
    ["the end of a strong one is not told", streak({ id: 2, kind: "strong", state: "recovered" })],
    ["nor of one that was taken back", streak({ id: 2, state: "withdrawn" })],
  ])("%s", (_, one) =>
    expect(headlineOf({ ...calm, streaks: [one], closed_at: overFor(1) }).kind).toBe("calm"),
  );

  test.each([
    ["recovered", 14, "recovered"],
    ["recovered", 14.001, "calm"],
    ["new_normal", 14, "recovered"],
    ["new_normal", 15, "calm"],
  ] as const)("one that is over as %s for %f days: %s", (state, days, kind) =>
    expect(
      headlineOf({ ...calm, streaks: [streak({ id: 2, state })], closed_at: overFor(days) }).kind,
    ).toBe(kind),
  );

  test("when it closed is not known: long ago", () =>
    expect(headlineOf({ ...calm, streaks: [OVER] }).kind).toBe("calm"));

  test("of two that are over the first in the list", () => {
    const other = streak({ id: 5, state: "recovered" });
    const closed_at = new Map([...overFor(1), [5, NOW]]);
    expect(headlineOf({ ...calm, streaks: [OVER, other], closed_at })).toMatchObject({
      streak: { id: 2 },
    });
  });
});

test.each([
  ["seven days old", 7, "calm"],
  ["older", 7.001, "stale"],
])("figures that nobody collects, %s: %s", (_, days, kind) =>
  expect(headlineOf({ ...calm, last_read_at: NOW - days * DAY }).kind).toBe(kind),
);

describe("the change that is told", () => {
  const told = (...rows: FigureRow[]) => headlineOf({ ...calm, blocks: reach(...rows) });

  test("says which figure of which platform, from what to what", () =>
    expect(told(row(20, 10, "up", { platform: "tiktok" }))).toEqual({
      kind: "change",
      metric: "reach",
      platform: "tiktok",
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

/** Whose days a note is of, and which of them are no silence. */
import { describe, expect, test } from "vitest";
import { standingIn, standingOf } from "../../functions/model/account.ts";
import { closedDays, isOf } from "../../functions/model/note.ts";

const NOTE = { from_on: "2026-03-10", to_on: "2026-03-20", accounts: null, left_out: true };
const WITHIN = { from: "2026-01-01", to: "2026-12-31" };

test.each<[what: string, accounts: number[] | null, is: boolean]>([
  ["all accounts are this one too", null, true],
  ["it is named", [3, 1], true],
  ["others are named", [3, 2], false],
])("a note of account 1: %s", (_what, accounts, is) => {
  expect(isOf({ accounts }, 1)).toBe(is);
});

describe("days that are no silence of account 1", () => {
  test.each<[string, Partial<Omit<typeof NOTE, "accounts">> & { accounts?: number[] }, string[]]>([
    ["those of a note of all", {}, ["2026-03-10", "2026-03-20"]],
    ["those of its own", { accounts: [1] }, ["2026-03-10", "2026-03-20"]],
    ["not those of another", { accounts: [2] }, []],
    ["not those that are only drawn", { left_out: false }, []],
    ["no further back than asked for", { from_on: "2004-01-01" }, ["2026-01-01", "2026-03-20"]],
    ["no further ahead", { to_on: "2099-12-31" }, ["2026-03-10", "2026-12-31"]],
    [
      "the last day that is asked for",
      { from_on: "2026-12-31", to_on: "2027-01-02" },
      ["2026-12-31", "2026-12-31"],
    ],
    ["none of before", { from_on: "2025-01-01", to_on: "2025-12-31" }, []],
  ])("%s", (_what, more, days) => {
    const found = closedDays([{ ...NOTE, ...more }], 1, WITHIN);
    expect(found.flatMap(({ from, to }) => [from, to])).toEqual(days);
  });
});

describe("the account that one counts as", () => {
  const parked = [
    { id: 1, merged_into: 2 },
    { id: 2, merged_into: 4 },
    // one that is being erased is merged into itself
    { id: 3, merged_into: 3 },
  ];
  test.each([
    ["itself", 5, 5],
    ["what it was merged into", 2, 4],
    ["what that was merged into", 1, 4],
    ["one that goes: itself", 3, 3],
  ])("%s", (_what, id, standing) => {
    expect(standingOf(parked, id)).toBe(standing);
  });

  test("of a list each once, of all all", () => {
    expect(standingIn(parked, [1, 4, 5])).toEqual([4, 5]);
    expect(standingIn(parked, null)).toBeNull();
  });
});

import { expect, test } from "vitest";
import { seenIn } from "../../../functions/analyse/report/seen-in.ts";
import { account, FACEBOOK, INSTAGRAM } from "./reports.ts";

const REPORT = { accounts: [account([], INSTAGRAM, 1), account([], FACEBOOK, 2)] };
const now = (id: number, of = INSTAGRAM, over = {}) => ({
  ...{ id, ...of, old_handles: [], hidden_at: null },
  ...over,
});
const BOTH = [now(1), now(2, FACEBOOK)];
const renamed = { handle: "baru", old_handles: [{ handle: "perpus" }] };

test.each([
  ["all", BOTH, null, null],
  [
    "all, one of which is hidden",
    [now(1, INSTAGRAM, { hidden_at: 5 }), now(2, FACEBOOK)],
    null,
    [2],
  ],
  ["all, one of which stands for another now", [now(1)], null, null],
  ["a link to one", BOTH, [2], [2]],
  ["a link to one that is hidden", [now(1, INSTAGRAM, { hidden_at: 5 })], [1], []],
  ["a link to one that was renamed", [now(1, INSTAGRAM, renamed)], [1], [1]],
  ["its id is another account's", [now(1, INSTAGRAM, { handle: "lain" })], [1], []],
  ["its id is another platform's", [now(1, { ...FACEBOOK, handle: "perpus" })], [1], []],
  [
    "hidden is who has its id now",
    [now(1, FACEBOOK, { hidden_at: 5 }), now(2, FACEBOOK)],
    null,
    null,
  ],
  ["it is gone", [], [1], []],
])("%s", (_, accounts, allowed, expected) =>
  expect(seenIn(REPORT, accounts, allowed)).toEqual(expected),
);

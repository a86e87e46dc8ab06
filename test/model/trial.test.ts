/** When a trial is offered to begin; and results of trials as rows, reports and backups of either method hold them. */
import { describe, expect, test } from "vitest";
import { addDays, weekOf } from "../../functions/model/day.ts";
import {
  type StoredTrialResult,
  suggestedStart,
  toTrialResult,
} from "../../functions/model/trial.ts";
import { rowChecker } from "../../functions/normalise/backup-row.ts";

test.each([
  ["a Monday", "2026-11-23", "2026-11-30"],
  ["a Wednesday", "2026-11-25", "2026-11-30"],
  ["a Friday", "2026-11-27", "2026-11-30"],
  ["a Saturday", "2026-11-28", "2026-12-07"],
  ["a Sunday", "2026-11-29", "2026-12-07"],
  ["at the end of a year", "2026-12-26", "2027-01-04"],
])("on %s (%s) the Monday that is suggested is %s", (_, today, monday) => {
  expect(suggestedStart(today)).toBe(monday);
  expect(weekOf(monday)).toBe(monday);
  expect(addDays(today, 3) <= monday && monday <= addDays(today, 9)).toBe(true);
});

const RESULT: StoredTrialResult = {
  method: 2,
  verdict: "differs",
  drawn: { a: 16, b: 16 },
  published: { a: 16, b: 15 },
  kept: { a: 15, b: 12 },
  compared: { a: 16, b: 15 },
  size: { ratio: 1.87, low: 1.21, high: 2.93 },
  chance: 0.0084,
  seen_from: 2.06,
  posts: { a: [41], b: [42] },
};
const NOTHING = { size: null, chance: null, seen_from: null } as const;
const TOO_FEW = { a: 15, b: 11 };

describe("a result as it was stored, by the verdicts of now", () => {
  test.each<[string, Partial<StoredTrialResult>, Partial<StoredTrialResult>]>([
    ["that they differ", {}, {}],
    ["that no difference was shown", { verdict: "not_shown" }, {}],
    ["that it was not kept", { verdict: "not_kept", kept: TOO_FEW, ...NOTHING }, {}],
    ["that it cannot tell", { verdict: "cannot_tell", ...NOTHING }, {}],
    ["once called alike", { method: 1, verdict: "alike" }, { verdict: "not_shown" }],
    [
      "once called alike where all posts drew as many",
      { method: 1, verdict: "alike", size: null, chance: 1 },
      { verdict: "cannot_tell", ...NOTHING },
    ],
    [
      "once said not to be kept, though it was",
      { method: 1, verdict: "not_kept", ...NOTHING },
      { verdict: "cannot_tell" },
    ],
    [
      "not kept by the first method",
      { method: 1, verdict: "not_kept", kept: TOO_FEW, ...NOTHING },
      {},
    ],
  ])("%s", (_, stored, now) =>
    expect(toTrialResult({ ...RESULT, ...stored })).toEqual({ ...RESULT, ...stored, ...now }),
  );
});

describe("a result in a backup", () => {
  const fault = (result: object) =>
    rowChecker("trials", ["result"], 0)(JSON.stringify([JSON.stringify({ ...RESULT, ...result })]));
  test.each<[string, object, string | null]>([
    ["of now", {}, null],
    ["that cannot tell", { verdict: "cannot_tell", ...NOTHING }, null],
    ["of the first method", { method: 1, verdict: "alike" }, null],
    ["of a method to come", { method: 3 }, "result"],
    ["of another verdict", { verdict: "better" }, "result"],
    ["of a size that is none", { size: { ratio: 0, low: null, high: null } }, "result"],
  ])("%s", (_, result, expected) => expect(fault(result)).toBe(expected));
});

import { expect, test } from "vitest";
import { haveMoved } from "../../../functions/analyse/report/moved.ts";
import type { ReportMeasure } from "../../../functions/model/report.ts";
import { account, FACEBOOK, figure } from "./reports.ts";

const now = (id: number, measure: ReportMeasure, value: number | null) => ({
  id,
  figures: [{ measure, value }],
});

test.each([
  ["posts are as many", "posts", 12, 12, false],
  ["a post more", "posts", 12, 13, true],
  ["a post less", "posts", 12, 11, true],
  ["a follower more at the month's end", "followers", 2000, 2001, true],
  ["reactions grew by less than a tenth", "interactions", 1000, 1099, false],
  ["by a tenth", "interactions", 1000, 1100, true],
  ["fell by a tenth", "views", 1000, 900, true],
  ["a rate moved by less", "engagement_rate", 0.02, 0.0219, false],
  ["a rate moved by a tenth", "engagement_rate", 0.02, 0.0181, false],
  ["and by more", "engagement_rate", 0.02, 0.0179, true],
  ["from nothing", "interactions", 0, 1, true],
  ["nothing still", "interactions", 0, 0, false],
  ["what was unknown is known", "reach", null, 5, true],
  ["what was known is not any more", "reach", 5, null, true],
  ["unknown still", "reach", null, null, false],
] as const)("%s", (_, measure, was, is, expected) =>
  expect(
    haveMoved({ accounts: [account([figure(measure, { value: was })])] }, [now(1, measure, is)]),
  ).toBe(expected),
);

const ONE = { accounts: [account([figure("posts", { value: 3 })])] };

test.each([
  ["an account that has something in it since", [now(1, "posts", 3), now(5, "posts", 2)], true],
  ["one of which nothing is known then", [now(1, "posts", 3), now(5, "posts", null)], false],
  ["an account that is gone", [], true],
])("%s", (_, figures, expected) => expect(haveMoved(ONE, figures)).toBe(expected));

test("an account of which nothing was known, and is not there any more, moves nothing", () =>
  expect(haveMoved({ accounts: [account([figure("posts")], FACEBOOK)] }, [])).toBe(false));

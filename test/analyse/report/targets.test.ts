import { expect, test } from "vitest";
import { reportTarget } from "../../../functions/analyse/report/targets.ts";
import type { TargetStanding } from "../../../functions/model/target-standing.ts";
import { INSTAGRAM } from "./reports.ts";

const RATE: TargetStanding = { metric: "engagement_rate", posts: 9, now: 0.015, word: null };
const POSTS: TargetStanding = { metric: "posts_per_month", months: 10, kept: 4, mean: 9 };

test.each([
  [
    "followers: those at the month's end",
    "followers",
    2000,
    null,
    { followers: 1500, posts: 8 },
    1500,
    0.75,
  ],
  [
    "followers that are not known",
    "followers",
    2000,
    null,
    { followers: null, posts: 8 },
    null,
    null,
  ],
  [
    "posts: those of the month, and not the year's mean",
    "posts_per_month",
    8,
    POSTS,
    { followers: 1, posts: 12 },
    12,
    1.5,
  ],
  [
    "a rate: the year's so far",
    "engagement_rate",
    0.02,
    RATE,
    { followers: 1, posts: 12 },
    0.015,
    0.75,
  ],
  [
    "a rate of which nothing was found",
    "engagement_rate",
    0.02,
    null,
    { followers: 1, posts: 12 },
    null,
    null,
  ],
] as const)("%s", (_, metric, value, standing, month, actual, reached) =>
  expect(reportTarget({ metric, value }, INSTAGRAM, standing, month)).toEqual({
    account: INSTAGRAM,
    metric,
    value,
    standing,
    actual,
    reached,
  }),
);

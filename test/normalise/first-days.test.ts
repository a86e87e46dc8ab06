/** Of a file's rows the first three days that say something, for a person to see that they are read rightly. */
import { expect, test } from "vitest";
import { firstDays } from "../../functions/normalise/first-days.ts";

const NOTHING = {
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
};
const figures = (date: string, of: Partial<typeof NOTHING | Record<string, number>>) => ({
  day: { ...NOTHING, ...of, date, end_time: null, time_zone: null },
  followers: null,
});
const counted = (date: string, count: number) => ({ day: null, followers: { date, count } });
const EMPTY = { day: null, followers: null };

test.each([
  ["nothing", [], []],
  ["a row that is no day", [EMPTY], []],
  ["a day of which nothing is known", [figures("2026-11-01", {})], []],
  [
    "a day of one figure, 0 among them",
    [figures("2026-11-01", { views: 0 })],
    [{ ...NOTHING, date: "2026-11-01", followers: null, views: 0 }],
  ],
  [
    "a day of all figures",
    [
      figures("2026-11-01", {
        reach: 1,
        views: 2,
        profile_views: 3,
        followers_gained: 4,
        followers_lost: 5,
      }),
    ],
    [
      {
        date: "2026-11-01",
        followers: null,
        reach: 1,
        views: 2,
        profile_views: 3,
        followers_gained: 4,
        followers_lost: 5,
      },
    ],
  ],
  [
    "a count of followers",
    [counted("2026-11-02", 1204)],
    [{ ...NOTHING, date: "2026-11-02", followers: 1204 }],
  ],
  [
    "the first three that say something, in the file's order",
    [
      figures("2026-11-05", { reach: 5 }),
      EMPTY,
      figures("2026-11-04", {}),
      figures("2026-11-03", { reach: 3 }),
      figures("2026-11-02", { reach: 2 }),
      figures("2026-11-01", { reach: 1 }),
    ],
    [
      { ...NOTHING, date: "2026-11-05", followers: null, reach: 5 },
      { ...NOTHING, date: "2026-11-03", followers: null, reach: 3 },
      { ...NOTHING, date: "2026-11-02", followers: null, reach: 2 },
    ],
  ],
])("%s", (_, readings, expected) => {
  expect(firstDays(readings as Parameters<typeof firstDays>[0])).toEqual(expected);
});

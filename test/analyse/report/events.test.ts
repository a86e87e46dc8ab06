import { expect, test } from "vitest";
import { reportEvents } from "../../../functions/analyse/report/events.ts";
import type { JudgedEffect, LibraryEvent } from "../../../functions/model/event.ts";
import { at, event, FACEBOOK, INSTAGRAM } from "./reports.ts";

const ACCOUNTS = [
  { ...INSTAGRAM, id: 1 },
  { ...FACEBOOK, id: 2 },
];
const EVENT: LibraryEvent & { effect: JudgedEffect | null } = {
  id: 7,
  kind: "launch",
  title: "Peluncuran",
  starts_at: at("2026-10-20T03:00:00Z"),
  ends_at: null,
  place: null,
  hashtags: [],
  url: null,
  note: null,
  visitors: 40,
  cost: 0,
  version: 1,
  effect: null,
};
const posted = (
  account_id: number,
  published_on: string,
  reach: number | null,
  interactions: number | null,
  of = 7,
) => ({
  event: of,
  account_id,
  published_on,
  reach,
  interactions,
});
const of = (over: Partial<Parameters<typeof reportEvents>[0]>, today = "2026-11-02") =>
  reportEvents(
    { events: [EVENT], posts: [], clicks: [], accounts: ACCOUNTS, ...over },
    today,
    "Asia/Jakarta",
  );
const BARE = event({
  id: 7,
  kind: "launch",
  title: "Peluncuran",
  starts_at: EVENT.starts_at,
  visitors: 40,
  cost: 0,
});

test("without events there are none", () => expect(of({ events: [] })).toEqual([]));

test("all steps were due, and none was kept", () =>
  expect(of({})).toEqual([
    { ...BARE, steps_due: ["two_weeks", "a_week", "a_day", "the_day", "thanks"] },
  ]));

test("a step whose days are not over is not due yet, unless it is kept", () =>
  expect(
    of({ posts: [posted(1, "2026-10-19", null, null)] }, "2026-10-20").map((one) => [
      one.steps_done,
      one.steps_due,
    ]),
  ).toEqual([[["a_day"], ["two_weeks", "a_week", "a_day"]]]));

test("its posts and clicks, whose they are; of people the most that one post reached", () => {
  const posts = [
    posted(1, "2026-10-06", 300, 10),
    posted(1, "2026-10-20", 500, null),
    posted(2, "2026-10-20", null, 4),
    posted(9, "2026-10-20", 9000, 900),
    posted(1, "2026-10-20", 9000, 900, 8),
  ];
  const [told] = of({
    posts,
    clicks: [
      { event: 7, clicks: 26 },
      { event: 8, clicks: 1 },
    ],
  });
  expect(told?.figures).toEqual({ posts: 3, reach: 500, interactions: 14, clicks: 26 });
  expect(told?.by_account).toEqual([
    { account: INSTAGRAM, posts: 2, reach: 500, interactions: 10 },
    { account: FACEBOOK, posts: 1, reach: null, interactions: 4 },
  ]);
});

test.each([
  ["not judged", null, null],
  ["judged, and too few to say", { at: 1, result: null }, null],
  [
    "judged",
    {
      at: 1,
      result: { posts: 4, against: "all" as const, others: 90, ratio: 1.4, word: "above" as const },
    },
    { posts: 4, ratio: 1.4, word: "above" },
  ],
])("how its posts did: %s", (_, effect, expected) =>
  expect(of({ events: [{ ...EVENT, effect }] })[0]?.effect).toEqual(expected),
);

/** Part 6 of a report: which comments are the month's, and as of when. */
import { describe, expect, test } from "vitest";
import { reportService } from "../../../functions/analyse/report/service.ts";
import { daysOfMonth } from "../../../functions/model/month.ts";
import type { Thread } from "../../../functions/model/thread.ts";
import { USUAL_WORKING_HOURS } from "../../../functions/model/working-hours.ts";
import { at, FACEBOOK, INSTAGRAM } from "./reports.ts";

const MADE = at("2026-11-01T23:07:00Z");
const thread = (written: string, answered: string | null, over: Partial<Thread> = {}): Thread => ({
  ...{ account_id: 1, post_id: 1, post: "p", comment: "c", at: at(written), asks: true },
  answered_at: answered === null ? null : at(answered),
  settled: false,
  watched: true,
  known_until: MADE + 90 * 86_400,
  ...over,
});

const said = (threads: Thread[], { now = MADE, commented = [1] } = {}) =>
  reportService(
    { threads, commented, working_hours: USUAL_WORKING_HOURS, almanac: [] },
    {
      ...{ now, period: daysOfMonth("2026-10"), time_zone: "Asia/Jakarta", notes: [] },
      accounts: [
        { ...INSTAGRAM, id: 1 },
        { ...FACEBOOK, id: 2 },
      ],
    },
  );

test("of no comment that was ever read there is nothing", () =>
  expect(said([], { commented: [] })).toBeNull());

test("an account of which none is read is named, and of one account there is no sum", () =>
  expect(said([thread("2026-10-05T02:00:00Z", null)])).toMatchObject({
    accounts: [{ account: INSTAGRAM, comments: 1, waiting: 1 }],
    all: null,
    without: [FACEBOOK],
  }));

test("two accounts, and both together", () => {
  const two = [
    thread("2026-10-05T02:00:00Z", "2026-10-05T03:00:00Z"),
    thread("2026-10-05T02:00:00Z", null, { account_id: 2 }),
  ];
  const found = said(two, { commented: [1, 2] });
  expect(found?.accounts.map(({ comments, waiting }) => [comments, waiting])).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(found?.all).toMatchObject({ comments: 2, waiting: 1, within_day: { part: 1, of: 2 } });
});

describe("as it was known a day after the month's end", () => {
  // the month ends at 17:00 UTC of the 31st
  test.each<
    [string, Thread, { comments: number; waiting: number; unanswered: number; day: string }]
  >([
    [
      "of the last second",
      thread("2026-10-31T16:59:59Z", null),
      { comments: 1, waiting: 1, unanswered: 1, day: "0/1" },
    ],
    [
      "of the next month",
      thread("2026-10-31T17:00:00Z", null),
      { comments: 0, waiting: 0, unanswered: 0, day: "0/0" },
    ],
    [
      "of the month before",
      thread("2026-09-30T16:59:59Z", null),
      { comments: 0, waiting: 0, unanswered: 0, day: "0/0" },
    ],
    [
      "answered on the day after",
      thread("2026-10-31T16:00:00Z", "2026-11-01T02:00:00Z"),
      { comments: 1, waiting: 1, unanswered: 0, day: "1/1" },
    ],
    [
      "answered later than that",
      thread("2026-10-31T16:00:00Z", "2026-11-01T20:00:00Z"),
      { comments: 1, waiting: 1, unanswered: 1, day: "0/1" },
    ],
  ])("%s", (_rule, one, { day, ...counts }) => {
    const [found] = said([one])?.accounts ?? [];
    expect(found).toMatchObject(counts);
    expect(`${found?.within_day.part}/${found?.within_day.of}`).toBe(day);
  });

  test("questions that wait are counted apart from what else was written", () => {
    const asked = "2026-10-12T02:00:00Z";
    const [found] =
      said([
        thread(asked, null),
        thread(asked, null, { asks: false }),
        thread(asked, null, { asks: null }),
        thread(asked, null, { settled: true }),
        thread(asked, null, { watched: false }),
        thread(asked, "2026-10-12T05:00:00Z"),
        // late, but before the day after the month's end was over
        thread(asked, "2026-11-01T02:00:00Z"),
        thread(asked, "2026-11-05T02:00:00Z"),
      ])?.accounts ?? [];
    expect(found?.questions_waiting).toBe(2);
  });

  test("made anew a month later it says the same", () => {
    const threads = [
      thread("2026-10-31T16:00:00Z", "2026-11-20T02:00:00Z"),
      ...Array.from({ length: 20 }, (_, index) =>
        thread("2026-10-12T02:00:00Z", index % 3 === 0 ? null : "2026-10-12T05:00:00Z"),
      ),
    ];
    expect(said(threads, { now: MADE + 40 * 86_400 })).toEqual(said(threads));
  });
});

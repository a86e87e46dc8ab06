import { describe, expect, test } from "vitest";
import { agreement } from "../../../functions/analyse/answers/agreement.ts";
import { answersFor } from "../../../functions/analyse/answers/answering.ts";
import { closedFor } from "../../../functions/analyse/answers/closed-for.ts";
import { workingClocks } from "../../../functions/analyse/answers/working-clocks.ts";
import type { AlmanacKind } from "../../../functions/model/almanac.ts";
import { startOfDay } from "../../../functions/model/day.ts";
import type { Thread } from "../../../functions/model/thread.ts";
import { USUAL_WORKING_HOURS } from "../../../functions/model/working-hours.ts";

const ZONE = "Asia/Jakarta";
const HOUR = 3600;
/** Monday, 9 November 2026, 08:00. */
const MONDAY = startOfDay("2026-11-09", ZONE) + 8 * HOUR;
const NOW = MONDAY + 14 * 24 * HOUR;
const PERIOD = { from: startOfDay("2026-11-01", ZONE), to: startOfDay("2026-12-01", ZONE) - 1 };
const WITHIN = { from: "2026-11-01", to: "2026-11-30" };

/** Written on that Monday at eight, so many hours later answered; `null`: not. */
const thread = (hours: number | null, more: Partial<Thread> = {}): Thread => ({
  account_id: 1,
  post_id: 1,
  post: "p",
  comment: "c",
  at: MONDAY,
  asks: false,
  answered_at: hours === null ? null : (more.at ?? MONDAY) + hours * HOUR,
  settled: false,
  watched: true,
  known_until: NOW,
  ...more,
});

const NONE = { part: 0, of: 0, low: null, high: null };

const working = workingClocks({
  hours: USUAL_WORKING_HOURS,
  zone: ZONE,
  within: WITHIN,
  almanac: [],
  notes: [],
});

const said = (threads: Thread[], now = NOW) =>
  answersFor(threads, [1], { now, period: PERIOD, working }).all;

describe("which comments are counted", () => {
  test.each<[string, Thread[], Partial<ReturnType<typeof said>>]>([
    [
      "none",
      [],
      {
        comments: 0,
        unanswered: 0,
        median: null,
        within_day: { part: 0, of: 0, low: null, high: null },
      },
    ],
    ["answered", [thread(3)], { comments: 1, unanswered: 0 }],
    ["not answered", [thread(null)], { comments: 1, unanswered: 1 }],
    [
      "settled, answered or not",
      [thread(null, { settled: true }), thread(1, { settled: true })],
      { comments: 0, unanswered: 0, settled: 2 },
    ],
    [
      "not watched: nobody knows that it was not answered",
      [thread(null, { watched: false })],
      { comments: 0, unanswered: 0, unwatched: 1 },
    ],
    [
      "not watched and answered: by luck it is known",
      [thread(1, { watched: false })],
      { comments: 0, unwatched: 1 },
    ],
    [
      "settled and not watched is settled",
      [thread(null, { watched: false, settled: true })],
      { settled: 1, unwatched: 0 },
    ],
    ["written before the period", [thread(1, { at: PERIOD.from - 1 })], { comments: 0 }],
    [
      "at its first second and its last",
      [thread(1, { at: PERIOD.from }), thread(null, { at: PERIOD.to })],
      { comments: 1 },
    ],
    ["answered later than now", [thread(15 * 24)], { comments: 1, unanswered: 1 }],
    [
      "asks, does not, and nobody knows",
      [thread(1, { asks: true }), thread(1), thread(1, { asks: null })],
      { comments: 3, questions: 1, unread: 1 },
    ],
  ])("%s", (_rule, threads, expected) => {
    expect(said(threads)).toMatchObject(expected);
  });

  test("one written after now waits for a later look", () => {
    expect(said([thread(null, { at: NOW + 1 })]).comments).toBe(0);
  });

  test("another account's are not its own, and are not among all where it was not asked for", () => {
    const both = [thread(1), thread(null, { account_id: 2 })];
    const { all, accounts } = answersFor(both, [2, 3], { now: NOW, period: PERIOD, working });
    expect(accounts.map(({ comments, unanswered }) => [comments, unanswered])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(all.comments).toBe(1);
  });
});

describe("answered within a day", () => {
  test.each<[string, Thread[], number, number]>([
    ["to the second", [thread(24)], 1, 1],
    ["a second later", [thread(24 + 1 / HOUR)], 0, 1],
    ["not at all", [thread(null)], 0, 1],
    [
      "a comment of less than a day says nothing yet, even answered",
      [thread(1, { at: NOW - 23 * HOUR })],
      0,
      0,
    ],
    ["one of a day does", [thread(1, { at: NOW - 24 * HOUR })], 1, 1],
  ])("%s", (_rule, threads, part, of) => {
    expect(said(threads).within_day).toMatchObject({ part, of });
  });
});

describe("as long as anybody looked", () => {
  /** Its post was followed for so many hours more. */
  const until = (hours: number) => ({ known_until: MONDAY + hours * HOUR });

  test.each<[string, Thread, Partial<ReturnType<typeof said>>]>([
    [
      "not answered within the day that it was followed",
      thread(null, until(24)),
      {
        unanswered: 1,
        within_day: { part: 0, of: 1, low: expect.any(Number), high: expect.any(Number) },
      },
    ],
    ["followed for less than a day", thread(null, until(23)), { unanswered: 1, within_day: NONE }],
    ["answered before that was over", thread(3, until(23)), { unanswered: 0, within_day: NONE }],
    ["answered after: known by luck", thread(30, until(25)), { unanswered: 1 }],
    [
      "never looked at again",
      thread(null, { known_until: MONDAY - 1 }),
      { unanswered: 1, within_day: NONE },
    ],
  ])("%s", (_rule, one, expected) => {
    expect(said([one])).toMatchObject(expected);
  });
});

describe("the median", () => {
  const nineteen = Array.from({ length: 19 }, (_, index) => thread(index + 1));

  test("of nineteen there is none", () => expect(said(nineteen).median).toBeNull());

  test("of twenty, by both clocks", () => {
    // answered at 09:00 … 03:00 the next day: the tenth after ten hours, when the library had been open for eight
    const { median } = said([...nineteen, thread(null)]);
    expect(median?.all_hours).toEqual({ minutes: 600, low: 300, high: 900 });
    expect(median?.working_hours).toMatchObject({ minutes: 480 });
  });

  test("the unanswered count with their age in each clock", () => {
    const { median } = said([
      ...nineteen.slice(0, 5),
      ...Array.from({ length: 15 }, () => thread(null)),
    ]);
    expect(median?.all_hours.minutes).toBeNull();
    expect(median?.working_hours).toMatchObject({ minutes: null, high: null });
  });
});

describe("closed days", () => {
  const day = (kind: AlmanacKind, from_on: string) => ({
    ...{ from_on, to_on: from_on, name_id: "", name_en: "", kind },
    certainty: "decree" as const,
    source: "",
  });
  const note = (accounts: number[] | null, left_out = true) => ({
    ...{ from_on: "2026-10-20", to_on: "2026-11-03", accounts, left_out },
  });

  test.each<[string, Parameters<typeof closedFor>[0], string[]]>([
    ["a public holiday", { almanac: [day("public", "2026-11-10")], notes: [] }, ["2026-11-10"]],
    ["shared leave", { almanac: [day("shared_leave", "2026-11-10")], notes: [] }, ["2026-11-10"]],
    [
      "no school holiday, no day that is only celebrated",
      {
        almanac: [
          day("school", "2026-11-10"),
          day("library", "2026-11-11"),
          day("own", "2026-11-12"),
        ],
        notes: [],
      },
      [],
    ],
    [
      "days that were left out, as far as they matter",
      { almanac: [], notes: [note(null)] },
      ["2026-11-01"],
    ],
    ["of this account", { almanac: [], notes: [note([1])] }, ["2026-11-01"]],
    ["not of another", { almanac: [], notes: [note([2])] }, []],
    ["nor of a note that only tells", { almanac: [], notes: [note(null, false)] }, []],
  ])("%s", (_rule, known, from) => {
    expect(closedFor(known, 1, WITHIN).map((one) => one.from)).toEqual(from);
  });

  test("each account has its own clock", () => {
    const clocks = workingClocks({
      hours: USUAL_WORKING_HOURS,
      zone: ZONE,
      within: WITHIN,
      almanac: [],
      notes: [{ from_on: "2026-11-09", to_on: "2026-11-09", accounts: [2], left_out: true }],
    });
    expect(clocks(1)(MONDAY, MONDAY + 24 * HOUR)).toBe(480);
    expect(clocks(2)(MONDAY, MONDAY + 25 * HOUR)).toBe(60);
    expect(clocks(2)).toBe(clocks(2));
  });
});

test("agreement: of those that were settled and whose text passed by", () => {
  expect(
    agreement([
      { settled: true, asks: false },
      { settled: true, asks: true },
      { settled: true, asks: null },
      { settled: false, asks: false },
    ]),
  ).toEqual({ settled: 2, no_question: 1 });
  expect(agreement([])).toEqual({ settled: 0, no_question: 0 });
});

/** The checklist of an event on 30 December 2026: every edge of every window, and what stands in it. */
import { describe, expect, test } from "vitest";
import { eventSteps } from "../../functions/analyse/event-steps.ts";

const DAY = { from: "2026-12-30", to: "2026-12-30" };
/** Each step's window. */
const WINDOWS = {
  two_weeks: ["2026-12-09", "2026-12-20"],
  a_week: ["2026-12-21", "2026-12-26"],
  a_day: ["2026-12-27", "2026-12-29"],
  the_day: ["2026-12-30", "2026-12-30"],
  thanks: ["2026-12-31", "2027-01-06"],
};

const states = (posted: string[], planned: string[], today: string) =>
  eventSteps(DAY, posted, planned, today)
    .map(({ state }) => state)
    .join(" ");

test("the steps stand in order, each with its window", () => {
  expect(
    Object.fromEntries(
      eventSteps(DAY, [], [], "2026-12-01").map(({ step, from, to }) => [step, [from, to]]),
    ),
  ).toEqual(WINDOWS);
  expect(eventSteps(DAY, [], [], "2026-12-01").map(({ step }) => step)).toEqual(
    Object.keys(WINDOWS),
  );
});

describe("a post", () => {
  test.each([
    ["before all windows keeps none", "2026-12-08", "missed missed missed missed missed"],
    ["on the first day of the first", "2026-12-09", "done missed missed missed missed"],
    ["on its last", "2026-12-20", "done missed missed missed missed"],
    ["the day after", "2026-12-21", "missed done missed missed missed"],
    ["nine to four days before", "2026-12-26", "missed done missed missed missed"],
    ["three days before", "2026-12-27", "missed missed done missed missed"],
    ["the day before", "2026-12-29", "missed missed done missed missed"],
    ["on the day", "2026-12-30", "missed missed missed done missed"],
    ["the day after", "2026-12-31", "missed missed missed missed done"],
    ["seven days after", "2027-01-06", "missed missed missed missed done"],
    ["eight days after", "2027-01-07", "missed missed missed missed missed"],
  ])("%s (%s): %s", (_, day, expected) => {
    expect(states([day], [], "2027-02-01")).toBe(expected);
  });

  test("is named by the first of several, in any order", () => {
    const [step] = eventSteps(DAY, ["2026-12-15", "2026-12-10", "2026-12-12"], [], "2027-02-01");
    expect(step).toMatchObject({ state: "done", on: "2026-12-10" });
  });

  test("counts before a plan", () => {
    const [step] = eventSteps(DAY, ["2026-12-12"], ["2026-12-11"], "2026-12-10");
    expect(step).toMatchObject({ state: "done", on: "2026-12-12" });
  });
});

describe("without a post", () => {
  test.each([
    ["nothing is there and all comes", [], "2026-12-01", "due due due due due"],
    ["a window's last day is not over", [], "2026-12-20", "due due due due due"],
    ["the day after it is", [], "2026-12-21", "missed due due due due"],
    ["on the event's day", [], "2026-12-30", "missed missed missed due due"],
    ["after the last", [], "2027-01-07", "missed missed missed missed missed"],
    ["a plan stands in a window", ["2026-12-22"], "2026-12-01", "due planned due due due"],
    ["for today", ["2026-12-22"], "2026-12-22", "missed planned due due due"],
    [
      "for yesterday, without a post: it keeps nothing",
      ["2026-12-22"],
      "2026-12-23",
      "missed due due due due",
    ],
    [
      "for a day that is over, in a window that is",
      ["2026-12-22"],
      "2026-12-27",
      "missed missed due due due",
    ],
    [
      "for the windows' ends",
      ["2026-12-20", "2026-12-21"],
      "2026-12-01",
      "planned planned due due due",
    ],
  ])("%s", (_, planned, today, expected) => {
    expect(states([], planned, today)).toBe(expected);
  });

  test("the plan that is named is the first that is not over", () => {
    const [, step] = eventSteps(DAY, [], ["2026-12-25", "2026-12-24", "2026-12-21"], "2026-12-22");
    expect(step).toMatchObject({ state: "planned", on: "2026-12-24" });
    const [due] = eventSteps(DAY, [], [], "2026-12-01");
    expect(due).toMatchObject({ state: "due", on: null, to: "2026-12-20" });
  });
});

test("of several days: before the first, on any of them, after the last", () => {
  const days = { from: "2026-12-30", to: "2027-01-03" };
  const windows = eventSteps(days, [], [], "2026-12-01").map(({ from, to }) => [from, to]);
  expect(windows.slice(0, 3)).toEqual(Object.values(WINDOWS).slice(0, 3));
  expect(windows.slice(3)).toEqual([
    ["2026-12-30", "2027-01-03"],
    ["2027-01-04", "2027-01-10"],
  ]);
});

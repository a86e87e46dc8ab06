import { expect, test } from "vitest";
import { outages } from "../../../functions/analyse/report/outages.ts";
import { daysOf } from "../../../functions/model/day.ts";

const OCTOBER = { from: "2026-10-01", to: "2026-10-31" };
const read = (from: string, to: string) =>
  daysOf({ from, to }).map((date) => ({ date, followers: 100 }));
const told = (from: string, to: string) =>
  daysOf({ from, to }).map((date) => ({ date, followers: null }));

test.each([
  ["nobody collects it", [], null, "2026-11-01", []],
  ["read every day", read("2026-10-01", "2026-10-31"), "2026-01-01", "2026-11-01", []],
  [
    "days that nobody read, each stretch by itself",
    [
      ...read("2026-10-01", "2026-10-09"),
      ...read("2026-10-13", "2026-10-20"),
      ...read("2026-10-22", "2026-10-31"),
    ],
    "2026-01-01",
    "2026-11-01",
    [
      { from: "2026-10-10", to: "2026-10-12" },
      { from: "2026-10-21", to: "2026-10-21" },
    ],
  ],
  [
    "what the platform told of them later does not fill them",
    [...read("2026-10-01", "2026-10-28"), ...told("2026-10-29", "2026-10-31")],
    "2026-01-01",
    "2026-11-01",
    [{ from: "2026-10-29", to: "2026-10-31" }],
  ],
  ["all month", [], "2026-01-01", "2026-11-01", [OCTOBER]],
  [
    "before it was connected nobody was to read it",
    read("2026-10-20", "2026-10-31"),
    "2026-10-20",
    "2026-11-01",
    [],
  ],
  [
    "connected anew: what was read day by day before says that it was collected",
    [...read("2026-09-20", "2026-10-09"), ...read("2026-10-20", "2026-10-31")],
    "2026-10-20",
    "2026-11-01",
    [{ from: "2026-10-10", to: "2026-10-19" }],
  ],
  [
    "typed now and then is not collected",
    [
      ...read("2026-10-02", "2026-10-02"),
      ...read("2026-10-09", "2026-10-10"),
      ...read("2026-10-20", "2026-10-31"),
    ],
    "2026-10-20",
    "2026-11-01",
    [],
  ],
  [
    "today is not over",
    read("2026-10-01", "2026-10-16"),
    "2026-01-01",
    "2026-10-17",
    [{ from: "2026-10-17", to: "2026-10-17" }],
  ],
  ["connected after the month", [], "2026-11-05", "2026-11-10", []],
])("%s", (_, days, connected, last, expected) =>
  expect(outages(days, OCTOBER, connected, last)).toEqual(expected),
);

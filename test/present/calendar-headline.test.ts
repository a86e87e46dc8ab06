/** Each thing that may stand on top of the calendar, and which of two comes first. */
import { expect, test } from "vitest";
import { calendarHeadline } from "../../functions/present/calendar-headline.ts";
import type { Ahead, PlanLine, Seen } from "../../functions/present/views/calendar.ts";

const TODAY = "2026-11-23";
const UNTIL = "2026-12-27";
const FACEBOOK = { platform: "facebook", handle: "perpus" } as const;
const X = { platform: "x", handle: "perpus" } as const;

const plan = (on: string, seen: Seen = "open", state: PlanLine["state"] = "planned"): PlanLine => ({
  id: 1,
  series: null,
  trial: null,
  version: 1,
  on,
  at: null,
  accounts: [1],
  format: null,
  topic: null,
  title: "Kuis",
  note: null,
  person: null,
  event: null,
  state,
  seen,
  in: [{ id: 1, ...FACEBOOK, post: null, by_person: false }],
});

const LATE = plan("2026-11-20", "late");
const COMING = plan("2026-11-25");
const SILENT: Ahead = { kind: "silent", account: X, from: "2026-11-01", usual_days: 2 };
const soon = (unusual_on: string, account = FACEBOOK as Ahead["account"]): Ahead => ({
  kind: "will_be_silent",
  account,
  last: "2026-11-22",
  unusual_on,
  planned: false,
  next: null,
});
const thin = (monday: string, account = FACEBOOK as Ahead["account"]): Ahead => ({
  kind: "thin_week",
  account,
  monday,
  planned: 0,
  needed: 2,
  basis: "habit",
});

const said = (plans: PlanLine[], ahead: Ahead[], accounts = 2) =>
  calendarHeadline({ accounts, today: TODAY, until: UNTIL, plans, ahead });

test.each<[string, PlanLine[], Ahead[], object]>([
  ["what is late, before all else", [LATE, COMING], [SILENT], { kind: "late", plans: 1 }],
  ["who is silent, before who will be", [COMING], [soon("2026-11-30"), SILENT], SILENT],
  [
    "of two that will be silent the sooner",
    [COMING],
    [soon("2026-12-07"), soon("2026-11-30", X)],
    soon("2026-11-30", X),
  ],
  ["a silence in two weeks to the day", [COMING], [soon("2026-12-07")], soon("2026-12-07")],
  ["none that is a day farther", [COMING], [soon("2026-12-08")], { kind: "calm" }],
  [
    "that nothing is planned, before a thin week",
    [],
    [thin("2026-11-30")],
    { kind: "nothing_planned" },
  ],
  [
    "that an idea is no plan",
    [plan("2026-11-25", "open", "idea")],
    [],
    { kind: "nothing_planned" },
  ],
  [
    "nor is one after the last day that is shown",
    [plan("2026-12-28")],
    [],
    { kind: "nothing_planned" },
  ],
  ["one of today is", [plan(TODAY)], [], { kind: "calm", plans: 1, until: UNTIL }],
  [
    "of two thin weeks the nearer",
    [COMING],
    [thin("2026-12-07"), thin("2026-11-30", X)],
    thin("2026-11-30", X),
  ],
  ["no thin week farther than two", [COMING], [thin("2026-12-14")], { kind: "calm" }],
  ["else calmly how much is planned", [COMING, plan(UNTIL)], [], { kind: "calm", plans: 2 }],
])("tells %s", (_, plans, ahead, expected) => {
  expect(said(plans, ahead)).toMatchObject(expected);
});

test("without an account nothing else matters", () =>
  expect(said([LATE], [SILENT], 0)).toEqual({ kind: "no_accounts" }));

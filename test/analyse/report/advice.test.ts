/** Each piece of advice with plain values: when it is given, when it is not, and which comes first. */
import { describe, expect, test } from "vitest";
import {
  type AdviceFacts,
  plansAhead,
  reportAdvice,
} from "../../../functions/analyse/report/advice.ts";
import type { AccountName } from "../../../functions/model/account.ts";
import type { Claim } from "../../../functions/model/claim.ts";
import type {
  Report,
  ReportAdvice,
  ReportService,
  ReportTarget,
} from "../../../functions/model/report.ts";
import { event, FACEBOOK, INSTAGRAM, ranked, report, streak } from "./reports.ts";

const NOTHING: AdviceFacts = { stopped: [], silent: [], due: [], old_figures: [], plans: null };
const given = (over: Partial<Report>, facts: Partial<AdviceFacts> = {}) =>
  reportAdvice(report(over), { ...NOTHING, ...facts });
const one = <Rule extends ReportAdvice["rule"]>(
  rule: Rule,
  over: Partial<Report>,
  facts: Partial<AdviceFacts> = {},
) => given(over, facts).find((advice) => advice.rule === rule);

test("a month in which nothing is to be done has no advice", () => expect(given({})).toEqual([]));

test.each([
  ["collector", { stopped: [INSTAGRAM, FACEBOOK] }],
  ["figures", { old_figures: [INSTAGRAM, FACEBOOK] }],
] as const)("%s: all accounts at once", (rule, facts) =>
  expect(given({}, facts)).toEqual([{ rule, accounts: [INSTAGRAM, FACEBOOK] }]),
);

test.each([
  ["open", streak(), true],
  ["over since", streak({ state: "recovered", ended_at: 1 }), false],
  ["strong", streak({ kind: "strong" }), false],
])("weak: %s", (_, found, told) =>
  expect(one("weak", { streaks: [found] })).toEqual(
    told ? { rule: "weak", streak: found } : undefined,
  ),
);

test("weak: the rarest, of two as rare the first", () => {
  const streaks = [
    streak({ id: 3 }),
    streak({ id: 2, false_alarm_every: 900 }),
    streak({ id: 1, false_alarm_every: 900 }),
  ];
  expect(one("weak", { streaks })).toMatchObject({ streak: { id: 1 } });
});

test("silence: the longest", () =>
  expect(
    given(
      {},
      {
        silent: [
          { account: INSTAGRAM, from: "2026-10-09" },
          { account: FACEBOOK, from: "2026-10-02" },
        ],
      },
    ),
  ).toEqual([{ rule: "silence", account: FACEBOOK, from: "2026-10-02" }]));

test("event: the step that is due first", () => {
  const step = (event_id: number, to: string) => ({
    event_id,
    title: "Lokakarya",
    step: "a_week" as const,
    to,
  });
  expect(
    given({}, { due: [step(1, "2026-11-12"), step(3, "2026-11-08"), step(2, "2026-11-08")] }),
  ).toEqual([{ rule: "event", ...step(2, "2026-11-08") }]);
});

describe("unpromoted", () => {
  const held = (done: number, due: number, id = 1) =>
    event({
      id,
      steps_done: Array.from({ length: done }, () => "thanks" as const),
      steps_due: Array.from({ length: due }, () => "thanks" as const),
    });
  test.each([
    ["none of five", held(0, 5), { done: 0, due: 5 }],
    ["two of five", held(2, 5), { done: 2, due: 5 }],
    ["half of them", held(2, 4), undefined],
    ["one step alone was due", held(0, 1), undefined],
    ["nothing was due", held(0, 0), undefined],
  ])("%s", (_, found, expected) =>
    expect(one("unpromoted", { events: [found] })).toEqual(
      expected && { rule: "unpromoted", event_id: 1, title: "Malam Puisi", ...expected },
    ),
  );

  test("the one that was promoted least, of two alike the first", () =>
    expect(
      one("unpromoted", { events: [held(2, 5, 1), held(1, 5, 3), held(1, 5, 2)] }),
    ).toMatchObject({ event_id: 2 }));
});

describe("target", () => {
  const followers = (
    word: "on_course" | "open" | "out_of_reach" | null,
    needed_a_month: number | null,
  ): ReportTarget => ({
    account: INSTAGRAM,
    metric: "followers",
    value: 2000,
    standing: { metric: "followers", now: 1000, needed_a_month, low: null, high: null, word },
    actual: 1000,
    reached: 0.5,
  });
  test.each([
    ["out of reach at this pace", followers("out_of_reach", 1.08), true],
    ["open", followers("open", 1.08), false],
    ["on course", followers("on_course", 1.01), false],
    ["no outlook", followers(null, 1.08), false],
    ["what it takes is not known", followers("out_of_reach", null), false],
    [
      "not of followers",
      {
        ...followers(null, null),
        metric: "posts_per_month" as const,
        standing: { metric: "posts_per_month" as const, months: 9, kept: 0, mean: 1 },
      },
      false,
    ],
    ["nothing found", { ...followers(null, null), standing: null }, false],
  ])("%s", (_, target, told) =>
    expect(one("target", { targets: [target] })).toEqual(
      told
        ? { rule: "target", metric: "followers", account: INSTAGRAM, needed_a_month: 1.08 }
        : undefined,
    ),
  );

  test("the one that takes the most", () =>
    expect(
      one("target", {
        targets: [
          followers("out_of_reach", 1.05),
          { ...followers("out_of_reach", 1.2), account: null },
        ],
      }),
    ).toMatchObject({ account: null }));
});

describe("few plans", () => {
  test.each([
    ["fewer than half", { planned: 4, usual: 9 }, true],
    ["half", { planned: 5, usual: 10 }, false],
    ["none, and usually none", { planned: 0, usual: 0 }, false],
  ])("%s", (_, plans, told) =>
    expect(one("few_plans", {}, { plans })).toEqual(
      told ? { rule: "few_plans", ...plans } : undefined,
    ),
  );

  test.each([
    ["a whole month ahead: the leaner of two months", 0, 31, [20, 12], { planned: 0, usual: 12 }],
    ["three weeks of it are left", 3, 21, [20, 20], { planned: 3, usual: 14 }],
    ["less: too late to plan it", 3, 20, [20, 20], null],
    ["what was published is not known", 3, 31, [20, null], null],
    ["of no month", 3, 31, [], null],
  ])("%s", (_, planned, days, posts, expected) =>
    expect(plansAhead(planned, days, posts)).toEqual(expected),
  );
});

test.each([
  ["did a third better", 1.3, true],
  ["a little better", 1.2, false],
])("repeat: the best post %s", (_, score, told) =>
  expect(one("repeat", { best: [ranked({ score })] }) !== undefined).toBe(told),
);

describe("answers: where the most questions wait", () => {
  const read = (account: AccountName, questions_waiting?: number) =>
    ({ account, questions_waiting }) as ReportService["accounts"][number];
  const waits = (account: AccountName, questions: number) => ({
    rule: "answers",
    account,
    questions,
  });
  test.each([
    ["none", [read(INSTAGRAM, 0), read(FACEBOOK, 0)], undefined],
    ["one", [read(INSTAGRAM, 0), read(FACEBOOK, 1)], waits(FACEBOOK, 1)],
    ["more at the other", [read(INSTAGRAM, 2), read(FACEBOOK, 3)], waits(FACEBOOK, 3)],
    ["as many at both: the first", [read(INSTAGRAM, 2), read(FACEBOOK, 2)], waits(INSTAGRAM, 2)],
    ["not counted, in an older report", [read(INSTAGRAM)], undefined],
  ])("%s", (_, accounts, told) =>
    expect(one("answers", { service: { accounts } as ReportService })).toEqual(told),
  );
  test("of comments that are never read nothing is advised", () =>
    expect(one("answers", { service: null })).toBeUndefined());
});

test("at most three, in the order of their urgency", () => {
  const over: Partial<Report> = {
    streaks: [streak()],
    best: [ranked({ score: 2 })],
    events: [event({ steps_due: ["a_day", "thanks"] })],
  };
  const facts: Partial<AdviceFacts> = {
    stopped: [INSTAGRAM],
    silent: [{ account: FACEBOOK, from: "2026-10-02" }],
    due: [{ event_id: 1, title: "", step: "a_week", to: "2026-11-12" }],
    old_figures: [FACEBOOK],
    plans: { planned: 0, usual: 9 },
  };
  const service = { accounts: [{ account: INSTAGRAM, questions_waiting: 1 }] } as ReportService;
  expect(given({ ...over, service }, { due: facts.due ?? [] }).map(({ rule }) => rule)).toEqual([
    "weak",
    "event",
    "answers",
  ]);
  expect(given({ events: over.events ?? [], service }).map(({ rule }) => rule)).toEqual([
    "answers",
    "unpromoted",
  ]);
  const rules = (...without: (keyof AdviceFacts)[]) =>
    given(
      over,
      Object.fromEntries(
        Object.entries(facts).filter(([key]) => !without.includes(key as keyof AdviceFacts)),
      ),
    ).map(({ rule }) => rule);
  expect(rules()).toEqual(["collector", "weak", "silence"]);
  expect(rules("stopped")).toEqual(["weak", "silence", "event"]);
  expect(rules("stopped", "silent")).toEqual(["weak", "event", "unpromoted"]);
  expect(rules("stopped", "silent", "due")).toEqual(["weak", "unpromoted", "few_plans"]);
  const claim = { factor: "topic", level: "literacy", direction: 1, entangled_with: null } as Claim;
  const works = [
    { account: INSTAGRAM, month: "2026-11", state: "ready" as const, posts: 9, claims: [claim] },
  ];
  expect(given({ best: over.best ?? [], works }).map(({ rule }) => rule)).toEqual([
    "works",
    "repeat",
  ]);
  expect(
    given({ best: over.best ?? [] }, { plans: facts.plans ?? null, old_figures: [FACEBOOK] }).map(
      ({ rule }) => rule,
    ),
  ).toEqual(["few_plans", "figures", "repeat"]);
});

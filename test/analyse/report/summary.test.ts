/** Each rule with plain values: when it speaks, when it does not, and what comes first. */
import { describe, expect, test } from "vitest";
import { reportSummary } from "../../../functions/analyse/report/summary.ts";
import type { Report, ReportSentence } from "../../../functions/model/report.ts";
import {
  account,
  at,
  event,
  FACEBOOK,
  figure,
  INSTAGRAM,
  moved,
  ranked,
  report,
  streak,
} from "./reports.ts";

const rules = (over: Partial<Report>) => reportSummary(report(over)).map(({ rule }) => rule);
const said = <Rule extends ReportSentence["rule"]>(over: Partial<Report>, rule: Rule) =>
  reportSummary(report(over)).find((one) => one.rule === rule) as
    | Extract<ReportSentence, { rule: Rule }>
    | undefined;

/** Twelve posts, ten before, with 300 reactions. */
const POSTED = [moved("posts", 12, 10), moved("interactions", 300, 250)];
const ONE = { accounts: [account(POSTED)] };

describe("the first sentence", () => {
  test.each([
    ["no account", [], [{ rule: "no_figures" }]],
    [
      "accounts of which nothing is known",
      [account([figure("posts"), figure("followers")])],
      [{ rule: "no_figures" }],
    ],
    [
      "what was published, beside the month before",
      [account(POSTED)],
      [{ rule: "posted", posts: 12, before: 10, accounts: 1, interactions: 300 }],
    ],
    [
      "of several accounts the sum; those that published nothing are not among them",
      [account(POSTED), account([moved("posts", 0, 0), moved("interactions", 0, 0)], FACEBOOK)],
      [{ rule: "posted", posts: 12, before: 10, accounts: 1, interactions: 300 }],
    ],
    [
      "without a month before of each there is none of all",
      [account(POSTED), account([moved("posts", 3, null)], FACEBOOK)],
      [{ rule: "posted", posts: 15, before: null, accounts: 2, interactions: 300 }],
    ],
    [
      "reactions of which none is known",
      [account([moved("posts", 2, 2), moved("interactions", null, null)])],
      [{ rule: "posted", posts: 2, before: 2, accounts: 1, interactions: null }],
    ],
    [
      "nothing was published",
      [account([moved("posts", 0, 4)]), account([moved("posts", 0, 0)], FACEBOOK)],
      [{ rule: "silent_month", accounts: [INSTAGRAM, FACEBOOK] }],
    ],
    [
      "an account whose posts are not known says nothing of silence",
      [
        account([figure("posts"), moved("followers", 100, null)]),
        account([moved("posts", 0, 0)], FACEBOOK),
      ],
      [{ rule: "silent_month", accounts: [FACEBOOK] }],
    ],
    [
      "figures are known, and of no account its posts: nothing is said of them",
      [account([moved("followers", 100, null)])],
      [],
    ],
  ])("%s", (_, accounts, expected) =>
    expect(reportSummary(report({ accounts }))).toEqual(expected),
  );
});

describe("an account that fell silent beside others that did not", () => {
  test.each([
    ["it published the month before", 4, true],
    ["it published nothing then either", 0, false],
    ["it is not known whether it did", null, false],
  ])("%s", (_, before, told) => {
    const accounts = [account(POSTED), account([moved("posts", 0, before)], FACEBOOK)];
    expect(said({ accounts }, "silent_month")?.accounts).toEqual(told ? [FACEBOOK] : undefined);
  });
});

describe("a weak streak", () => {
  const OCTOBER_END = at("2026-10-31T16:59:59Z");
  test.each([
    ["open", streak(), true],
    [
      "over after the month's last day",
      streak({ state: "recovered", ended_at: OCTOBER_END + 1 }),
      true,
    ],
    ["over on its last day", streak({ state: "recovered", ended_at: OCTOBER_END }), false],
    ["a strong one", streak({ kind: "strong" }), false],
  ])("%s", (_, one, told) =>
    expect(said({ ...ONE, streaks: [one] }, "weak")?.streak).toEqual(told ? one : undefined),
  );

  test.each([
    [
      "the rarest",
      [streak({ id: 1, false_alarm_every: 300 }), streak({ id: 2, false_alarm_every: 900 })],
      2,
    ],
    [
      "of two as rare the one that lies lower",
      [streak({ id: 1, severity: 0.6 }), streak({ id: 2, severity: 0.4 })],
      2,
    ],
    ["of two alike the first", [streak({ id: 2 }), streak({ id: 1 })], 1],
  ])("%s is told", (_, streaks, id) =>
    expect(said({ ...ONE, streaks }, "weak")?.streak.id).toBe(id),
  );

  test.each([
    ["recovered in the month", streak({ state: "recovered", ended_at: OCTOBER_END }), true],
    ["recovered since", streak({ state: "recovered", ended_at: OCTOBER_END + 1 }), false],
    [
      "its level became the usual one",
      streak({ state: "new_normal", ended_at: OCTOBER_END }),
      false,
    ],
    [
      "a strong one that is over",
      streak({ kind: "strong", state: "recovered", ended_at: OCTOBER_END }),
      false,
    ],
    ["still open", streak(), false],
  ])("that it is over: %s", (_, one, told) =>
    expect(said({ ...ONE, streaks: [one] }, "recovered")?.streak).toEqual(told ? one : undefined),
  );
});

describe("the largest change", () => {
  const of = (...figures: ReturnType<typeof figure>[]) => ({
    accounts: [account([...POSTED, ...figures])],
  });
  test.each([
    ["more than chance", moved("views", 200, 100, "up"), true],
    ["less", moved("views", 50, 100, "down"), true],
    ["within chance", moved("views", 200, 100, "same"), false],
    ["too few to say", moved("views", 200, 100, "few"), false],
    ["a plain sum", moved("views", 200, 100, "sum"), false],
    ["nothing to compare with", moved("views", 200, null, "none"), false],
    ["of thirty", moved("reach", 60, 30, "up"), true],
    ["of fewer: a share of next to nothing", moved("reach", 60, 29, "up"), false],
    ["from nothing", moved("views", 60, 0, "up"), false],
    ["a rate is a small number anyway", moved("engagement_rate", 0.04, 0.02, "up"), true],
    ["a rate from nothing", moved("engagement_rate", 0.04, 0, "up"), false],
    ["followers have a sentence of their own", moved("followers", 200, 100, "up"), false],
  ])("%s", (_, one, told) =>
    expect(said(of(one), "changed")?.measure).toBe(told ? one.measure : undefined),
  );

  test("is the one that is farthest from what it was, up or down", () =>
    expect(
      said(of(moved("views", 150, 100, "up"), moved("reach", 40, 100, "down")), "changed"),
    ).toEqual({
      rule: "changed",
      account: INSTAGRAM,
      measure: "reach",
      direction: "down",
      value: 40,
      before: 100,
      ratio: -0.6,
    }));

  test("down to nothing is the farthest of all", () =>
    expect(
      said(of(moved("views", 900, 100, "up"), moved("reach", 0, 100, "down")), "changed")?.measure,
    ).toBe("reach"));
});

describe("that nothing changed", () => {
  const same = moved("views", 100, 100, "same");
  test.each([
    ["something could be compared", [account([...POSTED, same])], {}, 1],
    [
      "of two accounts",
      [account([...POSTED, same, moved("reach", 9, 9, "same")]), account([same], FACEBOOK)],
      {},
      2,
    ],
    ["nothing could", [account([...POSTED, moved("views", 100, 90, "few")])], {}, undefined],
    [
      "something did move",
      [account([...POSTED, same, moved("reach", 90, 50, "up")])],
      {},
      undefined,
    ],
    [
      "what moved was too small to tell",
      [account([...POSTED, same, moved("reach", 9, 5, "up")])],
      {},
      undefined,
    ],
    [
      "the followers moved, which the table marks",
      [account([...POSTED, same]), account([moved("followers", 110, 100, "up")], FACEBOOK)],
      {},
      undefined,
    ],
    [
      "followers alone are as before",
      [account([...POSTED, moved("followers", 100, 100, "same")])],
      {},
      undefined,
    ],
    ["not beside a weak streak", [account([...POSTED, same])], { streaks: [streak()] }, undefined],
  ])("%s", (_, accounts, over, expected) =>
    expect(said({ accounts, ...over }, "steady")?.accounts).toBe(expected),
  );
});

describe("followers", () => {
  const ends = (start: number | null, end: number | null, name = INSTAGRAM) =>
    account(
      [
        ...POSTED,
        figure("followers", {
          value: end,
          parts: {
            followers_before: start,
            followers_change: start === null || end === null ? null : end - start,
          },
        }),
      ],
      name,
    );
  test.each([
    ["of one account", [ends(100, 110)], { start: 100, end: 110, change: 10 }],
    [
      "of all together",
      [ends(100, 110), ends(50, 45, FACEBOOK)],
      { start: 150, end: 155, change: 5 },
    ],
    ["fewer", [ends(100, 90)], { start: 100, end: 90, change: -10 }],
    ["as many: nothing to tell", [ends(100, 100)], undefined],
    [
      "of one of them the start is not known",
      [ends(100, 110), ends(null, 45, FACEBOOK)],
      undefined,
    ],
    ["nor its end", [ends(100, 110), ends(50, null, FACEBOOK)], undefined],
    [
      "an account without the figure at all",
      [ends(100, 110), account(POSTED, FACEBOOK)],
      undefined,
    ],
  ])("%s", (_, accounts, expected) =>
    expect(said({ accounts }, "followers")).toEqual(expected && { rule: "followers", ...expected }),
  );

  test("a count of before the month alone is no growth", () => {
    const stale = figure("followers", {
      value: 100,
      parts: { followers_before: 100, followers_change: null },
    });
    expect(said({ accounts: [account([...POSTED, stale])] }, "followers")).toBeUndefined();
  });
});

describe("events", () => {
  test.each([
    ["none", [], undefined],
    [
      "visitors counted at each",
      [event({ visitors: 40 }), event({ id: 2, visitors: 0 })],
      { events: 2, visitors: 40 },
    ],
    [
      "not at each: no sum",
      [event({ visitors: 40 }), event({ id: 2 })],
      { events: 2, visitors: null },
    ],
  ])("%s", (_, events, expected) =>
    expect(said({ ...ONE, events }, "events")).toEqual(expected && { rule: "events", ...expected }),
  );
});

test.each([
  ["a third more than usual", 1.3, true],
  ["less", 1.29, false],
])("the best post: %s", (_, score, told) =>
  expect(said({ ...ONE, best: [ranked({ score })] }, "best_post") !== undefined).toBe(told),
);

describe("at most three, the most important first", () => {
  const FULL: Partial<Report> = {
    accounts: [
      account([
        ...POSTED,
        moved("views", 200, 100, "up"),
        figure("followers", { value: 9, parts: { followers_before: 7, followers_change: 2 } }),
      ]),
    ],
    streaks: [
      streak(),
      streak({ id: 2, state: "recovered", ended_at: at("2026-10-20T00:00:00Z") }),
    ],
    events: [event()],
    best: [ranked({ score: 2 })],
  };
  const STEADY = [
    account([
      ...POSTED,
      moved("views", 100, 100, "same"),
      figure("followers", { value: 9, parts: { followers_before: 7, followers_change: 2 } }),
    ]),
  ];
  test.each([
    ["everything", FULL, ["posted", "weak", "changed"]],
    [
      "no weak streak is open",
      { ...FULL, streaks: FULL.streaks?.slice(1) ?? [] },
      ["posted", "changed", "recovered"],
    ],
    [
      "nothing changed",
      { ...FULL, accounts: STEADY, streaks: [] },
      ["posted", "steady", "followers"],
    ],
    [
      "nothing could be compared",
      { ...FULL, ...ONE, streaks: [] },
      ["posted", "events", "best_post"],
    ],
    [
      "an account fell silent",
      { ...FULL, accounts: [...(FULL.accounts ?? []), account([moved("posts", 0, 3)], FACEBOOK)] },
      ["posted", "silent_month", "weak"],
    ],
    ["nothing is known", { ...FULL, accounts: [] }, ["no_figures"]],
  ])("%s", (_, over, expected) => expect(rules(over)).toEqual(expected));
});

/** A report as a whole, of plain values: what is in it and what is not. */
import { describe, expect, test } from "vitest";
import { madeReport, type ReportSources } from "../../../functions/analyse/report/made.ts";
import { daysOf } from "../../../functions/model/day.ts";
import { daysOfMonth } from "../../../functions/model/month.ts";
import { NO_REPORT_SETTINGS } from "../../../functions/model/report.ts";
import type { KnownStreak } from "../../../functions/model/streak.ts";
import { USUAL_WORKING_HOURS } from "../../../functions/model/working-hours.ts";
import { day, post } from "../months.ts";
import { at, INSTAGRAM } from "./reports.ts";

const NOW = at("2026-11-02T00:07:00Z");
const ACCOUNT: ReportSources["accounts"][number] = {
  ...INSTAGRAM,
  id: 1,
  name: "Perpustakaan",
  last_read_at: NOW,
  followers_at: NOW,
  collected_at: NOW,
  connected: "2026-01-01",
};
const OCTOBER = {
  account_id: 1,
  month: "2026-10",
  followers_before: 100,
  days: daysOf(daysOfMonth("2026-10")).map((date) => day(date, { followers: 110 })),
  posts: [post({ id: 5, published_on: "2026-10-05", published_at: at("2026-10-05T03:00:00Z") })],
  captions: ["Buku baru".repeat(40)],
};
const NOTHING: ReportSources = {
  month: "2026-10",
  now: NOW,
  time_zone: "Asia/Jakarta",
  library: "Perpustakaan",
  settings: NO_REPORT_SETTINGS,
  draft: false,
  accounts: [],
  months: [],
  lastYear: [],
  urls: new Map(),
  targets: [],
  streaks: [],
  trials: [],
  events: { events: [], posts: [], clicks: [] },
  notes: [],
  answers: { threads: [], commented: [], working_hours: USUAL_WORKING_HOURS, almanac: [] },
  works: { looks: [], claims: [] },
  facts: { stopped: [], silent: [], due: [], old_figures: [], plans: null },
};
const made = (over: Partial<ReportSources> = {}) =>
  madeReport({ ...NOTHING, accounts: [ACCOUNT], months: [OCTOBER], ...over });

test("of nothing it says so, and nothing else", () =>
  expect(madeReport(NOTHING)).toMatchObject({
    month: "2026-10",
    from: "2026-10-01",
    to: "2026-10-31",
    made_at: NOW,
    summary: [{ rule: "no_figures" }],
    accounts: [],
    all: [],
    posts: [],
    advice: [],
    service: null,
  }));

test("a month that runs ends today", () =>
  expect(made({ month: "2026-11" })).toMatchObject({ from: "2026-11-01", to: "2026-11-02" }));

describe("a post of the appendix", () => {
  const one = (over: Parameters<typeof post>[0], url: string | null = null) =>
    made({
      months: [{ ...OCTOBER, posts: [post({ id: 5, ...over })] }],
      urls: new Map([[5, url]]),
    }).posts[0];

  test("has its first words, and its rate of the followers that it met", () =>
    expect(one({ interactions: 20, followers_at_publish: 1000 })).toMatchObject({
      account: INSTAGRAM,
      caption: "Buku baru".repeat(40).slice(0, 140),
      engagement_rate: 0.02,
    }));

  test.each([
    [
      "the platform's own address",
      "https://www.instagram.com/p/a/",
      "https://www.instagram.com/p/a/",
    ],
    ["another's", "https://elsewhere.example/p/a/", null],
    ["a script", "javascript:alert(1)", null],
    ["none", null, null],
  ])("leads to %s", (_, url, expected) => expect(one({}, url)?.url).toBe(expected));

  test("the oldest first, across accounts", () => {
    const later = { ...OCTOBER, posts: [post({ id: 6, published_at: 20 })], captions: [null] };
    const first = {
      ...OCTOBER,
      account_id: 2,
      posts: [post({ id: 7, published_at: 10 })],
      captions: [null],
    };
    const accounts = [ACCOUNT, { ...ACCOUNT, id: 2, handle: "cabang" }];
    expect(made({ accounts, months: [later, first] }).posts.map(({ id }) => id)).toEqual([7, 6]);
  });
});

describe("what is of an account that the report is not of", () => {
  const other = { ...OCTOBER, account_id: 9, posts: [post({ id: 8 })] };
  const streak = (over: Partial<KnownStreak>): KnownStreak =>
    ({
      id: 3,
      account_id: 1,
      kind: "weak",
      state: "open",
      started_at: 1,
      ended_at: null,
      posts: 5,
      severity: 0.5,
      false_alarm_every: 400,
      announced: true,
      evidence: {},
      ...over,
    }) as KnownStreak;

  test("a trial is told by its account's name, and of one that is not in it nothing", () => {
    const trial = {
      kind: "hours",
      a: "09:00",
      b: "19:00",
      starts_on: "2026-08-24",
      weeks: 8,
      power: { of_ten: 6, noise: 0.8, posts: 60 },
      result: {
        method: 1,
        verdict: "not_kept",
        drawn: { a: 16, b: 16 },
        published: { a: 4, b: 9 },
        kept: { a: 4, b: 9 },
        compared: { a: 4, b: 9 },
        size: null,
        chance: null,
        seen_from: null,
        posts: { a: [], b: [] },
      },
    } as const;
    const posts = { a: [], b: [] };
    const of = (account: number) => ({ account, ...trial, result: { ...trial.result, posts } });
    const { platform, handle } = ACCOUNT;
    expect(made({ trials: [of(ACCOUNT.id), of(9)] }).trials).toEqual([
      { ...of(1), account: { platform, handle } },
    ]);
  });

  test("its posts, targets and notes are left out", () => {
    const report = made({
      months: [OCTOBER, other],
      targets: [{ account: 9, metric: "followers", value: 10, standing: null }],
      notes: [
        {
          id: 1,
          from_on: "2026-10-01",
          to_on: "2026-10-01",
          text: "Cabang",
          accounts: [9],
          left_out: false,
        },
      ],
      streaks: [streak({ account_id: 9 })],
    });
    expect([
      report.posts.map(({ id }) => id),
      report.targets,
      report.notes,
      report.streaks,
    ]).toEqual([[5], [], [], []]);
  });

  test.each([
    ["told of", {}, 1],
    ["too small to be told of", { announced: false }, 0],
    ["taken back", { state: "withdrawn" as const }, 0],
  ])("a streak that is %s", (_, over, count) =>
    expect(made({ streaks: [streak(over)] }).streaks).toHaveLength(count),
  );
});

describe("targets", () => {
  test("of all together by the sum, and unknown where one of them is", () => {
    const targets = [{ account: null, metric: "followers" as const, value: 440, standing: null }];
    const accounts = [ACCOUNT, { ...ACCOUNT, id: 2, handle: "cabang" }];
    const both = [OCTOBER, { ...OCTOBER, account_id: 2 }];
    expect(made({ accounts, months: both, targets }).targets[0]).toMatchObject({
      account: null,
      actual: 220,
      reached: 0.5,
    });
    expect(made({ accounts, targets }).targets[0]).toMatchObject({ actual: null, reached: null });
  });
});

describe("regularity", () => {
  test("as it stood at the month's end", () =>
    expect(made().accounts[0]?.consistency).toEqual({
      posts: 1,
      weeks_with: 1,
      weeks: 3,
      longest_gap_days: 26,
      days_since_last: 26,
    }));

  test("of posts that somebody chose none is said", () => {
    const chosen = { ...ACCOUNT, platform: "tiktok" as const, collected_at: null };
    expect(made({ accounts: [chosen] }).accounts[0]?.consistency).toMatchObject({
      weeks: null,
      longest_gap_days: null,
    });
  });
});

test("days on which nobody read an account that is collected", () => {
  const days = OCTOBER.days.filter(({ date }) => date < "2026-10-10" || date > "2026-10-12");
  expect(made({ months: [{ ...OCTOBER, days }] }).outages).toEqual([
    { account: INSTAGRAM, from: "2026-10-10", to: "2026-10-12" },
  ]);
});

/** Monthly reports as a library might have them: a full month, a draft, an empty library, and one in which nothing is known. */
import { shareOf } from "../../functions/analyse/answers/share-of.ts";
import type { Comparison } from "../../functions/model/figure.ts";
import type {
  Report,
  ReportAccount,
  ReportAdvice,
  ReportAnswers,
  ReportFigure,
  ReportPost,
  ReportSentence,
  ReportSettings,
  ReportStreak,
} from "../../functions/model/report.ts";
import { USUAL_WORKING_HOURS } from "../../functions/model/working-hours.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type {
  ReportSettingsView,
  ReportView,
  TypedReportSettings,
} from "../../functions/present/views/report.ts";
import type { View } from "../../functions/present/views/view.ts";
import { TYPED_PLAN } from "./calendar-views.ts";
import { RESULT } from "./trial-views.ts";

export const at = (text: string): number => Date.parse(text) / 1000;

export const ACCOUNTS = [
  { platform: "instagram", handle: "perpus.pasuruan" },
  { platform: "facebook", handle: "perpus.pasuruan" },
  { platform: "tiktok", handle: "perpus.pasuruan" },
  { platform: "x", handle: "perpus.pasuruan" },
] as const;
const [INSTAGRAM, FACEBOOK, TIKTOK, X] = ACCOUNTS;

const NO_COMPARISON: Comparison = {
  before: null,
  difference: null,
  ratio: null,
  meaning: "none",
};

const compared = (before: number, value: number, meaning: Comparison["meaning"]): Comparison => ({
  before,
  difference: value - before,
  ratio: before === 0 ? null : (value - before) / before,
  meaning,
});

const figure = (
  one: Partial<ReportFigure> & Pick<ReportFigure, "measure" | "value">,
): ReportFigure => ({
  absence: one.value === null ? "not_available" : null,
  formula: null,
  parts: {},
  before: NO_COMPARISON,
  year: NO_COMPARISON,
  ...one,
});

const figuresOf = (size: number): ReportFigure[] => [
  figure({
    measure: "followers",
    value: 2480 * size,
    formula: "last_followers",
    parts: { followers_before: 2422 * size, followers_change: 58 * size },
    before: compared(2422 * size, 2480 * size, "up"),
    year: compared(1900 * size, 2480 * size, "up"),
  }),
  figure({
    measure: "posts",
    value: 12,
    before: compared(14, 12, "sum"),
    year: compared(12, 12, "sum"),
  }),
  figure({
    measure: "reach",
    value: 412 * size,
    formula: "mean_daily_reach",
    parts: { days: 30 },
    before: compared(380 * size, 412 * size, "same"),
  }),
  figure({
    measure: "views",
    value: 20_967 * size,
    formula: "sum_daily_views",
    parts: { days: 31 },
    before: compared(6500 * size, 20_967 * size, "up"),
    year: compared(20_500 * size, 20_967 * size, "same"),
  }),
  figure({ measure: "interactions", value: 310, before: compared(402, 310, "sum") }),
  figure({
    measure: "engagement_rate",
    value: 0.017,
    formula: "median_post_rate",
    parts: { posts: 11, too_early: 1, interactions: 310, followers: 2450 },
    before: compared(0.025, 0.017, "down"),
    year: compared(0.02, 0.017, "few"),
  }),
];

const unknownFigures: ReportFigure[] = [
  figure({ measure: "followers", value: null, absence: "not_read", formula: "last_followers" }),
  figure({ measure: "posts", value: null, absence: "no_data" }),
  figure({ measure: "reach", value: null, formula: "median_post_reach" }),
  figure({ measure: "views", value: null, formula: "sum_post_views" }),
  figure({ measure: "interactions", value: null, absence: "no_data" }),
  figure({
    measure: "engagement_rate",
    value: null,
    absence: "not_enough",
    formula: "median_post_rate",
  }),
];

const account = (
  id: number,
  name: (typeof ACCOUNTS)[number],
  figures: ReportFigure[],
): ReportAccount => ({
  id,
  ...name,
  name: null,
  figures,
  consistency: {
    posts: 12,
    weeks_with: 4,
    weeks: 4,
    longest_gap_days: 1,
    days_since_last: 2,
  },
});

export const post = (one: Partial<ReportPost> = {}): ReportPost => ({
  id: 41,
  account: INSTAGRAM,
  published_at: at("2026-10-12T08:30:00Z"),
  precision: "second",
  published_on: "2026-10-12",
  format: "short_video",
  topic: "new_books",
  caption: TYPED_PLAN.caption,
  url: "https://www.instagram.com/reel/DBxk3hTPq7Z/",
  likes: 280,
  comments: 20,
  shares: 12,
  interactions: 312,
  engagement_rate: 0.126,
  reach: 4200,
  views: 6900,
  score: 3.2,
  weak: false,
  paid: null,
  removed: false,
  ...one,
});

export const streak = (one: Partial<ReportStreak> = {}): ReportStreak => ({
  id: 3,
  kind: "weak",
  state: "open",
  account: INSTAGRAM,
  started_at: at("2026-10-19T05:00:00Z"),
  ended_at: null,
  posts: 7,
  severity: 0.5,
  false_alarm_every: 338,
  differences: [
    { what: "hour", now: 20, before: 15 },
    { what: "topic", now: "institutional", share: 0.7, before: 0.2 },
  ],
  ...one,
});

const settings: ReportSettings = {
  letterhead: [TYPED_PLAN.title, TYPED_PLAN.person],
  place: TYPED_PLAN.hashtag,
  approver: { title: TYPED_PLAN.title, name: TYPED_PLAN.person, nip: "19800101 200501 1 001" },
  author: { title: TYPED_PLAN.person, name: TYPED_PLAN.person, nip: null },
};

const NOBODY: ReportSettings = {
  letterhead: [],
  place: null,
  approver: { title: null, name: null, nip: null },
  author: { title: null, name: null, nip: null },
};

export const EMPTY: Report = {
  format: 1,
  month: "2026-10",
  from: "2026-10-01",
  to: "2026-10-31",
  made_at: at("2026-11-01T23:00:00Z"),
  draft: false,
  library: "Perpustakaan Kota Pasuruan",
  time_zone: "Asia/Jakarta",
  settings: NOBODY,
  summary: [{ rule: "no_figures" }],
  targets: [],
  accounts: [],
  all: [],
  formats: [],
  topics: [],
  best: [],
  weakest: [],
  streaks: [],
  events: [],
  service: null,
  notes: [],
  outages: [],
  advice: [],
  posts: [],
  posts_left_out: 0,
};

const unknownPost = post({
  id: 42,
  account: X,
  precision: "day",
  format: null,
  topic: null,
  caption: null,
  url: null,
  likes: null,
  comments: null,
  shares: null,
  interactions: null,
  engagement_rate: null,
  reach: null,
  views: null,
  score: null,
  weak: null,
  paid: true,
  removed: true,
});

const accounts = [
  account(1, INSTAGRAM, figuresOf(1)),
  account(2, FACEBOOK, figuresOf(3)),
  account(3, TIKTOK, figuresOf(7)),
  account(4, X, figuresOf(2)),
];

const summary: ReportSentence[] = [
  { rule: "posted", posts: 48, before: 56, accounts: 4, interactions: 1240 },
  {
    rule: "changed",
    account: FACEBOOK,
    measure: "engagement_rate",
    direction: "down",
    before: 0.025,
    value: 0.017,
    ratio: -0.32,
  },
  { rule: "weak", streak: streak() },
];

const advice: ReportAdvice[] = [
  { rule: "weak", streak: streak() },
  { rule: "event", event_id: 5, title: TYPED_PLAN.title, step: "a_week", to: "2026-11-20" },
  { rule: "few_plans", planned: 3, usual: 48 },
];

/** As many posts as four accounts publish in a month. */
const manyPosts = (posts: number): ReportPost[] =>
  Array.from({ length: posts }, (_, index) =>
    index === 3
      ? unknownPost
      : post({
          id: 100 + index,
          account: ACCOUNTS[index % 4] ?? INSTAGRAM,
          published_on: `2026-10-${String((index % 31) + 1).padStart(2, "0")}`,
          published_at: at("2026-10-01T08:30:00Z") + index * 50_000,
          caption: `${TYPED_PLAN.caption} ${TYPED_PLAN.note}`,
        }),
  );

const FEW_ANSWERS: ReportAnswers = {
  comments: 1,
  questions: 1,
  within_day: shareOf(0, 0),
  median: null,
  unanswered: 1,
  unwatched: 0,
  waiting: 1,
};

export const FULL: Report = {
  ...EMPTY,
  settings,
  summary,
  targets: [
    {
      account: null,
      metric: "followers",
      value: 30_000,
      standing: {
        metric: "followers",
        now: 24_800,
        needed_a_month: 1.021,
        low: 25_000,
        high: 28_000,
        word: "open",
      },
      actual: 24_800,
      reached: 0.827,
    },
    {
      account: INSTAGRAM,
      metric: "engagement_rate",
      value: 0.02,
      standing: { metric: "engagement_rate", posts: 110, now: 0.021, word: "above" },
      actual: 0.021,
      reached: 1.05,
    },
    {
      account: null,
      metric: "posts_per_month",
      value: 40,
      standing: { metric: "posts_per_month", months: 10, kept: 7, mean: 43.5 },
      actual: 43.5,
      reached: 1.0875,
    },
    {
      account: X,
      metric: "followers",
      value: 900,
      standing: null,
      actual: null,
      reached: null,
    },
  ],
  accounts,
  all: figuresOf(13).filter(({ measure }) =>
    ["followers", "posts", "interactions"].includes(measure),
  ),
  formats: [
    { level: "image", posts: 20, interactions: 21.5 },
    { level: "short_video", posts: 18, interactions: 44 },
    { level: "carousel", posts: 9, interactions: 30 },
    { level: null, posts: 1, interactions: null },
  ],
  topics: [
    { level: "new_books", posts: 21, interactions: 31 },
    { level: "events", posts: 14, interactions: 40 },
    { level: "institutional", posts: 7, interactions: 9 },
    { level: null, posts: 6, interactions: 12 },
  ],
  best: [1, 2, 3].map((id) => ({
    ...post({ id, score: 4.2 - id }),
    why: { reach_ratio: 2.1, reaction_ratio: 1.4 },
  })),
  weakest: [4, 5, 6].map((id) => ({
    ...post({ id, account: FACEBOOK, score: 0.2, interactions: 1, weak: true }),
    why: { reach_ratio: null, reaction_ratio: null },
  })),
  trials: [
    {
      account: INSTAGRAM,
      kind: "hours",
      a: "09:00",
      b: "19:00",
      starts_on: "2026-08-24",
      weeks: 8,
      power: { of_ten: 6, noise: 0.8, posts: 60 },
      result: RESULT,
    },
  ],
  streaks: [
    streak(),
    streak({
      id: 4,
      kind: "strong",
      state: "recovered",
      account: TIKTOK,
      ended_at: at("2026-10-30T05:00:00Z"),
      severity: 2,
      differences: [],
    }),
  ],
  events: [
    {
      id: 5,
      kind: "discussion",
      title: TYPED_PLAN.title,
      starts_at: at("2026-10-20T06:00:00Z"),
      ends_at: at("2026-10-20T08:00:00Z"),
      steps_done: ["a_week", "the_day"],
      steps_due: ["two_weeks", "a_week", "a_day", "the_day", "thanks"],
      by_account: [],
      figures: { posts: 4, reach: 900, interactions: 88, clicks: 41 },
      effect: { ratio: 1.4, word: "above", posts: 4 },
      visitors: 85,
      cost: 850_000,
    },
    {
      id: 6,
      kind: "live",
      title: TYPED_PLAN.title,
      starts_at: at("2026-10-29T06:00:00Z"),
      ends_at: null,
      steps_done: [],
      steps_due: [],
      by_account: [],
      figures: { posts: 0, reach: null, interactions: null, clicks: null },
      effect: null,
      visitors: null,
      cost: null,
    },
  ],
  service: {
    working_hours: USUAL_WORKING_HOURS,
    accounts: [
      {
        account: INSTAGRAM,
        comments: 32,
        questions: 14,
        within_day: shareOf(19, 31),
        median: {
          all_hours: { minutes: 660, low: 480, high: 1020 },
          working_hours: { minutes: 190, low: 95.5, high: null },
        },
        unanswered: 6,
        unwatched: 3,
        waiting: 7,
      },
      { account: X, ...FEW_ANSWERS },
    ],
    without: [],
    all: null,
  },
  notes: [
    {
      from_on: "2026-10-12",
      to_on: "2026-10-14",
      text: TYPED_PLAN.note,
      accounts: null,
      left_out: true,
    },
    {
      from_on: "2026-10-20",
      to_on: "2026-10-20",
      text: TYPED_PLAN.note,
      accounts: [X],
      left_out: false,
    },
  ],
  outages: [
    { account: X, from: "2026-10-05", to: "2026-10-06" },
    { account: X, from: "2026-10-09", to: "2026-10-09" },
  ],
  advice,
  works: [
    {
      account: ACCOUNTS[0] ?? null,
      month: "2026-11",
      state: "ready",
      posts: 210,
      claims: [
        {
          factor: "format",
          level: "short_video",
          direction: 1,
          ratio: 1.62,
          low: 1.21,
          high: 2.14,
          posts: 34,
          chance: 0.0067,
          entangled_with: { factor: "hours", level: "18-21", share: 0.82 },
        },
      ],
    },
    { account: ACCOUNTS[1] ?? null, month: "2026-11", state: "ready", posts: 96, claims: [] },
    { account: X, month: "2026-11", state: "learning", posts: 11, claims: [] },
  ],
  posts: manyPosts(48),
};

/** All that may be unknown is. */
export const UNKNOWN: Report = {
  ...FULL,
  settings: NOBODY,
  summary: [
    { rule: "posted", posts: 1, before: null, accounts: 1, interactions: null },
    { rule: "events", events: 1, visitors: null },
    { rule: "best_post", post: unknownPost },
  ],
  targets: FULL.targets.map((one) => ({ ...one, standing: null, actual: null, reached: null })),
  accounts: [
    {
      ...account(4, X, unknownFigures),
      consistency: {
        posts: 0,
        weeks_with: null,
        weeks: null,
        longest_gap_days: null,
        days_since_last: null,
      },
    },
  ],
  all: [],
  best: [{ ...unknownPost, why: { reach_ratio: null, reaction_ratio: null } }],
  weakest: [],
  streaks: [],
  events: FULL.events.slice(1),
  service: {
    working_hours: { days: [2, 6], from: "09:00", to: "20:30" },
    accounts: [{ account: X, ...FEW_ANSWERS }],
    without: [INSTAGRAM],
    all: null,
  },
  notes: [],
  outages: [],
  advice: [{ rule: "repeat", post: unknownPost }],
  posts: [unknownPost],
};

const viewOf = (chrome: Chrome, report: Report, one: Partial<ReportView> = {}): ReportView => ({
  screen: "report",
  chrome: { ...chrome, path: "/report/2026-10" },
  report,
  revision: report.draft ? null : 1,
  revisions: report.draft ? [] : [{ revision: 1, made_at: report.made_at }],
  moved: false,
  months: [
    { month: "2026-11", draft: true },
    { month: "2026-10", draft: false },
    { month: "2026-09", draft: false },
    { month: "2026-08", draft: false },
    { month: "2026-07", draft: false },
    { month: "2026-06", draft: false },
  ],
  may_make: true,
  ...one,
});

const typed: TypedReportSettings = {
  letterhead: `${TYPED_PLAN.title}\n${TYPED_PLAN.person}`,
  place: TYPED_PLAN.hashtag,
  approver_title: TYPED_PLAN.title,
  approver_name: TYPED_PLAN.person,
  approver_nip: "19800101 200501 1 001",
  author_title: "",
  author_name: "",
  author_nip: "",
};

const settingsView = (chrome: Chrome): ReportSettingsView => ({
  screen: "report_settings",
  chrome: { ...chrome, path: "/report/settings" },
  typed,
  faults: [{ path: "letterhead", code: "too_long", message: "" }],
});

export function reportViews(chrome: Chrome): Record<string, View> {
  return {
    report: viewOf(chrome, FULL),
    "report, moved and revised": viewOf(chrome, FULL, {
      revision: 2,
      moved: true,
      just: "made",
      revisions: [
        { revision: 1, made_at: FULL.made_at },
        { revision: 2, made_at: FULL.made_at + 86_400 },
      ],
    }),
    "report, to a viewer": viewOf({ ...chrome, role: "view" }, FULL, {
      moved: true,
      may_make: false,
    }),
    "report, a draft": viewOf(chrome, {
      ...FULL,
      month: "2026-11",
      from: "2026-11-01",
      to: "2026-11-23",
      posts_left_out: 12,
      draft: true,
      made_at: chrome.now,
    }),
    "report, empty": viewOf(chrome, EMPTY, { months: [{ month: "2026-10", draft: false }] }),
    "report, nothing known": viewOf(chrome, UNKNOWN),
    "report settings": settingsView(chrome),
    "report settings, none": { ...settingsView(chrome), faults: [] },
  };
}

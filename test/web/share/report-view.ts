/** A month's report as it may be shared, with each sentence and each advice. */
import type {
  Report,
  ReportAdvice,
  ReportFigure,
  ReportPost,
  ReportSentence,
  ReportStreak,
} from "../../../functions/model/report.ts";
import type { Chrome } from "../../../functions/present/views/chrome.ts";
import type { ReportView } from "../../../functions/present/views/report.ts";

const AT = Date.parse("2026-11-02T23:00:00Z") / 1000;
const BLANK = { title: null, name: null, nip: null };
const INSTAGRAM = { platform: "instagram", handle: "perpus" } as const;
const FACEBOOK = { platform: "facebook", handle: "perpus" } as const;
const NONE = { before: null, difference: null, ratio: null, meaning: "none" } as const;

const figure = (more: Partial<ReportFigure>): ReportFigure => ({
  measure: "posts",
  value: 42,
  absence: null,
  formula: null,
  parts: {},
  before: { before: 38, difference: 4, ratio: 0.1, meaning: "sum" },
  year: NONE,
  ...more,
});

const all: ReportFigure[] = [
  figure({}),
  figure({ measure: "reach", value: null, absence: "not_available" }),
  figure({ measure: "interactions", value: 1310, before: NONE }),
  figure({
    measure: "followers",
    value: 12_480,
    before: { before: 12_422, difference: 58, ratio: 0.005, meaning: "sum" },
  }),
];

const post: ReportPost = {
  id: 1,
  account: INSTAGRAM,
  published_at: AT,
  precision: "second",
  published_on: "2026-10-19",
  format: "image",
  topic: null,
  caption: "Buku *baru*\nhttps://example.org/katalog",
  url: null,
  likes: 1,
  comments: 1,
  shares: 1,
  interactions: 3,
  engagement_rate: null,
  reach: null,
  views: null,
  score: 2.1,
  weak: null,
  paid: null,
  removed: false,
};

const streak: ReportStreak = {
  id: 7,
  kind: "weak",
  state: "open",
  account: INSTAGRAM,
  started_at: Date.parse("2026-10-05T05:00:00Z") / 1000,
  ended_at: Date.parse("2026-10-25T05:00:00Z") / 1000,
  posts: 6,
  severity: 0.5,
  false_alarm_every: 300,
  differences: [],
};

export const SENTENCES: ReportSentence[] = [
  { rule: "no_figures" },
  { rule: "posted", posts: 42, before: 38, accounts: 4, interactions: 1310 },
  { rule: "silent_month", accounts: [FACEBOOK] },
  {
    rule: "changed",
    account: INSTAGRAM,
    measure: "engagement_rate",
    direction: "up",
    value: 0.025,
    before: 0.018,
    ratio: 0.39,
  },
  { rule: "steady", accounts: 2 },
  { rule: "followers", start: 12_422, end: 12_480, change: 58 },
  { rule: "weak", streak },
  { rule: "recovered", streak },
  { rule: "best_post", post },
  { rule: "events", events: 2, visitors: 85 },
];

export const ADVICE: ReportAdvice[] = [
  { rule: "collector", accounts: [FACEBOOK] },
  { rule: "weak", streak },
  { rule: "silence", account: FACEBOOK, from: "2026-10-20" },
  { rule: "event", event_id: 3, title: "Bedah\nBuku", step: "a_week", to: "2026-11-12" },
  { rule: "unpromoted", event_id: 3, title: "Bedah Buku", done: 1, due: 5 },
  { rule: "target", metric: "followers", account: null, needed_a_month: 1.021 },
  { rule: "target", metric: "posts_per_month", account: null, needed_a_month: 1 },
  { rule: "few_plans", planned: 3, usual: 11.6 },
  { rule: "figures", accounts: [FACEBOOK] },
  { rule: "repeat", post },
];

export function reportView(chrome: Chrome, more: Partial<Report> = {}): ReportView {
  return {
    screen: "report",
    chrome,
    report: {
      format: 1,
      month: "2026-10",
      from: "2026-10-01",
      to: "2026-10-31",
      made_at: AT,
      draft: false,
      library: "Perpustakaan Kota Pasuruan",
      time_zone: "Asia/Jakarta",
      settings: { letterhead: [], place: null, approver: BLANK, author: BLANK },
      summary: SENTENCES.slice(1, 2),
      targets: [],
      accounts: [
        {
          ...INSTAGRAM,
          id: 1,
          name: null,
          figures: [figure({ value: 20 })],
          consistency: {
            posts: 20,
            weeks_with: 4,
            weeks: 4,
            longest_gap_days: 3,
            days_since_last: 1,
          },
        },
      ],
      all,
      formats: [],
      topics: [],
      best: [],
      weakest: [],
      streaks: [],
      events: [],
      service: null,
      notes: [],
      outages: [],
      advice: ADVICE.slice(1, 2),
      posts: [],
      ...more,
    },
    revision: 1,
    revisions: [],
    moved: false,
    months: [],
    may_make: false,
  };
}

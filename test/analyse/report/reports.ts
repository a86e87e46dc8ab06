/** Parts of a report with nothing in them, to be filled with what a case is about. */
import type { AccountName } from "../../../functions/model/account.ts";
import type { Comparison } from "../../../functions/model/figure.ts";
import {
  NO_REPORT_SETTINGS,
  type Report,
  type ReportAccount,
  type ReportEvent,
  type ReportFigure,
  type ReportMeasure,
  type ReportPost,
  type ReportRankedPost,
  type ReportStreak,
} from "../../../functions/model/report.ts";

export const INSTAGRAM: AccountName = { platform: "instagram", handle: "perpus" };
export const FACEBOOK: AccountName = { platform: "facebook", handle: "perpus" };

export const at = (text: string): number => Date.parse(text) / 1000;

const comparison = (over: Partial<Comparison> = {}): Comparison => ({
  before: null,
  difference: null,
  ratio: null,
  meaning: "none",
  ...over,
});

export const figure = (measure: ReportMeasure, over: Partial<ReportFigure> = {}): ReportFigure => ({
  measure,
  value: null,
  absence: null,
  formula: null,
  parts: {},
  before: comparison(),
  year: comparison(),
  ...over,
});

/** A figure with what it was before, and what may be said of that. */
export const moved = (
  measure: ReportMeasure,
  value: number | null,
  before: number | null,
  meaning: Comparison["meaning"] = "sum",
): ReportFigure =>
  figure(measure, {
    value,
    before:
      value === null || before === null
        ? comparison({ before })
        : comparison({
            before,
            difference: value - before,
            ratio: before === 0 ? null : (value - before) / before,
            meaning,
          }),
  });

export const account = (
  figures: ReportFigure[],
  name: AccountName = INSTAGRAM,
  id = name === INSTAGRAM ? 1 : 2,
): ReportAccount => ({
  ...name,
  id,
  name: null,
  figures,
  consistency: {
    posts: 0,
    weeks_with: null,
    weeks: null,
    longest_gap_days: null,
    days_since_last: null,
  },
});

export const post = (over: Partial<ReportPost> = {}): ReportPost => ({
  id: 1,
  account: INSTAGRAM,
  published_at: at("2026-10-05T08:00:00Z"),
  precision: "second",
  published_on: "2026-10-05",
  format: "image",
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
  paid: null,
  removed: false,
  ...over,
});

export const ranked = (over: Partial<ReportRankedPost> = {}): ReportRankedPost => ({
  ...post(over),
  why: { reach_ratio: null, reaction_ratio: null },
  ...over,
});

export const streak = (over: Partial<ReportStreak> = {}): ReportStreak => ({
  id: 1,
  kind: "weak",
  state: "open",
  account: INSTAGRAM,
  started_at: at("2026-10-10T03:00:00Z"),
  ended_at: null,
  posts: 6,
  severity: 0.5,
  false_alarm_every: 400,
  differences: [],
  ...over,
});

export const event = (over: Partial<ReportEvent> = {}): ReportEvent => ({
  id: 1,
  kind: "discussion",
  title: "Malam Puisi",
  starts_at: at("2026-10-20T12:00:00Z"),
  ends_at: null,
  steps_done: [],
  steps_due: [],
  figures: { posts: 0, reach: null, interactions: null, clicks: null },
  by_account: [],
  effect: null,
  visitors: null,
  cost: null,
  ...over,
});

export const report = (over: Partial<Report> = {}): Report => ({
  format: 1,
  month: "2026-10",
  from: "2026-10-01",
  to: "2026-10-31",
  made_at: at("2026-11-01T23:07:00Z"),
  draft: false,
  library: "Perpustakaan Kota Pasuruan",
  time_zone: "Asia/Jakarta",
  settings: NO_REPORT_SETTINGS,
  summary: [],
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
  ...over,
});

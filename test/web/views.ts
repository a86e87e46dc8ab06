/** Every screen as a library might have it. What people typed carries markup, to see that it stays text. */
import type { Comparison, FigureRow } from "../../functions/model/figure.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { RUN_PROBLEMS } from "../../functions/model/run.ts";
import type { ChangeLine } from "../../functions/present/views/calendar.ts";
import type { Choice, Chrome, Language } from "../../functions/present/views/chrome.ts";
import type {
  AccountLine,
  AccountsData,
  Bring,
  ViewerData,
} from "../../functions/present/views/data.ts";
import type { LinkLine, LinkView } from "../../functions/present/views/link.ts";
import type { MessageView } from "../../functions/present/views/message.ts";
import type { NoteLine, NoteView } from "../../functions/present/views/note.ts";
import type { ListedPost } from "../../functions/present/views/posts.ts";
import type { SeriesPanel } from "../../functions/present/views/series.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import type { TargetLine, TargetsView } from "../../functions/present/views/targets.ts";
import type { View } from "../../functions/present/views/view.ts";
import { ROUTES } from "../../functions/routes/description.ts";
import { answerViews } from "./answer-views.ts";
import { calendarViews } from "./calendar-views.ts";
import { eventViews } from "./event-views.ts";
import { handOverViews } from "./hand-over-views.ts";
import { recipientViews } from "./recipient-views.ts";
import { reportViews } from "./report-views.ts";
import { trialViews } from "./trial-views.ts";
import { worksViews } from "./works-views.ts";

const NOW = Date.parse("2026-11-23T05:20:00Z") / 1000;
const MOST = { bytes: 500_000_000, written: 100_000 };
const DAY = 86_400;

/** Names that are the same in every language; the markup in them must never reach the page as markup. */
export const TYPED = {
  library: "Perpustakaan Kota Pasuruan",
  handle: "perpus.pasuruan",
  account: "Perpus <script>alert(1)</script>",
  caption: "Buku baru </script><script>alert(2)</script> pekan ini",
  link: "Dinas <img src=x onerror=alert(3)>",
  file: 'ekspor "><b>.csv',
  reason: "Libur <i>Lebaran</i>",
  span: "Ramadan & <i>sahur</i>",
};

const TOKEN = "Zk3mVx9TqLw2Rb7Yc5Hd8Nf1Ag6Jp4Us0Ke";
const ORIGIN = "https://denyut.example";

const chromeFor = (language: Language): Chrome => ({
  library: TYPED.library,
  language,
  time_zone: "Asia/Jakarta",
  now: NOW,
  demo: true,
  role: "admin",
  last_read_at: NOW - 600,
  origin: ORIGIN,
  path: "/",
});

const choice: Choice = {
  preset: null,
  from: "2026-10-27",
  to: "2026-11-23",
  platforms: ["instagram", "tiktok"],
  offered: ["instagram", "facebook", "tiktok", "x"],
  rate_base: "followers",
  against: "before",
};

const change: Comparison = { before: 0.03, difference: -0.009, ratio: -0.3, meaning: "down" };
const none: Comparison = { before: null, difference: null, ratio: null, meaning: "none" };

const row = (more: Partial<FigureRow>): FigureRow => ({
  platform: "instagram",
  account: 1,
  handle: TYPED.handle,
  value: 0.021,
  brought: false,
  of_choice: false,
  absence: null,
  change,
  spark: [0.03, null, 0.02, 0.021],
  formula: "median_post_rate",
  parts: { posts: 12, too_early: 2, interactions: 310, followers: 1204 },
  read_at: NOW - 600,
  ...more,
});

const absent = (absence: FigureRow["absence"], more: Partial<FigureRow> = {}): FigureRow =>
  row({ platform: "x", account: 4, value: null, absence, change: none, spark: [], ...more });

const streak: StreakLine = {
  id: 7,
  reason: null,
  platform: "instagram",
  account: TYPED.handle,
  kind: "weak",
  state: "open",
  started_on: "2026-11-03",
  ended_on: null,
  posts: 5,
  severity: 0.52,
  false_alarm_every: 341,
  posts_per_week: 3.5,
  format: "image",
  reach_ratio: 0.6,
  reaction_ratio: 0.9,
  differences: [{ what: "hour", now: 9, before: 15 }],
};
const strong: StreakLine = {
  ...streak,
  id: 8,
  kind: "strong",
  state: "recovered",
  ended_on: "2026-11-12",
  severity: 1.8,
  reach_ratio: 1.6,
};

const post: ListedPost = {
  id: 1300,
  platform: "instagram",
  account: TYPED.handle,
  published_at: NOW - 4 * DAY,
  precision: "second",
  format: "short_video",
  topic: "literacy",
  caption: TYPED.caption,
  paid: true,
  removed: true,
  young: false,
  likes: 31,
  comments: 2,
  shares: 4,
  interactions: 37,
  interactions_partial: true,
  engagement_rate: 0.0307,
  reach: 900,
  views: null,
  score: 0.6,
  weak: true,
  against_usual: "below",
};
const youngPost: ListedPost = {
  ...post,
  id: 1301,
  platform: "x",
  precision: "day",
  caption: null,
  format: null,
  topic: null,
  paid: false,
  removed: false,
  young: true,
  interactions: null,
  engagement_rate: null,
  reach: null,
  score: null,
  weak: null,
};
const figures = {
  likes: 31,
  comments: 2,
  shares: 4,
  saves: 5,
  reach: 900,
  views: null,
  clicks: null,
  watch_seconds: 61,
};

const account = (platform: Platform) => ({ platform, handle: TYPED.handle });
const accounts = [account("facebook"), account("x")];

const link: LinkLine = {
  id: 3,
  kind: "view",
  name: TYPED.link,
  url: `${ORIGIN}/v/${TOKEN}`,
  accounts: [{ id: 1, platform: "x", handle: TYPED.handle }],
  created_at: NOW - 9 * DAY,
  expires_at: NOW + 90 * DAY,
  revoked_at: null,
  last_used_on: "2026-11-20",
  with_dashboard: false,
  preview_figures: true,
};

const QR =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h1v1z"/></svg>';

const MESSAGES: MessageView["message"][] = [
  "leave",
  "offline",
  "no_link",
  "login",
  "wrong_token",
  "link_unknown",
  "link_expired",
  "link_revoked",
  "not_found",
  "forbidden",
  "forbidden_to_plan",
  "forbidden_to_view",
  "too_many",
  "invalid",
  "internal",
];

/** By a name that says which state of which screen it is. */
export function viewsIn(language: Language): Record<string, View> {
  const chrome = chromeFor(language);
  const linkView = (more: Partial<LinkLine>): LinkView => ({
    screen: "link",
    chrome,
    link: { ...link, ...more },
    qr: QR,
  });
  const overview = {
    screen: "overview",
    chrome,
    choice,
    to_try: null,
    tasks: [
      { kind: "token", expires_at: NOW + 3 * DAY, accounts: [account("tiktok")] },
      { kind: "weak", streak: { ...streak, id: 9, platform: "facebook" } },
      { kind: "figures", missing: "followers", since: NOW - 40 * DAY, accounts: [account("x")] },
    ],
    dots: {
      platform: "instagram",
      streak_from: 1,
      streak_id: 7,
      posts: [
        { id: 1, published_at: NOW - 9 * DAY, times: 1.1, young: false },
        { id: 2, published_at: NOW - 5 * DAY, times: 0.5, young: false },
        { id: 3, published_at: NOW - DAY, times: null, young: true },
      ],
      low: 0.7,
      high: 1.4,
    },
    blocks: [
      {
        metric: "engagement_rate",
        rows: [
          row({ platform: null, account: null, handle: null }),
          row({}),
          absent("not_enough"),
          absent("no_followers"),
        ],
      },
      {
        metric: "reach",
        rows: [
          row({
            value: 412,
            formula: "mean_daily_reach",
            parts: { days: 28 },
            change: { ...change, before: 380, difference: 32, ratio: 0.08, meaning: "up" },
          }),
          absent("not_available", { formula: "median_post_reach" }),
        ],
      },
      {
        metric: "views",
        rows: [
          row({ value: 18_040, formula: "sum_daily_views", parts: { days: 28 } }),
          row({
            value: 600,
            formula: "sum_daily_views",
            parts: { days: 28 },
            change: { before: 700, difference: -100, ratio: -1 / 7, meaning: "same" },
          }),
          absent("no_data", { formula: "sum_post_views" }),
        ],
      },
      {
        metric: "followers",
        rows: [
          row({
            value: 1204,
            formula: "last_followers",
            parts: { followers_before: 1190 },
            change: { ...change, before: 1190, difference: 14, ratio: 0.012, meaning: "same" },
          }),
        ],
      },
    ],
    targets: targetsOf(TYPED.handle),
    streaks: [streak, strong],
    norms: [
      {
        platform: "instagram",
        handle: TYPED.handle,
        state: "learning",
        judged: 9,
        needed: 15,
      },
      { platform: "facebook", handle: TYPED.handle, state: "weak" },
      { platform: "tiktok", handle: TYPED.handle, state: "watch" },
      { platform: "x", handle: TYPED.handle, state: "too_few" },
    ],
    consistency: [
      {
        platform: "instagram",
        handle: TYPED.handle,
        posts: 12,
        weeks_with: 3,
        weeks: 4,
        longest_gap_days: 6,
        days_since_last: 2,
      },
    ],
  } satisfies Omit<View & { screen: "overview" }, "headline">;
  return {
    "overview, weak": { ...overview, headline: { kind: "weak", streak } },
    "overview, weak, with something to try": {
      ...overview,
      headline: { kind: "weak", streak },
      to_try: { factor: "topic", level: "literacy", ratio: 1.63 },
    },
    "overview, against a year before": {
      ...overview,
      choice: { ...choice, against: "year" },
      headline: {
        kind: "change",
        account: { platform: "instagram", handle: TYPED.handle },
        metric: "reach",
        direction: "up",
        before: 300,
        value: 458,
        ratio: 0.53,
      },
    },
    "overview, recovered": {
      ...overview,
      headline: { kind: "recovered", streak: { ...streak, state: "recovered" } },
    },
    "overview, stopped": {
      ...overview,
      headline: { kind: "stopped", since: NOW - 2 * DAY, accounts, refused: false },
    },
    "overview, stopped by the database": {
      ...overview,
      headline: { kind: "stopped", since: NOW - 2 * DAY, accounts, refused: true },
    },
    "overview, a connection ends": {
      ...overview,
      headline: { kind: "token", expires_at: NOW + 2 * DAY, accounts },
      tasks: [{ kind: "figures", missing: "all", since: null, accounts }],
    },
    "overview, a connection ended": {
      ...overview,
      chrome: { ...chrome, role: "view" },
      headline: { kind: "token", expires_at: NOW - DAY, accounts },
      tasks: [{ kind: "figures", missing: "followers", since: null, accounts }],
    },
    "overview, silent": {
      ...overview,
      headline: {
        kind: "silence",
        account: account("facebook"),
        from: "2026-11-10",
        usual_days: 2,
      },
      tasks: [{ kind: "silence", account: account("x"), from: "2026-11-14", usual_days: 1.5 }],
    },
    "overview, questions": {
      ...overview,
      headline: {
        kind: "questions",
        accounts: [account("instagram"), account("facebook")],
        count: 12,
        oldest: NOW - 9 * DAY,
      },
      tasks: [
        { kind: "questions", accounts: [account("x")], count: 1, oldest: NOW - 2 * DAY },
        { kind: "silence", account: account("x"), from: "2026-11-14", usual_days: 1.5 },
      ],
    },
    "overview, old figures": {
      ...overview,
      headline: { kind: "figures", missing: "all", since: NOW - 40 * DAY, accounts },
      tasks: [{ kind: "stopped", since: NOW - DAY, accounts }],
    },
    "overview, no figures of one": {
      ...overview,
      headline: { kind: "figures", missing: "all", since: null, accounts },
      tasks: [],
    },
    "overview, old followers": {
      ...overview,
      headline: { kind: "figures", missing: "followers", since: NOW - 40 * DAY, accounts },
      tasks: [{ kind: "figures", missing: "all", since: NOW - 9 * DAY, accounts }],
    },
    "overview, followers never": {
      ...overview,
      headline: { kind: "figures", missing: "followers", since: null, accounts },
      tasks: [],
    },
    "overview, changed": {
      ...overview,
      headline: {
        kind: "change",
        metric: "reach",
        account: account("facebook"),
        direction: "up",
        value: 412,
        before: 300,
        ratio: 0.37,
      },
    },
    "overview, changed followers": {
      ...overview,
      headline: {
        kind: "change",
        metric: "followers",
        account: account("facebook"),
        direction: "up",
        value: 2480,
        before: 2300,
        ratio: 0.08,
      },
    },
    "overview, calm": { ...overview, headline: { kind: "calm", best: post } },
    "overview, empty": {
      ...overview,
      headline: { kind: "empty" },
      tasks: [],
      dots: null,
      blocks: [],
      targets: [],
      streaks: [],
      norms: [],
      consistency: [],
    },
    "series, against a year before": {
      ...seriesView(chrome, { ...choice, against: "year" }),
      series: [
        { ...panel, compared: { value: 0.021, change } },
        { ...panel, platform: "x", compared: { value: 0.02, change: none } },
        { ...panel, platform: "facebook", compared: { value: null, change: none } },
      ],
    },
    "series, of two years against a year before": seriesView(chrome, {
      ...choice,
      from: "2024-11-24",
      against: "year",
    }),
    series: seriesView(chrome, choice),
    "series, views": {
      ...seriesView(chrome, choice),
      metric: "views",
      pieces: ["2026-11-16"],
      series: [
        { ...panel, formula: "sum_post_views", dots: [], line: [], posts: null, range: null },
        {
          ...panel,
          account: "perpus.kota",
          formula: "sum_daily_views",
          dots: [],
          line: [],
          posts: null,
          range: null,
          points: [
            { date: "2026-11-02", value: 1200 },
            { date: "2026-11-09", value: 90_000, note: "meaning_changed" },
            { date: "2026-11-16", value: 300 },
          ],
          breaks: ["2026-11-12"],
        },
      ],
    },
    "series, followers": {
      ...seriesView(chrome, choice),
      metric: "followers",
      series: [
        {
          ...panel,
          formula: "last_followers",
          points: [
            { date: "2026-11-02", value: 1204 },
            { date: "2026-11-09", value: 1200 },
            { date: "2026-11-16", value: null },
          ],
          dots: [],
          line: [
            [7, 1204],
            [14, 1200],
          ],
          posts: null,
          range: null,
          gained: -4,
        },
      ],
    },
    "series, nothing to draw": {
      ...seriesView(chrome, choice),
      metric: "reach",
      streaks: [],
      series: [
        { ...nothing, platform: "x", never: true },
        { ...nothing, platform: "tiktok", never: true },
        { ...nothing, platform: "facebook" },
      ],
    },
    "series, crowded": {
      ...seriesView(chrome, choice),
      crowded: true,
      series: [
        {
          ...panel,
          dots: [],
          line: [
            [6, 0.03],
            [13, 0.02],
          ],
        },
      ],
    },
    ...calendarViews(chrome),
    ...answerViews(chrome, choice, { handle: TYPED.handle, caption: TYPED.caption }),
    ...recipientViews(chrome, { name: TYPED.account, link: TYPED.link }),
    ...eventViews(chrome),
    ...worksViews(chrome, { handle: TYPED.handle, post }),
    posts: {
      screen: "posts",
      chrome,
      choice,
      q: "buku <b>",
      sort: "reach",
      format: "image",
      topic: null,
      posts: [post, youngPost],
      total: 52,
      stories: 3,
      next_cursor: "next",
      works: {
        of: { platform: "instagram", handle: TYPED.handle },
        state: "ready",
        posts: 240,
        claim: { factor: "topic", level: "literacy", direction: 1, ratio: 1.62 },
      },
      formats: ["image", "short_video"],
      topics: ["literacy", "events"],
    },
    "posts, none": {
      screen: "posts",
      chrome,
      choice,
      q: "",
      sort: "newest",
      format: "posts",
      topic: null,
      posts: [],
      total: 0,
      stories: 2,
      next_cursor: null,
      works: null,
      formats: [],
      topics: [],
    },
    post: {
      screen: "post",
      chrome,
      back: "/posts?platform=instagram",
      post: {
        ...post,
        ...figures,
        external_id: "17860000000000001",
        excused: null,
        url: "https://www.instagram.com/p/abc/",
        read_at: NOW - 600,
        followers_at_publish: 1204,
        followers_estimated: true,
        removed_at: NOW - DAY,
        hidden: true,
        engagement_rate_by_reach: 0.041,
        engagement_rate_by_views: null,
        corrected: ["format", "topic", "paid"],
      },
      streak,
      source: "typed",
      curve: {
        points: [
          { read_at: NOW - 3 * DAY, interactions: 20 },
          { read_at: NOW - DAY, interactions: 37 },
        ],
        whole: false,
      },
      readings: [
        { read_at: NOW - DAY, import: "typed", interactions: 37, ...figures, likes: 1 },
        { read_at: NOW - 3 * DAY, import: null, interactions: 20, ...figures },
      ],
      earlier: null,
      older: "2026-11-20T05:30:00Z",
    },
    "streak, weak": streakView(chrome, streak),
    "streak, strong and over": {
      ...streakView(chrome, strong),
      reason: TYPED.reason,
      revised: true,
      told: { at: NOW - 5 * DAY, posts: 5, severity: 1.7, false_alarm_every: 390 },
    },
    ...dataViews(chrome),
    "link, view": linkView({}),
    "link, export": linkView({
      kind: "export",
      url: `${ORIGIN}/export/v1/${TOKEN}/`,
      with_dashboard: true,
    }),
    "link, push": linkView({ kind: "push", url: `${ORIGIN}/api/snapshots#${TOKEN}` }),
    "link, revoked": linkView({ revoked_at: NOW - DAY }),
    "link, expired": linkView({ expires_at: NOW - DAY, last_used_on: null }),
    "link, hidden": { ...linkView({ url: null, expires_at: null }), qr: null },
    ...Object.fromEntries(
      MESSAGES.map((message) => [
        `message, ${message}`,
        {
          screen: "message",
          chrome: { ...chrome, role: null },
          message,
          problems:
            message === "invalid"
              ? [{ path: "from", code: "not_a_day", message: "<b>no</b>" }]
              : [],
        } satisfies View,
      ]),
    ),
    export: {
      screen: "export",
      chrome: { ...chrome, role: null },
      base: `${ORIGIN}/export/v1/${TOKEN}/`,
      dashboard: `/v/${TOKEN}`,
    },
    api: { screen: "api", chrome, origin: ORIGIN, routes: ROUTES },
    "guide, facebook": { screen: "guide", chrome, platform: "facebook" },
    "guide, instagram": { screen: "guide", chrome, platform: "instagram" },
    "guide, x": { screen: "guide", chrome, platform: "x" },
    "guide, tiktok": { screen: "guide", chrome, platform: "tiktok" },
    choose: {
      screen: "choose",
      chrome,
      platform: "facebook",
      state: TOKEN,
      accounts: [
        {
          platform: "facebook",
          external_id: "1055",
          handle: TYPED.handle,
          name: TYPED.account,
        },
        { platform: "instagram", external_id: "1784", handle: TYPED.handle, name: null },
      ],
    },
    "choose, nothing": { screen: "choose", chrome, platform: "x", state: TOKEN, accounts: [] },
    method: { screen: "method", chrome },
    ...noteViews(chrome),
    ...targetViews(chrome),
    ...trialViews(chrome),
    ...handOverViews(chrome, { library: TYPED.library, token: TOKEN }),
    ...reportViews(chrome),
  };
}

/** A target for each thing that may be said of one. */
function targetsOf(handle: string): TargetLine[] {
  const account = { id: 1, platform: "instagram", handle } as const;
  const followers = {
    year: 2026,
    version: 1,
    account: null,
    metric: "followers",
    value: 3000,
  } as const;
  const standing = {
    metric: "followers",
    now: 2480,
    needed_a_month: 1.021,
    low: 1750.4,
    high: 2900,
    word: "open",
  } as const;
  const rate = {
    year: 2026,
    version: 1,
    account,
    metric: "engagement_rate",
    value: 0.025,
  } as const;
  const posts = {
    year: 2026,
    version: 1,
    account: null,
    metric: "posts_per_month",
    value: 12,
  } as const;
  const lines: Omit<TargetLine, "id">[] = [
    { ...followers, standing },
    {
      ...followers,
      account,
      standing: { ...standing, now: 3100, needed_a_month: 0.9, word: "on_course" },
    },
    { ...followers, standing: { ...standing, word: "out_of_reach" } },
    { ...followers, standing: { ...standing, low: null, high: null, word: null } },
    { ...followers, standing: { ...standing, now: null, needed_a_month: null, word: null } },
    { ...followers, year: 2019, standing: null },
    { ...rate, standing: { metric: "engagement_rate", posts: 40, now: 0.021, word: "open" } },
    { ...rate, standing: { metric: "engagement_rate", posts: 40, now: 0.04, word: "above" } },
    { ...rate, standing: { metric: "engagement_rate", posts: 40, now: 0.01, word: "below" } },
    { ...rate, standing: { metric: "engagement_rate", posts: 1, now: 0.01, word: null } },
    { ...rate, standing: { metric: "engagement_rate", posts: 0, now: null, word: null } },
    { ...posts, standing: { metric: "posts_per_month", months: 10, kept: 7, mean: 11.4 } },
    { ...posts, standing: { metric: "posts_per_month", months: 0, kept: 0, mean: null } },
  ];
  return lines.map((line, index) => ({ ...line, id: index + 1 }));
}

function targetViews(chrome: Chrome): Record<string, TargetsView> {
  const view: TargetsView = {
    screen: "targets",
    chrome,
    accounts: [{ id: 1, platform: "instagram", handle: TYPED.handle }],
    targets: targetsOf(TYPED.handle),
    typed: { year: "2026", account: "", metric: "followers", value: "" },
    faults: [],
  };
  return {
    targets: view,
    "targets, none and refused": {
      ...view,
      targets: [],
      typed: { year: "1926", account: "", metric: "engagement_rate", value: "250" },
      faults: [
        { path: "year", code: "not_one_of", message: "" },
        { path: "value", code: "not_a_rate", message: "" },
        { path: "metric", code: "target_taken", message: "" },
      ],
    },
  };
}

/** A note of all accounts, as its reader and whoever fills its form see it. */
function noteViews(chrome: Chrome): Record<string, NoteView> {
  const note: NoteLine = {
    id: 3,
    from_on: "2026-02-18",
    to_on: "2026-03-19",
    text: TYPED.span,
    accounts: null,
    left_out: true,
    version: 2,
  };
  const accounts = [
    { id: 1, platform: "instagram", handle: TYPED.handle },
    { id: 2, platform: "facebook", handle: TYPED.handle },
  ] as const;
  const typed = { ...note, accounts: [] };
  const made: ChangeLine = {
    id: 9,
    at: NOW - DAY,
    who: TYPED.link,
    admin: false,
    made: true,
    removed: false,
    fields: [],
  };
  const changed = {
    ...made,
    id: 10,
    admin: true,
    made: false,
    fields: [
      { field: "accounts", before: [1, 2], after: null },
      { field: "left_out", before: false, after: true },
      { field: "from_on", before: "2026-02-17", after: "2026-02-18" },
    ],
  };
  const whole: NoteView = {
    screen: "note",
    chrome,
    accounts: [...accounts],
    may_plan: true,
    note,
    typed,
    faults: [],
    stands: null,
    changes: [changed, made],
  };
  return {
    note: whole,
    "note, to a viewer": { ...whole, may_plan: false, chrome: { ...chrome, role: "view" } },
    "note, new and refused": {
      ...whole,
      note: null,
      typed: { ...typed, text: "", version: null },
      faults: [
        { path: "text", code: "too_short", message: "" },
        { path: "from_on", code: "backwards", message: "" },
      ],
      changes: [],
    },
    "note, changed meanwhile": { ...whole, stands: { ...note, accounts: [accounts[0]] } },
  };
}

const panel: SeriesPanel = {
  platform: "instagram",
  account: TYPED.handle,
  points: [
    { date: "2026-11-02", value: 0.03 },
    { date: "2026-11-09", value: null },
    { date: "2026-11-16", value: 0.02 },
  ],
  formula: "median_post_rate",
  dots: [
    [1, 0.03],
    [8, 0.02],
    [9, 0.9],
  ],
  line: [],
  posts: [1, 0, 2],
  range: { low: 0.01, high: 0.03 },
  breaks: [],
  gained: null,
  compared: null,
  never: false,
};

const nothing: SeriesPanel = {
  ...panel,
  points: panel.points.map(({ date }) => ({ date, value: null })),
  formula: "median_post_reach",
  dots: [],
  posts: [0, 0, 0],
  range: null,
};

const seriesView = (chrome: Chrome, choice: Choice): View & { screen: "series" } => ({
  screen: "series",
  chrome,
  choice,
  metric: "engagement_rate",
  grain: "week",
  series: [panel],
  crowded: false,
  pieces: [],
  streaks: [
    {
      id: 7,
      kind: "weak",
      platform: "instagram",
      account: TYPED.handle,
      from: "2026-11-03",
      to: null,
    },
    {
      id: 8,
      kind: "strong",
      platform: "instagram",
      account: TYPED.handle,
      from: "2026-11-01",
      to: "2026-11-02",
    },
  ],
  notes: [
    {
      id: 1,
      from_on: "2026-11-03",
      to_on: "2026-11-04",
      text: TYPED.span,
      accounts: null,
      left_out: true,
      version: 1,
    },
    {
      id: 2,
      from_on: "2026-11-05",
      to_on: "2026-11-05",
      text: TYPED.span,
      accounts: [{ id: 9, platform: "x", handle: TYPED.handle }],
      left_out: false,
      version: 1,
    },
  ],
});

function streakView(chrome: Chrome, line: StreakLine): View & { screen: "streak" } {
  return {
    screen: "streak",
    chrome,
    streak: line,
    threshold: 4,
    to_try: null,
    posts: [
      {
        id: 1,
        published_at: NOW - 30 * DAY,
        format: "image",
        topic: "events",
        caption: TYPED.caption,
        interactions: 40,
        times: 1.1,
        sum: 0,
        in_streak: false,
      },
      {
        id: 2,
        published_at: NOW - 9 * DAY,
        format: null,
        topic: null,
        caption: null,
        interactions: null,
        times: null,
        sum: null,
        in_streak: false,
      },
      {
        id: 3,
        published_at: NOW - 5 * DAY,
        format: "video",
        topic: "events",
        caption: TYPED.caption,
        interactions: 12,
        times: 0.4,
        sum: 4.2,
        in_streak: true,
      },
    ],
    low: 0.7,
    high: 1.4,
    formats: [
      { format: "image", times: 1.2, posts: 22 },
      { format: "short_video", times: 0.8, posts: 14 },
    ],
    differences: [
      { what: "format", now: "image", share: 0.8, before: 0.4 },
      { what: "topic", now: "institutional", share: 0.6, before: 0.2 },
      { what: "hour", now: 21, before: 10 },
      { what: "gap_days", now: 4.5, before: 2 },
    ],
    told: null,
    revised: false,
    reason: null,
  };
}

function dataViews(chrome: Chrome): Record<string, View> {
  const accounts: AccountLine[] = [
    {
      id: 1,
      platform: "instagram",
      handle: TYPED.handle,
      name: TYPED.account,
      url: "https://www.instagram.com/perpus.pasuruan/",
      external_id: "17841400000000000",
      followers: 1204,
      followers_at: NOW - 600,
      last_read_at: NOW - 600,
      posts: 180,
      first_post_on: "2024-02-29",
      first_day_on: "2024-02-01",
    },
    {
      id: 2,
      platform: "x",
      handle: TYPED.handle,
      name: null,
      url: "https://x.com/perpus.pasuruan",
      external_id: null,
      followers: null,
      followers_at: null,
      last_read_at: null,
      posts: 0,
      first_post_on: null,
      first_day_on: null,
    },
  ];
  const bring: Bring = { chrome, accounts, connectable: ["facebook", "x"] };
  const scarce = { bytes: 420_000_000, written: 81_204, most: MOST, scarce: true };
  const settings = {
    name: TYPED.library,
    language: "id",
    time_zone: "Asia/Jakarta",
    x_ceiling_usd: 5,
  } as const;
  const data: AccountsData = {
    screen: "data",
    part: "accounts",
    chrome,
    accounts,
    notices: {
      rebuilding: true,
      going: [{ id: 9, name: TYPED.handle, left: 1204 }],
      room: scarce,
    },
    bring: null,
    collection: [
      {
        account: 1,
        state: "dead",
        last_success_at: NOW - DAY,
        next_due_at: NOW + 600,
        throttled_until: NOW + 300,
        token_expires_at: NOW + 9 * DAY,
        token_expires_soon: true,
        unavailable: [{ what: "reels/shares", reason: "not_supported" }],
        problem: { code: "token_dead", detail: null },
      },
    ],
    runs: [
      {
        id: 1,
        started_at: NOW - 900,
        seconds: 3,
        calls: 12,
        readings: 44,
        problems: Object.keys(RUN_PROBLEMS).map((code) => ({
          code,
          detail: null,
          account: TYPED.handle,
          platform: "instagram",
        })),
      },
      { id: 2, started_at: NOW - 1800, seconds: null, calls: 0, readings: 0, problems: [] },
    ],
    x_spend: { month: "2026-11", usd: 5.01, ceiling_usd: 5, paused: true },
    left_out: [
      {
        id: 1,
        from_on: "2026-02-18",
        to_on: "2026-03-19",
        text: TYPED.span,
        accounts: null,
        left_out: true,
        version: 1,
      },
    ],
    typed: [
      {
        import: 3,
        account: 1,
        created_at: NOW - DAY,
        read_at: NOW - DAY,
        followers: 1204,
        post: null,
      },
      { import: 4, account: 1, created_at: NOW, read_at: NOW, followers: null, post: 12 },
    ],
  };
  const viewer: ViewerData = {
    screen: "data",
    part: "viewer",
    chrome: { ...chrome, role: "view" },
    choice,
    accounts,
    files: null,
  };
  return {
    data,
    "data, empty": {
      ...data,
      accounts: [],
      notices: { rebuilding: false, going: [], room: { ...scarce, scarce: false } },
      collection: [],
      runs: [],
      x_spend: null,
      typed: [],
      left_out: [],
      bring: { ...bring, accounts: [] },
    },
    "data, bring": {
      screen: "data",
      part: "bring",
      ...bring,
      imports: [
        {
          id: 1,
          kind: "instagram_posts",
          name: TYPED.file,
          created_at: NOW - DAY,
          read_at: NOW - DAY,
          rows: 120,
          skipped: 3,
          posts_added: 80,
          readings_added: 117,
          undone_at: null,
          undoing: false,
          account: 1,
          metric: null,
          followers: null,
          post: null,
        },
        {
          id: 2,
          kind: "typed",
          name: null,
          created_at: NOW - DAY,
          read_at: null,
          rows: 1,
          skipped: 0,
          posts_added: 0,
          readings_added: 1,
          undone_at: NOW,
          undoing: false,
          account: 1,
          metric: null,
          followers: 1204,
          post: null,
        },
        {
          id: 1,
          kind: "x_content",
          name: "x.csv",
          created_at: NOW - 2 * DAY,
          read_at: null,
          rows: 240,
          skipped: 0,
          posts_added: 240,
          readings_added: 240,
          undone_at: NOW,
          undoing: true,
          account: null,
          metric: null,
          followers: null,
          post: null,
        },
      ],
    },
    "data, links": {
      screen: "data",
      part: "links",
      chrome,
      accounts,
      links: [
        link,
        { ...link, id: 4, kind: "push", revoked_at: NOW },
        { ...link, id: 5, kind: "export", expires_at: NOW - 1, last_used_on: null },
      ],
    },
    "data, settings": { screen: "data", part: "settings", chrome, settings, room: scarce },
    "data, to a viewer": viewer,
    "data, to the holder of an export link": { ...viewer, files: `/export/v1/${TOKEN}/` },
    "data, empty, to a viewer": {
      ...viewer,
      chrome: { ...chrome, role: "view", last_read_at: null },
      accounts: [],
    },
  };
}

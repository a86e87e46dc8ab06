/** Trials as a library might have them: each state, each verdict, and the form of a new one. */
import type { TrialResult } from "../../functions/model/trial.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type {
  LotLine,
  NewTrialView,
  TrialLine,
  TrialView,
} from "../../functions/present/views/trial.ts";

const ACCOUNT = { id: 1, platform: "instagram", handle: "perpus.pasuruan" } as const;
const OTHER = { id: 2, platform: "facebook", handle: "perpus.pasuruan" } as const;
export const TYPED_TRIAL = {
  title: "Uji <img src=x onerror=alert(7)>",
  why: "Libur & <b>banjir</b>",
};
const at = (text: string) => Date.parse(text) / 1000;

export const RESULT: TrialResult = {
  method: 1,
  verdict: "differs",
  drawn: { a: 16, b: 16 },
  published: { a: 16, b: 15 },
  kept: { a: 15, b: 14 },
  compared: { a: 16, b: 15 },
  size: { ratio: 1.87, low: 1.21, high: 2.93 },
  chance: 0.0084,
  seen_from: 2.06,
  posts: { a: [41], b: [42] },
};

const running: TrialLine = {
  id: 4,
  account: ACCOUNT,
  kind: "hours",
  a: "09:00",
  b: "19:00",
  at: null,
  weekdays: [1, 3],
  starts_on: "2026-11-09",
  ends_on: "2027-01-03",
  says_on: "2027-01-06",
  weeks: 8,
  week: 3,
  power: { of_ten: 6, noise: 0.81, posts: 60 },
  progress: { drawn: 32, over: 9, published: 8, kept: 7 },
  state: "running",
  broken_on: null,
  why: null,
  result: null,
  judged_at: null,
  created_at: at("2026-11-02T03:00:00Z"),
  created_by: "Rina <i>",
  version: 1,
};
const ended: TrialLine = {
  ...running,
  id: 3,
  state: "ended",
  week: 9,
  progress: null,
  result: RESULT,
  judged_at: at("2026-11-21T03:00:00Z"),
  version: 2,
};

export const trialLine = (state: "running" | "ended"): TrialLine =>
  state === "running" ? running : ended;

const post = { id: 41, at: at("2026-11-09T02:10:00Z"), day_only: false };
const plan = { id: 3, title: TYPED_TRIAL.title, dropped: false, off_lot: false };
const lot = (drawn_on: string, more: Partial<LotLine>): LotLine => ({
  side: "a",
  drawn_on,
  holiday: null,
  beside: null,
  plan: { ...plan, on: drawn_on },
  post: null,
  ...more,
});
const LOTS: LotLine[] = [
  lot("2026-11-09", { post: { ...post, kept: true, interactions: null } }),
  lot("2026-11-11", { side: "b", post: { ...post, id: 42, kept: false, interactions: null } }),
  lot("2026-11-16", { side: "b" }),
  lot("2026-11-18", { plan: null }),
  lot("2026-11-23", { plan: { ...plan, on: "2026-11-24", dropped: true } }),
  lot("2026-11-25", { side: "b", plan: { ...plan, on: "2026-11-26", off_lot: true } }),
  lot("2026-11-30", { holiday: { name_id: "Hari Raya <b>", name_en: "Feast <b>" } }),
  lot("2026-12-02", { beside: { id: 9, title: TYPED_TRIAL.title } }),
];

const page = (chrome: Chrome, trial: TrialLine, more: Partial<TrialView> = {}): TrialView => ({
  screen: "trial",
  chrome,
  accounts: [ACCOUNT, OTHER],
  may_plan: true,
  trial,
  lots: LOTS,
  may_remove: false,
  changed: null,
  faults: [],
  changes: [
    {
      id: 12,
      at: at("2026-11-22T03:00:00Z"),
      who: "Rina <i>",
      admin: false,
      made: false,
      removed: false,
      fields: [
        { field: "broken_on", before: null, after: "2026-11-22" },
        { field: "why", before: null, after: TYPED_TRIAL.why },
      ],
    },
    {
      id: 11,
      at: at("2026-11-02T03:00:00Z"),
      who: "",
      admin: true,
      made: true,
      removed: false,
      fields: [],
    },
  ],
  ...more,
});
const said = (result: Partial<TrialResult>, line: Partial<TrialLine> = {}): TrialLine => ({
  ...ended,
  ...line,
  result: { ...RESULT, ...result },
});
const NOT_KEPT = { verdict: "not_kept", size: null, chance: null, seen_from: null } as const;

const form = (chrome: Chrome, more: Partial<NewTrialView> = {}): NewTrialView => ({
  screen: "new_trial",
  chrome,
  accounts: [ACCOUNT, OTHER],
  account: ACCOUNT,
  kind: "hours",
  powers: [0, 3, 6, 10].map((of_ten, index) => ({
    a_week: 2 + index,
    power: { of_ten, noise: 0.8, posts: 60 },
  })),
  too_few: false,
  formats: ["image", "carousel", "short_video"],
  mondays: ["2026-11-30", "2026-12-07"],
  running: null,
  typed: {
    a: "09:00",
    b: "",
    at: "",
    weekdays: [1, 3],
    starts_on: "2026-12-07",
    title: TYPED_TRIAL.title,
  },
  faults: [],
  ...more,
});

export const trialViews = (chrome: Chrome): Record<string, TrialView | NewTrialView> => ({
  trial: page(chrome, running),
  "trial, just begun": page(
    chrome,
    {
      ...running,
      week: 0,
      starts_on: "2026-11-30",
      progress: { drawn: 32, over: 0, published: 0, kept: 0 },
    },
    { may_remove: true, changed: { change: 12, what: "started" } },
  ),
  "trial, waiting for figures": page(chrome, {
    ...running,
    week: 9,
    power: { of_ten: 0, noise: 0.8, posts: 0 },
  }),
  "trial, they differ": page(chrome, ended, {
    lots: LOTS.map((one) => ({ ...one, post: one.post && { ...one.post, interactions: 48 } })),
  }),
  "trial, the first is better": page(
    chrome,
    said(
      { size: { ratio: 0.5, low: null, high: 0.8 }, chance: 0.0004 },
      { kind: "formats", a: "image", b: "short_video" },
    ),
  ),
  "trial, not shown": page(
    chrome,
    said({ verdict: "not_shown", size: { ratio: 1.2, low: 0.7, high: 1.9 }, chance: 0.4 }),
  ),
  "trial, open": page(
    chrome,
    said({ verdict: "not_shown", size: { ratio: 1.2, low: null, high: null }, chance: 1 }),
  ),
  "trial, as many": page(
    chrome,
    said({ verdict: "not_shown", size: { ratio: 1, low: 0.8, high: 1.2 }, chance: 0.9 }),
  ),
  "trial, more by no number": page(
    chrome,
    said({ size: { ratio: 1.001, low: 1.001, high: 3.6 }, chance: 0.01 }),
  ),
  "trial, not kept": page(chrome, said({ ...NOT_KEPT, kept: { a: 9, b: 14 } })),
  "trial, cannot tell": page(chrome, said({ ...NOT_KEPT, verdict: "cannot_tell" })),
  "trial, broken off": page(
    chrome,
    { ...running, state: "broken", broken_on: "2026-11-22", why: TYPED_TRIAL.why, progress: null },
    { changed: { change: 12, what: "broken" } },
  ),
  "trial, somebody was faster": page(chrome, running, {
    faults: [{ path: "version", code: "stale_version", message: "" }],
  }),
  "trial, has begun": page(chrome, running, {
    faults: [{ path: "state", code: "trial_begun", message: "" }],
  }),
  "trial, to a viewer": page({ ...chrome, role: "view" }, running, { may_plan: false }),
  "trial, new": form(chrome, { powers: form(chrome).powers }),
  "trial, new, of formats": form(chrome, {
    kind: "formats",
    powers: [{ a_week: 2, power: { of_ten: 3, noise: 0.8, posts: 0 } }],
  }),
  "trial, new, of few reactions": form(chrome, { too_few: true }),
  "trial, new, refused": form(chrome, {
    faults: [
      { path: "b", code: "too_near", message: "" },
      { path: "weekdays", code: "too_few_weekdays", message: "" },
    ],
  }),
  "trial, new, one runs": form(chrome, { running: 4 }),
  "trial, new, of which account": form(chrome, { account: null }),
  "trial, new, no account": form(chrome, { account: null, accounts: [] }),
});

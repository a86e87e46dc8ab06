/** The calendar and a plan as a library might have them, with each thing that may stand there once. */
import type { AlmanacView } from "../../functions/present/views/almanac.ts";
import type {
  CalendarView,
  PlanLine,
  PlannedAccount,
  PlanView,
} from "../../functions/present/views/calendar.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { TopicsView } from "../../functions/present/views/topics.ts";
import type { View } from "../../functions/present/views/view.ts";
import { trialLine } from "./trial-views.ts";

export const TYPED_PLAN = {
  title: "Kuis <img src=x onerror=alert(4)>",
  note: "Foto dulu & <b>tebal</b>",
  person: "Rina <i>",
  caption: "Tur <b>ruang</b> langka </script>",
  hashtag: "bedahlaut",
};

const INSTAGRAM: PlannedAccount = { id: 1, platform: "instagram", handle: "perpus.pasuruan" };
const FACEBOOK: PlannedAccount = { id: 2, platform: "facebook", handle: "perpus.pasuruan" };
const accounts = [INSTAGRAM, FACEBOOK];

const plan: PlanLine = {
  id: 3,
  series: 3,
  trial: null,
  version: 2,
  on: "2026-11-24",
  at: "09:30",
  accounts: [1, 2],
  format: "image",
  topic: "literacy",
  title: TYPED_PLAN.title,
  note: TYPED_PLAN.note,
  person: TYPED_PLAN.person,
  event: null,
  state: "planned",
  seen: "part",
  in: [
    { ...INSTAGRAM, post: 41, by_person: false },
    { ...FACEBOOK, post: null, by_person: true },
  ],
};
const late: PlanLine = { ...plan, id: 4, on: "2026-11-20", seen: "late" };
const idea: PlanLine = { ...plan, id: 5, state: "idea", seen: "open", at: null, person: null };
const dropped: PlanLine = { ...idea, id: 6, state: "dropped" };
const published: PlanLine = { ...plan, id: 7, seen: "published" };
const drawn: PlanLine = { ...plan, id: 8, trial: 4, seen: "open" };

const ALMANAC = {
  key: "idulfitri-2027",
  from_on: "2026-11-26",
  to_on: "2026-11-27",
  name_id: "Idulfitri",
  name_en: "Idulfitri",
  kind: "public",
  certainty: "computed",
  source: "-",
  may_move: true,
} as const;

const post = {
  id: 42,
  account: FACEBOOK,
  on: "2026-11-24",
  at: Date.parse("2026-11-24T03:00:00Z") / 1000,
  day_only: false,
  caption: TYPED_PLAN.caption,
  topic: "literacy",
  plan: null,
} as const;

const note = { from_on: "2026-11-20", to_on: "2026-11-24", text: TYPED_PLAN.note, version: 1 };

const calendar = (chrome: Chrome): CalendarView => ({
  screen: "calendar",
  chrome,
  headline: { kind: "late", plans: 1 },
  accounts,
  may_plan: true,
  today: "2026-11-23",
  from: "2026-11-23",
  to: "2026-11-27",
  month: null,
  late: [late],
  days: [
    {
      day: "2026-11-23",
      events: [
        {
          id: 5,
          kind: "discussion",
          title: TYPED_PLAN.title,
          place: TYPED_PLAN.person,
          starts_at: Date.parse("2026-11-23T06:00:00Z") / 1000,
          from: "2026-11-23",
          to: "2026-11-24",
        },
      ],
      plans: [idea, dropped, published, drawn],
      posts: [],
      almanac: [],
      empty: null,
    },
    {
      day: "2026-11-24",
      events: [],
      plans: [plan],
      posts: [post, { ...post, id: 43, day_only: true, caption: null }],
      almanac: [],
      empty: null,
    },
    {
      day: "2026-11-25",
      events: [],
      plans: [],
      posts: [],
      almanac: [],
      empty: {
        from: "2026-11-25",
        to: "2026-11-27",
        days: 3,
        slots: [
          { on: "2026-11-25", at: "09:00", basis: "claimed", claimed_of: INSTAGRAM },
          { on: "2026-11-26", at: "15:00", basis: "habit", claimed_of: null },
        ],
        prompt: ALMANAC,
      },
    },
    { day: "2026-11-26", events: [], plans: [], posts: [], almanac: [ALMANAC], empty: null },
    { day: "2026-11-27", events: [], plans: [], posts: [], almanac: [], empty: null },
  ],
  trials: [trialLine("running"), trialLine("ended")],
  recent_trials: [4],
  notes: [
    { ...note, id: 1, accounts: null, left_out: true },
    { ...note, id: 2, accounts: [FACEBOOK], left_out: false },
  ],
  ahead: [
    { kind: "silent", account: FACEBOOK, from: "2026-11-01", usual_days: 2.4 },
    {
      kind: "will_be_silent",
      account: INSTAGRAM,
      last: "2026-11-24",
      unusual_on: "2026-12-14",
      planned: true,
      next: null,
    },
    {
      kind: "thin_week",
      account: INSTAGRAM,
      monday: "2026-11-30",
      planned: 0,
      needed: 2,
      basis: "habit",
    },
    {
      kind: "thin_week",
      account: FACEBOOK,
      monday: "2026-11-30",
      planned: 1,
      needed: 3,
      basis: "target",
    },
  ],
  topics: [
    {
      account: INSTAGRAM,
      topic: "services",
      last: "2026-09-01",
      posts_since: 31,
      usual_every_posts: 9.5,
      flagged: true,
    },
    {
      account: INSTAGRAM,
      topic: "literacy",
      last: "2026-11-20",
      posts_since: 1,
      usual_every_posts: null,
      flagged: false,
    },
  ],
  evergreen: [
    {
      id: 9,
      account: INSTAGRAM,
      published_on: "2026-02-03",
      caption: TYPED_PLAN.caption,
      score: 2.1,
    },
  ],
  changed: {
    change: 12,
    thing: "plan",
    title: TYPED_PLAN.title,
    what: "moved",
    made_as: null,
    on: "2026-11-24",
    plans: null,
  },
});

const typed = {
  on: "2026-11-24",
  at: "09:30",
  accounts: [1],
  format: "image",
  topic: "literacy",
  title: TYPED_PLAN.title,
  note: TYPED_PLAN.note,
  person: TYPED_PLAN.person,
  event: "",
  state: "planned",
  version: 2,
  every_weeks: "",
  until: "",
};

const planPage = (chrome: Chrome): PlanView => ({
  screen: "plan",
  trial: null,
  chrome,
  accounts,
  events: [{ id: 5, title: TYPED_PLAN.title, on: "2026-11-30" }],
  may_plan: true,
  plan,
  typed,
  faults: [],
  stands: null,
  candidates: [{ ...post, account_id: 2 }],
  changes: [
    {
      id: 12,
      at: Date.parse("2026-11-22T03:00:00Z") / 1000,
      who: TYPED_PLAN.person,
      admin: false,
      made: false,
      removed: false,
      fields: [
        { field: "on_day", before: "2026-11-23", after: "2026-11-24" },
        { field: "accounts", before: [1], after: [1, 2] },
        { field: "format", before: null, after: "image" },
        { field: "topic", before: "services", after: "literacy" },
        { field: "state", before: "idea", after: "planned" },
        { field: "said", before: [], after: [{ account: 2, post: null }] },
        { field: "note", before: "", after: TYPED_PLAN.note },
      ],
    },
    {
      id: 11,
      at: Date.parse("2026-11-21T03:00:00Z") / 1000,
      who: "",
      admin: true,
      made: true,
      removed: false,
      fields: [],
    },
  ],
});

const almanac = (chrome: Chrome): AlmanacView => ({
  screen: "almanac",
  chrome,
  may_plan: true,
  year: 2027,
  this_year: 2026,
  decree_missing: true,
  days: [
    { ...ALMANAC, id: null },
    { ...ALMANAC, key: "nyepi-2027", id: 2, may_move: false, certainty: "decree" },
    { ...ALMANAC, key: null, id: 3, kind: "own", from_on: "2027-05-02", to_on: "2027-05-02" },
  ],
  removed: [{ id: 4, name_id: "Idulfitri", name_en: "Idulfitri", from_on: "2027-03-10" }],
  faults: [],
});

const topics = (chrome: Chrome): TopicsView => ({
  screen: "topics",
  chrome,
  may_plan: true,
  topics: [
    { topic: "literacy", words: [TYPED_PLAN.title], shipped: false },
    { topic: "events", words: [TYPED_PLAN.person], shipped: true },
  ],
  due: true,
  corrected: 12,
  agreed: 9,
  faults: [{ path: "words[0]", code: "too_long", message: "" }],
});

export const calendarViews = (chrome: Chrome): Record<string, View> => ({
  calendar: calendar(chrome),
  "calendar, a viewer's month": {
    ...calendar({ ...chrome, role: "view" }),
    may_plan: false,
    month: "2026-11",
    late: [],
    changed: null,
    headline: { kind: "calm", plans: 4, until: "2026-12-27" },
  },
  "calendar, empty": {
    ...calendar(chrome),
    accounts: [],
    late: [],
    days: [],
    ahead: [],
    topics: [],
    evergreen: [],
    changed: null,
    headline: { kind: "no_accounts" },
  },
  "calendar, a file": {
    ...calendar(chrome),
    headline: { kind: "nothing_planned", until: "2026-12-27" },
    brought: { added: 1, changed: 2, unchanged: 3 },
  },
  "calendar, a file refused": {
    ...calendar(chrome),
    headline: calendar(chrome).ahead[1] as CalendarView["headline"],
    brought: { faults: [{ path: "row 2 on", code: "not_a_day", message: "" }] },
  },
  changes: {
    screen: "changes",
    chrome,
    changes: (["made", "changed", "removed"] as const).map((done, index) => ({
      id: 9 - index,
      at: Date.parse("2026-11-22T03:00:00Z") / 1000,
      who: TYPED_PLAN.person,
      admin: index === 1,
      what: (["plan", "topic_rule", "almanac"] as const)[index] ?? "plan",
      subject: 3,
      name: index === 2 ? null : TYPED_PLAN.title,
      done,
    })),
    next: 7,
  },
  "changes, none": { screen: "changes", chrome, changes: [], next: null },
  topics: topics(chrome),
  "topics, to a viewer": { ...topics({ ...chrome, role: "view" }), may_plan: false, corrected: 0 },
  almanac: almanac(chrome),
  "almanac, refused": {
    ...almanac(chrome),
    faults: [{ path: "to_on", code: "before_first", message: "" }],
  },
  "almanac, to a viewer": { ...almanac({ ...chrome, role: "view" }), may_plan: false },
  plan: planPage(chrome),
  "plan, new": { ...planPage(chrome), plan: null, candidates: [], changes: [] },
  "plan, refused": {
    ...planPage(chrome),
    faults: [{ path: "at", code: "not_an_hour", message: "" }],
  },
  "plan, somebody was faster": { ...planPage(chrome), stands: plan },
  "plan, of a trial": {
    ...planPage(chrome),
    trial: {
      id: 4,
      kind: "hours",
      a: "09:00",
      b: "19:00",
      state: "running",
      side: "b",
      off_lot: false,
    },
  },
  "plan, of a trial, changed from its lot": {
    ...planPage(chrome),
    trial: {
      id: 4,
      kind: "formats",
      a: "image",
      b: "video",
      state: "ended",
      side: "a",
      off_lot: true,
    },
  },
  "plan, to a viewer": { ...planPage({ ...chrome, role: "view" }), may_plan: false },
});

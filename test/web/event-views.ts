/** Events and short links as a library might have them, with each thing that may stand there once. */
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { EventsView, EventView, ShortLinkView } from "../../functions/present/views/event.ts";
import type { View } from "../../functions/present/views/view.ts";
import { TYPED_PLAN } from "./calendar-views.ts";

const NOW = Date.parse("2026-11-23T05:20:00Z") / 1000;
const INSTAGRAM = { id: 1, platform: "instagram", handle: "perpus.pasuruan" } as const;

const link = {
  id: 2,
  slug: "bedah-laut",
  target: "https://example.org/daftar",
  name: TYPED_PLAN.title,
  url: "https://denyut.example/e/bedah-laut",
  clicks: 12,
  refused: true,
  sources: [
    { source: "wa", clicks: 8 },
    { source: "direct", clicks: 4 },
  ],
};

const event = (chrome: Chrome): EventView => ({
  screen: "event",
  chrome,
  may_plan: true,
  may_change: true,
  accounts: [INSTAGRAM],
  today: "2026-11-23",
  event: {
    id: 5,
    version: 3,
    kind: "discussion",
    title: TYPED_PLAN.title,
    starts_at: NOW - 20 * 86_400,
    ends_at: NOW - 20 * 86_400 + 7200,
    place: TYPED_PLAN.person,
    hashtags: [TYPED_PLAN.hashtag],
    url: "https://example.org/daftar",
    note: TYPED_PLAN.note,
    visitors: 85,
    cost: 850_000,
  },
  days: { from: "2026-11-03", to: "2026-11-03" },
  typed: {
    kind: "discussion",
    title: TYPED_PLAN.title,
    starts_at: "2026-11-03T12:20",
    ends_at: "2026-11-03T14:20",
    place: TYPED_PLAN.person,
    hashtags: `#${TYPED_PLAN.hashtag}`,
    url: "https://example.org/daftar",
    note: TYPED_PLAN.note,
    visitors: "85",
    cost: "850000",
    version: 3,
  },
  faults: [{ path: "starts_at", code: "no_time_zone", message: "" }],
  stale: false,
  steps: [
    { step: "two_weeks", from: "2026-10-13", to: "2026-10-24", state: "done", on: "2026-10-20" },
    { step: "a_week", from: "2026-10-25", to: "2026-10-30", state: "missed", on: null },
    { step: "a_day", from: "2026-10-31", to: "2026-11-02", state: "planned", on: "2026-11-01" },
    { step: "the_day", from: "2026-11-03", to: "2026-11-03", state: "due", on: null },
    { step: "thanks", from: "2026-11-04", to: "2026-11-10", state: "due", on: null },
  ],
  posts: [
    {
      id: 41,
      account: INSTAGRAM,
      on: "2026-10-20",
      format: "image",
      caption: TYPED_PLAN.caption,
      interactions: 1,
      reach: 900,
      views: null,
      by_person: true,
    },
    {
      id: 42,
      account: INSTAGRAM,
      on: "2026-11-03",
      format: "live",
      caption: null,
      interactions: null,
      reach: null,
      views: 140,
      by_person: false,
    },
  ],
  figures: { posts: 2, reach: 900, interactions: 1, clicks: 12 },
  effect: {
    at: NOW,
    result: { posts: 4, against: "topic", others: 31, ratio: 1.4, word: "above" },
  },
  judged_from: "2026-11-17",
  visitor_cost: { cost: 850_000, visitors: 85, per_visitor: 10_000 },
  plans: [],
  links: [link],
  candidates: [
    {
      id: 43,
      account: INSTAGRAM,
      on: "2026-11-04",
      at: NOW,
      day_only: false,
      caption: TYPED_PLAN.caption,
      topic: null,
      plan: null,
    },
  ],
  changes: [
    {
      id: 9,
      at: NOW,
      who: TYPED_PLAN.person,
      admin: false,
      made: false,
      removed: false,
      fields: [
        { field: "starts_at", before: NOW, after: NOW + 60 },
        { field: "kind", before: "other", after: "discussion" },
        { field: "hashtags", before: [], after: [TYPED_PLAN.hashtag] },
        { field: "said", before: [], after: [{ post: 41, linked: false }] },
      ],
    },
  ],
  changed: {
    thing: "event",
    change: 9,
    title: TYPED_PLAN.title,
    what: "changed",
    made_as: null,
    on: null,
    plans: null,
  },
});

const line = {
  id: 5,
  kind: "live",
  title: TYPED_PLAN.title,
  place: null,
  visitors: 85,
  posts: 2,
  reach: 900,
  interactions: 1,
  clicks: null,
  from: "2026-11-30",
  to: "2026-12-02",
  starts_at: NOW,
  done: 2,
  steps: 5,
} as const;

const list = (chrome: Chrome): EventsView => ({
  screen: "events",
  chrome,
  may_change: true,
  coming: [line],
  past: [{ ...line, id: 6, visitors: null, to: "2026-11-30" }],
  older: NOW,
  attendance: { events: 12, rho: 0.6, low: 0.2, high: 0.8, word: "together" },
  links: [link],
  changed: {
    thing: "event",
    change: 9,
    title: TYPED_PLAN.title,
    what: "removed",
    made_as: null,
    on: null,
    plans: null,
  },
});

const shortLink = (chrome: Chrome): ShortLinkView => ({
  screen: "short_link",
  chrome,
  may_plan: true,
  link,
  event: 5,
  typed: { slug: link.slug, target: link.target, name: link.name },
  faults: [],
  codes: [{ source: "poster", url: `${link.url}/poster`, qr: "<svg></svg>", clicks: 1 }],
});

export function eventViews(chrome: Chrome): Record<string, View> {
  const whole = event(chrome);
  const { event: standing } = whole;
  return {
    event: whole,
    "event, to a viewer, not judged": {
      ...event({ ...chrome, role: "view" }),
      may_plan: false,
      may_change: false,
      effect: null,
      faults: [],
      changed: null,
    },
    "event, to whoever plans for some accounts": { ...whole, may_change: false, changed: null },
    "event, of too few posts": { ...whole, effect: { at: NOW, result: null } },
    "event, of several days, changed meanwhile": {
      ...whole,
      event: standing && { ...standing, visitors: null, cost: null, ends_at: null },
      days: { from: "2026-11-03", to: "2026-11-05" },
      visitor_cost: null,
      faults: [],
      stale: true,
      posts: [],
      links: [],
    },
    "event, new": { ...whole, event: null, days: null, steps: [], changes: [], changed: null },
    events: list(chrome),
    "events, none": {
      ...list(chrome),
      coming: [],
      past: [],
      older: null,
      links: [],
      attendance: { events: 0, rho: null, low: null, high: null, word: null },
      changed: null,
    },
    "events, nothing goes together": {
      ...list(chrome),
      attendance: { events: 9, rho: 0.1, low: -0.4, high: 0.5, word: "open" },
    },
    "short link": shortLink(chrome),
    "short link, refused": {
      ...shortLink(chrome),
      link: null,
      codes: [],
      faults: [{ path: "slug", code: "slug_taken", message: "" }],
    },
  };
}

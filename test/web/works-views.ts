/** What works, as a library might have it: with claims, calmly without, and before anything can be said. */
import type { Claim } from "../../functions/model/claim.ts";
import { HOUR_BANDS } from "../../functions/model/hour-band.ts";
import type { LevelSeen } from "../../functions/model/look.ts";
import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { ListedPost } from "../../functions/present/views/posts.ts";
import type { View } from "../../functions/present/views/view.ts";
import type {
  TargetMixView,
  WorksPostsView,
  WorksView,
} from "../../functions/present/views/works.ts";

const claim: Claim = {
  factor: "topic",
  level: "literacy",
  direction: 1,
  ratio: 1.62,
  low: 1.21,
  high: 2.14,
  posts: 34,
  chance: 0.0067,
  entangled_with: null,
};

const level = (factor: LevelSeen["factor"], name: string, more: Partial<LevelSeen>): LevelSeen => ({
  factor,
  level: name,
  posts: 34,
  size: { ratio: 1.3, low: 0.9, high: 1.8 },
  state: "asked",
  entangled_with: null,
  seen_from: 2,
  ...more,
});

const LEVELS: LevelSeen[] = [
  level("format", "image", { state: "mirror" }),
  level("format", "live", { posts: 6, size: null, state: "few" }),
  level("topic", "literacy", { size: { ratio: 9, low: 0.1, high: 40 } }),
  level("hours", "18-21", {
    size: null,
    state: "entangled",
    entangled_with: { factor: "format", level: "short_video", share: 0.82 },
  }),
  level("hours", "21-24", { size: null, state: "entangled" }),
  level("length", "short", {}),
  level("hashtags", "4-10", {}),
  level("hashtag", "bukubaru", {}),
  level("question", "yes", {}),
  level("rhythm", "more posts that week", { size: { ratio: 0.7, low: 0.5, high: 0.9 } }),
];

const works = (chrome: Chrome, handle: string): WorksView => ({
  screen: "works",
  chrome,
  accounts: [
    { platform: "instagram", handle, claims: 5 },
    { platform: "x", handle, claims: 0 },
  ],
  together: true,
  of: { platform: "instagram", handle },
  look: {
    month: "2026-11",
    state: "ready",
    posts: 240,
    newest_each: null,
    posts_for_double: 34,
    claims: [
      claim,
      {
        ...claim,
        factor: "format",
        level: "short_video",
        direction: -1,
        ratio: 0.6,
        low: 0.4,
        high: 0.8,
        chance: 0.05,
        entangled_with: { factor: "hours", level: "18-21", share: 0.82 },
      },
      { ...claim, factor: "rhythm", level: "more posts that week", posts: 240 },
      { ...claim, factor: "weekday", level: "7" },
      { ...claim, factor: "hashtag", level: "bukubaru" },
    ],
    gone: [{ factor: "weekday", level: "1", direction: 1, since: "2026-09" }],
    levels: LEVELS,
  },
  enough_by: null,
  hours: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    HOUR_BANDS.map((hours, index) => ({
      weekday,
      hours,
      posts: index === 0 ? 0 : weekday + index,
      ratio: weekday + index < 5 || index === 0 ? null : 0.6 + (weekday * index) / 30,
    })),
  ),
  mix: {
    by: "topic",
    since: "2026-09-01",
    posts: 30,
    months: [
      { month: "2026-11", posts: 12 },
      { month: "2026-10", posts: 18 },
      { month: "2026-09", posts: 0 },
    ],
    rows: [
      { level: "events", posts: 9, wished: 0.25, months: [4, 5, 0] },
      { level: "literacy", posts: 0, wished: 0.1, months: [0, 0, 0] },
      { level: null, posts: 21, wished: null, months: [8, 13, 0] },
    ],
  },
  trials: [],
  may_plan: true,
  may_wish: true,
});

const worksPosts = (chrome: Chrome, handle: string, post: ListedPost): WorksPostsView => ({
  screen: "works_posts",
  chrome,
  of: { platform: "instagram", handle },
  accounts: [{ platform: "instagram", handle }],
  factor: "topic",
  level: "literacy",
  month: "2026-11",
  total: 83,
  posts: [post],
});

const targetMix = (chrome: Chrome): TargetMixView => ({
  screen: "target_mix",
  chrome,
  by: "topic",
  typed: { events: "25", literacy: "<b>" },
  faults: [
    { path: "literacy", code: "not_a_share", message: "" },
    { path: "shares", code: "over_a_hundred", message: "" },
  ],
  saved: false,
});

export function worksViews(
  chrome: Chrome,
  { handle, post }: { handle: string; post: ListedPost },
): Record<string, View> {
  const all = works(chrome, handle);
  const { look } = all;
  if (!look) throw new Error("somebody looked");
  const counted = all.hours.map((cell) => ({ ...cell, ratio: null }));
  const young = { ...look, claims: [], gone: [], levels: [] };
  return {
    works: all,
    "works, nothing differs": {
      ...all,
      of: null,
      look: { ...look, newest_each: 250, claims: [], gone: [] },
      mix: {
        ...all.mix,
        by: "format",
        rows: [{ level: "image", posts: 30, wished: null, months: [12, 18, 0] }],
      },
      may_plan: false,
      may_wish: false,
    },
    "works, few posts": {
      ...all,
      look: { ...look, claims: [], gone: [], posts_for_double: null },
    },
    "works, learning": {
      ...all,
      look: { ...young, state: "learning", posts: 20 },
      enough_by: "2027-02",
      hours: counted,
    },
    "works, too few interactions": {
      ...all,
      look: { ...young, state: "too_few" },
      hours: counted,
    },
    "works, not looked at": { ...all, look: null, hours: counted },
    "works, no account": {
      ...all,
      accounts: [],
      together: false,
      of: null,
      look: null,
      hours: counted.map((cell) => ({ ...cell, posts: 0 })),
      mix: { ...all.mix, posts: 0, rows: [] },
    },
    "works, posts": worksPosts(chrome, handle, post),
    "works, posts that went": { ...worksPosts(chrome, handle, post), of: null, posts: [] },
    "target mix": targetMix(chrome),
    "target mix, by format": { ...targetMix(chrome), by: "format", typed: {}, faults: [] },
  };
}

/** A report for whoever may see some of its accounts: attacked with whatever the others could show through. */
import { describe, expect, test } from "vitest";
import { reportFor } from "../../../functions/analyse/report/report-for.ts";
import type { AccountName } from "../../../functions/model/account.ts";
import type { Claim } from "../../../functions/model/claim.ts";
import type {
  Report,
  ReportAdvice,
  ReportAnswers,
  ReportSentence,
  ReportWorks,
} from "../../../functions/model/report.ts";
import { USUAL_WORKING_HOURS } from "../../../functions/model/working-hours.ts";
import {
  account,
  event,
  FACEBOOK,
  figure,
  INSTAGRAM,
  moved,
  ranked,
  report,
  streak,
} from "./reports.ts";

/** What is of the other account holds this, as a text or as a number. */
const SECRET = "rahasia";
const NUMBER = 987_654;
const OTHER: AccountName = { platform: "x", handle: SECRET };

const theirs = (over = {}) =>
  ranked({
    id: NUMBER,
    account: OTHER,
    caption: SECRET,
    topic: "literacy",
    format: "poll",
    interactions: NUMBER,
    reach: NUMBER,
    score: 9,
    ...over,
  });
const THEIR_STREAK = streak({ id: NUMBER, account: OTHER, false_alarm_every: NUMBER });
const SENTENCES: ReportSentence[] = [
  { rule: "posted", posts: NUMBER, before: NUMBER, accounts: 2, interactions: NUMBER },
  { rule: "silent_month", accounts: [OTHER] },
  {
    rule: "changed",
    account: OTHER,
    measure: "views",
    direction: "up",
    value: NUMBER,
    before: 1,
    ratio: NUMBER,
  },
  { rule: "followers", start: NUMBER, end: NUMBER, change: NUMBER },
  { rule: "weak", streak: THEIR_STREAK },
  { rule: "recovered", streak: THEIR_STREAK },
  { rule: "best_post", post: theirs() },
];
const THEIR_CLAIM: Claim = {
  factor: "hashtag",
  level: SECRET,
  direction: 1,
  ratio: 1.6,
  low: 1.2,
  high: 2.1,
  posts: NUMBER,
  chance: 0.01,
  entangled_with: null,
};
const theirWorks = (of: AccountName | null): ReportWorks => ({
  account: of,
  month: "2026-11",
  state: "ready",
  posts: NUMBER,
  claims: [THEIR_CLAIM],
});
const ADVICE: ReportAdvice[] = [
  { rule: "collector", accounts: [OTHER] },
  { rule: "weak", streak: THEIR_STREAK },
  { rule: "silence", account: OTHER, from: "2026-10-02" },
  { rule: "target", metric: "followers", account: OTHER, needed_a_month: NUMBER },
  { rule: "target", metric: "followers", account: null, needed_a_month: NUMBER },
  { rule: "few_plans", planned: NUMBER, usual: NUMBER },
  { rule: "figures", accounts: [OTHER] },
  { rule: "works", account: OTHER, claim: THEIR_CLAIM },
  { rule: "works", account: null, claim: THEIR_CLAIM },
  { rule: "repeat", post: theirs() },
  { rule: "answers", account: OTHER, questions: NUMBER },
];
const STANDING = {
  metric: "followers",
  now: NUMBER,
  needed_a_month: null,
  low: null,
  high: null,
  word: null,
} as const;
const target = (of: AccountName | null) => ({
  account: of,
  metric: "followers" as const,
  value: NUMBER,
  standing: STANDING,
  actual: NUMBER,
  reached: 1,
});

const answers = (over: Partial<ReportAnswers>): ReportAnswers => ({
  comments: 0,
  questions: 0,
  within_day: { part: 0, of: 0, low: null, high: null },
  median: null,
  unanswered: 0,
  unwatched: 0,
  waiting: 0,
  ...over,
});

/** Everything that a report can hold of the other account. */
const FULL = report({
  summary: SENTENCES,
  advice: ADVICE,
  works: [theirWorks(OTHER), theirWorks(null)],
  targets: [target(OTHER), target(null)],
  accounts: [
    account([moved("posts", 2, 2), figure("followers", { value: 10 })], INSTAGRAM, 1),
    account([moved("posts", NUMBER, NUMBER), moved("views", NUMBER, 100, "up")], OTHER, 9),
  ],
  all: [figure("posts", { value: NUMBER }), figure("followers", { value: NUMBER })],
  formats: [{ level: "poll", posts: NUMBER, interactions: NUMBER }],
  topics: [{ level: "literacy", posts: NUMBER, interactions: NUMBER }],
  best: [theirs()],
  weakest: [theirs({ score: 0.1 })],
  streaks: [THEIR_STREAK],
  trials: [
    {
      account: OTHER,
      kind: "hours",
      a: "09:00",
      b: "19:00",
      starts_on: "2026-08-24",
      weeks: 8,
      power: { of_ten: 6, noise: NUMBER, posts: NUMBER },
      result: {
        method: 1,
        verdict: "alike",
        drawn: { a: NUMBER, b: NUMBER },
        published: { a: NUMBER, b: NUMBER },
        kept: { a: NUMBER, b: NUMBER },
        compared: { a: NUMBER, b: NUMBER },
        size: null,
        chance: 1,
        seen_from: NUMBER,
        posts: { a: [NUMBER], b: [NUMBER] },
      },
    },
  ],
  events: [
    event({
      figures: { posts: NUMBER, reach: NUMBER, interactions: NUMBER, clicks: 3 },
      by_account: [
        { account: OTHER, posts: NUMBER, reach: NUMBER, interactions: NUMBER },
        { account: INSTAGRAM, posts: 1, reach: 50, interactions: 4 },
      ],
      effect: { ratio: NUMBER, word: "above", posts: NUMBER },
      visitors: 40,
    }),
  ],
  service: {
    working_hours: USUAL_WORKING_HOURS,
    accounts: [
      { account: OTHER, ...answers({ comments: NUMBER }) },
      { account: INSTAGRAM, ...answers({ comments: 7 }) },
    ],
    without: [OTHER],
    all: answers({ comments: NUMBER }),
  },
  notes: [
    {
      from_on: "2026-10-02",
      to_on: "2026-10-02",
      text: SECRET,
      accounts: [OTHER],
      left_out: false,
    },
    {
      from_on: "2026-10-03",
      to_on: "2026-10-03",
      text: "Bersama",
      accounts: [OTHER, INSTAGRAM],
      left_out: false,
    },
    { from_on: "2026-10-04", to_on: "2026-10-04", text: "Semua", accounts: null, left_out: false },
  ],
  outages: [{ account: OTHER, from: "2026-10-02", to: "2026-10-02" }],
  posts: [
    theirs(),
    ranked({ id: 5, interactions: 6, score: 1.1, topic: "services" }),
    ranked({ id: 6, interactions: 2, score: 0.5, topic: "services" }),
  ],
});

const shown = (over: Partial<Report> = {}, allowed: readonly number[] = [1]) =>
  reportFor({ ...FULL, ...over }, allowed);

test("whoever may see all is shown what was signed", () =>
  expect(reportFor(FULL, null)).toBe(FULL));

test("nothing of another account is anywhere in it, neither its name nor a figure", () => {
  const text = JSON.stringify(shown());
  expect(text).not.toContain(SECRET);
  expect(text).not.toContain(String(NUMBER));
});

test("nor where the same handle is another platform's", () => {
  const twin: AccountName = { platform: "facebook", handle: INSTAGRAM.handle };
  const posts = FULL.posts.map((one) => (one.account === OTHER ? { ...one, account: twin } : one));
  const accounts = FULL.accounts.map((one) => (one.id === 9 ? { ...one, ...twin } : one));
  expect(shown({ posts, accounts }).posts.map(({ id }) => id)).toEqual([5, 6]);
});

test.each([
  ["a link to none of them", []],
  ["a link to an account that came later", [77]],
])("%s opens nothing but what is the library's", (_, allowed) => {
  const { summary, accounts, posts, events, notes, advice } = shown({}, allowed);
  expect(summary).toEqual([{ rule: "no_figures" }]);
  expect([accounts, posts, advice]).toEqual([[], [], []]);
  expect(events[0]?.figures).toEqual({ posts: 0, reach: null, interactions: null, clicks: 3 });
  expect(notes.map(({ text }) => text)).toEqual(["Semua"]);
});

test("a link that names every account is told of the parts, and of no whole that it was not given", () => {
  const { all, targets, posts, events } = shown({}, [1, 9]);
  expect([all, targets.length, posts.length]).toEqual([[], 1, 3]);
  expect(events[0]?.effect).toEqual(FULL.events[0]?.effect);
});

describe("of the own account stands", () => {
  test("the summary anew, by the same rules", () =>
    expect(shown().summary).toEqual([
      { rule: "posted", posts: 2, before: 2, accounts: 1, interactions: null },
      { rule: "events", events: 1, visitors: 40 },
    ]));

  test("its posts ranked anew, and its formats and topics", () => {
    const { best, weakest, formats, topics } = shown();
    expect(best.map(({ id, why }) => [id, why])).toEqual([
      [5, { reach_ratio: null, reaction_ratio: null }],
    ]);
    expect(weakest.map(({ id }) => id)).toEqual([6]);
    expect(formats).toEqual([{ level: "image", posts: 2, interactions: 4 }]);
    expect(topics).toEqual([{ level: "services", posts: 2, interactions: 4 }]);
  });

  test("why, where it was told", () => {
    const why = { reach_ratio: 2, reaction_ratio: 1 };
    const own = FULL.posts[1];
    if (!own) throw new Error("the case has three posts");
    expect(shown({ best: [theirs(), { ...own, why }] }).best[0]?.why).toEqual(why);
  });

  test("the event, with its visitors and clicks; of its posts' figures the own ones, and no judgement of all", () =>
    expect(shown().events).toEqual([
      event({
        figures: { posts: 1, reach: 50, interactions: 4, clicks: 3 },
        by_account: [{ account: INSTAGRAM, posts: 1, reach: 50, interactions: 4 }],
        visitors: 40,
      }),
    ]));

  test("notes of it and of all, without the others' names", () =>
    expect(shown().notes.map(({ text, accounts }) => [text, accounts])).toEqual([
      ["Bersama", [INSTAGRAM]],
      ["Semua", null],
    ]));

  test("how its own comments were answered, and nothing of all together", () =>
    expect(shown().service).toEqual({
      working_hours: USUAL_WORKING_HOURS,
      accounts: [{ account: INSTAGRAM, ...answers({ comments: 7 }) }],
      without: [],
      all: null,
    }));

  test("of no account of one's own that is read nothing is told", () =>
    expect(
      shown({
        service: {
          working_hours: USUAL_WORKING_HOURS,
          accounts: [{ account: OTHER, ...answers({}) }],
          without: [INSTAGRAM],
          all: null,
        },
      }).service,
    ).toBeNull());

  test("its own target, streak, outage and advice", () => {
    const own = streak();
    const advice: ReportAdvice[] = [
      { rule: "collector", accounts: [OTHER, INSTAGRAM] },
      { rule: "weak", streak: own },
      { rule: "unpromoted", event_id: 1, title: "Malam Puisi", done: 0, due: 4 },
    ];
    const outage = { account: INSTAGRAM, from: "2026-10-02", to: "2026-10-03" };
    const found = shown({
      targets: [target(INSTAGRAM)],
      streaks: [own, THEIR_STREAK],
      outages: [outage],
      advice,
    });
    expect(found.targets).toEqual([target(INSTAGRAM)]);
    expect(found.streaks).toEqual([own]);
    expect(found.outages).toEqual([outage]);
    expect(found.advice).toEqual([
      { rule: "collector", accounts: [INSTAGRAM] },
      ...advice.slice(1),
    ]);
  });

  test.each<[string, ReportAdvice]>([
    [
      "an event's step",
      { rule: "event", event_id: 1, title: "Lokakarya", step: "a_week", to: "2026-11-03" },
    ],
    ["its silence", { rule: "silence", account: INSTAGRAM, from: "2026-10-02" }],
    ["its own questions", { rule: "answers", account: INSTAGRAM, questions: 2 }],
    ["its own best post", { rule: "repeat", post: ranked() }],
    ["its old figures", { rule: "figures", accounts: [INSTAGRAM] }],
  ])("%s is told", (_, advice) => expect(shown({ advice: [advice] }).advice).toEqual([advice]));

  test("of an appendix that was cut there are no levels of a part, and how many it lacks is said", () => {
    const cut = shown({ posts_left_out: 4 });
    expect([cut.formats, cut.topics, cut.posts_left_out]).toEqual([[], [], 4]);
  });

  test("facebook's account is another's too, whatever the order", () =>
    expect(JSON.stringify(shown({ streaks: [streak({ account: FACEBOOK })] }))).not.toContain(
      "facebook",
    ));
});

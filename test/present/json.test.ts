/** Between the screens and the API only names and instants differ. */
import { describe, expect, test } from "vitest";
import { dayOf } from "../../functions/model/day.ts";
import type { SeenRun } from "../../functions/model/run.ts";
import type { KnownStreak } from "../../functions/model/streak.ts";
import {
  toAccountJson,
  toImportJson,
  toLinkJson,
  toOverviewJson,
  toPostJson,
  toReadingJson,
  toRunJson,
  toStreakJson,
  toWholePostJson,
} from "../../functions/present/json.ts";
import { toPostLine } from "../../functions/present/post-line.ts";
import type { Headline, OverviewView } from "../../functions/present/views/overview.ts";
import type { PostView } from "../../functions/present/views/post.ts";
import { post } from "../analyse/months.ts";

const ISO = "2026-11-23T05:00:00Z";
const AT = Date.parse(ISO) / 1000;

const LINE = toPostLine(post({ id: 3, published_at: AT, published_precision: "day" }), {
  platform: "x",
  account: "perpus",
  caption: "Kuis",
  engagement_rate: 0.02,
});
const { precision: _precision, ...SAID } = LINE;
const LINE_JSON = { ...SAID, published_at: ISO, published_precision: "day" };

test("a post", () => expect(toPostJson(LINE)).toEqual(LINE_JSON));

test("a whole post", () => {
  const whole = { ...LINE, read_at: AT, removed_at: null } as unknown as PostView["post"];
  expect(toWholePostJson(whole)).toEqual({ ...LINE_JSON, read_at: ISO, removed_at: null });
});

test("a reading", () => {
  const reading = { read_at: AT, import: null, likes: 3 } as PostView["readings"][number];
  expect(toReadingJson(reading)).toEqual({ read_at: ISO, import: null, likes: 3 });
});

test("an account, a link and an import, with the instants that there are", () => {
  type Line<Of extends (line: never) => unknown> = Parameters<Of>[0];
  const account = { id: 1, followers_at: AT, last_read_at: null } as Line<typeof toAccountJson>;
  expect(toAccountJson(account)).toEqual({ id: 1, followers_at: ISO, last_read_at: null });
  const link = { id: 2, created_at: AT, expires_at: 0, revoked_at: null } as Line<
    typeof toLinkJson
  >;
  expect(toLinkJson(link)).toEqual({
    id: 2,
    created_at: ISO,
    expires_at: "1970-01-01T00:00:00Z",
    revoked_at: null,
  });
  const file = { id: 3, created_at: AT, read_at: null, undone_at: AT } as Line<typeof toImportJson>;
  expect(toImportJson(file)).toEqual({ id: 3, created_at: ISO, read_at: null, undone_at: ISO });
});

test("a run says what went wrong in words, and nothing of accounts that are not seen", () => {
  const run = {
    id: 4,
    started_at: AT,
    finished_at: null,
    problems: [
      { account_id: 1, code: "throttled", detail: null },
      { account_id: 2, code: "throttled", detail: null },
      { account_id: null, code: "throttled", detail: "x" },
    ],
  } as unknown as SeenRun;
  const message = "the platform asks for a pause; the account waits until then";
  expect(toRunJson(run, [{ id: 1 }])).toEqual({
    id: 4,
    started_at: ISO,
    finished_at: null,
    problems: [
      { account_id: 1, code: "throttled", detail: null, message },
      { account_id: null, code: "throttled", detail: "x", message },
    ],
  });
});

test("a streak has its instants beside its days, and what was told of it in numbers", () => {
  const known = {
    id: 5,
    kind: "weak",
    state: "recovered",
    started_at: AT,
    ended_at: AT + 3600,
    closed_at: null,
    posts: 4,
    severity: 0.5,
    false_alarm_every: 400,
    posts_per_week: null,
    format: null,
    reach_ratio: null,
    reaction_ratio: null,
    peak: 4.5,
    reason: "Ramadan",
    revised: true,
    evidence: {},
    told: {
      at: AT,
      opened: 1,
      posts: [[1, 0.5, 4]],
      severity: 0.4,
      peak: 4,
      false_alarm_every: 340,
    },
  } as unknown as KnownStreak;
  const account = { platform: "x", handle: "perpus" } as const;
  expect(toStreakJson(known, account, (at) => dayOf(at, "Asia/Jakarta"))).toEqual({
    id: 5,
    platform: "x",
    account: "perpus",
    kind: "weak",
    state: "recovered",
    reason: "Ramadan",
    started_on: "2026-11-23",
    ended_on: "2026-11-23",
    posts: 4,
    severity: 0.5,
    false_alarm_every: 400,
    posts_per_week: null,
    format: null,
    reach_ratio: null,
    reaction_ratio: null,
    differences: [],
    started_at: ISO,
    ended_at: "2026-11-23T06:00:00Z",
    closed_at: null,
    peak: 4.5,
    revised: true,
    told: { at: ISO, posts: 1, severity: 0.4, false_alarm_every: 340 },
  });
});

describe("the Overview", () => {
  const json = (headline: Headline) =>
    toOverviewJson({
      screen: "overview",
      chrome: {} as OverviewView["chrome"],
      choice: {} as OverviewView["choice"],
      headline,
      to_try: null,
      tasks: [{ kind: "token", expires_at: AT, accounts: [{ platform: "x", handle: "perpus" }] }],
      dots: {
        platform: "x",
        streak_from: null,
        streak_id: null,
        posts: [{ id: 1, published_at: AT, times: 1, young: false }],
        low: 0.5,
        high: 1.5,
      },
      targets: [
        {
          id: 2,
          year: 2026,
          metric: "followers",
          value: 30,
          version: 1,
          standing: null,
          account: { id: 7, platform: "x", handle: "perpus" },
        },
      ],
      blocks: [
        {
          metric: "reach",
          rows: [{ platform: "x", account: 1, handle: "perpus", value: 4, read_at: AT }],
        },
      ] as unknown as OverviewView["blocks"],
      streaks: [],
      norms: [{ platform: "x", handle: "perpus", state: "normal" }],
      consistency: [{ platform: "x", handle: "perpus" }] as OverviewView["consistency"],
    });

  test("names accounts by their handles, and leaves out what makes the page", () => {
    expect(json({ kind: "empty" })).toEqual({
      to_try: null,
      choice: {},
      targets: [
        {
          id: 2,
          year: 2026,
          metric: "followers",
          value: 30,
          version: 1,
          standing: null,
          account: 7,
        },
      ],
      headline: { kind: "empty" },
      tasks: [{ kind: "token", expires_at: ISO, accounts: [{ platform: "x", account: "perpus" }] }],
      dots: {
        platform: "x",
        streak_from: null,
        streak_id: null,
        posts: [{ id: 1, published_at: ISO, times: 1, young: false }],
        low: 0.5,
        high: 1.5,
      },
      blocks: [
        {
          metric: "reach",
          rows: [{ platform: "x", account: "perpus", value: 4, read_at: ISO }],
        },
      ],
      streaks: [],
      norms: [{ platform: "x", account: "perpus", state: "normal" }],
      consistency: [{ platform: "x", account: "perpus" }],
    });
  });

  test.each<[Headline, object]>([
    [
      {
        kind: "stopped",
        since: AT,
        accounts: [{ platform: "x", handle: "perpus" }],
        refused: true,
      },
      {
        kind: "stopped",
        since: ISO,
        accounts: [{ platform: "x", account: "perpus" }],
        refused: true,
      },
    ],
    [
      {
        kind: "silence",
        account: { platform: "x", handle: "perpus" },
        from: "2026-11-01",
        usual_days: 2,
      },
      {
        kind: "silence",
        platform: "x",
        account: "perpus",
        from: "2026-11-01",
        usual_days: 2,
      },
    ],
    [
      { kind: "figures", since: null, missing: "all", accounts: [] },
      { kind: "figures", since: null, missing: "all", accounts: [] },
    ],
    [
      { kind: "calm", best: LINE },
      { kind: "calm", best: LINE_JSON },
    ],
    [
      { kind: "calm", best: null },
      { kind: "calm", best: null },
    ],
  ])("says %o", (headline, said) => expect(json(headline).headline).toEqual(said));
});

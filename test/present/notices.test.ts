import { describe, expect, test } from "vitest";
import type { OpenNotice } from "../../functions/model/notice.ts";
import { noticeLines, seenNotices, toNoticeJson } from "../../functions/present/notices.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";

const ACCOUNTS = [
  { id: 1, platform: "facebook" as const, handle: "satu" },
  { id: 2, platform: "x" as const, handle: "dua" },
];
const [FACEBOOK, X] = ACCOUNTS.map(({ platform, handle }) => ({ platform, handle }));
const streak = (id: number, false_alarm_every: number) => ({ id, false_alarm_every }) as StreakLine;

const stopped = (account_id: number, since: number): OpenNotice => ({
  kind: "stopped",
  account_id,
  since,
  opened_at: 7,
});
const token = (account_id: number, expires_at: number): OpenNotice => ({
  kind: "token",
  account_id,
  expires_at,
  opened_at: null,
});
const figures = (
  account_id: number,
  missing: "all" | "followers",
  since: number | null,
): OpenNotice => ({ kind: "figures", account_id, missing, since, opened_at: 7 });
const silence = (account_id: number, by_chance_every_weeks: number): OpenNotice => ({
  kind: "silence",
  account_id,
  from: "2026-11-01",
  usual_days: 2,
  by_chance_every_weeks,
  opened_at: 7,
});
const weak = (streak_id: number): OpenNotice => ({
  kind: "weak",
  account_id: 1,
  streak_id,
  opened_at: 7,
});

const seen = (notices: OpenNotice[], streaks: StreakLine[] = []) =>
  seenNotices(notices, ACCOUNTS, streaks);

describe("the order in which they are told", () => {
  test.each<[string, OpenNotice[], OpenNotice[]]>([
    [
      "by kind",
      [figures(1, "all", 1), weak(4), token(1, 9), stopped(2, 5)],
      [stopped(2, 5), token(1, 9), weak(4), figures(1, "all", 1)],
    ],
    [
      "the longest standstill first",
      [stopped(1, 9), stopped(2, 5)],
      [stopped(2, 5), stopped(1, 9)],
    ],
    ["the rarest silence", [silence(1, 60), silence(2, 90)], [silence(2, 90), silence(1, 60)]],
    ["the token that dies first", [token(1, 9), token(2, 5)], [token(2, 5), token(1, 9)]],
    ["the streak that chance makes most rarely", [weak(4), weak(5)], [weak(5), weak(4)]],
    [
      "what was never known first",
      [figures(1, "all", 3), figures(2, "all", null)],
      [figures(2, "all", null), figures(1, "all", 3)],
    ],
    [
      "of two alike the older account",
      [stopped(2, 5), stopped(1, 5)],
      [stopped(1, 5), stopped(2, 5)],
    ],
  ])("%s", (_, given, ordered) =>
    expect(seen(given, [streak(4, 100), streak(5, 900)]).map(({ notice }) => notice)).toEqual(
      ordered,
    ),
  );

  test.each<[string, OpenNotice]>([
    ["an account that is not seen", stopped(3, 5)],
    ["a streak that is not", weak(6)],
  ])("%s is not told", (_, notice) => expect(seen([notice], [streak(4, 1)])).toEqual([]));
});

describe("in lines", () => {
  test("one look at several accounts is one, dated by the most urgent", () =>
    expect(noticeLines(seen([stopped(1, 9), stopped(2, 5), token(1, 4), token(2, 3)]))).toEqual([
      { kind: "stopped", accounts: [X, FACEBOOK], since: 5 },
      { kind: "token", accounts: [X, FACEBOOK], expires_at: 3 },
    ]));

  test("figures and followers are asked for apart", () =>
    expect(noticeLines(seen([figures(1, "all", 9), figures(2, "followers", 5)]))).toEqual([
      { kind: "figures", accounts: [X], missing: "followers", since: 5 },
      { kind: "figures", accounts: [FACEBOOK], missing: "all", since: 9 },
    ]));

  test("silences stand each alone", () =>
    expect(noticeLines(seen([silence(1, 60), silence(2, 90)]))).toEqual([
      { kind: "silence", account: X, from: "2026-11-01", usual_days: 2 },
      { kind: "silence", account: FACEBOOK, from: "2026-11-01", usual_days: 2 },
    ]));

  test("streaks stand each alone", () => {
    const strong: OpenNotice = { kind: "strong", account_id: 2, streak_id: 6, opened_at: 7 };
    const [four, five, six] = [streak(4, 100), streak(5, 900), streak(6, 50)];
    expect(noticeLines(seen([strong, weak(4), weak(5)], [four, five, six]))).toEqual([
      { kind: "weak", streak: five },
      { kind: "weak", streak: four },
      { kind: "strong", streak: six },
    ]);
  });
});

test.each<[OpenNotice, object]>([
  [
    stopped(1, 9),
    { kind: "stopped", opened_at: "1970-01-01T00:00:07Z", since: "1970-01-01T00:00:09Z" },
  ],
  [token(1, 9), { kind: "token", opened_at: null, expires_at: "1970-01-01T00:00:09Z" }],
  [
    figures(1, "followers", null),
    { kind: "figures", opened_at: "1970-01-01T00:00:07Z", missing: "followers", since: null },
  ],
  [
    silence(1, 60),
    {
      kind: "silence",
      opened_at: "1970-01-01T00:00:07Z",
      from: "2026-11-01",
      usual_days: 2,
      by_chance_every_weeks: 60,
    },
  ],
  [weak(4), { kind: "weak", opened_at: "1970-01-01T00:00:07Z", streak: streak(4, 1) }],
])("the API answers %o", (notice, json) =>
  expect(seen([notice], [streak(4, 1)]).map(toNoticeJson)).toEqual([
    { platform: "facebook", account: "satu", ...json },
  ]),
);

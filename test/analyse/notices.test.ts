import { describe, expect, test } from "vitest";
import {
  noticeChanges,
  type Silence,
  type Timely,
  timelyNotices,
  trueNow,
  type Watched,
} from "../../functions/analyse/notices.ts";
import type { OpenNotice } from "../../functions/model/notice.ts";
import type { Collection } from "../../functions/model/run.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

const account = (of: Partial<Watched> = {}): Watched => ({
  id: 1,
  created_at: NOW - 400 * DAY,
  last_read_at: NOW,
  followers_at: NOW,
  ...of,
});
const collection = (of: Partial<Collection> = {}): Collection => ({
  account_id: 1,
  state: "ok",
  connected_at: NOW - 30 * DAY,
  expires_at: null,
  next_due_at: NOW + HOUR,
  last_success_at: NOW - HOUR,
  refusals: [],
  problem: null,
  ...of,
});

describe("an account that is collected", () => {
  const stopped = (ago: number): Timely => ({ kind: "stopped", account_id: 1, since: NOW - ago });
  const token = (left: number): Timely => ({
    kind: "token",
    account_id: 1,
    expires_at: NOW + left,
  });
  test.each<[string, Partial<Collection>, Timely[]]>([
    ["an hour ago: nothing", {}, []],
    ["two hours ago: nothing", { last_success_at: NOW - 2 * HOUR }, []],
    ["longer ago: it stopped", { last_success_at: NOW - 2 * HOUR - 1 }, [stopped(2 * HOUR + 1)]],
    ["never, though connected for long", { last_success_at: null }, [stopped(30 * DAY)]],
    [
      "connected anew: it has its time",
      { last_success_at: NOW - 9 * DAY, connected_at: NOW - HOUR },
      [],
    ],
    [
      "told to wait: it is parked, not stopped",
      { state: "throttled", last_success_at: NOW - 5 * HOUR, next_due_at: NOW + 1 },
      [],
    ],
    ["its connection dies in 14 days", { expires_at: NOW + 14 * DAY }, [token(14 * DAY)]],
    ["in more", { expires_at: NOW + 14 * DAY + 1 }, []],
    ["it is dead already", { expires_at: NOW - DAY }, [token(-DAY)]],
    [
      "dead, and so stopped",
      { state: "dead", expires_at: NOW - DAY, last_success_at: NOW - 2 * DAY },
      [stopped(2 * DAY), token(-DAY)],
    ],
  ])("%s", (_, of, found) =>
    expect(timelyNotices([account()], [collection(of)], NOW)).toEqual(found),
  );

  test("is not asked for figures, however old", () =>
    expect(
      timelyNotices([account({ last_read_at: null, followers_at: null })], [collection()], NOW),
    ).toEqual([]));

  test("of an account that is not seen nothing is said", () =>
    expect(timelyNotices([], [collection({ last_success_at: null })], NOW)).toEqual([]));
});

describe("an account that nobody collects", () => {
  const missing = (what: "all" | "followers", since: number | null): Timely[] => [
    { kind: "figures", account_id: 1, missing: what, since },
  ];
  const week = NOW - 7 * DAY;
  const five = NOW - 35 * DAY;
  test.each<[string, Partial<Watched>, Timely[]]>([
    ["read now", {}, []],
    ["seven days ago", { last_read_at: week }, []],
    ["longer ago", { last_read_at: week - 1 }, missing("all", week - 1)],
    ["followers 35 days ago", { followers_at: five }, []],
    ["longer ago", { followers_at: five - 1 }, missing("followers", five - 1)],
    ["followers never", { followers_at: null }, missing("followers", null)],
    [
      "both: everything is asked for at once",
      { last_read_at: week - 1, followers_at: five - 1 },
      missing("all", week - 1),
    ],
    ["never read", { last_read_at: null, followers_at: null }, missing("all", null)],
    [
      "new, and not read yet: it has its week",
      { created_at: week, last_read_at: null, followers_at: null },
      [],
    ],
    [
      "new, read and without followers: it has its five weeks",
      { created_at: five, followers_at: null },
      [],
    ],
  ])("%s", (_, of, found) => expect(timelyNotices([account(of)], [], NOW)).toEqual(found));
});

describe("a look", () => {
  const stopped = (account_id: number, since = 5): Timely => ({
    kind: "stopped",
    account_id,
    since,
  });
  const row = (
    notice: Timely | Silence | { kind: "weak"; account_id: number; streak_id: number },
  ) => ({
    ...notice,
    opened_at: 9,
  });
  const old = (missing: "all" | "followers"): Timely => ({
    kind: "figures",
    account_id: 1,
    missing,
    since: 3,
  });
  const silence: Silence = {
    kind: "silence",
    account_id: 1,
    from: "2026-11-01",
    usual_days: 2,
    by_chance_every_weeks: 60,
  };
  const weak = row({ kind: "weak", account_id: 1, streak_id: 4 });

  test.each([
    ["opens what became true", [], [stopped(1)], [stopped(1)], []],
    ["leaves what still is, whatever moved in it", [row(stopped(1, 2))], [stopped(1)], [], []],
    ["closes what is not any more", [row(stopped(1))], [], [], [row(stopped(1))]],
    [
      "of another account is another",
      [row(stopped(1))],
      [stopped(2)],
      [stopped(2)],
      [row(stopped(1))],
    ],
    ["does not touch streaks", [weak], [], [], []],
    ["opens a silence", [], [silence], [silence], []],
    ["closes one that is over", [row(silence)], [], [], [row(silence)]],
  ])("%s", (_, open: OpenNotice[], timely: (Timely | Silence)[], opened, closed) =>
    expect(noticeChanges(open, timely)).toEqual({ open: opened, close: closed, renew: [] }),
  );

  test("of questions tells how many wait now", () => {
    const questions = (count: number, oldest = 4) =>
      ({ kind: "questions", account_id: 1, count, oldest }) as const;
    const open = [{ ...questions(1), opened_at: 9 }];
    const nothing = { open: [], close: [], renew: [] };
    expect(noticeChanges(open, [questions(1)])).toEqual(nothing);
    for (const found of [questions(2), questions(1, 5)]) {
      expect(noticeChanges(open, [found])).toEqual({
        ...nothing,
        renew: [{ row: open[0], found }],
      });
    }
    expect(noticeChanges([], [questions(1)])).toEqual({ ...nothing, open: [questions(1)] });
    expect(noticeChanges(open, [])).toEqual({ ...nothing, close: open });
    // nobody reads the account: it may have answered since
    expect(trueNow(open, [])).toEqual(open);
    expect(trueNow(open, [stopped(1)])).toEqual([{ ...stopped(1), opened_at: null }]);
  });

  test.each<[string, OpenNotice[], Timely[], OpenNotice[]]>([
    [
      "what the clock says counts, with when it was opened",
      [row(stopped(1, 2))],
      [stopped(1)],
      [row(stopped(1))],
    ],
    ["before a look nobody opened it", [], [stopped(1)], [{ ...stopped(1), opened_at: null }]],
    ["a row that is not true any more is not told", [row(stopped(1))], [], []],
    ["streaks are told as they stand", [weak], [], [weak]],
    ["silences too: a look and a post decide of them", [row(silence)], [], [row(silence)]],
    [
      "of an account that is not collected any more nobody knows it",
      [row(silence)],
      [stopped(1)],
      [{ ...stopped(1), opened_at: null }],
    ],
    [
      "nor of one that nobody reads",
      [row(silence)],
      [old("all")],
      [{ ...old("all"), opened_at: null }],
    ],
    [
      "it stands where followers alone are missing",
      [row(silence)],
      [old("followers")],
      [{ ...old("followers"), opened_at: null }, row(silence)],
    ],
    [
      "and where another account stands still",
      [row(silence)],
      [stopped(2)],
      [{ ...stopped(2), opened_at: null }, row(silence)],
    ],
  ])("true now: %s", (_, open, timely, told) => expect(trueNow(open, timely)).toEqual(told));
});

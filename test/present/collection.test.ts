import { describe, expect, test } from "vitest";
import type { Collection, Run } from "../../functions/model/run.ts";
import { collectionLine, healthOf, runLine, xSpend } from "../../functions/present/collection.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

const collection = (more: Partial<Collection> = {}): Collection => ({
  account_id: 1,
  state: "ok",
  connected_at: NOW - 30 * DAY,
  expires_at: null,
  next_due_at: NOW + HOUR,
  last_success_at: NOW - HOUR,
  refusals: [],
  problem: null,
  ...more,
});

describe("how an account's collection stands", () => {
  test("every column", () => {
    const line = collectionLine(
      collection({
        expires_at: NOW + 14 * DAY,
        refusals: [{ what: "post/post_clicks", reason: "metric_retired", at: NOW - DAY }],
        problem: { code: "metric_retired", detail: "post/post_clicks" },
      }),
      NOW,
    );
    expect(line).toEqual({
      account: 1,
      state: "ok",
      last_success_at: NOW - HOUR,
      next_due_at: NOW + HOUR,
      throttled_until: null,
      token_expires_at: NOW + 14 * DAY,
      token_expires_soon: true,
      unavailable: [{ what: "post/post_clicks", reason: "metric_retired" }],
      problem: { code: "metric_retired", detail: "post/post_clicks" },
    });
  });

  const states = [
    ["just connected", { last_success_at: null, connected_at: NOW, state: "waiting" }, "waiting"],
    ["connected long ago and never read", { last_success_at: null, state: "waiting" }, "overdue"],
    ["read two hours ago", { last_success_at: NOW - 2 * HOUR }, "ok"],
    ["read more than two hours ago", { last_success_at: NOW - 2 * HOUR - 1 }, "overdue"],
    [
      "connected anew after a long silence",
      { last_success_at: NOW - 9 * DAY, connected_at: NOW - HOUR },
      "ok",
    ],
    ["throttled", { state: "throttled", last_success_at: NOW - 5 * HOUR }, "throttled"],
    [
      "throttled until a moment ago",
      { state: "throttled", next_due_at: NOW, last_success_at: NOW - 5 * HOUR },
      "overdue",
    ],
    ["dead", { state: "dead", last_success_at: NOW - 5 * DAY }, "dead"],
    ["paused", { state: "paused", last_success_at: NOW - 5 * DAY }, "paused"],
    [
      "paused, and to be looked at two hours ago",
      { state: "paused", next_due_at: NOW - 2 * HOUR, last_success_at: NOW - 5 * DAY },
      "paused",
    ],
    [
      "paused, and not looked at when it was due",
      { state: "paused", next_due_at: NOW - 2 * HOUR - 1, last_success_at: NOW - 5 * DAY },
      "overdue",
    ],
  ] as const;
  for (const [name, more, state] of states) {
    test(`${name}: ${state}`, () =>
      expect(collectionLine(collection(more), NOW).state).toBe(state));
  }

  test("until when it is throttled, and a token that ends in more than 14 days", () => {
    const line = collectionLine(
      collection({ state: "throttled", expires_at: NOW + 14 * DAY + 1 }),
      NOW,
    );
    expect(line).toMatchObject({ throttled_until: NOW + HOUR, token_expires_soon: false });
  });

  test.each([
    ["a moment from now", NOW + 1, NOW + 1],
    ["now", NOW, null],
    ["a moment ago", NOW - 1, null],
  ])("throttled until %s", (_, next_due_at, throttled_until) =>
    expect(
      collectionLine(collection({ state: "throttled", next_due_at }), NOW).throttled_until,
    ).toBe(throttled_until),
  );

  test("a token that never ends does not end soon", () =>
    expect(collectionLine(collection(), NOW)).toMatchObject({
      token_expires_at: null,
      token_expires_soon: false,
    }));
});

describe("is it collecting?", () => {
  test("an account that never succeeded has no newest success", () =>
    expect(healthOf([collection({ last_success_at: null, connected_at: NOW })], NOW)).toEqual({
      ok: true,
      last_collected_at: null,
      stopped: null,
    }));

  test("nothing to collect is well", () => {
    expect(healthOf([], NOW)).toEqual({ ok: true, last_collected_at: null, stopped: null });
  });

  test("one account that stands still is not well; a pause that was asked for is", () => {
    const still = collection({ account_id: 2, last_success_at: NOW - 3 * HOUR });
    const dead = collection({ account_id: 1, state: "dead", last_success_at: NOW - DAY });
    const paused = collection({ account_id: 3, state: "paused", last_success_at: NOW - 9 * DAY });
    expect(healthOf([paused], NOW).ok).toBe(true);
    expect(healthOf([{ ...paused, next_due_at: NOW - 3 * HOUR }], NOW).ok).toBe(false);
    expect(healthOf([collection(), still, dead, paused], NOW)).toEqual({
      ok: false,
      last_collected_at: NOW - HOUR,
      stopped: { account_ids: [1, 2], since: NOW - DAY },
    });
  });
});

test("a run's line names the accounts that the viewer may see, and leaves the others out", () => {
  const run: Run = {
    id: NOW,
    started_at: NOW,
    finished_at: NOW,
    seconds: 4,
    calls: 11,
    readings: 9,
    problems: [
      { account_id: 1, code: "throttled", detail: null },
      { account_id: 2, code: "timeout", detail: "GET /v26.0/1" },
      { account_id: null, code: "crashed", detail: null },
    ],
  };
  expect(runLine(run, [{ id: 1, handle: "perpus", platform: "x" }])).toEqual({
    id: NOW,
    started_at: NOW,
    seconds: 4,
    calls: 11,
    readings: 9,
    problems: [
      { code: "throttled", detail: null, account: "perpus", platform: "x" },
      { code: "crashed", detail: null, account: null, platform: null },
    ],
  });
});

test("what X cost this month, in dollars", () => {
  const settings = { x_ceiling_usd: 5, spent_micros: 1_234_500 };
  expect(xSpend([{ ...collection(), platform: "facebook" }], settings, NOW)).toBeNull();
  expect(xSpend([{ ...collection({ state: "paused" }), platform: "x" }], settings, NOW)).toEqual({
    month: "2026-11",
    usd: 1.2345,
    ceiling_usd: 5,
    paused: true,
  });

  // one account that is paused is enough; one of another platform is not
  const x = (state: Collection["state"]) => ({ ...collection({ state }), platform: "x" as const });
  const other = { ...collection({ state: "paused" }), platform: "tiktok" as const };
  expect(xSpend([x("ok"), x("paused")], settings, NOW)?.paused).toBe(true);
  expect(xSpend([x("ok"), other], settings, NOW)?.paused).toBe(false);
});

import { describe, expect, test } from "vitest";
import { streakOf } from "../../functions/analyse/streak-of.ts";
import type { FlaggedRun } from "../../functions/analyse/track.ts";
import { entryFor } from "./entries.ts";

/** Posts 1 to 5, an hour apart, each at half of the usual but the last, which had no vote. */
const run: FlaggedRun = {
  members: [1, 2, 3, 4, 5].map((id) => ({
    entry: entryFor({ id, published_at: id * 3600 }),
    deviation: Math.log(id === 5 ? 0.01 : 0.5),
    weight: id === 5 ? 0 : 1,
    sum: id,
  })),
  flagged: {
    at: 3,
    peak: 4,
    recovery: 0,
    recoveringFrom: 4,
    before: [entryFor({ id: 90 }), entryFor({ id: 91 })],
    usual: { low: 0.7, high: 1.4, formats: [] },
  },
};

const OPEN = {
  kind: "weak",
  state: "open",
  start: 1,
  start_at: 3600,
  opened: 4,
  opened_at: 4 * 3600,
  end: null,
  end_at: null,
  closed_at: null,
  before: [90, 91],
  usual: { low: 0.7, high: 1.4, formats: [] },
  // four posts with a vote at half: 0.5 ^ (4/6)
  severity: expect.closeTo(0.62996, 5),
  peak: 4,
  // Siegmund's figure for a peak of 4
  false_alarm_every: 338,
  announced: true,
};

describe("a run told as a streak", () => {
  test("open: from its first post to the one that raised the flag, without an end", () => {
    expect(streakOf("weak", run, null)).toMatchObject(OPEN);
    expect(streakOf("weak", run, null).posts).toEqual([
      { id: 1, times: expect.closeTo(0.5, 9), sum: 1 },
      { id: 2, times: expect.closeTo(0.5, 9), sum: 2 },
      { id: 3, times: expect.closeTo(0.5, 9), sum: 3 },
      { id: 4, times: expect.closeTo(0.5, 9), sum: 4 },
      { id: 5, times: expect.closeTo(0.01, 9), sum: 5 },
    ]);
  });

  test("over: its end is its last post, and it closed with the post that showed it", () => {
    const closed = {
      ...run,
      state: "recovered" as const,
      by: entryFor({ id: 8, published_at: 99 }),
    };
    expect(streakOf("strong", run, closed)).toMatchObject({
      ...OPEN,
      kind: "strong",
      state: "recovered",
      end: 5,
      end_at: 5 * 3600,
      closed_at: 99,
    });
  });

  test("too small to be told of: 0.9 ^ (4/6) is more than 0.8", () => {
    const members = run.members.map((member) => ({ ...member, deviation: Math.log(0.9) }));
    expect(streakOf("weak", { ...run, members }, null).announced).toBe(false);
  });

  test.each([
    ["no post", { ...run, members: [] }],
    ["not the post that raised its flag", { ...run, members: run.members.slice(0, 3) }],
  ])("that holds %s is none", (_, broken) =>
    expect(() => streakOf("weak", broken, null)).toThrow("raised its flag"),
  );
});

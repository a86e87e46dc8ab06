import { expect, test } from "vitest";
import { normState } from "../../functions/analyse/norm-state.ts";
import { NEW_TRACK } from "../../functions/analyse/track.ts";
import type { Streak } from "../../functions/model/streak.ts";
import { many } from "./entries.ts";

const NOW = 1_700_000_000;
const DAY = 86_400;

const OPEN: Streak = {
  kind: "weak",
  state: "open",
  start: 1,
  start_at: NOW - 20 * DAY,
  opened: 4,
  opened_at: NOW - 16 * DAY,
  end: null,
  end_at: null,
  closed_at: null,
  posts: [],
  before: [],
  usual: { low: 1, high: 1, formats: [] },
  severity: 0.5,
  peak: 4.2,
  false_alarm_every: 400,
  announced: true,
};
const small = { ...OPEN, announced: false };
const strong = { ...OPEN, kind: "strong" as const };
const over = (days: number, of: Partial<Streak> = {}): Streak => ({
  ...OPEN,
  state: "recovered",
  closed_at: NOW - days * DAY,
  ...of,
});
const toldFor = (days: number) => NOW + days * DAY;

test.each<[string, number, Streak[], object]>([
  ["nothing is wrong", 0, [], { state: "normal" }],
  ["a sum under 3 is nothing yet", 2.99, [], { state: "normal" }],
  ["a sum of 3 is watched", 3, [], { state: "watch" }],
  ["a weak streak is open and told", 5, [OPEN], { state: "weak" }],
  ["whatever its sum is by now", 0, [OPEN], { state: "weak" }],
  ["an open one too small to tell is watched", 0, [small], { state: "watch" }],
  ["a strong one is never a warning", 0, [strong], { state: "normal" }],
  // told for 14 days from the post that showed it
  [
    "one over since 4 days is told 10 more",
    0,
    [over(4)],
    { state: "recovered", until: toldFor(10) },
  ],
  ["on the fourteenth day to the second still", 0, [over(14)], { state: "recovered", until: NOW }],
  ["a moment later no more", 0, [over(14.001)], { state: "normal" }],
  [
    "its level became the usual",
    0,
    [over(4, { state: "new_normal" })],
    { state: "new_normal", until: toldFor(10) },
  ],
  [
    "the end of what was never told is not told",
    0,
    [over(4, { announced: false })],
    { state: "normal" },
  ],
  ["nor that of a strong one", 0, [over(4, { kind: "strong" })], { state: "normal" }],
  ["nor an end that nobody knows", 0, [over(4, { closed_at: null })], { state: "normal" }],
  [
    "of two that are over the later",
    0,
    [over(9), over(4, { state: "new_normal" })],
    { state: "new_normal", until: toldFor(10) },
  ],
  ["the open one comes before the one that is over", 0, [over(4), OPEN], { state: "weak" }],
  ["so does a sum that is watched", 3, [over(4)], { state: "watch" }],
])("%s", (_, sum, streaks, state) =>
  expect(normState({ ...NEW_TRACK, norm: many(15, 100), sum }, streaks, NOW)).toEqual(state),
);

test.each([
  ["no post yet", [], { state: "learning", judged: 0, needed: 15 }],
  ["one post short of a norm", many(14, 100), { state: "learning", judged: 14, needed: 15 }],
  // of 15 posts at least 7.5 must have drawn 4
  ["most posts draw too little", [...many(7, 4), ...many(8, 3)], { state: "too_few" }],
])("without a norm nothing else is said: %s", (_, norm, state) =>
  expect(normState({ ...NEW_TRACK, norm, sum: 9 }, [OPEN], NOW)).toEqual(state),
);

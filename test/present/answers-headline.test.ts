import { describe, expect, test } from "vitest";
import { shareOf } from "../../functions/analyse/answers/share-of.ts";
import type { Answering } from "../../functions/model/answering.ts";
import { answersHeadline } from "../../functions/present/answers-headline.ts";

const NONE: Answering = {
  comments: 0,
  questions: 0,
  unread: 0,
  within_day: shareOf(0, 0),
  median: null,
  unanswered: 3,
  settled: 0,
  unwatched: 0,
};
const median = (minutes: number | null) => ({
  all_hours: { minutes, low: 60, high: null },
  working_hours: { minutes: 7, low: 1, high: 9 },
});
const READ = { accounts: 2, read: 1 };

describe("the sentence says as much as so many comments can", () => {
  test.each<[string, Partial<Answering>, Partial<typeof READ>, object]>([
    ["no account", {}, { accounts: 0, read: 0 }, { kind: "empty" }],
    ["no comment was ever read", {}, { read: 0 }, { kind: "unread" }],
    ["none in the period", {}, {}, { kind: "none" }],
    ["answers that nobody would see", { unwatched: 8 }, {}, { kind: "unwatched", comments: 8 }],
    [
      "four",
      { comments: 4, within_day: shareOf(4, 4) },
      {},
      { kind: "few", comments: 4, unanswered: 3 },
    ],
    [
      "four, and others that nobody would see",
      { comments: 4, unwatched: 90 },
      {},
      { kind: "few", comments: 4, unanswered: 3 },
    ],
    [
      "five",
      { comments: 5, within_day: shareOf(2, 5) },
      {},
      { kind: "share", part: 2, of: 5, unanswered: 3 },
    ],
    [
      "nine, of which four are a day old",
      { comments: 9, within_day: shareOf(4, 4) },
      {},
      { kind: "early", comments: 9, unanswered: 3 },
    ],
    [
      "twenty, of which four are a day old",
      { comments: 20, within_day: shareOf(4, 4), median: median(90) },
      {},
      { kind: "median", median: { minutes: 90, low: 60, high: null }, share: null, unanswered: 3 },
    ],
    [
      "twenty",
      { comments: 20, within_day: shareOf(5, 20), median: median(90) },
      {},
      { kind: "median", median: { minutes: 90, low: 60, high: null }, share: 0.25, unanswered: 3 },
    ],
    [
      "twenty, more than half waiting",
      { comments: 20, within_day: shareOf(5, 20), median: median(null) },
      {},
      { kind: "not_reached", share: 0.25, unanswered: 3 },
    ],
  ])("%s", (_rule, answering, known, said) => {
    expect(answersHeadline({ ...NONE, ...answering }, { ...READ, ...known })).toEqual(said);
  });
});

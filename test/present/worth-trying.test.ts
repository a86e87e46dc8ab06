/** What is to be tried first on a weak account: by table. */
import { expect, test } from "vitest";
import type { Claim } from "../../functions/model/claim.ts";
import type { StandingClaim } from "../../functions/model/look.ts";
import type { Difference } from "../../functions/model/streak.ts";
import type { StreakLine } from "../../functions/present/views/streak.ts";
import { worthTrying } from "../../functions/present/worth-trying.ts";

const claim = (
  factor: Claim["factor"],
  level: string,
  more: Partial<Claim> = {},
): StandingClaim => ({
  account_id: 1,
  of: [1],
  month: "2026-11",
  factor,
  level,
  direction: 1,
  ratio: 1.6,
  low: 1.2,
  high: 2.1,
  posts: 34,
  chance: 0.01,
  entangled_with: null,
  ...more,
});

const streak = (more: Partial<StreakLine> = {}) =>
  ({
    kind: "weak",
    state: "open",
    format: null,
    differences: [],
    ...more,
  }) as unknown as StreakLine;

const topic = claim("topic", "literacy");
const literacyNow: Difference = { what: "topic", now: "literacy", share: 0.8, before: 0.1 };
const TIE = { factor: "hours", level: "18-21", share: 0.82 } as const;

test.each<[string, StreakLine, StandingClaim[], string | null]>([
  ["nothing is claimed", streak(), [], null],
  ["a topic", streak(), [topic], "literacy"],
  ["the surest of two", streak(), [claim("hours", "18-21"), topic], "18-21"],
  [
    "what nobody can do at will",
    streak(),
    [claim("weekday", "5"), claim("rhythm", "x"), topic],
    "literacy",
  ],
  ["what gets less", streak(), [claim("format", "image", { direction: -1 })], null],
  [
    "what always comes with another thing",
    streak(),
    [claim("topic", "literacy", { entangled_with: TIE })],
    null,
  ],
  [
    "the format that the weak posts have",
    streak({ format: "video" }),
    [claim("format", "video")],
    null,
  ],
  ["the topic that the weak posts are on", streak({ differences: [literacyNow] }), [topic], null],
  [
    "the hour that the weak posts have, and the next claim",
    streak({ differences: [{ what: "hour", now: 19, before: 9 }] }),
    [claim("hours", "18-21"), topic],
    "literacy",
  ],
  [
    "another hour than theirs",
    streak({ differences: [{ what: "hour", now: 9, before: 15 }] }),
    [claim("hours", "18-21")],
    "18-21",
  ],
  ["a strong streak", streak({ kind: "strong" }), [topic], null],
  ["one that is over", streak({ state: "recovered" }), [topic], null],
])("%s", (_name, line, claims, expected) => {
  expect(worthTrying(line, claims)?.level ?? null).toBe(expected);
});

/** Planted faults that change nothing which anybody could see, each with the reason. No test has to notice them. */

export type CannotMatter = {
  file: string;
  /** The code, and what stands there instead. */
  code: string;
  instead: string;
  why: string;
};

const TYPES_ONLY = "asked for by the types alone: what it asks is always so there";

export const CANNOT_MATTER: readonly CannotMatter[] = [
  {
    file: "functions/analyse/comparison.ts",
    code: "value > before",
    instead: "value >= before",
    why: "equal counts were told to be the same before",
  },
  {
    file: "functions/analyse/judge.ts",
    code: "tracks.weak.norm === tracks.strong.norm",
    instead: "false",
    why: "saves time: a post held twice against one norm is held the same",
  },
  {
    file: "functions/analyse/judge.ts",
    code: '"strong"',
    instead: '""',
    why: "step asks only whether it is weak",
  },
  {
    file: "functions/analyse/judge.ts",
    code: '"pending"',
    instead: '""',
    why: "a post is silent or held: the word behind both is for the types",
  },
  {
    file: "functions/analyse/judge.ts",
    code: "held?.state",
    instead: "held.state",
    why: TYPES_ONLY,
  },
  {
    file: "functions/analyse/maturity.ts",
    code: "ageHours > 0",
    instead: "ageHours >= 0",
    why: "at age 0 the curve itself is 0",
  },
  {
    file: "functions/analyse/norm.ts",
    code: "a === b",
    instead: "false",
    why: "saves time: a list has its own posts",
  },
  {
    file: "functions/analyse/norm.ts",
    code: "b[index]?.id",
    instead: "b[index].id",
    why: TYPES_ONLY,
  },
  {
    file: "functions/analyse/norm-state.ts",
    code: 'state === "open"',
    instead: "false",
    why: "an open one was told before",
  },
  {
    file: "functions/analyse/norm-state.ts",
    code: '"open"',
    instead: '""',
    why: "an open one was told before",
  },
  {
    file: "functions/analyse/norm-state.ts",
    code: "closed_at === null",
    instead: "false",
    why: "null counts as 1970, which is longer ago than anything is told",
  },
  {
    file: "functions/analyse/statistics/normal-quantile.ts",
    code: "p < TAIL",
    instead: "p <= TAIL",
    why: "both fractions agree where they meet",
  },
  {
    file: "functions/analyse/statistics/normal-quantile.ts",
    code: "p > 1 - TAIL",
    instead: "p >= 1 - TAIL",
    why: "both fractions agree where they meet",
  },
  {
    file: "functions/analyse/rank-sum.ts",
    code: "all[start]?.value",
    instead: "all[start].value",
    why: TYPES_ONLY,
  },
  {
    file: "functions/analyse/rank-sum.ts",
    code: "Math.abs(z) <= BOUND_95",
    instead: "Math.abs(z) < BOUND_95",
    why: "no sum of ranks is exactly 1.96 from its middle",
  },
  {
    file: "functions/analyse/rank-sum.ts",
    code: "z > 0",
    instead: "z >= 0",
    why: "0 was told to be no shift before",
  },
  {
    file: "functions/analyse/standing.ts",
    code: "a.format < b.format",
    instead: "a.format <= b.format",
    why: "no format stands there twice",
  },
  {
    file: "functions/analyse/streaks.ts",
    code: '"weak"',
    instead: '""',
    why: "the kind does not leave this function",
  },
  {
    file: "functions/analyse/streaks.ts",
    code: "said > 1e11",
    instead: "said >= 1e11",
    why: "one second of the year 5138",
  },
  {
    file: "functions/analyse/track.ts",
    code: "track.flagged === null",
    instead: "true",
    why: "the sum of an open streak and its recovery are 4 together, and 2 of recovery end it",
  },
  {
    file: "functions/model/day.ts",
    code: "!format",
    instead: "true",
    why: "keeps what was made: made again it is the same",
  },
  {
    file: "functions/model/day.ts",
    code: "day === undefined",
    instead: "true",
    why: "keeps what was asked: asked again it is the same",
  },
  {
    file: "functions/model/day.ts",
    code: "monday === undefined",
    instead: "true",
    why: "keeps what was asked: asked again it is the same",
  },
  {
    file: "functions/model/day.ts",
    code: "/^\\d{4}-\\d{2}-\\d{2}$/",
    instead: "/\\d{4}-\\d{2}-\\d{2}$/",
    why: "what is longer is refused by being written otherwise than the day it names",
  },
  {
    file: "functions/model/day.ts",
    code: "/^\\d{4}-\\d{2}-\\d{2}$/",
    instead: "/^\\d{4}-\\d{2}-\\d{2}/",
    why: "what is longer is refused by being written otherwise than the day it names",
  },
  {
    file: "functions/model/platform.ts",
    code: "text === null",
    instead: "false",
    why: "null is no address either",
  },
  {
    file: "functions/model/seal.ts",
    code: "nonce === undefined",
    instead: "false",
    why: "what is missing cannot be opened either",
  },
  {
    file: "functions/model/seal.ts",
    code: "ciphertext === undefined",
    instead: "false",
    why: "what is missing cannot be opened either",
  },
];

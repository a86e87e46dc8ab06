import { describe, expect, test } from "vitest";
import type { Entry, Norm } from "../../functions/analyse/norm.ts";
import {
  FLAG,
  type Held,
  hold,
  isQuiet,
  NEW_TRACK,
  type Step,
  step,
  type Track,
} from "../../functions/analyse/track.ts";
import { entryFor, many } from "./entries.ts";

/** The norm before the story: posts 101 to 120. */
const NORM = Array.from({ length: 20 }, (_, index) => entryFor({ id: 101 + index }));
const START: Track = { ...NEW_TRACK, norm: NORM };

type Followed = { weight?: number; trust?: number; kind?: "weak" | "strong"; from?: Track };

/** Posts 1, 2, 3 … with these rank scores, one after another; the step of each. `null`: the norm does not judge. */
function follow(
  scores: readonly (number | null)[],
  { weight = 1, trust = 1, kind = "weak", from = START }: Followed = {},
): Step[] {
  let track = from;
  return scores.map((score, index) => {
    const entry = entryFor({ id: index + 1 });
    const held: Held = {
      entry,
      state: score === null ? "too_few" : "judged",
      standing: score === null ? null : { score, deviation: score / 2, trust },
      norm: [...track.norm, entry].slice(-40),
    };
    const taken = step(track, kind, held, weight, FLAG);
    track = taken.track;
    return taken;
  });
}

const sums = (steps: readonly Step[]) => steps.map(({ track }) => track.sum);
const ids = (of: readonly { entry: Entry }[]) => of.map(({ entry }) => entry.id);
const idsOf = (norm: Norm) => norm.map(({ id }) => id);
const last = (steps: readonly Step[]): Step => steps.at(-1) as Step;
const times = (count: number, score: number) => Array.from({ length: count }, () => score);

/** Each post a standard deviation and a half low: a whole point above the reference of a half. */
const LOW = -1.5;
const FOUR_LOW = times(4, LOW);

describe("the sum before a flag", () => {
  test.each([
    ["a post 1.5 low adds 1", [LOW, LOW], {}, [1, 2]],
    ["a usual one takes half away", [LOW, 0], {}, [1, 0.5]],
    ["a good one more, but never below nothing", [LOW, 2, LOW], {}, [1, 0, 1]],
    ["half a vote adds half", [LOW, LOW], { weight: 0.5 }, [0.5, 1]],
    ["half the trust in its format too", [LOW, LOW], { trust: 0.5 }, [0.5, 1]],
    ["and both together a quarter", [LOW, LOW], { weight: 0.5, trust: 0.5 }, [0.25, 0.5]],
    ["for a strong streak a good post adds", [1.5, -LOW], { kind: "strong" as const }, [1, 2]],
    ["and a weak one takes away", [1.5, LOW], { kind: "strong" as const }, [1, 0]],
  ])("%s", (_, scores, of, expected) => expect(sums(follow(scores, of))).toEqual(expected));

  test("the run begins anew where the sum was at nothing", () => {
    const { track } = last(follow([LOW, 2, LOW, LOW]));
    expect(ids(track.members)).toEqual([3, 4]);
    expect(track.members[1]).toMatchObject({ deviation: -0.75, weight: 1, sum: 2 });
    expect(last(follow([LOW, 2])).track.members).toEqual([]);
  });

  test("the norm takes each post in", () =>
    expect(idsOf(last(follow([LOW, 0])).track.norm)).toEqual([...idsOf(NORM), 1, 2]));
});

describe("a flag", () => {
  test.each([
    ["a sum of 4 raises it", FOUR_LOW, true],
    ["three posts are not enough", FOUR_LOW.slice(1), false],
    ["nor a sum just under 4", [LOW, LOW, LOW, -1.49], false],
  ])("%s: %s", (_, scores, raised) =>
    expect(last(follow(scores)).track.flagged !== null).toBe(raised),
  );

  test("keeps the norm as it was before the run, and what was usual", () => {
    const { track } = last(follow([2, ...FOUR_LOW]));
    expect(track.flagged).toMatchObject({ at: 3, peak: 4, recovery: 0, recoveringFrom: 4 });
    // post 1 was good and is none of the run
    expect(idsOf(track.flagged?.before ?? [])).toEqual([...idsOf(NORM), 1]);
    // the usual is told from the norm that the flag was raised by: 20 and 4 posts
    expect(track.flagged?.usual.formats).toEqual([
      { format: "image", times: expect.closeTo(1, 9), posts: 24 },
    ]);
    expect(ids(track.members)).toEqual([2, 3, 4, 5]);
    expect(last(follow([2, ...FOUR_LOW])).closed).toBeNull();
  });
});

describe("while it is open", () => {
  test("the norm stands still", () => {
    const [flag, next] = follow([...FOUR_LOW, LOW, LOW]).slice(3);
    expect(next?.track.norm).toBe(flag?.track.norm);
  });

  test.each([
    // 1 − shortfall − ½ is what a post adds to the recovery
    ["usual posts add half each: the fourth ends it", [0, 0, 0, 0], 4, [1, 2, 3, 4]],
    ["good ones add more: 1½ each", [1, 1], 2, [1, 2, 3, 4]],
    ["a post half a deviation low says neither", [0, 0, 0, -0.5, 0], 5, [1, 2, 3, 4]],
    [
      "a relapse takes it all back, and is of the run",
      [0, 0, LOW, 0, 0, 0, 0],
      7,
      [1, 2, 3, 4, 5, 6, 7],
    ],
    ["more low posts before the end are of the run", [LOW, 1, 1], 3, [1, 2, 3, 4, 5]],
  ])("%s", (_, after, ends, run) => {
    const steps = follow([...FOUR_LOW, ...after]).slice(4);
    expect(steps.map(({ closed }) => closed?.state ?? null)).toEqual([
      ...Array.from({ length: ends - 1 }, () => null),
      "recovered",
    ]);
    const { closed, track } = last(steps);
    expect(ids(closed?.members ?? [])).toEqual(run);
    expect(closed?.by.id).toBe(4 + ends);
    // of the posts while it was open the norm takes only the one that ended it
    expect(idsOf(track.norm)).toEqual([...idsOf(NORM), 1, 2, 3, 4, 4 + ends]);
    expect(track).toMatchObject({ sum: 0, members: [], flagged: null });
  });

  test("just under a recovery of 2 it stays open", () => {
    const { closed, track } = last(follow([...FOUR_LOW, 0, 0, 0, -0.01]));
    expect(closed).toBeNull();
    expect(track.flagged?.recovery).toBeCloseTo(1.99, 9);
    expect(track.flagged?.recoveringFrom).toBe(4);
  });

  test("a vote of half counts half in the end too", () =>
    expect(
      last(follow([0, 0, 0], { weight: 0.5, from: last(follow(FOUR_LOW)).track })).track.flagged
        ?.recovery,
    ).toBe(0.75));

  test("the peak is the highest sum of all", () => {
    const peaks = follow([...FOUR_LOW, LOW, LOW, 0]).map(({ track }) => track.flagged?.peak);
    expect(peaks.slice(3)).toEqual([4, 5, 6, 6]);
  });

  test("after 25 posts the new level is the usual: the norm takes in what was held back", () => {
    // half a deviation low: neither deeper nor recovering
    const steps = follow([...FOUR_LOW, ...times(21, -0.5)]);
    expect(steps.map(({ closed }) => closed !== null).indexOf(true)).toBe(24);
    const { closed, track } = last(steps);
    expect(closed).toMatchObject({ state: "new_normal", by: { id: 25 } });
    expect(closed?.members).toHaveLength(25);
    // 20 and 25 are 45: the five oldest are out, and post 4 is in once
    expect(idsOf(track.norm)).toEqual([...idsOf(NORM).slice(5), ...ids(closed?.members ?? [])]);
    expect(track).toMatchObject({ sum: 0, members: [], flagged: null });
  });

  test("counts too low to be judged by end it", () => {
    const { closed, track } = last(follow([...FOUR_LOW, LOW, null]));
    expect(closed).toMatchObject({ state: "new_normal", by: { id: 6 } });
    expect(ids(closed?.members ?? [])).toEqual([1, 2, 3, 4, 5]);
    expect(track).toMatchObject({ sum: 0, members: [], flagged: null });
    expect(track.norm.at(-1)?.id).toBe(6);
  });
});

test("without a judgement a run that is no streak yet is forgotten, and nothing ends", () => {
  const { closed, track } = last(follow([LOW, LOW, null]));
  expect(closed).toBeNull();
  expect(track).toMatchObject({ sum: 0, members: [], flagged: null });
});

describe("a post held against a norm", () => {
  test.each([
    ["too short", many(14, 100), "learning"],
    ["of posts that drew too little", many(15, 3), "too_few"],
    ["long enough", many(15, 100), "judged"],
  ] as const)("%s: %s", (_, norm, state) => {
    const entry = entryFor({ id: 9 });
    const held = hold(norm, entry);
    expect(held.state).toBe(state);
    expect(held.standing !== null).toBe(state === "judged");
    expect(held.norm.map(({ id }) => id)).toEqual([...norm.map(({ id }) => id), 9]);
    expect(held.entry).toBe(entry);
  });
});

test.each([
  ["nothing under way", [], true],
  ["a sum", [LOW], false],
  ["an open streak", FOUR_LOW, false],
  ["a streak that is over", [...FOUR_LOW, 2, 2], true],
])("is it quiet: %s: %s", (_, scores, quiet) =>
  expect(isQuiet(follow(scores).at(-1)?.track ?? START)).toBe(quiet),
);

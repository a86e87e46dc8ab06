import { describe, expect, test } from "vitest";
import { judge } from "../../functions/analyse/judge.ts";
import type { StreakPost } from "../../functions/model/streak.ts";
import { HOUR, streakPost } from "./entries.ts";

const DAY = 86_400;
const FIRST = 1_700_000_000;
/** The half-age of X: posts are grown up within hours. */
const ACCOUNT = { platform: "x", half_age_hours: 2 } as const;

/** A post a day with these counts, ids from 1, all read when they were 20 days old. */
const daily = (counts: readonly (number | null)[], from = 1): StreakPost[] =>
  counts.map((interactions, index) => {
    const published_at = FIRST + (from + index) * DAY;
    return streakPost({
      id: from + index,
      published_at,
      format: "text",
      interactions,
      read_at: published_at + 20 * DAY,
    });
  });

/** Counts that go up and down: 91 to 110. */
const usual = (count: number) =>
  Array.from({ length: count }, (_, index) => 91 + ((index * 7) % 20));
const repeat = (count: number, interactions: number) =>
  Array.from({ length: count }, () => interactions);

/** Forty usual posts, the last of them in the middle: neither sum is above nothing. */
const CALM = [...usual(37), 100, 100, 100];

/** The morning after the last post. */
const morningAfter = (posts: readonly StreakPost[]) => FIRST + (posts.length + 1) * DAY;
const judged = (counts: readonly (number | null)[], now?: number) => {
  const posts = daily(counts);
  return judge(null, posts, { ...ACCOUNT, now: now ?? morningAfter(posts) });
};

describe("what is found of each post", () => {
  test("the first fifteen are learned from", () => {
    const { verdicts } = judged(usual(17));
    expect(verdicts.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 15 }, () => "learning"),
      "judged",
      "judged",
    ]);
    expect(verdicts[0]).toEqual({ id: 1, state: "learning", times: null, sum: null, weak: null });
  });

  test("a judged post at half of the usual: its multiple, the sum after it, and no streak yet", () => {
    // between 91 and 110 the middle is 100.5; with half a reaction more 50.5 is half of 101
    const { verdicts } = judged([...usual(20), 50]);
    expect(verdicts.at(-1)).toEqual({
      id: 21,
      state: "judged",
      times: expect.closeTo(50.5 / 101, 4),
      // the lowest of 21: −qnorm(0.5 / 21) − 0.5
      sum: expect.closeTo(1.98075 - 0.5, 4),
      weak: false,
    });
  });

  test.each([
    ["without a count", { interactions: null }, "unknown"],
    ["an hour old when it was read", { read_at: FIRST + 21 * DAY + HOUR }, "pending"],
  ])("a post %s is not judged, and none of the norm", (_, of, state) => {
    const posts = daily([...usual(20), 50]).map((post) =>
      post.id === 21 ? { ...post, ...of } : post,
    );
    const found = judge(null, posts, { ...ACCOUNT, now: morningAfter(posts) });
    expect(found.verdicts.at(-1)).toEqual({ id: 21, state, times: null, sum: null, weak: null });
    expect(found.usual.formats).toEqual([
      { format: "text", times: expect.closeTo(1, 6), posts: 20 },
    ]);
  });

  test("too few interactions: nothing is judged", () => {
    const { verdicts, state } = judged(repeat(20, 2));
    expect(verdicts.at(-1)).toMatchObject({ state: "too_few", times: null });
    expect(state).toEqual({ state: "too_few" });
  });

  test("the order of the list does not matter, that of publishing does", () => {
    const posts = daily([...usual(30), ...repeat(4, 10)]);
    const now = morningAfter(posts);
    expect(judge(null, posts.toReversed(), { ...ACCOUNT, now })).toEqual(
      judge(null, posts, { ...ACCOUNT, now }),
    );
  });
});

describe("streaks", () => {
  const slump = [...CALM, ...repeat(6, 10)];

  test("a slump is a weak one, open, and its posts are marked from its first", () => {
    const { streaks, verdicts, state } = judged(slump);
    expect(streaks).toMatchObject([{ kind: "weak", state: "open", start: 41, opened: 43 }]);
    expect(verdicts.filter(({ weak }) => weak).map(({ id }) => id)).toEqual([
      41, 42, 43, 44, 45, 46,
    ]);
    expect(state).toEqual({ state: "weak" });
  });

  test("the opposite is a strong one: no warning, and no post is marked weak", () => {
    const { streaks, verdicts, state } = judged([...CALM, ...repeat(6, 900)]);
    expect(streaks).toMatchObject([{ kind: "strong", state: "open", start: 41 }]);
    expect(verdicts.some(({ weak }) => weak)).toBe(false);
    expect(state).toEqual({ state: "normal" });
  });

  test("over once posts are back at the usual, and still told", () => {
    const { streaks, verdicts, state } = judged([...slump, ...repeat(6, 100)]);
    expect(streaks).toMatchObject([{ kind: "weak", state: "recovered", start: 41, end: 46 }]);
    expect(state).toMatchObject({ state: "recovered" });
    // the posts after it are usual ones
    expect(
      verdicts
        .filter(({ weak }) => weak)
        .map(({ id }) => id)
        .at(-1),
    ).toBe(46);
  });

  test("a strong one is over the same way", () =>
    expect(judged([...CALM, ...repeat(6, 900), ...repeat(6, 100)]).streaks).toMatchObject([
      { kind: "strong", state: "recovered", start: 41, end: 46 },
    ]));

  test("while it is open the norm stands still: as the norm of before it judges", () => {
    const before = judged(slump.slice(0, 43));
    const during = judged(slump);
    expect(during.usual).toEqual(before.usual);
  });

  test("in the order of opening, whichever kind", () => {
    const { streaks } = judged([...CALM, ...repeat(6, 900), ...repeat(30, 100), ...repeat(6, 10)]);
    expect(streaks.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "strong recovered",
      "weak open",
    ]);
    const other = judged([...CALM, ...repeat(6, 10), ...repeat(30, 100), ...repeat(6, 900)]);
    expect(other.streaks.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "weak recovered",
      "strong open",
    ]);
  });
});

test("each kind is held against a norm of its own while they have parted", () => {
  // the norm of weak streaks stood still while 43 to 46 were weak; that of strong ones took them in
  const posts = daily([...CALM, ...repeat(6, 10), ...repeat(8, 100)]);
  const { checkpoint } = judge(null, posts, { ...ACCOUNT, now: FIRST + 400 * DAY });
  const ids = (entries: readonly [id: number, ...unknown[]][] = []) => entries.map(([id]) => id);
  expect(ids(checkpoint?.norm).filter((id) => id > 43 && id <= 46)).toEqual([]);
  expect(ids(checkpoint?.strong_norm ?? []).filter((id) => id > 43 && id <= 46)).toEqual([
    44, 45, 46,
  ]);
});

describe("where to go on next time", () => {
  const posts = daily(usual(30));
  const at = (day: number) => FIRST + day * DAY;

  test.each([
    ["nothing is 90 days old yet", at(80), null],
    ["the first is 90 days old to the second", at(91), 1],
    ["a moment before it is not", at(91) - 1, null],
    ["the 30th is", at(120), 30],
  ])("%s", (_, now, id) => {
    // counts in their order: no sum is ever above nothing while they are learned from
    const quiet = daily(repeat(30, 100));
    const { checkpoint } = judge(null, quiet, { ...ACCOUNT, now });
    expect(checkpoint?.after.id ?? null).toBe(id);
  });

  test("never amid a run: the last post with both sums at nothing", () => {
    const slump = daily([...repeat(30, 100), 10, 10]);
    expect(judge(null, slump, { ...ACCOUNT, now: at(400) }).checkpoint?.after.id).toBe(30);
    const boom = daily([...repeat(30, 100), 900, 900]);
    expect(judge(null, boom, { ...ACCOUNT, now: at(400) }).checkpoint?.after.id).toBe(30);
  });

  test("a post that is not judged may be the last, and its burst is kept", () => {
    const young = daily([...repeat(29, 100), null]);
    const { checkpoint } = judge(null, young, { ...ACCOUNT, now: at(400) });
    expect(checkpoint?.after.id).toBe(30);
    expect(checkpoint?.burst).toEqual({ at: at(30), posts: 1 });
  });

  test("from a checkpoint only later posts are judged, and the given one is kept where none is settled", () => {
    const { checkpoint } = judge(null, posts.slice(0, 20), { ...ACCOUNT, now: at(400) });
    const again = judge(checkpoint, posts, { ...ACCOUNT, now: at(31) });
    const from = checkpoint?.after.id ?? 0;
    expect(again.verdicts.map(({ id }) => id)).toEqual(
      posts.map(({ id }) => id).filter((id) => id > from),
    );
    expect(again.checkpoint).toBe(checkpoint);
  });
});

test("of no posts nothing is found", () =>
  expect(judge(null, [], { ...ACCOUNT, now: FIRST })).toEqual({
    checkpoint: null,
    verdicts: [],
    streaks: [],
    state: { state: "learning", judged: 0, needed: 15 },
    usual: { low: 1, high: 1, formats: [] },
  }));

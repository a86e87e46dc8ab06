import { describe, expect, test } from "vitest";
import { thinWeeks } from "../../functions/analyse/thin-weeks.ts";
import { addDays, weekOf } from "../../functions/model/day.ts";

/** A Wednesday. */
const TODAY = "2026-12-02";
const MONDAY = weekOf(TODAY);
const week = (weeks: number) => addDays(MONDAY, 7 * weeks);
/** So many posts in each of the weeks before the running one, the newest last. */
const history = (...counts: number[]) =>
  counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, day) => addDays(week(index - counts.length), day % 7)),
  );
/** A post in a week before them: from the week after it on the account is known. */
const since = (weeks: number) => [week(-weeks - 1)];
const HABIT = [...since(12), ...history(5, 4, 3, 5, 4, 2, 5, 4, 3, 5, 4, 6)];

const found = (
  posts: string[],
  plans: string[],
  of: Partial<Parameters<typeof thinWeeks>[2]> = {},
) => thinWeeks(posts, plans, { today: TODAY, target_a_week: null, ...of });

describe("against a target", () => {
  test("each coming week with fewer plans, from next Monday on", () =>
    expect(
      found([], [week(1), week(1), addDays(week(2), 6), week(4)], { target_a_week: 2 }),
    ).toEqual([
      { week: week(2), planned: 1, needed: 2, basis: "target" },
      { week: week(3), planned: 0, needed: 2, basis: "target" },
      { week: week(4), planned: 1, needed: 2, basis: "target" },
    ]));
  test("a broken one is rounded up for what is needed", () =>
    expect(found([], [week(1), week(1)], { target_a_week: 2.3, weeks: 1 })).toEqual([
      { week: week(1), planned: 2, needed: 3, basis: "target" },
    ]));
  test("as many as that are enough", () =>
    expect(found([], [week(1), week(1)], { target_a_week: 2, weeks: 1 })).toEqual([]));
  test("it stands before the habit, below it too", () =>
    expect(found(HABIT, [], { target_a_week: 0 })).toEqual([]));
  test("so many weeks as are asked for", () =>
    expect(found([], [], { target_a_week: 1, weeks: 6 }).at(-1)?.week).toBe(week(6)));
  test("the running week is not coming, though it be Monday", () =>
    expect(found([], [], { target_a_week: 1, weeks: 1, today: MONDAY })[0]?.week).toBe(week(1)));
  test("nor is it over on Sunday", () =>
    expect(found([], [], { target_a_week: 1, weeks: 1, today: addDays(MONDAY, 6) })[0]?.week).toBe(
      week(1),
    ));
});

describe("against the habit", () => {
  test("is the third quietest of the last twelve whole weeks", () =>
    // 2 3 3 4 …: the 20 % quantile of twelve is the third
    expect(found(HABIT, [week(1), week(1), week(1), week(2), week(2)], { weeks: 2 })).toEqual([
      { week: week(2), planned: 2, needed: 3, basis: "habit" },
    ]));
  test("older weeks do not count", () =>
    expect(found([...history(9, 9, 9, ...Array<number>(12).fill(1))], [])).toEqual(
      [1, 2, 3, 4].map((weeks) => ({ week: week(weeks), planned: 0, needed: 1, basis: "habit" })),
    ));
  test("posts of the running week are not whole", () =>
    expect(found([...HABIT, ...Array<string>(9).fill(TODAY)], [], { weeks: 1 })[0]?.needed).toBe(
      3,
    ));
  test("where a fifth of the weeks is empty nothing is thin", () =>
    expect(found([...since(12), ...history(0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 5, 5)], [])).toEqual([]));
  test.each([
    ["eleven whole weeks are too few", 11, 0],
    ["twelve are enough", 12, 4],
  ])("%s", (_, weeks, thin) =>
    expect(found([...since(weeks), ...history(...Array<number>(weeks).fill(3))], [])).toHaveLength(
      thin,
    ),
  );
  test("the week of the first post may not be whole", () =>
    expect(found(history(...Array<number>(12).fill(3)), [])).toEqual([]));
  test("nothing posted, no habit", () => expect(found([], [])).toEqual([]));
  test("the order does not matter", () =>
    expect(found(HABIT.toReversed(), [])).toEqual(found(HABIT, [])));
});

describe("closed weeks", () => {
  const closed = (weeks: number, days: number) => [
    { from: week(weeks), to: addDays(week(weeks), days - 1) },
  ];
  test("are not thin", () =>
    expect(
      found([], [], { target_a_week: 1, weeks: 2, closed: closed(1, 7) }).map((one) => one.week),
    ).toEqual([week(2)]));
  test.each([
    ["four days make one", 4, 0],
    ["three do not", 3, 1],
  ])("%s", (_, days, thin) =>
    expect(found([], [], { target_a_week: 1, weeks: 1, closed: closed(1, days) })).toHaveLength(
      thin,
    ),
  );
  test("are no habit: an older one stands in", () => {
    const posts = [...since(13), ...history(1, 0, ...Array<number>(11).fill(1))];
    expect(found(posts, [], { weeks: 1, closed: closed(-12, 7) })[0]?.needed).toBe(1);
    expect(found(posts.slice(1), [], { weeks: 1, closed: closed(-12, 7) })).toEqual([]);
  });
});

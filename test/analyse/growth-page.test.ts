import { describe, expect, test } from "vitest";
import { growth, type Reading } from "../../functions/analyse/growth.ts";
import { growthPage } from "../../functions/analyse/growth-page.ts";
import { type Figures, NO_FIGURES } from "../../functions/model/metric.ts";

const reading = (read_at: number, said: Partial<Figures> = {}): Reading => ({
  ...NO_FIGURES,
  ...said,
  read_at,
  import_id: null,
});

/** Likes always, comments every third time, reach every twentieth; two of one instant now and then. */
const HISTORY = Array.from({ length: 400 }, (_, index) =>
  reading(10 * (index - (index % 7 === 3 ? 1 : 0)), {
    likes: index,
    comments: index % 3 === 0 ? index : null,
    reach: index % 20 === 5 ? 7 * index : null,
  }),
);
const NEAR = 80;

/** The readings before an instant as the store gives them. */
function nearOf(history: readonly Reading[], before: number): [Reading[], boolean] {
  const near = history.filter(({ read_at }) => read_at < before).slice(-NEAR);
  return [near, near.length < NEAR];
}

test("the pages, one after the other, are the whole growth", () => {
  const expected = growth(HISTORY).toReversed();
  const found = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let page = 0; page < 20; page += 1) {
    const [near, whole] = nearOf(HISTORY, before);
    const { points, earlier, more } = growthPage(near, whole, HISTORY.slice(0, NEAR), null);
    found.push(...points);
    expect(earlier).toEqual(expected[found.length] ?? null);
    expect(points.length).toBeLessThanOrEqual(50);
    expect(more).toBe(found.length < expected.length);
    if (!more) break;
    before = points.at(-1)?.read_at ?? 0;
  }
  expect(found).toEqual(expected);
});

describe("what no reading at hand says", () => {
  const readings = Array.from({ length: 300 }, (_, index) =>
    reading(index, { likes: index, ...(index === 20 ? { reach: 5 } : {}) }),
  );
  const of = (before: number, sampled: Reading[], today: Figures | null) => {
    const [near, whole] = nearOf(readings, before);
    return growthPage(near, whole, sampled, today).points[0]?.reach;
  };

  test("is on the newest page what the post's row says", () => {
    const today = { ...NO_FIGURES, reach: 9 };
    expect(of(1000, [], today)).toBe(9);
    // not where one says it
    expect(of(60, [], today)).toBe(5);
    const [near] = nearOf(readings, 1000);
    const said = [...near.slice(0, -1), reading(999, { reach: 11 })];
    const { points } = growthPage(said, false, [], today);
    expect([points[0]?.reach, points[1]?.reach]).toEqual([11, null]);
  });

  test("is on another the last that the sample knows, of before the page", () => {
    expect(of(200, readings.slice(0, 30), null)).toBe(5);
    expect(of(200, [reading(150, { reach: 8 })], null)).toBeNull();
    expect(of(200, [reading(3, { reach: 0 })], null)).toBe(0);
    expect(of(200, [], null)).toBeNull();
  });
});

test("an instant that has all the readings at hand is a page by itself", () => {
  const near = Array.from({ length: NEAR }, (_, index) => reading(5, { likes: index }));
  const { points, earlier, more } = growthPage(near, false, [], null);
  expect(points.map(({ likes }) => likes)).toEqual([79]);
  expect([earlier, more]).toEqual([null, true]);
});

test("nothing is no page", () => {
  expect(growthPage([], true, [], null)).toEqual({ points: [], earlier: null, more: false });
});

import { expect, test } from "vitest";
import { growth } from "../../functions/analyse/growth.ts";
import { type Figures, NO_FIGURES } from "../../functions/model/metric.ts";

const reading = (read_at: number, said: Partial<Figures>, import_id: number | null = null) => ({
  ...NO_FIGURES,
  ...said,
  read_at,
  import_id,
  // what the row holds besides is not part of the growth
  post_id: 4,
  version: read_at,
});

test("a reading that leaves a field out keeps what was known, and zero is known", () => {
  expect(
    growth([
      reading(1, { likes: 5, views: 90 }),
      reading(2, { comments: 2, saves: 0 }, 8),
      reading(3, { likes: 0, saves: null }),
    ]),
  ).toEqual([
    { ...NO_FIGURES, read_at: 1, import_id: null, likes: 5, views: 90, interactions: 5 },
    {
      ...NO_FIGURES,
      read_at: 2,
      import_id: 8,
      likes: 5,
      comments: 2,
      saves: 0,
      views: 90,
      interactions: 7,
    },
    {
      ...NO_FIGURES,
      read_at: 3,
      import_id: null,
      likes: 0,
      comments: 2,
      saves: 0,
      views: 90,
      interactions: 2,
    },
  ]);
});

test("readings of one instant are one point", () => {
  expect(growth([reading(1, { likes: 5 }), reading(1, { likes: 6, shares: 1 })])).toEqual([
    { ...NO_FIGURES, read_at: 1, import_id: null, likes: 6, shares: 1, interactions: 7 },
  ]);
});

test("without a reading there is none", () => expect(growth([])).toEqual([]));

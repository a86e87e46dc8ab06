import { expect, test } from "vitest";
import { blocksOf, lessBlock } from "../../../functions/analyse/statistics/blocks.ts";
import { meanOf, medianOf } from "../../../functions/analyse/statistics/middle.ts";

test.each([
  [1, [1]],
  [29, [29]],
  [30, [15, 15]],
  [50, [16, 17, 17]],
  [100, [20, 20, 20, 20, 20]],
])("%i posts are cut into blocks of %j", (posts, sizes) =>
  expect(blocksOf(posts).map(({ from, to }) => to - from)).toEqual(sizes),
);

test("blocks take their own middle away", () => {
  const blocks = [
    { from: 0, to: 3 },
    { from: 3, to: 5 },
  ];
  const values = Float64Array.of(1, 2, 6, 100, 300);
  expect([...lessBlock(values, blocks, meanOf)]).toEqual([-2, -1, 3, -100, 100]);
  expect([...lessBlock(values, blocks, medianOf)]).toEqual([-1, 0, 4, -100, 100]);
});

test("the middle of nothing is none", () => {
  expect(meanOf(new Float64Array())).toBe(0);
  expect(medianOf(new Float64Array())).toBe(0);
});

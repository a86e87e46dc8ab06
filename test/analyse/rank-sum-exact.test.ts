import { expect, test } from "vitest";
import { exactChance } from "../../functions/analyse/rank-sum-exact.ts";
import { randomOf } from "../demo/random.ts";

test.each([
  ["all above: one of 35 ways, and the mirror image of it", [5, 6, 7], [1, 2, 3, 4], 2 / 35],
  ["all below", [1, 2, 3], [4, 5, 6, 7], 2 / 35],
  // rank sums 17 and 7 of 3 among 7 have one more way each at 17 = 4 + 6 + 7: 4, of 35
  ["next to all above", [4, 6, 7], [1, 2, 3, 5], 4 / 35],
  ["in the middle: always as far", [2, 6], [1, 3, 4, 5, 7], 1],
  // 126 ways for each: the larger group is counted by the smaller
  ["a larger group", [5, 6, 7, 8, 9], [1, 2, 3, 4], 2 / 126],
  // ranks 1, 2.5, 2.5, 4: pairs 3.5, 3.5, 5, 5, 6.5, 6.5; as far as 6.5 from 5 are four of six
  ["ties", [2, 3], [1, 2], 4 / 6],
  ["all values equal", [1, 1], [1, 1, 1], 1],
  ["none now", [], [1, 2], 1],
  ["none before", [1, 2], [], 1],
  ["one of each", [2], [1], 1],
])("%s", (_, now, before, chance) => expect(exactChance(now, before)).toBeCloseTo(chance, 12));

test("is what dealing the ranks out in every way gives, with ties and without", () => {
  for (let seed = 0; seed < 40; seed += 1) {
    const random = randomOf("exact", seed);
    const values = Array.from({ length: 9 }, () =>
      Math.floor(random.unit() * (seed % 2 ? 5 : 1e6)),
    );
    const size = 1 + (seed % 8);
    const rankOf = (value: number) =>
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length + 1) / 2;
    const ranks = values.map(rankOf);
    const distance = (bits: number) =>
      Math.abs(ranks.reduce((sum, rank, index) => sum + (bits & (1 << index) ? rank - 5 : 0), 0));
    const deals = Array.from({ length: 2 ** 9 }, (_, bits) => bits).filter(
      (bits) => bits.toString(2).replaceAll("0", "").length === size,
    );
    const ours = distance(2 ** size - 1);
    const chance = deals.filter((bits) => distance(bits) >= ours - 1e-9).length / deals.length;
    expect(exactChance(values.slice(0, size), values.slice(size))).toBeCloseTo(chance, 12);
  }
});

import { expect, test } from "vitest";
import { shareOf } from "../../../functions/analyse/answers/share-of.ts";

// Wilson by hand: 8 of 14, z² = 3.8416: (.5714 + .1372 ± 1.96 √(.2449/14 + .0098)) / 1.2744
test.each<[string, number, number, number | null, number | null]>([
  ["out of none there is no share", 0, 0, null, null],
  ["eight of fourteen", 8, 14, 0.3259, 0.7862],
  ["none of ten is not surely none", 0, 10, 0, 0.2775],
  ["all of ten is not surely all", 10, 10, 0.7225, 1],
  ["one of one", 1, 1, 0.2065, 1],
  ["half of a hundred", 50, 100, 0.4038, 0.5962],
])("%s", (_rule, part, of, low, high) => {
  const said = shareOf(part, of);
  expect(said).toMatchObject({ part, of });
  if (low === null || high === null) expect(said).toMatchObject({ low, high });
  else {
    expect(said.low).toBeCloseTo(low, 3);
    expect(said.high).toBeCloseTo(high, 3);
  }
});

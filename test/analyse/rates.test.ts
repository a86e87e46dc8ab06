import { describe, expect, test } from "vitest";
import { interactions } from "../../functions/analyse/interactions.ts";
import {
  audienceOf,
  engagementRate,
  engagementRateBy,
  engagementRateByReach,
  engagementRateByViews,
} from "../../functions/analyse/rates.ts";

describe("a post's engagement rate", () => {
  const post = { interactions: 37, followers_at_publish: 1850, reach: 740, views: 370 };
  test("is its interactions by followers, reach or views", () => {
    expect(engagementRate(post)).toBe(37 / 1850);
    expect(engagementRateByReach(post)).toBe(37 / 740);
    expect(engagementRateByViews(post)).toBe(37 / 370);
  });

  test.each([
    ["followers", 1850],
    ["reach", 740],
    ["views", 370],
  ] as const)("by %s: of %i", (base, audience) => {
    expect(audienceOf(post, base)).toBe(audience);
    expect(engagementRateBy(post, base)).toBe(37 / audience);
  });

  test.each([
    ["no interactions are a rate of nought", { interactions: 0 }, 0],
    ["unknown interactions make none", { interactions: null }, null],
    ["an unknown audience makes none", { followers_at_publish: null }, null],
    ["where there was nobody to react there is none", { followers_at_publish: 0 }, null],
  ])("%s", (_, of, rate) => expect(engagementRate({ ...post, ...of })).toBe(rate));
});

describe("interactions", () => {
  test.each([
    ["are likes, comments and shares", [31, 2, 4], 37, false],
    ["of a post without any are nought", [0, 0, 0], 0, false],
    ["without shares are partial", [31, 2, null], 33, true],
    ["without likes and comments too", [null, null, 4], 4, true],
    ["of which none is known are unknown, and not partial", [null, null, null], null, false],
  ] as const)("%s", (_, [likes, comments, shares], sum, partial) =>
    expect(interactions({ likes, comments, shares })).toEqual({ interactions: sum, partial }),
  );
});

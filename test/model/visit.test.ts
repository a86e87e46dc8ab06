import { describe, expect, test } from "vitest";
import { stillRefused } from "../../functions/model/run.ts";
import { OLDEST_READ_AGAIN, readingInterval, YOUNG_SECONDS } from "../../functions/model/visit.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

describe("how often a post is read again, by its age", () => {
  test.each([
    ["just published", 0, HOUR, HOUR],
    ["48 hours old", 48 * HOUR, HOUR, HOUR],
    // X charges a post once a day
    ["a second more", 48 * HOUR + 1, 6 * HOUR, DAY],
    ["seven days old", 7 * DAY, 6 * HOUR, DAY],
    ["a second more", 7 * DAY + 1, DAY, DAY],
    ["thirty days old", 30 * DAY, DAY, DAY],
    ["a second more", 30 * DAY + 1, 7 * DAY, 7 * DAY],
    ["ninety days old", 90 * DAY, 7 * DAY, 7 * DAY],
    ["a second more: no longer", 90 * DAY + 1, null, null],
  ])("%s (%i seconds): every %o seconds, on X every %o", (_, age, every, onX) => {
    expect(readingInterval("instagram", age)).toBe(every);
    expect(readingInterval("tiktok", age)).toBe(every);
    expect(readingInterval("x", age)).toBe(onX);
  });

  test("young is two days, and nothing is read after ninety", () => {
    expect(YOUNG_SECONDS).toBe(2 * DAY);
    expect(OLDEST_READ_AGAIN).toBe(90 * DAY);
  });
});

describe("what a platform refused is not asked again", () => {
  const AT = 1_800_000_000;
  test.each([
    ["a permission for a day", "permission_missing", DAY - 1, true],
    ["and then again", "permission_missing", DAY, false],
    ["a figure that is retired for thirty days", "metric_retired", 30 * DAY - 1, true],
    ["and then again", "metric_retired", 30 * DAY, false],
    ["anything else as long as a figure", "not_offered", 2 * DAY, true],
  ] as const)("%s: %s after %i seconds: %s", (_, reason, after, still) =>
    expect(stillRefused({ what: "views", reason, at: AT }, AT + after)).toBe(still),
  );
});

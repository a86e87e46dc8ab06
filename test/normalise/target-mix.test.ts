/** Shares as people type them. */
import { expect, test } from "vitest";
import { Problem } from "../../functions/model/problem.ts";
import { MOST_FAULTS } from "../../functions/normalise/schema-faults.ts";
import { newTargetMix, storedTargetMix, typedMix } from "../../functions/normalise/target-mix.ts";

test.each([
  [
    { events: "25", literacy: " 15 % " },
    { events: 0.25, literacy: 0.15 },
  ],
  [
    { events: "0", literacy: "100" },
    { events: 0, literacy: 1 },
  ],
  // digits of a keyboard that writes them full wide
  [{ events: "２５" }, { events: 0.25 }],
  [{ events: "", literacy: "  " }, {}],
  // another list's, and what is nobody's, are not looked at
  [{ video: "50", nonsense: "99" }, {}],
])("%j is %j", (typed, shares) => expect(typedMix("topic", typed)).toEqual(shares));

function faultsOf(typed: Record<string, string>): string[] {
  return refused(() => typedMix("topic", typed));
}

function refused(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.problems.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}

test.each([
  [{ events: "101" }, ["events not_a_share"]],
  [
    { events: "-5", literacy: "dua", places: "2,5" },
    ["events not_a_share", "literacy not_a_share", "places not_a_share"],
  ],
  [{ events: "60", literacy: "41" }, ["shares over_a_hundred"]],
  [{ events: "60", literacy: "40" }, []],
  [{ events: "1000" }, ["events not_a_share"]],
])("%j is refused: %j", (typed, faults) =>
  expect(faultsOf(typed as Record<string, string>)).toEqual(faults),
);

test.each([
  [{ topic: { events: 0.25 }, format: { video: 1 } }, true],
  [{}, true],
  [{ topic: { nonsense: 0.25 } }, false],
  [{ topic: { events: 1.2 } }, false],
  [{ hours: {} }, false],
])("%j out of a backup: %s", (stored, taken) =>
  expect(storedTargetMix.safeParse(stored).success).toBe(taken),
);

test.each([
  [{ by: "topic", shares: { literacy: 0.29, events: 0.25 } }, []],
  [{ by: "format", shares: {} }, []],
  [{ by: "hours", shares: {} }, ["by not_one_of"]],
  [{ by: "topic" }, ["shares required"]],
  [
    { by: "topic", shares: { video: 0.5, events: 0.255, literacy: -0.1, places: 1.5 } },
    [
      "shares.video not_one_of",
      "shares.events not_a_share",
      "shares.literacy not_a_share",
      "shares.places not_a_share",
    ],
  ],
  [{ by: "topic", shares: { events: 0.6, literacy: 0.41 } }, ["shares over_a_hundred"]],
  [{ by: "format", shares: { story: 0.1 } }, ["shares.story not_one_of"]],
])("%j in JSON is refused: %j", (body, faults) =>
  expect(refused(() => newTargetMix(body))).toEqual(faults),
);

test("of thousands of names that are none some are listed", () => {
  const shares = Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`t${at}`, 0.1]));
  expect(refused(() => newTargetMix({ by: "topic", shares }))).toHaveLength(MOST_FAULTS);
});

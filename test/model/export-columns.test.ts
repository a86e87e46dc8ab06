import { expect, test } from "vitest";
import { EXPORTS } from "../../functions/model/export-columns.ts";
import { COUNTERS } from "../../functions/model/metric.ts";

test.each(["posts", "snapshots"] as const)("every counter of a post is a column of %s", (file) => {
  const names = EXPORTS[file].map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...COUNTERS]));
});

test("no file has a column twice", () => {
  for (const columns of Object.values(EXPORTS)) {
    const names = columns.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  }
});

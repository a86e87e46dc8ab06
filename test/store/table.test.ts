import { describe, expect, test } from "vitest";
import { table } from "../../functions/store/table.ts";

type Thing = { id: number; name: string | null; shown: boolean | null; tags: string[] | null };
const THINGS = table<Thing>("things", { id: "plain", name: "plain", shown: "flag", tags: "json" });

describe("a table's columns", () => {
  test("make the lists of its SQL", () => {
    expect(THINGS.list).toBe("id, name, shown, tags");
    expect(THINGS.of("t")).toBe("t.id, t.name, t.shown, t.tags");
    expect(THINGS.excluded("name", "tags")).toBe("name = excluded.name, tags = excluded.tags");
  });

  test.each<[string, Record<string, unknown>, Thing]>([
    [
      "1 is yes",
      { id: 1, name: "a", shown: 1, tags: '["x"]' },
      { id: 1, name: "a", shown: true, tags: ["x"] },
    ],
    [
      "0 is no",
      { id: 1, name: "", shown: 0, tags: "[]" },
      { id: 1, name: "", shown: false, tags: [] },
    ],
    [
      "null is unknown",
      { id: 1, name: null, shown: null, tags: null },
      { id: 1, name: null, shown: null, tags: null },
    ],
  ])("read a row: %s", (_name, stored, row) => {
    expect(THINGS.fromStored(stored)).toEqual(row);
  });

  test("leave columns alone that a query gives beside them", () => {
    const stored: Record<string, unknown> = { id: 1, name: null, shown: 1, tags: null, count: 1 };
    expect(THINGS.fromStored(stored)).toMatchObject({ shown: true, count: 1 });
  });

  const row: Thing = { id: 1, name: "a", shown: true, tags: ["x", "y"] };
  test.each<[string, Thing, boolean]>([
    ["the same values in another object", { ...row, tags: ["x", "y"] }, true],
    ["another text", { ...row, name: "b" }, false],
    ["unknown instead of no", { ...row, shown: null }, false],
    ["another order in a list", { ...row, tags: ["y", "x"] }, false],
  ])("tell rows apart that would be stored otherwise: %s", (_name, other, same) => {
    expect(THINGS.same(row, other)).toBe(same);
  });

  test("tell them apart by some columns only", () => {
    expect(THINGS.same(row, { ...row, name: "b", shown: false }, ["id", "tags"])).toBe(true);
    expect(THINGS.same(row, { ...row, tags: [] }, ["id", "tags"])).toBe(false);
  });
});

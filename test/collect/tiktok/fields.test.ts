import { expect, test } from "vitest";
import { refusedField } from "../../../functions/collect/tiktok/fields.ts";

const FIELDS = ["id", "a", "b", "c", "d", "e"];

test.each([
  ["the one that the message names", "Fields is not valid: d", "c", "d", 0],
  ["no part of a longer word", "Invalid ideas", "c", "c", 3],
  ["found by halving", "Invalid value", "a", "a", 4],
  ["found at the end", "Invalid value", "e", "e", 3],
  ["no field at all, though the first is named", "Invalid id", "id", null, 1],
])("%s", async (_name, message, refused, expected, calls) => {
  let asked = 0;
  const found = await refusedField(FIELDS, message, async (fields) => {
    asked += 1;
    return !fields.includes(refused);
  });
  expect([found, asked]).toEqual([expected, calls]);
});

test("a single field has no other to blame", async () => {
  expect(await refusedField(["id"], "", async () => true)).toBeNull();
  expect(await refusedField([], "", async () => true)).toBeNull();
});

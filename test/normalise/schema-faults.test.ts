import { describe, expect, test } from "vitest";
import * as z from "zod";
import { readConnection } from "../../functions/normalise/connection.ts";
import {
  faultCode,
  faultsOf,
  pathText,
  refusalsIn,
} from "../../functions/normalise/schema-faults.ts";
import { fromTyped } from "../../functions/normalise/typed.ts";
import { refusal } from "./refusal.ts";

const MANY = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`k${index}`, 1]));

test.each([
  [
    "typed figures",
    () => fromTyped({ account: 1, followers: 2, ...MANY }, { now: 0, time_zone: "UTC" }),
  ],
  ["a connection", () => readConnection({ platform: "x", ...MANY })],
])("of the faults of %s fifty are written down", (_what, run) => {
  expect(refusal(run).problems).toEqual(
    Array.from({ length: 50 }, (_, index) => [`k${index}`, "unknown_field"]),
  );
});

/** Why a schema refuses a value. */
function refused(schema: z.ZodType, value: unknown, most?: number) {
  const { error } = schema.safeParse(value, { error: faultCode });
  if (!error) throw new Error("was not refused");
  return { error, faults: faultsOf(error, value, ["body"], most) };
}
const codes = (schema: z.ZodType, value: unknown) =>
  refused(schema, value).faults.map(({ path, code }) => [path, code]);

describe("the fault of a value", () => {
  const kind = z.enum(["view", "push"]);
  const text = z.string().min(2).max(4);
  const count = z.int().min(0).max(10);

  test.each<[string, z.ZodType, unknown, string]>([
    ["missing", text, undefined, "required"],
    ["missing of a list", kind, undefined, "required"],
    ["not of the list", kind, "export", "not_one_of"],
    ["of another kind than the list", kind, 5, "wrong_type"],
    ["a number for a text", text, 5, "wrong_type"],
    ["a text for a number", count, "5", "wrong_type"],
    ["null", count, null, "wrong_type"],
    ["a number for a list", z.array(text), 5, "wrong_type"],
    ["a fraction", count, 1.5, "not_a_count"],
    ["beyond all numbers", count, Number.POSITIVE_INFINITY, "too_large_a_count"],
    ["no number", count, Number.NaN, "too_large_a_count"],
    ["below nought", count, -1, "not_a_count"],
    ["too large", count, 11, "too_large_a_count"],
    ["too short", text, "a", "empty"],
    ["too long", text, "abcde", "too_long"],
    ["against a pattern", z.string().regex(/^a/), "b", "wrong_type"],
  ])("%s", (_, schema, value, code) => expect(codes(schema, value)).toEqual([["body", code]]));

  test.each<[string, unknown, string, string]>([
    ["does not say which of several shapes it is", {}, "required", "is required"],
    [
      "says one that there is not",
      { way: "fax" },
      "not_one_of",
      "is not one of the known values: push, slack",
    ],
    ["says it by a number", { way: 5 }, "wrong_type", "has the wrong type, not a number"],
  ])("that %s", (_, value, code, message) => {
    const shape = z.discriminatedUnion("way", [
      z.object({ way: z.literal("push") }),
      z.object({ way: z.literal("slack") }),
    ]);
    expect(refused(shape, value).faults).toEqual([{ path: "body.way", code, message }]);
  });

  test("that says when a post was published, missing, is known by its name", () =>
    expect(codes(z.object({ published_at: text, at: text }), {})).toEqual([
      ["body.published_at", "no_published_at"],
      ["body.at", "required"],
    ]));

  test("not of a list names the list; another kind says what was met", () => {
    const said = (schema: z.ZodType, value: unknown) => refused(schema, value).faults[0]?.message;
    expect(said(kind, "export")).toBe("is not one of the known values: view, push");
    expect(said(text, 5)).toBe("must be string, not a number");
    expect(said(text, null)).toBe("must be string, not null");
    expect(said(text, [])).toBe("must be string, not an array");
    expect(said(text, {})).toBe("must be string, not an object");
    expect(said(z.object({ a: z.array(text) }), { a: ["ab", 5] })).toBe(
      "must be string, not a number",
    );
    expect(said(z.string().regex(/^a/), "b")).toBe("has the wrong type, not a string");
    expect(said(count, -1)).toBe("must be a whole number of 0 or more");
  });
});

describe("several faults", () => {
  const post = z.strictObject({ likes: z.int().min(0), id: z.string() });

  test("stand in the order of the input; each unknown field is one", () =>
    expect(codes(z.array(post), [{ likes: -1, id: 5, a: 1, b: 2 }])).toEqual([
      ["body[0].likes", "not_a_count"],
      ["body[0].id", "wrong_type"],
      ["body[0].a", "unknown_field"],
      ["body[0].b", "unknown_field"],
    ]));

  test("that say the same of one place are one", () =>
    expect(codes(z.string().regex(/a/).regex(/b/), "c")).toEqual([["body", "wrong_type"]]));

  test("of several shapes: of the one that it is nearest to", () => {
    const shapes = z.union([
      z.strictObject({ a: z.string(), b: z.string(), c: z.string() }),
      z.strictObject({ d: z.string(), a: z.string() }),
    ]);
    expect(codes(shapes, { a: "x" })).toEqual([["body.d", "required"]]);
    expect(codes(z.object({ in: shapes }), { in: { a: "x", d: 5 } })).toEqual([
      ["body.in.d", "wrong_type"],
    ]);
  });

  test.each([1, 2, 3])("no more than %i are written down, but all are counted", (most) => {
    const { error, faults } = refused(z.array(post), [{ likes: -1, id: 5, a: 1, b: 2 }], most);
    expect(faults).toHaveLength(most);
    expect(refusalsIn(error)).toBe(4);
  });
});

test.each<[PropertyKey[], string]>([
  [[], ""],
  [["posts", 3, "likes"], "posts[3].likes"],
  [[0], "[0]"],
  [[0, "likes"], "[0].likes"],
  [["a", "b c"], 'a["b c"]'],
  [["1a"], '["1a"]'],
  [["a-b"], '["a-b"]'],
  [[""], '[""]'],
  [["a".repeat(61)], "a".repeat(61)],
  [["a".repeat(62)], `["${"a".repeat(60)}"]`],
  [['"'], '["\\""]'],
])("the place %o is written %s", (path, text) => expect(pathText(path)).toBe(text));

import { describe, expect, test } from "vitest";
import type { Answer } from "../../functions/model/answer.ts";
import {
  bodiesOf,
  countOf,
  flagOf,
  objectOf,
  objectsOf,
  textOf,
} from "../../functions/model/json.ts";

/** Whatever a platform may put where something else is documented. */
const ODD = [null, undefined, "", "text", 0, 7, true, [], [1], {}, { a: 1 }] as const;

describe("reading a platform's JSON", () => {
  test.each(ODD.map((value) => [JSON.stringify(value) ?? "undefined", value]))(
    "an object of %s is itself or an empty one",
    (_, value) => {
      const is = typeof value === "object" && value !== null && !Array.isArray(value);
      expect(objectOf(value)).toEqual(is ? value : {});
    },
  );

  test.each([
    ["a list of objects", [{ a: 1 }, { b: 2 }], [{ a: 1 }, { b: 2 }]],
    ["what is no object in it is an empty one", [{ a: 1 }, 7, null], [{ a: 1 }, {}, {}]],
    ["an object is no list", { 0: { a: 1 } }, []],
    ["nothing", null, []],
    ["a text", "abc", []],
  ])("the objects of %s", (_, value, objects) => expect(objectsOf(value)).toEqual(objects));

  test.each([
    ["a text", "Perpustakaan", "Perpustakaan"],
    ["its spaces stay", " a ", " a "],
    ["an id that came as a number", 17_860_000, "17860000"],
    ["nought is an id too", 0, "0"],
    ["a number that lost its last digits", 2 ** 53, null],
    ["a fraction", 1.5, null],
    ["nothing in it", "", null],
    ["nothing but spaces", " \n\t", null],
    ["a NUL is left out", "a\0b", "ab"],
    ["half of a pair of surrogates is mended", "a\ud800", "a\ufffd"],
    ["a list", ["a"], null],
    ["an object", {}, null],
    ["true", true, null],
    ["null", null, null],
    ["what is missing", undefined, null],
  ])("the text of %s", (_, value, text) => expect(textOf(value)).toBe(text));

  test.each([
    ["a number", 12, 12],
    ["nought", 0, 0],
    ["a fraction is rounded", 1.5, 2],
    ["a text of digits", "1763450000", 1_763_450_000],
    ["a text with a fraction", "2.4", 2],
    ["a text with more before it", "a12", null],
    ["or behind it", "12a", null],
    ["a text of many digits after the point", "2.96", 3],
    ["a point without digits", "2.", null],
    ["less than nothing", -1, null],
    ["in a text", "-1", null],
    ["no text at all", "", null],
    ["the largest that any platform counts", 1_000_000_000_000, 1_000_000_000_000],
    ["more than that", 1_000_000_000_001, null],
    ["no number", Number.NaN, null],
    ["true", true, null],
    ["null", null, null],
    ["a list", [5], null],
  ])("the count of %s", (_, value, count) => expect(countOf(value)).toBe(count));

  test.each([
    [true, true],
    [false, false],
    ["true", null],
    [1, null],
    [null, null],
  ])("the flag of %o is %o", (value, flag) => expect(flagOf(value)).toBe(flag));

  test("the bodies of all answers of one kind, in their order", () => {
    const answer = (of: string, body: unknown): Answer => ({
      of,
      post: null,
      asked: [],
      since: null,
      until: null,
      body,
    });
    const answers = [answer("posts", { a: 1 }), answer("profile", { b: 2 }), answer("posts", "x")];
    expect(bodiesOf(answers, "posts")).toEqual([{ a: 1 }, {}]);
    expect(bodiesOf(answers, "insights")).toEqual([]);
  });
});

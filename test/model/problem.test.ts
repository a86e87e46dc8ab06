import { describe, expect, test } from "vitest";
import {
  type Fault,
  fault,
  inWords,
  listedIn,
  listing,
  PROBLEM_STATUS,
  Problem,
  type ProblemCode,
} from "../../functions/model/problem.ts";

describe("a fault", () => {
  test("says what the list says, or something more exact", () => {
    expect(fault("kind", "required")).toEqual({
      path: "kind",
      code: "required",
      message: "is required",
    });
    expect(fault("kind", "required", "is needed here").message).toBe("is needed here");
  });

  test("of accounts names how many a library may have", () =>
    expect(fault("", "too_many_accounts").message).toContain("the 40 accounts"));

  test("may name what it is about, and a screen finds that again", () => {
    const named = listing("kind", "not_one_of", ["view", "push: all", "export"]);
    expect(named).toEqual({
      path: "kind",
      code: "not_one_of",
      message: "is not one of the known values: view, push: all, export",
    });
    expect(listedIn(named)).toBe("view, push: all, export");
    expect(listedIn(fault("kind", "required"))).toBe("");
  });

  test.each<[string, Fault[], string]>([
    [
      "its path and what it says",
      [fault("posts[3].likes", "empty")],
      "posts[3].likes must not be empty",
    ],
    ["the first of several", [fault("a", "empty"), fault("b", "required")], "a must not be empty"],
    ["of the whole body", [fault("", "not_json")], "the body is not JSON"],
    ["none: there was nothing", [], "nothing to store"],
  ])("in words: %s", (_, faults, words) => expect(inWords(faults)).toBe(words));
});

describe("a refusal", () => {
  test.each<[ProblemCode, number]>([
    // RFC 9110's, and 429 of RFC 6585
    ["invalid", 400],
    ["unauthorized", 401],
    ["forbidden", 403],
    ["not_found", 404],
    ["conflict", 409],
    ["gone", 410],
    ["too_large", 413],
    ["unsupported", 415],
    ["rate_limited", 429],
    ["internal", 500],
    ["upstream", 502],
    ["unavailable", 503],
  ])("%s is answered by %i", (code, status) => expect(new Problem(code, "no").status).toBe(status));

  test("every kind is in the table above", () =>
    expect(Object.keys(PROBLEM_STATUS)).toHaveLength(12));

  test("has one shape, whatever is wrong", () => {
    const faults = [fault("kind", "required")];
    const problem = new Problem("invalid", "kind is required", faults);
    expect(problem).toBeInstanceOf(Error);
    expect(problem).toMatchObject({ name: "Problem", message: "kind is required" });
    expect(JSON.parse(JSON.stringify(problem))).toEqual({
      error: { code: "invalid", message: "kind is required", problems: faults },
    });
    expect(new Problem("gone", "gone").problems).toEqual([]);
  });
});

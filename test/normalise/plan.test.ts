import { describe, expect, test } from "vitest";
import * as z from "zod";
import { MOST_OF_A_SERIES } from "../../functions/model/plan.ts";
import {
  newPlan,
  newPlanWire,
  planChange,
  planChangeWire,
  seriesDays,
} from "../../functions/normalise/plan.ts";
import { refusal } from "./refusal.ts";

const LEAST = { on: "2026-12-01", accounts: [1], title: "Kuis" };
const WHOLE = {
  on: "2028-02-29",
  at: "23:59",
  accounts: [2, 1],
  format: "carousel",
  topic: "new_books",
  title: "Koleksi baru",
  note: "Foto\nsampul",
  person: "Rini",
  event: 4,
  state: "idea",
} as const;
const plan = (of: object = {}) => newPlan({ ...LEAST, ...of });
const NFD = "Cafe\u0301";

describe("a plan", () => {
  test("of all fields is as it was said", () =>
    expect(newPlan(WHOLE)).toEqual({ fields: WHOLE, days: [WHOLE.on] }));

  test("of the least is planned for any time of its day", () =>
    expect(plan().fields).toEqual({
      ...LEAST,
      at: null,
      format: null,
      topic: null,
      note: null,
      person: null,
      event: null,
      state: "planned",
    }));

  test.each([
    ["accounts are named once", { accounts: [2, 1, 2] }, { accounts: [2, 1] }],
    ["a title without the spaces around it", { title: "  Kuis  " }, { title: "Kuis" }],
    [
      "letters are composed",
      { title: NFD, note: NFD, person: NFD },
      { title: "Café", note: "Café", person: "Café" },
    ],
    ["line ends are one letter", { note: "a\r\nb\rc\nd" }, { note: "a\nb\nc\nd" }],
    ["a note of nothing is none", { note: " \r\n\u200b" }, { note: null }],
    ["a person of nothing is none", { person: " " }, { person: null }],
    [
      "null is not said",
      { at: null, format: null, topic: null, note: null, person: null, event: null },
      { at: null },
    ],
    ["200 letters of title", { title: "é".repeat(200) }, { title: "é".repeat(200) }],
    ["200 letters of four octets", { title: "📚".repeat(200) }, { title: "📚".repeat(200) }],
    ["200 letters, composed", { title: "e\u0301".repeat(200) }, { title: "é".repeat(200) }],
    ["2,000 of note", { note: "a".repeat(2_000) }, { note: "a".repeat(2_000) }],
    [
      "a line end counts as one letter",
      { note: `a${"\r\n".repeat(1_998)}b` },
      { note: `a${"\n".repeat(1_998)}b` },
    ],
    ["the first day", { on: "2004-01-01" }, { on: "2004-01-01" }],
    ["the last day", { on: "2099-12-31" }, { on: "2099-12-31" }],
    ["marks of direction stay", { title: "\u200fابجد" }, { title: "\u200fابجد" }],
  ])("%s", (_, said, expected) => expect(plan(said).fields).toMatchObject(expected));

  test.each<[string, object, [string, string][]]>([
    ["31 February", { on: "2026-02-31" }, [["on", "not_a_day"]]],
    ["a day in another order", { on: "01/12/2026" }, [["on", "not_a_day"]]],
    ["a day before any platform", { on: "2003-12-31" }, [["on", "too_early"]]],
    ["a day of the next century", { on: "2100-01-01" }, [["on", "too_late"]]],
    ["no day", { on: undefined }, [["on", "required"]]],
    ["an hour that is none", { at: "25:61" }, [["at", "not_an_hour"]]],
    ["no hour at all", { at: "" }, [["at", "not_an_hour"]]],
    ["no account", { accounts: [] }, [["accounts", "empty"]]],
    ["accounts that are left out", { accounts: undefined }, [["accounts", "required"]]],
    ["account 0", { accounts: [1, 0] }, [["accounts[1]", "not_a_count"]]],
    [
      "more accounts than there can be",
      { accounts: Array.from({ length: 41 }, (_, id) => id + 1) },
      [["accounts", "too_long"]],
    ],
    ["an unknown format", { format: "reel" }, [["format", "not_one_of"]]],
    ["an unknown topic", { topic: "books" }, [["topic", "not_one_of"]]],
    ["an unknown state", { state: "published" }, [["state", "not_one_of"]]],
    ["no title", { title: undefined }, [["title", "required"]]],
    ["an empty title", { title: "" }, [["title", "empty"]]],
    ["a title that cannot be seen", { title: " \u200b\t" }, [["title", "empty"]]],
    ["201 letters of title", { title: "a".repeat(201) }, [["title", "too_long"]]],
    ["a NUL in the title", { title: "a\0" }, [["title", "control_character"]]],
    ["a line end in the title", { title: "a\nb" }, [["title", "control_character"]]],
    ["half of a letter", { title: "a\ud83d" }, [["title", "control_character"]]],
    ["2,001 letters of note", { note: "a".repeat(2_001) }, [["note", "too_long"]]],
    ["a NUL in the note", { note: "a\0" }, [["note", "control_character"]]],
    ["half of a letter in the note", { note: "\udcda" }, [["note", "control_character"]]],
    ["81 letters of person", { person: "a".repeat(81) }, [["person", "too_long"]]],
    ["a line end in the person", { person: "a\nb" }, [["person", "control_character"]]],
    ["event 0", { event: 0 }, [["event", "not_a_count"]]],
    ["a number for a title", { title: 5 }, [["title", "wrong_type"]]],
    ["a field that is none", { published: true }, [["published", "unknown_field"]]],
    [
      "all that is wrong at once",
      { on: "x", at: "y", title: "" },
      [
        ["on", "not_a_day"],
        ["at", "not_an_hour"],
        ["title", "empty"],
      ],
    ],
  ])("is refused: %s", (_, said, problems) =>
    expect(refusal(() => plan(said))).toEqual({ code: "invalid", problems }),
  );

  test.each([null, "Kuis", [], 5])("%j is none", (body) =>
    expect(refusal(() => newPlan(body)).code).toBe("invalid"),
  );
});

describe("a series", () => {
  const days = (every_weeks: number, until: string) =>
    plan({ repeat: { every_weeks, until } }).days;
  test.each([
    [
      "every week, the last day among them",
      1,
      "2026-12-15",
      ["2026-12-01", "2026-12-08", "2026-12-15"],
    ],
    ["the day before the last is not reached", 1, "2026-12-14", ["2026-12-01", "2026-12-08"]],
    [
      "every second week, over the year's end",
      2,
      "2027-01-12",
      ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12"],
    ],
    ["of one, until its own day", 12, "2026-12-01", ["2026-12-01"]],
    ["every twelfth week", 12, "2027-02-23", ["2026-12-01", "2027-02-23"]],
  ])("%s", (_, every, until, expected) => expect(days(every, until)).toEqual(expected));

  test("runs over a leap day", () =>
    expect(seriesDays("2028-02-22", 1, "2028-03-07")).toEqual([
      "2028-02-22",
      "2028-02-29",
      "2028-03-07",
    ]));

  test("null repeats nothing", () => expect(plan({ repeat: null }).days).toEqual(["2026-12-01"]));

  test("of the most is written out, of one more it is not", () => {
    const last = seriesDays("2026-12-01", 1, "2028-11-21");
    expect(last).toHaveLength(MOST_OF_A_SERIES);
    expect(last.at(-1)).toBe("2028-11-21");
    expect(seriesDays("2026-12-01", 1, "2028-11-28")).toBe("too_long_a_series");
  });

  test.each<[string, object, [string, string]]>([
    ["too many", { every_weeks: 1, until: "2099-12-31" }, ["repeat.until", "too_long_a_series"]],
    ["ten thousand years", { every_weeks: 1, until: "9999-12-31" }, ["repeat.until", "too_late"]],
    [
      "an end before the beginning",
      { every_weeks: 1, until: "2026-11-30" },
      ["repeat.until", "before_first"],
    ],
    [
      "an end that does not exist",
      { every_weeks: 1, until: "2026-02-31" },
      ["repeat.until", "not_a_day"],
    ],
    ["no end", { every_weeks: 1 }, ["repeat.until", "required"]],
    ["every 0 weeks", { every_weeks: 0, until: "2026-12-15" }, ["repeat.every_weeks", "not_weeks"]],
    [
      "every 13 weeks",
      { every_weeks: 13, until: "2026-12-15" },
      ["repeat.every_weeks", "not_weeks"],
    ],
    [
      "every half week",
      { every_weeks: 0.5, until: "2026-12-15" },
      ["repeat.every_weeks", "not_weeks"],
    ],
  ])("is refused: %s", (_, repeat, problem) =>
    expect(refusal(() => plan({ repeat })).problems).toEqual([problem]),
  );
});

describe("a change of a plan", () => {
  test("is what was said alone, in the same way", () =>
    expect(planChange({ version: 3, title: " Kuis ", note: null, accounts: [1, 1] })).toEqual({
      version: 3,
      fields: { title: "Kuis", note: null, accounts: [1] },
    }));
  test("of nothing is none", () =>
    expect(planChange({ version: 1, on: undefined })).toEqual({ version: 1, fields: {} }));
  test("of every field", () => expect(planChange({ version: 1, ...WHOLE }).fields).toEqual(WHOLE));

  test.each<[string, object, [string, string][]]>([
    ["no version", { title: "Kuis" }, [["version", "required"]]],
    ["version 0", { version: 0 }, [["version", "not_a_count"]]],
    ["no day", { version: 1, on: null }, [["on", "wrong_type"]]],
    ["no account", { version: 1, accounts: [] }, [["accounts", "empty"]]],
    ["an empty title", { version: 1, title: " " }, [["title", "empty"]]],
    ["an unknown state", { version: 1, state: "done" }, [["state", "not_one_of"]]],
    ["a repetition", { version: 1, repeat: null }, [["repeat", "unknown_field"]]],
    ["its id", { version: 1, id: 3 }, [["id", "unknown_field"]]],
  ])("is refused: %s", (_, body, problems) =>
    expect(refusal(() => planChange(body))).toEqual({ code: "invalid", problems }),
  );
});

test("the schemas can be described, with what a form needs to know", () => {
  for (const wire of [newPlanWire, planChangeWire]) {
    const described = JSON.stringify(z.toJSONSchema(wire, { io: "input" }));
    expect(described).toMatch(/"maxLength":200\b/);
    expect(described).toMatch(/"maxLength":2000\b/);
    expect(described).toContain('"enum":["idea","planned","dropped"]');
  }
});

/** What a spreadsheet does to a file. */
import { describe, expect, test } from "vitest";
import { dailyFigure } from "../../functions/normalise/daily-figures.ts";
import { unwrapped } from "../../functions/normalise/unwrap.ts";
import { areZeroed, wholeId } from "../../functions/normalise/whole-id.ts";

describe("lines wrapped into one cell each", () => {
  const FILE = 'a,b\n1,"x, y"\n2,"z ""q"""';
  test.each([
    ["each in quotes", '"a,b"\n"1,""x, y"""\n"2,""z """"q"""""""', FILE],
    ["only those that need it", 'a,b\n"1,""x, y"""\n"2,""z """"q"""""""', FILE],
    ["CRLF", '"a,b"\r\n"1,""x, y"""\r\n"2,""z """"q"""""""', FILE],
    ["padded", '"a,b";;\n"1,""x, y""";;\n"2,""z """"q""""""";;', FILE],
    ["padded and nothing in quotes", "a,b;\n1,x; y\n2,z;", "a,b\n1,x; y\n2,z"],
    ["a line that held the other mark", '"a,b"\n"1,""x";" y"""\n2,3', 'a,b\n1,"x; y"\n2,3'],
    ["a caption of two lines", '"a,b"\n"1,""x"\n"y"""', 'a,b\n1,"x\ny"'],
  ])("%s", (_, text, file) => expect(unwrapped(text)).toBe(file));

  test.each([
    ["commas", FILE],
    ["semicolons", 'a;b\n1;"x; y"'],
    ["tabs", "a\tb\n1\t2"],
    ["CRLF", "a,b\r\n1,2\r\n"],
    ["all cells in quotes", '"a","b"\n"1","2"'],
    ["a caption of two lines", 'a,b\n1,"x\ny"\n'],
    ["a title above", '"Reach"\n"Date","Primary"\n"1","2"'],
    ["one column", "a\n1\n2"],
    ["a semicolon at the end of a caption's line", 'a,b\n1,"Jadwal;\nSenin"\n2,x'],
    ["a line of spaces in a caption", 'a,b\n1,"x\n   \ny"\n'],
    ["a caption's line that begins with a quotation mark", 'a,b\n1,"x\n""y"";\nz"\n'],
    ["nothing", ""],
  ])("others stay as they are: %s", (_, text) => expect(unwrapped(text)).toBe(text));
});

describe("ids", () => {
  const WHOLE = "122000000000045678";
  test.each([
    ["whole", WHOLE, null, false, { id: WHOLE }],
    ["of two parts", "1_2", null, false, { id: "1_2" }],
    ["kept whole by a mark", `'${WHOLE}`, null, false, { id: WHOLE }],
    ["and by a formula", `="${WHOLE}"`, null, false, { id: WHOLE }],
    ["none", " ", WHOLE, false, { id: null }],
    ["a word", "abc", WHOLE, false, { fault: "not_an_id" }],
    ["shortened, and whole in the link", "1.22E+17", WHOLE, false, { id: WHOLE }],
    ["with a comma", "1,22E+17", WHOLE, false, { id: WHOLE }],
    ["rounded up", "1.23E+17", "122900000000045678", false, { id: "122900000000045678" }],
    ["shortened, and nowhere else", "1.22E+17", null, false, { fault: "damaged_id" }],
    [
      "shortened, and another in the link",
      "1.22E+17",
      "555000000000045678",
      false,
      { fault: "damaged_id" },
    ],
    ["its end lost, and whole in the link", "122000000000045000", WHOLE, false, { id: WHOLE }],
    [
      "ends in a zero, and says the link so",
      "122000000000045670",
      "122000000000045670",
      false,
      { id: "122000000000045670" },
    ],
    [
      "ends in a zero, and the link says another",
      "122000000000045670",
      "7",
      false,
      { id: "122000000000045670" },
    ],
    [
      "its end lost as in the whole column",
      "122000000000045000",
      null,
      true,
      { fault: "damaged_id" },
    ],
    [
      "kept whole by a mark in such a file",
      '="122000000000045000"',
      null,
      true,
      { id: "122000000000045000" },
    ],
    [
      "shortened, and a shorter one in the link",
      "1.22E+17",
      "1221234567890123",
      false,
      { fault: "damaged_id" },
    ],
    [
      "rounded up to the next length",
      "1.00E+17",
      "99999999999945678",
      false,
      { id: "99999999999945678" },
    ],
    ["longer than any", "1E+999", "1", false, { fault: "damaged_id" }],
    ["a column of those, but the link has it", "122000000000045000", WHOLE, true, { id: WHOLE }],
  ])("%s", (_, text, elsewhere, zeroed, expected) =>
    expect(wholeId(text, elsewhere, zeroed)).toEqual(expected),
  );

  test.each([
    [
      "three that end in zeros",
      ["17900000000000100", "17900000000000200", "17900000000000400"],
      true,
    ],
    ["two", ["17900000000000100", "17900000000000200"], true],
    ["one", ["17900000000000100"], true],
    [
      "one post three times, beside a whole one",
      [...Array(3).fill("17900000000000100"), "17900000000000101"],
      false,
    ],
    ["most of them", ["17900000000000100", "17900000000000200", "17900000000000401"], true],
    ["few, by chance", ["17900000000000100", "17900000000000201", "17900000000000401"], false],
    ["what a mark keeps whole", ["'17900000000000100", '="17900000000000200"'], false],
    ["ids too short to be cut", ["100000000000000", "200000000000000", "300000000000000"], false],
    ["none", [], false],
  ])("a column with its ends lost: %s", (_, ids, zeroed) => expect(areZeroed(ids)).toBe(zeroed));
});

test.each([
  ["Reach", "reach", null],
  ["Jangkauan", "reach", null],
  ["Facebook reach", "reach", "facebook"],
  ["Jangkauan Instagram", "reach", "instagram"],
  ["Views", "views", null],
  ["Tayangan", "views", null],
  ["Instagram follows", "followers_gained", "instagram"],
  ["Pengikut Instagram", "followers_gained", "instagram"],
  ["Facebook follows", "followers_gained", "facebook"],
  ["Instagram profile visits", "profile_views", "instagram"],
  ["Kunjungan Profil Instagram", "profile_views", "instagram"],
  ["Kunjungan profil", "profile_views", null],
  ["Facebook visits", "profile_views", "facebook"],
  ["Kunjungan Facebook", "profile_views", "facebook"],
])("Meta's daily %o is %s of %o", (title, metric, platform) =>
  expect(dailyFigure(title)).toEqual({ metric, platform }),
);

test.each(["Content interactions", "Klik tautan Instagram", "", "Facebook"])(
  "Meta's daily %o is not kept",
  (title) => expect(dailyFigure(title)).toBeNull(),
);

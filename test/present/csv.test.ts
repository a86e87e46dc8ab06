import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { type Cell, type Dialect, toCsv } from "../../functions/present/csv.ts";

const COLUMNS = [{ name: "cell", type: "text" }] as const;
const line = (cell: Cell, dialect?: Dialect) =>
  toCsv(COLUMNS, [[cell]], dialect)
    .split("\r\n")
    .slice(1, -1)
    .join("\r\n");
const ENGLISH: Dialect = { excel: true, language: "en" };
const INDONESIAN: Dialect = { excel: true, language: "id" };

describe("what a spreadsheet would take for a formula", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ["+62", "'+62"],
    ["-1", "'-1"],
    ["@perpus", "'@perpus"],
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠SUM(1)", "'＠SUM(1)"],
    ["\0=1+1", "'\0=1+1"],
    ["\u200b=1+1", "'\u200b=1+1"],
    ["\u200b \u2060@SUM(1)", "'\u200b \u2060@SUM(1)"],
    ["a=1", "a=1"],
    ["9-10 = -1", "9-10 = -1"],
    ["jam 9-10 + 1", "jam 9-10 + 1"],
    ["'=1+1", "''=1+1"],
    ["''\u200b@a", "'''\u200b@a"],
    ["'a=1", "'a=1"],
    ["' =1", "'' =1"],
    ["'", "'"],
  ])("%j at the start of a text", (text, cell) => {
    expect(line(text)).toBe(cell);
    expect(line(text, INDONESIAN)).toBe(cell);
  });

  test.each([
    ["x;=1+1;y", "x;'=1+1;y"],
    ["x,=1+1,y", "x,'=1+1,y"],
    ["x\t=1+1", "x\t'=1+1"],
    ["x\n=1+1", "x\n'=1+1"],
    ["x\r\n+1\r@a", "x\r\n'+1\r'@a"],
    ["x;\u200b ＝1+1", "x;\u200b '＝1+1"],
    ['x;"=1+1;y', "x;\"'=1+1;y"],
    ["\uFEFF=1+1", "'\uFEFF=1+1"],
    ["\n=1+1", "'\n'=1+1"],
    ["\t=1", "'\t'=1"],
    ["\r=1", "'\r'=1"],
    ["=1\n+2", "'=1\n'+2"],
    ["jam 9-10; @perpus", "jam 9-10; '@perpus"],
    ["x;'=1,''+1;y", "x;''=1,'''+1;y"],
    ["x;' =1", "x;' =1"],
    ["jam 9-10; a@b, 1+1 = 2", "jam 9-10; a@b, 1+1 = 2"],
  ])("%j where another separator or a line break cuts the text", (text, guarded) => {
    for (const dialect of [undefined, ENGLISH, INDONESIAN]) {
      const [, [cell] = []] = Papa.parse<string[]>(
        toCsv(COLUMNS, [[text]], dialect).replace(/^\uFEFF/, ""),
        { delimiter: dialect === INDONESIAN ? ";" : "," },
      ).data;
      expect(cell).toBe(guarded);
    }
  });

  test("no cell is a formula, whatever it holds and whatever separator is read", () => {
    const part = fc.constantFrom(...",;\t\r\n\"'=+-@＝＠ a\0\u200b\uFEFF");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const dialect of [undefined, INDONESIAN]) {
          const text = toCsv([...COLUMNS, ...COLUMNS], [["id", parts.join("")]], dialect);
          for (const separator of [",", ";", "\t"]) {
            expect(cellsAsRead(text, separator).filter((cell) => OPENS.test(cell))).toEqual([]);
          }
        }
      }),
      { numRuns: 3_000, seed: 7 },
    );
  });
});

describe("the bytes", () => {
  /** The guard as it is said, looked for from every place: slow, and short enough to be seen to be right. */
  const SIGN = "[=+\\-@＝＋－＠]";
  const DROPPED = "\\s\\p{Cc}\\p{Cf}";
  const guarded = (text: string) =>
    (new RegExp(`^'*(?:[\\t\\r\\n\\0]|[${DROPPED}]*${SIGN})`, "u").test(text) ? "'" : "") +
    text.replaceAll(
      new RegExp(`([,;"${DROPPED}]+)('*)(${SIGN})`, "gu"),
      (found: string, before: string, marks: string, sign: string) =>
        /[,;\t\r\n]/.test(before) ? `${before}${marks}'${sign}` : found,
    );
  const expected = (
    rows: Cell[][],
    { excel, language }: Dialect = { excel: false, language: "en" },
  ) => {
    const comma = excel && language === "id";
    const data = rows.map((row) =>
      row.map((cell) => {
        if (typeof cell === "number" && comma) return String(cell).replace(".", ",");
        if (typeof cell !== "string") return cell;
        return excel && /^(?:\d{12,}|0\d+|\d+e\d+)$/i.test(cell) ? `="${cell}"` : guarded(cell);
      }),
    );
    const config = { newline: "\r\n", delimiter: comma ? ";" : "," };
    return `${excel ? "\uFEFF" : ""}${Papa.unparse([["a", "b;c, d"], ...data], config)}\r\n`;
  };
  const columns = [
    { name: "a", type: "text" as const },
    { name: "b;c, d", type: "text" as const },
  ];
  const part = fc.constantFrom(...",;\t\r\n\"'=+-@＝＠ a0#:/é📚\0\u200b\uFEFF\u{E0041}");
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.array(part, { maxLength: 10 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 8 }),
    fc.stringMatching(/^[0-9A-Za-z_#][!-~]{0,8}$/),
    fc.stringMatching(/^\d{1,20}$/),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.constantFrom(null, true, false),
  );

  test("are those of a general writer over guarded texts, in every dialect", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 4 }), (rows) => {
        for (const dialect of [undefined, ENGLISH, INDONESIAN]) {
          expect(toCsv(columns, rows, dialect)).toBe(expected(rows, dialect));
        }
      }),
      { numRuns: 3_000, seed: 11 },
    );
  });

  test("of a hostile text are there at once: no run is looked at from each of its places", () => {
    const texts = [
      "'".repeat(200_000),
      ",".repeat(200_000),
      `${" ".repeat(200_000)}=`,
      ",=".repeat(100_000),
    ];
    const before = performance.now();
    for (const text of texts) toCsv(columns, [[text, null]]);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

/** A cell that is calculated, after what some spreadsheets drop. */
const OPENS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * As Excel reads a file: a quotation mark means something at the start of a cell alone, and what stands behind the one
 * that closes it belongs to the cell.
 */
function cellsAsRead(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = "";
  let state: "start" | "quoted" | "plain" = "start";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (state === "quoted") {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else state = "plain";
    } else if (letter === '"' && state === "start") state = "quoted";
    else if (letter === separator || letter === "\r" || letter === "\n") {
      cells.push(cell);
      cell = "";
      state = "start";
    } else {
      cell += letter;
      state = "plain";
    }
  }
  return [...cells, cell];
}

test("without a row there is the header alone, closed by one line break", () => {
  expect(toCsv(COLUMNS, [])).toBe("cell\r\n");
  expect(toCsv(COLUMNS, [], INDONESIAN)).toBe("\uFEFFcell\r\n");
  expect(toCsv(COLUMNS, [["a"]])).toBe("cell\r\na\r\n");
});

test("numbers stay numbers, below zero and with a decimal comma, too", () => {
  expect([-2, -0.5, 1.25, null, true].map((cell) => line(cell))).toEqual([
    "-2",
    "-0.5",
    "1.25",
    "",
    "true",
  ]);
  expect([-2, -0.5, 1.25, null, true].map((cell) => line(cell, INDONESIAN))).toEqual([
    "-2",
    "-0,5",
    "1,25",
    "",
    "true",
  ]);
});

describe("ids in the dialect for spreadsheets", () => {
  const columns = [
    { name: "post", type: "text" as const },
    { name: "likes", type: "count" as const },
  ];
  /** A cell as a spreadsheet that opens the file has it: a formula of a text is that text, digits are a number of 15. */
  const opened = (cell: string): string => {
    const formula = /^="([^"]*)"$/.exec(cell);
    if (formula) return formula[1] ?? "";
    return /^\d+$/.test(cell) ? String(Number(Number(cell).toPrecision(15))) : cell;
  };
  const cells = (ids: string[], language: "id" | "en") =>
    Papa.parse<string[]>(
      toCsv(
        columns,
        ids.map((id) => [id, 3]),
        { excel: true, language },
      ).replace("\uFEFF", ""),
      { skipEmptyLines: true },
    ).data.slice(1);

  test.each([
    ["seventeen digits", "17900000000000401"],
    ["nineteen", "7706235763653869589"],
    ["twelve, which would show as 1.23E+11", "123456789012"],
    ["a zero in front", "0081234"],
    ["two parts", "104_17900000000000401"],
  ])("stay whole: %s", (_what, id) => {
    for (const language of ["id", "en"] as const) {
      expect(cells([id], language).map(([cell = ""]) => opened(cell))).toEqual([id]);
    }
  });

  test("stay apart, and counts stay numbers", () => {
    const rows = cells(["17900000000000401", "17900000000000402"], "id");
    expect(new Set(rows.map(([cell = ""]) => opened(cell))).size).toBe(2);
    expect(rows.map(([, likes]) => likes)).toEqual(["3", "3"]);
  });

  test("are bare in the plain dialect", () => {
    const row = [["17900000000000401", 3]];
    expect(toCsv(columns, row)).toBe("post,likes\r\n17900000000000401,3\r\n");
  });

  test("a text that only begins with digits is no id", () => {
    expect(cells(["2026 tahun", '1"2'], "en").map(([cell]) => cell)).toEqual(["2026 tahun", '1"2']);
  });
});

import { describe, expect, test } from "vitest";
import { EXPORT_KINDS } from "../../functions/model/import.ts";
import { EXPORT_COLUMNS, HEADER_LANGUAGES } from "../../functions/normalise/columns.ts";
import { readCsv } from "../../functions/normalise/csv.ts";
import { textOfFile } from "../../functions/normalise/file-text.ts";
import { recognise } from "../../functions/normalise/recognise.ts";
import { refusal } from "./refusal.ts";

describe("a CSV file's rows", () => {
  test.each([
    ["commas", "a,b\n1,2", ",", ["a", "b"], ["1", "2"]],
    ["semicolons", "a;b\n1;2", ";", ["a", "b"], ["1", "2"]],
    ["tabs", "a\tb\n1\t2", "\t", ["a", "b"], ["1", "2"]],
    [
      "the mark that cuts the header most",
      "a,b;c;d\n1;2;3",
      ";",
      ["a,b", "c", "d"],
      ["1", "2", "3"],
    ],
    ["of equals the comma", "a\n1", ",", ["a"], ["1"]],
    ["Excel's own first line says it", "sep=;\r\na,b;c\r\n1;2", ";", ["a,b", "c"], ["1", "2"]],
    ["a sign of its own", "sep=|\na|b\n1|2", "|", ["a", "b"], ["1", "2"]],
    ["a byte order mark is no cell", "\uFEFFa,b\n1,2", ",", ["a", "b"], ["1", "2"]],
    ["quotes hold marks and line breaks", '"a,x",b\n"1\n2","3"', ",", ["a,x", "b"], ["1\n2", "3"]],
  ])("%s", (_, text, delimiter, header, cells) =>
    expect(readCsv(text, 2)).toEqual({
      title: null,
      header,
      delimiter,
      rows: [{ row: 2, cells, fault: null }],
    }),
  );

  test("blank rows are passed over and counted", () =>
    expect(readCsv("a,b\n1,2\n\n , \n3,4\n", 2).rows.map(({ row }) => row)).toEqual([2, 5]));

  test("a later piece of a file goes on counting", () =>
    expect(readCsv("a,b\n1,2\n3,4", 252).rows.map(({ row }) => row)).toEqual([252, 253]));

  test.each([
    ["more cells than columns", "a,b\n1,2,3", "too_many_cells"],
    ["blank ones too many are none", "a,b\n1,2, ,", null],
    ["fewer cells are unknown", "a,b\n1", null],
    ["a quotation mark inside one", 'a,b\n1,"2"3"', "bad_quotes"],
    ["that before too many cells", 'a,b\n1,2,3,"4"5"', "bad_quotes"],
  ])("%s: %s", (_, text, fault) => expect(readCsv(text, 2).rows[0]?.fault).toBe(fault));

  test("only the row that holds the mark is bad", () =>
    expect(readCsv('a,b\n1,2\n3,"4"5"', 2).rows.map(({ fault }) => fault)).toEqual([
      null,
      "bad_quotes",
    ]));

  test.each([
    ["breaks off", "a,b\n1,2\n3", [null, "cut_off"]],
    ["has an end", "a,b\n1,2\n3\n", [null, null]],
    ["is whole", "a,b\n1,2\n3,4", [null, null]],
    ["is as short as all", "a,b\n1\n3", [null, null]],
  ])("the last row %s", (_, text, faults) =>
    expect(readCsv(text, 2).rows.map(({ fault }) => fault)).toEqual(faults),
  );

  test.each([
    ["the last row", 'a,b\n1,2\n3,"4', 2, "row 3"],
    ["rows before it are refused with it", 'a,b\n1,"2\n3,4\n5,6', 2, "row 2"],
    ["a later piece", 'a,b\n1,2\n3,"4', 252, "row 253"],
  ])("a file that ends inside a quotation mark: %s", (_, text, first, path) =>
    expect(refusal(() => readCsv(text, first))).toEqual({
      code: "invalid",
      problems: [[path, "cut_off"]],
    }),
  );

  test.each([
    [
      "a title of one cell",
      '"Jangkauan"\n"Tanggal","Primary"\n1,2',
      "Jangkauan",
      ["Tanggal", "Primary"],
    ],
    [
      "below the line of the delimiter",
      'sep=,\r\n"Reach"\r\n"Date","Primary"\r\n1,2',
      "Reach",
      ["Date", "Primary"],
    ],
    ["padded by a spreadsheet", "sep=,;\nReach;\nDate;Primary\n1;2", "Reach", ["Date", "Primary"]],
    ["a header of one column is none", "Reach\n1\n2", null, ["Reach"]],
  ])("%s", (_, text, title, header) => {
    const csv = readCsv(text, 2);
    expect([csv.title, csv.header, csv.rows[0]?.row]).toEqual([title, header, 2]);
  });

  test.each([
    ["a line", "\na,b\n1,2"],
    ["two, ended in another way than the rest", "\r\n\r\na,b\n1,2"],
    ["a row of empty cells", " , \na,b\n1,2"],
    ["one of a spreadsheet's", ";;\r\na;b\r\n1;2"],
  ])("above the header stands nothing: %s", (_, text) =>
    expect(readCsv(text, 2)).toMatchObject({
      title: null,
      header: ["a", "b"],
      rows: [{ row: 2, cells: ["1", "2"], fault: null }],
    }),
  );

  test("blank lines around a title", () =>
    expect(readCsv("\nReach\n\nDate,Primary\n1,2", 2)).toMatchObject({
      title: "Reach",
      header: ["Date", "Primary"],
      rows: [{ row: 2, cells: ["1", "2"] }],
    }));

  test.each([
    ["a header", "a,b\r\n1,2\n3,4\n"],
    ["a title", "Laporan\r\na,b\n1,2\n3,4\n"],
    ["the rows", "a,b\n1,2\r\n3,4\r\n"],
    ["a header of an old Mac's", "a,b\r1,2\n3,4\n"],
  ])("lines that end in two ways: %s", (_, text) => {
    const { header, rows } = readCsv(text, 2);
    expect([header, rows.map(({ cells, fault }) => [...cells, fault])]).toEqual([
      ["a", "b"],
      [
        ["1", "2", null],
        ["3", "4", null],
      ],
    ]);
  });

  test("a line break inside a cell stays as it is", () =>
    expect(readCsv('a,b\r\n1,"x\ny"\r\n', 2).rows[0]?.cells).toEqual(["1", "x\ny"]));

  test.each([
    [
      "more commas in the first row than the header has columns",
      "Video title;Video link;Post time\na, b, c, d, e;https://x;16 Juli",
      ["Video title", "Video link", "Post time"],
    ],
    ["as many", "Date;Followers\nNov 9, 2026;2000", ["Date", "Followers"]],
    [
      "a column that is not known has them",
      "Date,Followers,a;b;c;d\n1,2,3",
      ["Date", "Followers", "a;b;c;d"],
    ],
  ])("the header says the delimiter: %s", (_, text, header) =>
    expect(readCsv(text, 2).header).toEqual(header),
  );

  test.each(["", "\n\n", " , \n"])("%o is empty", (text) =>
    expect(refusal(() => readCsv(text, 2))).toEqual({ code: "invalid", problems: [["", "empty"]] }),
  );
});

describe("a file that a person sent", () => {
  const bytes = (...of: (string | number)[]) =>
    Uint8Array.from(
      of.flatMap((one) => (typeof one === "number" ? one : [...new TextEncoder().encode(one)])),
    );

  test.each([
    ["text", bytes("Post ID,é"), "Post ID,é"],
    ["without its byte order mark", bytes(0xef, 0xbb, 0xbf, "a"), "a"],
    ["that begins like a zip", bytes("PK and more"), "PK and more"],
    ["UTF-16, little end first", bytes(0xff, 0xfe, "a", 0, 0xe9, 0), "aé"],
    ["UTF-16, big end first", bytes(0xfe, 0xff, 0, "a", 0, 0xe9), "aé"],
    ["UTF-16 without its mark", bytes("a", 0, "b", 0), "ab"],
    ["so with its big end first", bytes(0, "a", 0, "b"), "ab"],
  ])("%s", (_, file, text) => expect(textOfFile(file)).toBe(text));

  test.each([
    ["nothing", bytes(), "invalid", "empty"],
    ["UTF-16 that ends in half a letter", bytes(0xff, 0xfe, "a"), "unsupported", "utf16_file"],
    ["an old Excel file", bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), "unsupported", "excel_file"],
    ["a new one", bytes("PK", 3, 4, "…xl/workbook.xml"), "unsupported", "excel_file"],
    [
      "one by its other part",
      bytes("PK", 3, 4, "[Content_Types].xml"),
      "unsupported",
      "excel_file",
    ],
    ["another zip", bytes("PK", 3, 4, "posts.csv"), "unsupported", "zip_file"],
    ["a zip with a name that ends in xl", bytes("PK", 3, 4, "axl/b"), "unsupported", "zip_file"],
    ["an empty zip", bytes("PK", 5, 6), "unsupported", "zip_file"],
    ["a PDF", bytes("%PDF-1.7"), "unsupported", "binary_file"],
    ["gzip", bytes(0x1f, 0x8b, 8), "unsupported", "binary_file"],
    // 1 of 4 bytes; 1 of 8; on both sides
    ["a quarter of noughts is something else", bytes("abc", 0), "unsupported", "binary_file"],
    ["noughts here and there", bytes("a", 0, 0, "b"), "unsupported", "binary_file"],
    ["one nought too", bytes("abcdefg", 0), "unsupported", "binary_file"],
    ["Latin-1", bytes("caf", 0xe9), "unsupported", "not_utf8"],
  ])("%s", (_, file, code, problem) =>
    expect(refusal(() => textOfFile(file))).toEqual({ code, problems: [["", problem]] }),
  );
});

describe("an export by its header", () => {
  const nameOf = (kind: (typeof EXPORT_KINDS)[number], role: string) =>
    Object.entries(EXPORT_COLUMNS[kind].columns).find(([known]) => known === role)?.[1].en[0] ?? "";
  const needed = (kind: (typeof EXPORT_KINDS)[number]) =>
    EXPORT_COLUMNS[kind].required.map((role) => nameOf(kind, role));

  test.each(EXPORT_KINDS)("%s is known by every name of every column", (kind) => {
    for (const [role, names] of Object.entries(EXPORT_COLUMNS[kind].columns)) {
      const others = needed(kind).filter((name) => name !== nameOf(kind, role));
      for (const language of HEADER_LANGUAGES) {
        expect(names[language].length, `${role} in ${language}`).toBeGreaterThan(0);
        for (const name of names[language]) {
          expect(name.trim(), role).not.toBe("");
          const found = recognise([...others, name]);
          expect(found.kind).toBe(kind);
          expect(new Map<string, number>(found.places).get(role), name).toBe(others.length);
        }
      }
    }
  });

  test.each([
    ["capitals", ["POST ID", "date", "PoSt LiNk"]],
    ["spaces", [" Post id ", "Date", "Post  Link"]],
    ["quotes and marks that are not seen", ["'Post id'", '"Date"', "\u200ePost Link"]],
    ["wide letters", ["Ｐｏｓｔ ｉｄ", "Date", "Post\u00a0Link"]],
  ])("whatever the %s", (_, header) => expect(recognise(header).kind).toBe("x_content"));

  test("what says nothing that is kept is told, blank names are not", () =>
    expect(recognise(["Post id", "Mood", "Date", " ", "Post Link"]).unused).toEqual(["Mood"]));

  test("names no more of what it does not use than a person could read", () => {
    const many = Array.from({ length: 5000 }, (_, n) => `${n} ${"x".repeat(5000)}`);
    const { unused } = recognise(["Post id", "Date", "Post Link", ...many]);
    expect(unused).toHaveLength(100);
    expect(unused[99]).toHaveLength(60);
  });

  test("the newer of two names wins, and the English one", () => {
    const { places } = recognise([
      "Post id",
      "Date",
      "Post Link",
      "Impressions",
      "Views",
      "Tayangan",
    ]);
    expect(places.get("views")).toBe(4);
  });

  const problemsOf = (header: string[]) => {
    try {
      recognise(header);
      return null;
    } catch (error) {
      return (error as { problems: { path: string; message: string }[] }).problems.map(
        ({ path, message }) => [path, message.split(": ").slice(1).join(": ")],
      );
    }
  };

  test("what is nearly one is told what it lacks; what it has is said back, short", () => {
    const long = "n".repeat(100);
    expect(problemsOf(["Post id", "Post Link", " ", long])).toEqual([
      ["", `Post id, Post Link, ${"n".repeat(60)}`],
      ["X account analytics, content", "Date"],
    ]);
  });

  test("of a header without end forty names are said", () => {
    const header = Array.from({ length: 90 }, (_, index) => `n${index}`);
    expect(problemsOf(header)?.[0]?.[1]?.split(", ")).toEqual(header.slice(0, 40));
  });

  test("what could be any of them is told what all lack, the least first", () =>
    expect(problemsOf(["Mood"])?.map(([path]) => path)).toEqual([
      "",
      "Meta Business Suite, one figure day by day",
      "TikTok Studio, content",
      "TikTok Studio, follower history",
      "Meta Business Suite, Facebook posts",
      "Meta Business Suite, Instagram posts",
      "X account analytics, content",
      "X account analytics, overview",
      "TikTok Studio, overview",
    ]));

  test("a file with more columns than it can have is another", () => {
    expect(recognise(["Date", "Followers", "Difference"]).kind).toBe("tiktok_followers");
    expect(problemsOf(["Date", "Followers", "Difference", "Tweets"])).not.toBeNull();
  });
});

/** Archives and workbooks are opened in the browser, as far as a phone can bear it; nothing in them is evaluated. */
import { describe, expect, test } from "vitest";
import { textOfBytes } from "../../web/islands/file-text.ts";
import { type OpenedFile, openFile } from "../../web/islands/open-files.ts";
import { unzip } from "../../web/islands/unzip.ts";
import { sheetsOf } from "../../web/islands/workbook.ts";
import { bytesOf, type Cell, streamed, utf16, workbook, zip } from "./archives.ts";

const file = (name: string, bytes: Uint8Array) =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { lastModified: 1_795_000_000_000 });
const said = ({ label, name, body, fault }: OpenedFile) => [label, name, fault ?? body];

test.each<[string, Record<string, string | Uint8Array>, number[]]>([
  ["none", { "a.csv": "a", "b.csv": "b" }, [0, 0]],
  [
    "pictures and papers, said once",
    { "a.csv": "a", "1.jpg": "?", "x.pdf": "?", "b.csv": "b" },
    [2, 0],
  ],
  [
    "not those that are named with their fault",
    { "a.csv": "a", "old.xls": "?", "x.pdf": "?" },
    [1, 0],
  ],
  ["not what a Mac leaves", { "a.csv": "a", "__MACOSX/._a.csv": "?" }, [0]],
])("members of an archive that are no figures are counted: %s", async (_what, members, others) => {
  const files = await openFile(file("x.zip", zip(members)));
  expect(files.map((one) => one.others)).toEqual(others);
});

describe("an archive's files stand for themselves", () => {
  test.each<[string, Uint8Array, unknown[]]>([
    [
      "those in folders, and not what a Mac leaves beside them",
      zip({
        "a.csv": "a",
        "ekspor/b.CSV": "b",
        "__MACOSX/._a.csv": "?",
        "ekspor/.DS_Store": "?",
        "foto.jpg": "?",
      }),
      [
        ["x.zip › a.csv", "a.csv", "a"],
        ["x.zip › ekspor/b.CSV", "b.CSV", "b"],
      ],
    ],
    ["stored without packing", zip({ "a.csv": "a,b" }, 0), [["x.zip › a.csv", "a.csv", "a,b"]]],
    [
      "with its sizes said behind it, as a Mac does",
      streamed("a.csv", "a,b\n".repeat(9_999)),
      [["x.zip › a.csv", "a.csv", "a,b\n".repeat(9_999)]],
    ],
    [
      "UTF-16 among them",
      zip({ "Reach.csv": utf16("Reach\n1") }),
      [["x.zip › Reach.csv", "Reach.csv", "Reach\n1"]],
    ],
    [
      "a workbook among them",
      zip({ "b.xlsx": workbook({ S: [["a", 1]] }) }),
      [["x.zip › b.xlsx", "b.xlsx", "a,1"]],
    ],
    [
      "an archive in it is named, and the rest taken",
      zip({ "in.zip": zip({ "a.csv": "a" }), "a.csv": "a", "old.xls": "?", "m.xlsm": "?" }),
      [
        ["x.zip › a.csv", "a.csv", "a"],
        ["x.zip › in.zip", "in.zip", "zip_inside"],
        ["x.zip › old.xls", "old.xls", "old_excel"],
        ["x.zip › m.xlsm", "m.xlsm", "macros"],
      ],
    ],
    ["no file of figures", zip({ "foto.jpg": "?" }), [["x.zip", "x.zip", "zip_empty"]]],
    [
      "cut off",
      zip({ "a.csv": "a,b\n".repeat(999) }).slice(0, 60),
      [["x.zip", "x.zip", "zip_damaged"]],
    ],
  ])("%s", async (_what, bytes, files) =>
    expect((await openFile(file("x.zip", bytes))).map(said)).toEqual(files),
  );

  test("a bomb is stopped while it is unpacked", async () => {
    const bomb = zip({ "a.csv": new Uint8Array(60_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    let wanted = 0;
    const wants = () => {
      wanted += 1;
      return true;
    };
    expect(await unzip(bomb, wants)).toBe("zip_large");
    // the limit is of all files together, and what lies behind it is not begun
    const many = zip({ "a.csv": "x".repeat(60), "b.csv": "y".repeat(60), "c.csv": "z" });
    wanted = 0;
    expect(await unzip(many, wants, { bytes: 119, entries: 9 })).toBe("zip_large");
    expect(wanted).toBe(2);
    expect(await unzip(many, wants, { bytes: 121, entries: 9 })).toMatchObject({ others: [] });
  });

  test("so many files and no more", async () => {
    const files = (count: number) =>
      zip(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.csv`, "a"])));
    expect(await openFile(file("x.zip", files(50)))).toHaveLength(50);
    expect((await openFile(file("x.zip", files(51)))).map(said)).toEqual([
      ["x.zip", "x.zip", "zip_many"],
    ]);
  });

  test("what is locked says so", async () => {
    const locked = zip({ "a.csv": "a,b\n".repeat(99) });
    // behind a password what is packed reads like noise
    locked.fill(0xff, 40, 60);
    expect((await openFile(file("x.zip", locked))).map(said)).toEqual([
      ["x.zip", "x.zip", "zip_damaged"],
    ]);
  });
});

describe("a workbook's sheets are files", () => {
  const rows = async (cells: readonly (readonly Cell[])[]) => {
    const sheets = await sheetsOf(workbook({ S: cells }));
    return typeof sheets === "string" ? sheets : sheets[0]?.text.split("\r\n");
  };

  test.each<[string, readonly (readonly Cell[])[], unknown]>([
    [
      "texts and counts",
      [
        ["Post, ID", 'a "b"'],
        [1204, 0.5],
      ],
      ['"Post, ID","a ""b"""', "1204,0.5"],
    ],
    [
      "a long id keeps its digits",
      [[{ xml: "<c><v>17841403398239763</v></c>" }]],
      ["17841403398239763"],
    ],
    [
      "a date with its clock",
      // 46285.875 days after the last of 1899
      [["Date"], [{ days: 46_285.875 }], [{ days: 46_286 }]],
      ["Date", "2026-09-20 21:00:00", "2026-09-21 00:00:00"],
    ],
    ["dates without a clock", [[{ days: 46_285 }]], ["2026-09-20"]],
    ["a length of time", [[{ days: (3600 + 2 * 60 + 3) / 86_400 }]], ["1:02:03"]],
    ["an empty row keeps its number", [["a"], [], ["b"]], ["a", "", "b"]],
    ["a formula's last result", [[{ xml: "<c><f>1+1</f><v>2</v></c>" }]], ["2"]],
    ["a formula's last text", [[{ xml: '<c t="str"><f>A2</f><v>x</v></c>' }]], ["x"]],
    ["a formula without a result is no count", [[{ xml: "<c><f>1+1</f></c>" }]], ["#?"]],
    [
      "a formula shared, without a result",
      [[{ xml: '<c s="1"><f t="shared" si="0"/></c>' }]],
      ["#?"],
    ],
    [
      "a formula that failed is no count",
      [[{ xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }]],
      ["#DIV/0!"],
    ],
    ["a cell that is only coloured, far out", [["a", { xml: '<c s="1"/>' }]], ["a"]],
    [
      "20,000 rows",
      [["a"], ...Array.from({ length: 20_000 }, () => [1])],
      expect.arrayContaining(["a", "1"]),
    ],
    ["a row more", [["a"], ...Array.from({ length: 20_001 }, () => [1])], "book_long"],
    ["no cell at all", [], "book_empty"],
  ])("%s", async (_what, cells, expected) => expect(await rows(cells)).toEqual(expected));

  test.each([
    ["a row far down", '<row><c r="A1048576"><v>1</v></c></row>'],
    ["a column far out", '<row><c r="XFD1"><v>1</v></c></row>'],
  ])("%s is refused before anything is laid out", async (_what, row) => {
    const sheet = `<worksheet><sheetData>${row}</sheetData></worksheet>`;
    const book = workbook({ S: [["a"]] }, { "xl/worksheets/sheet1.xml": sheet });
    expect(await sheetsOf(book)).toBe("book_long");
  });

  test("one long text in many cells is refused too", async () => {
    const shared = `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`;
    const cell = { xml: '<c t="s"><v>0</v></c>' };
    const book = workbook(
      { S: Array.from({ length: 1000 }, () => [cell]) },
      { "xl/sharedStrings.xml": shared },
    );
    expect(await sheetsOf(book)).toBe("book_long");
  });

  test("several sheets are several files; an empty one is none", async () => {
    const book = workbook({ Isi: [["a"]], Kosong: [], Lain: [["b"]] });
    expect((await openFile(file("b.xlsx", book))).map(said)).toEqual([
      ["b.xlsx › Isi", "b.xlsx", "a"],
      ["b.xlsx › Lain", "b.xlsx", "b"],
    ]);
    const [only] = await openFile(file("tanpa-akhiran", workbook({ Isi: [["a"]] })));
    expect(only).toMatchObject({ label: "tanpa-akhiran", body: "a", modified: 1_795_000_000_000 });
  });

  test.each<[string, string, Uint8Array, string]>([
    ["macros by the name", "b.xlsm", workbook({ S: [["a"]] }), "macros"],
    ["macros inside", "b.xlsx", workbook({ S: [["a"]] }, { "xl/vbaProject.bin": "?" }), "macros"],
    ["the old format", "b.xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), "old_excel"],
    ["no workbook", "b.xlsx", zip({ "a.xml": "<a/>" }), "book_damaged"],
    [
      "a style that is none",
      "b.xlsx",
      workbook({ S: [[{ xml: '<c s="9"><v>5</v></c>' }]] }),
      "book_damaged",
    ],
  ])("%s: refused by its name", async (_what, name, bytes, fault) =>
    expect((await openFile(file(name, bytes))).map(said)).toEqual([[name, name, fault]]),
  );
});

describe("a file", () => {
  /** One that the phone lists and does not have. */
  const elsewhere = (size: number): File =>
    Object.defineProperties(file("a.csv", bytesOf("a,b\n1,2")), {
      size: { value: size },
      arrayBuffer: { value: () => Promise.reject(new DOMException("gone", "NotReadableError")) },
    });

  test.each([
    ["that cannot be read says so", 20_000_000, "unreadable"],
    ["that is too large is not read at all", 20_000_001, "large"],
  ])("%s", async (_what, size, fault) =>
    expect((await openFile(elsewhere(size))).map(said)).toEqual([["a.csv", "a.csv", fault]]),
  );
});

describe("a text", () => {
  test.each<[string, Uint8Array, string | null]>([
    ["UTF-8 with its mark", bytesOf("\uFEFFa,é"), "a,é"],
    ["UTF-16, little end first", utf16("a,b\n1,2"), "a,b\n1,2"],
    ["UTF-16, big end first", utf16("a,b\n1,2", "be"), "a,b\n1,2"],
    ["UTF-16 without its mark", utf16("a,b\n1,2", "le", false), "a,b\n1,2"],
    ["the other, without its mark", utf16("a,b\n1,2", "be", false), "a,b\n1,2"],
    ["an odd letter too much", utf16("a,b\n1,2").slice(0, -1), null],
    ["Windows' own letters", Uint8Array.of(0x61, 0xe9, 0x62), null],
    ["zeros", new Uint8Array(9), null],
    ["nothing", new Uint8Array(0), ""],
  ])("%s", (_what, bytes, text) => expect(textOfBytes(bytes)).toBe(text));

  test("that is damaged further down goes to the server whole", async () => {
    const damaged = bytesOf("a,b\n".repeat(50_000));
    damaged[150_000] = 0xff;
    const [opened] = await openFile(file("a.csv", damaged));
    expect(opened?.body).toMatchObject({ size: 200_000 });
    const [binary] = await openFile(file("a.pdf", new Uint8Array(200_000).fill(0xff)));
    expect(binary?.body).toMatchObject({ size: 65_536 });
  });
});

import { describe, expect, test } from "vitest";
import { fromPlanCsv } from "../../functions/normalise/plan-csv.ts";
import { refusal } from "./refusal.ts";

const HEADER =
  "id,on,at,time_zone,platform,account,state,format,topic,title,note,person,event,post,version";
const CONTEXT = {
  time_zone: "Asia/Jakarta",
  accounts: [
    { id: 1, platform: "instagram", handle: "perpus" },
    { id: 2, platform: "facebook", handle: "perpus" },
  ],
} as const;
const CELLS = {
  id: "12",
  on: "2026-12-01",
  at: "09:30",
  time_zone: "Asia/Jakarta",
  platform: "instagram",
  account: "perpus",
  state: "idea",
  format: "carousel",
  topic: "new_books",
  title: "Koleksi baru",
  note: "Foto sampul",
  person: "Rini",
  event: "4",
  post: "17860000000000001",
  version: "3",
};
const FIELDS = {
  on: "2026-12-01",
  at: "09:30",
  accounts: [1],
  format: "carousel",
  topic: "new_books",
  title: "Koleksi baru",
  note: "Foto sampul",
  person: "Rini",
  event: 4,
  state: "idea",
};
const line = (of: Partial<typeof CELLS> = {}) => Object.values({ ...CELLS, ...of }).join(",");
const file = (...lines: Partial<typeof CELLS>[]) => [HEADER, ...lines.map(line), ""].join("\r\n");
const read = (text: string) => fromPlanCsv(text, CONTEXT);
const refused = (text: string) => refusal(() => read(text)).problems;

describe("a line", () => {
  test("with an id is that plan as it should be, if its version stands", () =>
    expect(read(file({}))).toEqual([{ row: 2, id: 12, version: 3, fields: FIELDS }]));

  test("without an id is a new plan, whatever version it was copied with", () =>
    expect(read(file({ id: "" }))).toEqual([{ row: 2, id: null, version: null, fields: FIELDS }]));

  test("what is empty is nothing", () =>
    expect(
      read(
        file({
          at: "",
          format: "",
          topic: "",
          note: "",
          person: "",
          event: "",
          post: "",
          time_zone: "",
        }),
      ),
    ).toMatchObject([
      { fields: { at: null, format: null, topic: null, note: null, person: null, event: null } },
    ]));

  test.each([
    ["an hour as a spreadsheet writes it", { at: "9:30" }, { at: "09:30" }],
    ["with a point", { at: "9.30" }, { at: "09:30" }],
    ["and with seconds", { at: "09:30:00" }, { at: "09:30" }],
    [
      "words in capitals",
      { state: "PLANNED", platform: "Instagram", format: "Image", topic: "Events" },
      { state: "planned", format: "image", topic: "events" },
    ],
    ["a handle with its @", { account: "@Perpus", platform: "facebook" }, { accounts: [2] }],
    [
      "a guard before a sign is taken off",
      { title: "'=1+1", note: "'@rini" },
      { title: "=1+1", note: "@rini" },
    ],
    ["a mark before no sign stays", { title: "'Kuis'" }, { title: "'Kuis'" }],
    ["digits that were kept as a text", { title: '"=""0081234"""' }, { title: "0081234" }],
  ])("%s", (_, of, expected) => expect(read(file(of))[0]?.fields).toMatchObject(expected));
});

describe("lines of one plan", () => {
  const facebook = { platform: "facebook", post: "" };
  test("with the same id are one, in several accounts", () =>
    expect(read(file({}, { id: "13" }, facebook))).toEqual([
      { row: 2, id: 12, version: 3, fields: { ...FIELDS, accounts: [1, 2] } },
      { row: 3, id: 13, version: 3, fields: FIELDS },
    ]));
  test("without an id are plans of their own", () =>
    expect(
      read(file({ id: "" }, { ...facebook, id: "" })).map((one) => one.fields.accounts),
    ).toEqual([[1], [2]]));
  test.each([
    ["another title", { title: "Kuis" }, "row 3 title"],
    ["another version", { version: "4" }, "row 3 version"],
    ["another state", { state: "dropped" }, "row 3 state"],
    ["no hour", { at: "" }, "row 3 at"],
  ])("have to agree: %s", (_, of, path) =>
    expect(refused(file({}, { ...facebook, ...of }))).toEqual([[path, "lines_disagree"]]),
  );
  test("have an account each", () =>
    expect(refused(file({}, {}))).toEqual([["row 3 account", "line_twice"]]));
});

describe("is refused whole, each fault by its row and column", () => {
  test.each<[string, Partial<typeof CELLS>, [string, string]]>([
    ["a day that does not exist", { on: "2026-02-31" }, ["row 3 on", "not_a_day"]],
    ["no day", { on: "" }, ["row 3 on", "required"]],
    ["an hour that is none", { at: "25:61" }, ["row 3 at", "not_an_hour"]],
    ["another zone", { time_zone: "Asia/Makassar" }, ["row 3 time_zone", "other_zone"]],
    ["no platform", { platform: "" }, ["row 3 platform", "required"]],
    ["an unknown platform", { platform: "youtube" }, ["row 3 platform", "unknown_platform"]],
    ["no account", { account: "" }, ["row 3 account", "required"]],
    ["an account of another library", { account: "lain" }, ["row 3 account", "unknown_account"]],
    ["an account of another platform", { platform: "x" }, ["row 3 account", "unknown_account"]],
    ["an unknown state", { state: "published" }, ["row 3 state", "not_one_of"]],
    ["no state of a plan that has one", { state: "" }, ["row 3 state", "required"]],
    ["an unknown format", { format: "reel" }, ["row 3 format", "not_one_of"]],
    ["an unknown topic", { topic: "buku" }, ["row 3 topic", "not_one_of"]],
    ["no title", { title: "" }, ["row 3 title", "required"]],
    ["too long a title", { title: "a".repeat(201) }, ["row 3 title", "too_long"]],
    ["too long a note", { note: "a".repeat(2_001) }, ["row 3 note", "too_long"]],
    ["a NUL", { note: "a\0" }, ["row 3 note", "control_character"]],
    ["an event that is no number", { event: "bedah" }, ["row 3 event", "not_a_count"]],
    ["an id that is no number", { id: "1.2" }, ["row 3 id", "not_a_count"]],
    ["id 0", { id: "0" }, ["row 3 id", "not_a_count"]],
    ["no version", { version: "" }, ["row 3 version", "required"]],
    ["a version that is none", { version: "-1" }, ["row 3 version", "not_a_count"]],
    ["more cells than columns", { version: "3,extra" }, ["row 3", "too_many_cells"]],
  ])("%s", (_, of, problem) => expect(refused(file({ id: "99" }, of))).toEqual([problem]));

  test("all faults of all rows", () =>
    expect(refused(file({ on: "x", at: "y" }, { id: "13", title: "" }))).toEqual([
      ["row 2 on", "not_a_day"],
      ["row 2 at", "not_an_hour"],
      ["row 3 title", "required"],
    ]));

  test("fifty of them at most", () =>
    expect(refused(file(...Array.from({ length: 80 }, () => ({ on: "x" }))))).toHaveLength(50));

  test("more rows than a request stores", () =>
    expect(refused(file(...Array.from({ length: 1_001 }, () => ({ id: "" }))))).toEqual([
      ["", "too_many"],
    ]));
});

describe("the file", () => {
  const FEW = "on,platform,account,title\r\n2026-12-01,instagram,perpus,Kuis\r\n";
  test("of new plans alone needs no more than four columns", () =>
    expect(read(FEW)).toMatchObject([
      { id: null, fields: { title: "Kuis", state: "planned", at: null } },
    ]));

  test.each<[string, string, [string, string][]]>([
    ["of nothing", "", [["", "empty"]]],
    ["of blanks", "\r\n,,,\r\n", [["", "empty"]]],
    ["of a header alone", `${HEADER}\r\n`, [["", "no_rows"]]],
    [
      "of other columns",
      "tanggal,judul\r\n1,2\r\n",
      [
        ["row 1 tanggal", "unknown_field"],
        ["row 1 judul", "unknown_field"],
      ],
    ],
    ["with a column twice", `${FEW.replace("title", "on")}`, [["row 1 on", "column_twice"]]],
    ["without a column of new plans", "on,title\r\n2026-12-01,Kuis\r\n", [["", "missing_columns"]]],
    [
      "without a column of plans that are there",
      `id,version,${FEW.replace("2026", "12,1,2026")}`,
      [["", "missing_columns"]],
    ],
    ["that was cut off in a cell", `${file({})}13,"2026`, [["row 3", "cut_off"]]],
    [
      "with a quotation mark that nothing closes",
      `${HEADER}\r\n${line()}\r\n"13"x,${line()}\r\n`,
      [["row 3", "bad_quotes"]],
    ],
  ])("%s is refused", (_, text, problems) =>
    expect(refused(text)).toEqual(expect.arrayContaining(problems)),
  );

  test.each([
    ["with a mark in front", `\uFEFF${file({})}`],
    ["with Excel's first line", `sep=,\r\n${file({})}`],
    ["cut at semicolons", file({}).replaceAll(",", ";")],
    ["cut at tabs", file({}).replaceAll(",", "\t")],
    ["of Unix lines", file({}).replaceAll("\r\n", "\n")],
    ["whose header ends otherwise than its rows", file({}).replace("\r\n", "\n")],
    ["without an end of its last line", file({}).trimEnd()],
    [
      "wrapped in quotation marks by a spreadsheet",
      file({})
        .trimEnd()
        .split("\r\n")
        .map((one) => `"${one}"`)
        .join("\r\n"),
    ],
    ["with a column that has no name and no cells", file({}).replaceAll("\r\n", ",\r\n")],
    [
      "with names in capitals",
      file({}).replace(HEADER, HEADER.toUpperCase().replace("TIME_ZONE", "Time zone")),
    ],
  ])("%s is read alike", (_, text) =>
    expect(read(text)).toEqual([{ row: 2, id: 12, version: 3, fields: FIELDS }]),
  );

  test("columns in another order are read by their names", () =>
    expect(
      read("title,on,account,platform\r\nKuis,2026-12-01,perpus,facebook\r\n")[0]?.fields,
    ).toMatchObject({ title: "Kuis", on: "2026-12-01", accounts: [2] }));

  test("blank rows count, as they do on the screen; line ends in a cell do not", () => {
    const note = '"satu\r\ndua, ""tiga"""';
    const rows = read(file({ note }, { id: "13" }).replace(/\r\n13/, "\r\n,,,\r\n13"));
    expect(rows.map(({ row, fields }) => [row, fields.note])).toEqual([
      [2, 'satu\ndua, "tiga"'],
      [4, "Foto sampul"],
    ]);
  });
});

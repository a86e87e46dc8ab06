/** What the import says of a chosen file, and what it lets be stored. */
import { describe, expect, test } from "vitest";
import { NO_TALLY, type Tally } from "../../functions/model/preview.ts";
import type { SeenDoubt, SeenFile } from "../../functions/present/views/seen-file.ts";
import {
  askedSoFar,
  isEmpty,
  isKnown,
  isOpen,
  isStorable,
  piecesOfToday,
  writtenBefore,
} from "../../web/islands/bring-file.ts";
import type { Cut } from "../../web/islands/pieces.ts";
import { fileInWords, tallyInWords } from "../../web/language/import.ts";

const doubt = (parameter: "account" | "time_zone", chosen: string | null = null): SeenDoubt => ({
  code: parameter === "account" ? "no_account" : "time_zone",
  rows: 1,
  ask: { parameter, choices: [], chosen },
  must: parameter === "account",
});

const looked = (tally: Partial<Tally>, doubts: SeenDoubt[] = [], rows: number | null = null) => ({
  state: "seen" as const,
  seen: { ...NO_TALLY, ...tally, doubts } as SeenFile,
  cut: { looked_at: { text: "", rows }, pieces: [], rows: 1 } as Cut,
});

describe("a file", () => {
  test.each([
    { rule: "that brings posts is stored", file: looked({ posts_added: 1 }), storable: true },
    { rule: "that confirms what is known is", file: looked({ days_unchanged: 1 }), storable: true },
    { rule: "of which every row is left out is not", file: looked({}), storable: false },
    { rule: "of which only the first rows were seen is", file: looked({}, [], 99), storable: true },
    {
      rule: "that waits for an answer is not",
      file: looked({ days_added: 2 }, [doubt("account")]),
      storable: false,
    },
    {
      rule: "with a question that needs no answer is",
      file: looked({ days_added: 2 }, [doubt("time_zone")]),
      storable: true,
    },
  ])("$rule", ({ file, storable }) => {
    expect(isStorable(file)).toBe(storable);
  });

  test("that is refused asks nothing, whatever was asked before", () => {
    const file = looked({}, [doubt("account")]);
    expect([isOpen(file), isOpen({ ...file, state: "refused" })]).toEqual([true, false]);
  });

  test("without anything to store is told from one that is known", () => {
    const empty = looked({});
    expect([isEmpty(empty), isEmpty(looked({ posts_unchanged: 1 }))]).toEqual([true, false]);
  });
});

test.each<[string, Partial<Tally>, boolean]>([
  ["nothing at all", {}, true],
  ["what is in already", { posts_unchanged: 2, days_unchanged: 9, followers_unchanged: 1 }, true],
  ["a new day", { days_added: 1, days_unchanged: 9 }, false],
  ["another figure of a known day", { days_extended: 1 }, false],
  ["an updated post", { posts_updated: 1 }, false],
  ["another follower count", { followers_replaced: 1 }, false],
])("%s changes something or nothing", (_what, tally, known) => {
  expect(isKnown({ ...NO_TALLY, ...tally })).toBe(known);
});

test("questions keep their places when they are answered, and new ones come behind", () => {
  const [zone, account] = [doubt("time_zone"), doubt("account")];
  const first = askedSoFar([], [account, { ...zone, ask: null }]);
  expect(first).toEqual([account]);
  // the answered one is asked no more; it can be changed all the same
  const second = askedSoFar(first, [zone]);
  expect(second).toEqual([account, zone]);
  const chosen = doubt("time_zone", "UTC");
  expect(askedSoFar(second, [chosen, account])).toEqual([account, chosen]);
});

test("what a file brings is counted in posts, days and follower counts", () => {
  const tally = {
    ...NO_TALLY,
    posts_added: 1204,
    posts_unchanged: 1,
    days_extended: 27,
    days_added: 1,
  };
  expect(tallyInWords(tally, "id")).toEqual([
    ["Unggahan", "1.204 baru, 1 tetap"],
    ["Hari", "1 baru, 27 ditambah"],
  ]);
  expect(tallyInWords(tally, "en")).toEqual([
    ["Posts", "1,204 new, 1 as before"],
    ["Days", "1 new, 27 added to"],
  ]);
  expect(tallyInWords(NO_TALLY, "id")).toEqual([]);
});

test.each<[Pick<SeenFile, "kind" | "figure">, string, string]>([
  [{ kind: "x_content", figure: null }, "Unggahan dari analitik X", "Posts from X analytics"],
  [
    { kind: "meta_daily", figure: { metric: "views", platform: null } },
    "Satu angka harian dari Meta Business Suite: Tayangan",
    "One daily figure from Meta Business Suite: Views",
  ],
  [
    { kind: "meta_daily", figure: { metric: "followers_gained", platform: "instagram" } },
    "Satu angka harian dari Meta Business Suite: Pengikut baru, Instagram",
    "One daily figure from Meta Business Suite: New followers, Instagram",
  ],
])("a file is called what it is of: %o", (file, id, en) => {
  expect([fileInWords(file, "id"), fileInWords(file, "en")]).toEqual([id, en]);
});

describe("a file that is more than the day has room for", () => {
  const pieces = Array.from({ length: 150 }, (_, index) => ({
    first_row: 2 + index * 100,
    rows: 100,
    text: "",
  }));
  const cut = { looked_at: { text: "", rows: null }, pieces, rows: 15_000 } as Cut;
  const file = (written_today: number, spread = true, of = cut) => ({
    seen: { written_today, written_most: 100_000 } as SeenFile,
    cut: of,
    spread,
  });

  test.each([
    ["with the whole day before it", file(0), 128],
    ["after half of the day's share", file(45_000), 64],
    ["with nothing left", file(90_000), 0],
    ["stored whole all the same", file(45_000, false), 150],
    ["of a usual size", file(0, true, { ...cut, pieces: pieces.slice(0, 3), rows: 300 }), 3],
  ])("%s", (_, of, expected) => {
    expect(piecesOfToday(of, 0)).toBe(expected);
  });

  test("several share the day, in their order", () => {
    const small = { ...cut, pieces: pieces.slice(0, 100), rows: 10_000 };
    const files = [1, 2, 3].map((key) => ({
      ...file(0, true, small),
      key,
      state: "seen" as const,
    }));
    expect(files.map(({ key }) => writtenBefore(files, key))).toEqual([0, 70_000, 89_999]);
    expect(files.map((one) => piecesOfToday(one, writtenBefore(files, one.key)))).toEqual([
      100, 28, 0,
    ]);
    const [first, ...rest] = files;
    const others = [{ ...first, key: 1, state: "refused" as const, spread: true }, ...rest];
    expect(writtenBefore(others as typeof files, 2)).toBe(0);
  });
});

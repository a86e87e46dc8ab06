/** A library's almanac: the shipped days with what its people changed. */
import { describe, expect, test } from "vitest";
import { ALMANAC_KINDS, type AlmanacFields } from "../../functions/model/almanac.ts";
import {
  type AlmanacChange,
  almanacDays,
  almanacOf,
  decreeMissing,
} from "../../functions/model/almanac-days-between.ts";
import { isDay } from "../../functions/model/day.ts";

const keys = (days: readonly { key: string | null }[]): (string | null)[] =>
  days.map(({ key }) => key);

const change = (over: Partial<AlmanacChange> & { from_on: string }): AlmanacChange => ({
  key: null,
  removed: false,
  to_on: over.from_on,
  name_id: "Ulang tahun perpustakaan",
  name_en: "The library's birthday",
  kind: "own",
  certainty: "decree",
  source: "",
  ...over,
});

describe("the shipped days", () => {
  test("are whole: days that exist, names in both languages, a kind and a source", () => {
    const days = almanacDays("2026-01-01", "2035-12-31");
    expect(
      days.filter(
        ({ from_on, to_on, name_id, name_en, kind, source }) =>
          !isDay(from_on) ||
          !isDay(to_on) ||
          to_on < from_on ||
          !name_id ||
          !name_en ||
          kind === "own" ||
          !ALMANAC_KINDS.includes(kind) ||
          !source,
      ),
    ).toEqual([]);
    expect(new Set(keys(days)).size).toBe(days.length);
    expect(days.length).toBeGreaterThan(300);
  });

  test("say what is decreed and what is computed", () => {
    expect(almanacDays("2026-03-21", "2026-03-21")).toEqual([
      {
        key: "idulfitri-2026",
        from_on: "2026-03-21",
        to_on: "2026-03-22",
        name_id: "Idulfitri",
        name_en: "Eid al-Fitr",
        kind: "public",
        certainty: "decree",
        source: "SKB 3 Menteri No. 1497, 2 dan 5 Tahun 2025",
        may_move: false,
      },
    ]);
    expect(almanacDays("2027-03-10", "2027-03-10")).toMatchObject([
      { key: "idulfitri-2027", kind: "public", certainty: "computed", may_move: true },
    ]);
    // no decree says it yet, and it stands where it stands every year
    expect(almanacDays("2027-08-17", "2027-08-17")).toMatchObject([
      { certainty: "computed", may_move: false },
    ]);
    expect(almanacDays("2027-03-26", "2027-03-26")).toMatchObject([{ may_move: false }]);
    expect(almanacDays("2027-02-08", "2027-02-08")).toMatchObject([{ may_move: true }]);
    expect(almanacDays("2026-02-16", "2026-02-16")).toMatchObject([
      { key: "cuti-imlek-2026", kind: "shared_leave", certainty: "decree" },
    ]);
    expect(almanacDays("2026-12-20", "2026-12-20")).toMatchObject([
      { kind: "school", certainty: "computed", from_on: "2026-12-16", to_on: "2026-12-31" },
    ]);
  });

  test.each([
    ["04-21", "Hari Kartini"],
    ["04-23", "Hari Buku Sedunia"],
    ["05-02", "Hari Pendidikan Nasional"],
    ["05-17", "Hari Buku Nasional"],
    ["05-18", "Hari Kearsipan"],
    ["07-07", "Hari Pustakawan"],
    ["07-23", "Hari Anak Nasional"],
    ["09-08", "Hari Aksara Internasional"],
    ["09-14", "Hari Kunjung Perpustakaan"],
    ["09-30", "Bulan Gemar Membaca"],
    ["10-01", "Bulan Bahasa"],
    ["10-28", "Hari Sumpah Pemuda"],
    ["11-25", "Hari Guru Nasional"],
    ["11-28", "Hari Dongeng Nasional"],
  ])("have on %s of every year the library world's %s", (date, name_id) => {
    for (let year = 2026; year <= 2035; year += 1) {
      const day = `${year}-${date}`;
      expect(almanacDays(day, day), day).toContainEqual(
        expect.objectContaining({ name_id, kind: "library" }),
      );
    }
  });

  test("touch the period: a range that only begins or ends in it is of it, one beside it is not", () => {
    const ramadan = "ramadan-2029"; // 16 January to 14 February
    expect(keys(almanacDays("2029-01-15", "2029-01-15"))).not.toContain(ramadan);
    expect(keys(almanacDays("2029-01-01", "2029-01-16"))).toContain(ramadan);
    expect(keys(almanacDays("2029-01-20", "2029-01-25"))).toEqual([ramadan]);
    expect(keys(almanacDays("2029-02-14", "2029-02-20"))).toContain(ramadan);
    expect(keys(almanacDays("2029-02-15", "2029-02-20"))).not.toContain(ramadan);
  });

  test("end with 2035", () => {
    expect(keys(almanacDays("2035-12-31", "2036-12-31"))).toEqual(["libur-semester-2035"]);
    expect(almanacDays("2025-01-01", "2025-12-31")).toEqual([]);
  });

  test("come by their first day; of one day a public one before a library's", () => {
    expect(keys(almanacDays("2027-05-16", "2027-05-18"))).toEqual([
      "iduladha-2027",
      "buku-nasional-2027",
      "kearsipan-2027",
    ]);
    expect(keys(almanacDays("2027-12-25", "2027-12-27"))).toEqual([
      "libur-semester-2027",
      "natal-2027",
      "isra-mikraj-2027-2",
    ]);
  });
});

describe("a library's changes", () => {
  test("leave the shipped days alone where there are none", () => {
    expect(almanacOf([], "2026-01-01", "2027-12-31")).toEqual(
      almanacDays("2026-01-01", "2027-12-31"),
    );
  });

  test("replace the day of their key, ids and all, also where it moves into the period or out of it", () => {
    const moved = {
      ...change({ key: "idulfitri-2027", from_on: "2027-03-11", to_on: "2027-03-12" }),
      id: 7,
    };
    const days = almanacOf([moved], "2027-03-10", "2027-03-12");
    expect(days).toEqual([moved]);
    expect(almanacOf([moved], "2027-03-10", "2027-03-10")).toEqual([]);
    expect(almanacOf([moved], "2027-03-12", "2027-03-12")).toEqual([moved]);
  });

  test("of two with one key count by the later", () => {
    const first = change({ key: "waisak-2029", from_on: "2029-05-27" });
    const second = change({ key: "waisak-2029", from_on: "2029-05-28" });
    expect(almanacOf([first, second], "2029-05-27", "2029-05-28")).toEqual([second]);
  });

  test("remove a day", () => {
    const removed = change({ key: "idulfitri-2027", from_on: "2027-03-10", removed: true });
    expect(almanacOf([removed], "2027-03-10", "2027-03-11")).toEqual([]);
  });

  test("add days of the library's own, which can be removed too, several on one day", () => {
    const birthday = change({ from_on: "2027-03-15" });
    const closed = change({ from_on: "2027-03-15", to_on: "2027-03-20", name_id: "Renovasi" });
    const gone = change({ from_on: "2027-03-15", removed: true, name_id: "Batal" });
    expect(almanacOf([closed, gone, birthday], "2027-03-15", "2027-03-16")).toEqual([
      birthday,
      closed,
    ]);
    expect(almanacOf([closed, birthday], "2027-03-16", "2027-03-16")).toEqual([closed]);
  });

  test("stand among the shipped days: of the same days by kind, then by name, whatever order they came in", () => {
    const at = (name_id: string, kind: AlmanacFields["kind"]) =>
      change({ from_on: "2027-08-17", name_id, kind });
    const lomba = at("Lomba", "own");
    const bazar = at("Bazar", "own");
    const pameran = at("Pameran", "library");
    for (const changes of [
      [lomba, bazar, pameran],
      [pameran, bazar, lomba],
    ]) {
      expect(almanacOf(changes, "2027-08-17", "2027-08-17").map(({ name_id }) => name_id)).toEqual([
        "Proklamasi Kemerdekaan",
        "Pameran",
        "Bazar",
        "Lomba",
      ]);
    }
  });

  test("of a day that is shipped no more still stand", () => {
    const old = change({ key: "hari-lama-2027", from_on: "2027-03-16" });
    expect(almanacOf([old], "2027-03-16", "2027-03-16")).toEqual([old]);
  });
});

describe("a decree is missing", () => {
  const shipped = almanacDays("2026-01-01", "2028-12-31");
  const decreed = (key: string, from_on: string, kind: AlmanacFields["kind"] = "public") =>
    almanacOf([change({ key, from_on, kind })], "2026-01-01", "2028-12-31");

  test.each<[string, readonly AlmanacFields[], string, boolean]>([
    ["from October on", shipped, "2026-10-01", true],
    ["to the year's end", shipped, "2026-12-31", true],
    ["not before October", shipped, "2026-09-30", false],
    ["not in January: the year is there", shipped, "2027-01-01", false],
    ["again in the next October", shipped, "2027-10-01", true],
    ["of the coming year alone: this one's days say nothing", shipped, "2025-10-01", false],
    [
      "not once one public day is as a decree says",
      decreed("nyepi-2027", "2027-03-08"),
      "2026-10-01",
      false,
    ],
    ["although one of the year after is", decreed("nyepi-2028", "2028-03-26"), "2026-10-01", true],
    [
      "although a day that is not public is",
      decreed("libur-kenaikan-kelas-2027", "2027-06-20", "school"),
      "2026-10-01",
      true,
    ],
    ["where no day is known at all", [], "2035-11-01", true],
  ])("%s", (_, days, today, expected) => {
    expect(decreeMissing(days, today)).toBe(expected);
  });
});

import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { Instant } from "../../functions/model/snapshot.ts";
import {
  type CalendarEvent,
  type CalendarFile,
  type CalendarPlan,
  toCalendar,
} from "../../functions/present/calendar-ics.ts";
import { icsFaults } from "../ics-faults.ts";

const at = (text: string): Instant => Date.parse(text) / 1000;

const PLAN: CalendarPlan = {
  id: 12,
  on: "2026-12-01",
  at: "09:30",
  accounts: [
    { platform: "instagram", handle: "perpus.pasuruan", published: false },
    { platform: "facebook", handle: "perpus.pasuruan", published: true },
  ],
  format: "carousel",
  topic: "new_books",
  title: "Koleksi baru",
  note: "Foto sampul dulu",
  person: "Rini",
  event: null,
  state: "planned",
  version: 1,
  changed_at: at("2026-11-20T03:00:00Z"),
};
const EVENT: CalendarEvent = {
  id: 3,
  kind: "discussion",
  title: "Bedah buku",
  starts_at: at("2026-12-05T02:00:00Z"),
  ends_at: at("2026-12-05T04:00:00Z"),
  place: "Aula, lantai 2",
  hashtags: ["bedahbuku", "pasuruan"],
  url: "https://perpus.example/e?a=1,2;b",
  note: null,
  version: 4,
  changed_at: at("2026-11-21T03:00:00Z"),
};
const ALMANAC = {
  key: "eid-2027",
  from_on: "2027-03-10",
  to_on: "2027-03-11",
  name_id: "Idulfitri",
  name_en: "Eid al-Fitr",
  kind: "public",
  certainty: "computed",
  may_move: true,
  source: "-",
  changed_at: at("2026-01-01T00:00:00Z"),
} as const;
const FILE: CalendarFile = {
  name: "Perpustakaan Kota Pasuruan",
  host: "denyut.example",
  time_zone: "Asia/Jakarta",
  language: "id",
  words: {
    categories: {
      plan: "Rencana",
      event: "Acara",
      gap: "Kosong",
      public: "Libur nasional",
      shared_leave: "Cuti bersama",
      school: "Libur sekolah",
      library: "Hari perpustakaan",
      own: "Hari sendiri",
    },
    gap: "Hari kosong",
    published: "sudah terbit",
    person: "Penanggung jawab",
    computed: "Perkiraan, bisa bergeser sehari",
  },
  now: at("2026-11-29T05:00:00Z"),
  plans: [],
  events: [],
  almanac: null,
  gaps: null,
};
const plan = (of: Partial<CalendarPlan>): Partial<CalendarFile> => ({
  plans: [{ ...PLAN, ...of }],
});
const event = (of: Partial<CalendarEvent>): Partial<CalendarFile> => ({
  events: [{ ...EVENT, ...of }],
});
const textOf = (of: Partial<CalendarFile>) => toCalendar({ ...FILE, ...of });
const faultsOf = (text: string) => icsFaults(new TextEncoder().encode(text));
const readBack = (text: string) => new ICAL.Component(ICAL.parse(text));
const first = (of: Partial<CalendarFile>) => {
  const text = textOf(of);
  expect(faultsOf(text)).toEqual([]);
  const found = readBack(text).getFirstSubcomponent("vevent");
  if (!found) throw new TypeError("no entry");
  return found;
};
const oneOf = (of: Partial<CalendarFile>, name: string): unknown =>
  first(of).getFirstPropertyValue(name);
const said = (of: Partial<CalendarFile>, ...names: string[]) => {
  const entry = first(of);
  return names.map((name) => entry.getFirstPropertyValue(name)?.toString() ?? null);
};
/** Known to no standard, it is handed over as it stands in the file. */
const nameIn = (text: string) =>
  String(readBack(text).getFirstPropertyValue("x-wr-calname")).replaceAll(
    /\\([\\;,n])/g,
    (_, letter: string) => (letter === "n" ? "\n" : letter),
  );
const ids = (of: Partial<CalendarFile>) =>
  readBack(textOf(of))
    .getAllSubcomponents("vevent")
    .map((one) => one.getFirstPropertyValue("uid"));

test("the whole file, to the letter", () => {
  const text = textOf({
    plans: [PLAN],
    events: [EVENT],
    almanac: [ALMANAC],
    gaps: [{ from: "2026-12-02", to: "2026-12-04" }],
  });
  expect(faultsOf(text)).toEqual([]);
  expect(text.split("\r\n")).toEqual([
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Denyut//Denyut//ID",
    "NAME:Perpustakaan Kota Pasuruan",
    "X-WR-CALNAME:Perpustakaan Kota Pasuruan",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    "BEGIN:VEVENT",
    "UID:plan-12@denyut.example",
    "SEQUENCE:0",
    "DTSTAMP:20261120T030000Z",
    "DTSTART:20261201T023000Z",
    "DTEND:20261201T030000Z",
    "SUMMARY:Koleksi baru",
    "TRANSP:TRANSPARENT",
    "DESCRIPTION:Instagram perpus.pasuruan\\nFacebook perpus.pasuruan: sudah ter",
    " bit\\nPenanggung jawab: Rini\\nFoto sampul dulu",
    "CATEGORIES:Rencana",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:gap-2026-12-02-2026-12-04@denyut.example",
    "SEQUENCE:0",
    "DTSTAMP:20261201T170000Z",
    "DTSTART;VALUE=DATE:20261202",
    "DTEND;VALUE=DATE:20261205",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE",
    "SUMMARY:Hari kosong",
    "TRANSP:TRANSPARENT",
    "CATEGORIES:Kosong",
    "STATUS:TENTATIVE",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:event-3@denyut.example",
    "SEQUENCE:3",
    "DTSTAMP:20261121T030000Z",
    "DTSTART:20261205T020000Z",
    "DTEND:20261205T040000Z",
    "SUMMARY:Bedah buku",
    "LOCATION:Aula\\, lantai 2",
    "DESCRIPTION:#bedahbuku #pasuruan",
    "CATEGORIES:Acara",
    "URL;VALUE=URI:https://perpus.example/e?a=1%2C2%3Bb",
    "STATUS:CONFIRMED",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:almanac-eid-2027@denyut.example",
    "SEQUENCE:0",
    "DTSTAMP:20260101T000000Z",
    "DTSTART;VALUE=DATE:20270310",
    "DTEND;VALUE=DATE:20270312",
    "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
    "X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE",
    "SUMMARY:Idulfitri",
    "TRANSP:TRANSPARENT",
    "DESCRIPTION:Perkiraan\\, bisa bergeser sehari",
    "CATEGORIES:Libur nasional",
    "STATUS:TENTATIVE",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

describe("a plan", () => {
  test.each([
    ["an idea is tentative", { state: "idea" }, "TENTATIVE"],
    ["one that stands is confirmed", { state: "planned" }, "CONFIRMED"],
    ["one that was dropped is cancelled", { state: "dropped" }, "CANCELLED"],
  ] as const)("%s", (_, of, status) => expect(oneOf(plan(of), "status")).toBe(status));

  test("goes up with each change", () =>
    expect([1, 2, 7].map((version) => oneOf(plan({ version }), "sequence"))).toEqual([0, 1, 6]));

  test("without an hour is a whole day, whatever the zone", () => {
    for (const time_zone of ["Asia/Jayapura", "UTC", "America/Los_Angeles"]) {
      expect(said({ ...plan({ at: null }), time_zone }, "dtstart", "dtend")).toEqual([
        "2026-12-01",
        "2026-12-02",
      ]);
    }
  });

  test("stands at the library's hour, over midnight too", () =>
    expect(
      said({ ...plan({ at: "23:45" }), time_zone: "Asia/Makassar" }, "dtstart", "dtend"),
    ).toEqual(["2026-12-01T15:45:00Z", "2026-12-01T16:15:00Z"]));

  test("without a note and a person tells its accounts alone", () =>
    expect(oneOf(plan({ note: null, person: null }), "description")).toBe(
      "Instagram perpus.pasuruan\nFacebook perpus.pasuruan: sudah terbit",
    ));
});

describe("an event", () => {
  test("whose end nobody said has none", () =>
    expect(said(event({ ends_at: null }), "dtstart", "dtend")).toEqual([
      "2026-12-05T02:00:00Z",
      null,
    ]));
  test.each([
    ["at its beginning", EVENT.starts_at],
    ["before its beginning", EVENT.starts_at - 60],
  ])("that ends %s has none either", (_, ends_at) =>
    expect(said(event({ ends_at }), "dtstart", "dtend")).toEqual(["2026-12-05T02:00:00Z", null]),
  );
  test("an address that is none is left out", () =>
    expect(said(event({ url: "bedah buku" }), "url", "summary")).toEqual([null, "Bedah buku"]));
  test("without place, note and hashtags says less", () =>
    expect(
      said(event({ place: null, hashtags: [], url: null }), "location", "description", "url"),
    ).toEqual([null, null, null]));
});

test("an almanac's day by decree is sure, and has the name of the reader's language", () =>
  expect(
    said(
      { almanac: [{ ...ALMANAC, certainty: "decree" }], language: "en" },
      "summary",
      "status",
      "description",
    ),
  ).toEqual(["Eid al-Fitr", "CONFIRMED", null]));

describe("what the file reaches over", () => {
  const on = (day: string) => ids(plan({ on: day, at: null })).length;
  test.each([
    ["thirty days back", "2026-10-30", 1],
    ["not a day more", "2026-10-29", 0],
    ["180 days ahead", "2027-05-28", 1],
    ["not a day more ahead", "2027-05-29", 0],
  ])("%s", (_, day, found) => expect(on(day)).toBe(found));

  test("a range that begins before and ends within is told", () =>
    expect(
      ids({ almanac: [{ ...ALMANAC, from_on: "2026-10-01", to_on: "2026-10-30" }] }),
    ).toHaveLength(1));
  test("one that ended the day before is not", () =>
    expect(
      ids({ almanac: [{ ...ALMANAC, from_on: "2026-10-01", to_on: "2026-10-29" }] }),
    ).toHaveLength(0));
  test("today is the library's", () => {
    const now = at("2026-11-29T18:00:00Z");
    expect(ids({ ...plan({ on: "2026-10-30", at: null }), now })).toHaveLength(0);
    expect(ids({ ...plan({ on: "2026-10-30", at: null }), now, time_zone: "UTC" })).toHaveLength(1);
  });
  test("an event of an instant by the library's day", () => {
    const starts_at = at("2026-10-29T17:00:00Z");
    expect(ids(event({ starts_at, ends_at: null }))).toHaveLength(1);
    expect(ids(event({ starts_at: starts_at - 1, ends_at: null }))).toHaveLength(0);
  });
  test("nothing is a calendar all the same", () => {
    expect(faultsOf(textOf({}))).toEqual([]);
    expect(ids({ almanac: [], gaps: [] })).toEqual([]);
  });
});

test("the same content is the same bytes, whatever the order and the hour", () => {
  const plans = [PLAN, { ...PLAN, id: 2 }, { ...PLAN, id: 30, on: "2026-12-24" }];
  const text = textOf({ plans });
  expect(textOf({ plans: plans.toReversed(), now: FILE.now + 3600 })).toBe(text);
  expect(ids({ plans })).toEqual(
    ["plan-12", "plan-2", "plan-30"].map((id) => `${id}@denyut.example`),
  );
});

describe("texts of all kinds are read back as they are", () => {
  test.each([
    ["a line break of Windows", "a\r\nb", "a\nb"],
    ["and one of old", "a\rb", "a\nb"],
    ["signs of the format", 'a;b,c\\d:e"f', 'a;b,c\\d:e"f'],
    ["a backslash before an n", "\\n", "\\n"],
    ["a NUL and a bell go", "a\0b\x07c\x7f\x85", "abc"],
    ["a tab stays", "a\tb", "a\tb"],
    ["half of a letter", "a\ud83d", "a\ufffd"],
    ["marks of direction", "\u200fابجد\u200e", "\u200fابجد\u200e"],
    ["a formula", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    ["a script", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    [
      "a property that would be another",
      "a\nSTATUS:CANCELLED\r\nEND:VEVENT",
      "a\nSTATUS:CANCELLED\nEND:VEVENT",
    ],
    ["2,000 letters", "buku ".repeat(400), "buku ".repeat(400)],
    ["2,000 letters of four octets", "📚".repeat(1_000), "📚".repeat(1_000)],
  ])("%s", (_, text, read) => {
    const of = { ...plan({ title: text, note: text, accounts: [], person: null }), name: text };
    expect(said(of, "summary", "description", "status")).toEqual([read, read, "CONFIRMED"]);
    expect(nameIn(textOf(of))).toBe(read);
    expect(oneOf(event({ place: text }), "location")).toBe(read);
  });

  test("an emoji at every place of the fold", () => {
    for (let length = 55; length < 80; length += 1) {
      const title = `${"a".repeat(length)}👩🏽‍🚀é${"b".repeat(70)}`;
      expect(oneOf(plan({ title }), "summary")).toBe(title);
    }
  });

  test("whatever is typed", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(...'\r\n\t\0\\;,:"é📚a ', "\ud83d"), maxLength: 200 }),
    );
    const kept = (given: string) =>
      given
        .toWellFormed()
        .replaceAll(/(?![\t\r\n])\p{Cc}/gu, "")
        .replaceAll(/\r\n|\r/g, "\n");
    fc.assert(
      fc.property(text, text, (title, note) => {
        const whole = textOf({
          name: title,
          ...plan({ title, note, person: null, accounts: [] }),
          ...event({ title, place: note, hashtags: [title], note, url: note }),
          almanac: [{ ...ALMANAC, name_id: title }],
        });
        expect(faultsOf(whole)).toEqual([]);
        const [one] = readBack(whole).getAllSubcomponents("vevent");
        expect(one?.getFirstPropertyValue("summary")).toBe(kept(title));
        expect(one?.getFirstPropertyValue("description") ?? "").toBe(kept(note));
      }),
      { numRuns: 300 },
    );
  });
});

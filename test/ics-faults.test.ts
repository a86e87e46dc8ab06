import { describe, expect, test } from "vitest";
import { icsFaults } from "./ics-faults.ts";

const WHOLE = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//Denyut//Denyut//ID",
  "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
  "BEGIN:VEVENT",
  "UID:plan-1@denyut.example",
  "SEQUENCE:0",
  "DTSTAMP:20261201T020000Z",
  "DTSTART:20261201T020000Z",
  "DTEND:20261201T023000Z",
  "SUMMARY:Kuis\\, bedah buku\\; dan\\nlain\\\\lain",
  "CATEGORIES:Rencana,Acara\\, besar",
  "END:VEVENT",
  "END:VCALENDAR",
];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (lines: readonly string[]) => `${lines.join("\r\n")}\r\n`;
const faultsOf = (lines: readonly string[]) => icsFaults(bytesOf(joined(lines)));
/** The whole file with one line put in another's place. */
const with_ = (line: string, ...others: string[]) =>
  WHOLE.flatMap((one) => (one.startsWith(line) ? others : [one]));

test("a file as it should be has no fault", () => expect(faultsOf(WHOLE)).toEqual([]));

test("a fold of 75 octets between letters is none", () =>
  expect(
    faultsOf(with_("SUMMARY", `SUMMARY:${"a".repeat(67)}`, ` ${"📚".repeat(18)}`, " é")),
  ).toEqual([]));

describe("broken files", () => {
  test.each([
    [
      "a line too long by an octet",
      with_("SUMMARY", `SUMMARY:${"a".repeat(68)}`),
      "a line of 76 octets",
    ],
    [
      "octets are counted, not letters",
      with_("SUMMARY", `SUMMARY:${"é".repeat(34)}`),
      "a line of 76 octets",
    ],
    ["an unknown property", with_("SEQUENCE", "COLOUR:red"), "unknown property COLOUR"],
    ["a property of another component", with_("SEQUENCE", "PRODID:a"), "unknown property PRODID"],
    ["a property twice", with_("SEQUENCE", "SEQUENCE:0", "SEQUENCE:1"), "SEQUENCE more than once"],
    ["no UID", with_("UID"), "VEVENT without UID"],
    ["no DTSTAMP", with_("DTSTAMP"), "VEVENT without DTSTAMP"],
    ["no DTSTART", with_("DTSTART"), "VEVENT without DTSTART"],
    ["no VERSION", with_("VERSION"), "VCALENDAR without VERSION"],
    ["a bare comma", with_("SUMMARY", "SUMMARY:a, b"), "SUMMARY is not escaped: a, b"],
    ["a bare semicolon", with_("SUMMARY", "SUMMARY:a; b"), "SUMMARY is not escaped: a; b"],
    [
      "a backslash before another letter",
      with_("SUMMARY", "SUMMARY:a\\t"),
      "SUMMARY is not escaped: a\\t",
    ],
    ["a backslash at the end", with_("SUMMARY", "SUMMARY:a\\"), "SUMMARY is not escaped: a\\"],
    [
      "a bare semicolon in a list",
      with_("CATEGORIES", "CATEGORIES:a;b"),
      "CATEGORIES is not escaped: a;b",
    ],
    ["a NUL", with_("SUMMARY", "SUMMARY:a\0b"), "a control character"],
    ["an unclosed component", with_("END:VEVENT"), "END:VCALENDAR closes VEVENT"],
    ["a component that nothing opened", with_("BEGIN:VEVENT"), "END:VEVENT closes VCALENDAR"],
    [
      "an event outside of a calendar",
      ["BEGIN:VEVENT", "END:VEVENT", ...WHOLE],
      "VEVENT in undefined",
    ],
    ["a second calendar", [...WHOLE, "BEGIN:VCALENDAR", "END:VCALENDAR"], "2 calendars"],
    [
      "an unknown component",
      with_("SEQUENCE", "BEGIN:VALARM", "END:VALARM"),
      "unknown component VALARM",
    ],
    ["something after the end", [...WHOLE, "SUMMARY:a"], "SUMMARY outside of a component"],
    ["an empty line", with_("SEQUENCE", ""), "an empty line"],
    ["a line without a colon", with_("SEQUENCE", "SEQUENCE"), "no content line: SEQUENCE"],
    [
      "an instant of the wall",
      with_("DTSTAMP", "DTSTAMP:20261201T020000"),
      "DTSTAMP is no instant in UTC: 20261201T020000",
    ],
    [
      "an hour that is none",
      with_("DTSTAMP", "DTSTAMP:20261201T250000Z"),
      "DTSTAMP is no instant in UTC: 20261201T250000Z",
    ],
    [
      "a day that does not exist",
      with_("DTSTART", "DTSTART;VALUE=DATE:20260230"),
      "DTSTART is no day: 20260230",
    ],
    [
      "ends of two kinds",
      with_("DTEND", "DTEND;VALUE=DATE:20261202"),
      "DTEND is of another kind than DTSTART",
    ],
    [
      "an end at the beginning",
      with_("DTEND", "DTEND:20261201T020000Z"),
      "DTEND is not after DTSTART",
    ],
    ["a status of no event", with_("SEQUENCE", "STATUS:DONE"), "STATUS is not known: DONE"],
    ["a sequence below nothing", with_("SEQUENCE", "SEQUENCE:-1"), "SEQUENCE is no count: -1"],
    [
      "a duration without its kind",
      with_("REFRESH", "REFRESH-INTERVAL:PT1H"),
      "REFRESH-INTERVAL is no duration: PT1H",
    ],
    [
      "a duration that is none",
      with_("REFRESH", "REFRESH-INTERVAL;VALUE=DURATION:1H"),
      "REFRESH-INTERVAL is no duration: 1H",
    ],
    [
      "an address with a backslash",
      with_("SEQUENCE", "URL:https://a.example/x\\,y"),
      "URL is no address: https://a.example/x\\,y",
    ],
    ["a UID twice", [...WHOLE.slice(0, 13), ...WHOLE.slice(4)], "a UID twice"],
    ["no calendar", ["X-A:b"], "0 calendars"],
  ])("%s", (_, lines, expected) => expect(faultsOf(lines)).toContain(expected));

  test.each([
    ["LF alone", joined(WHOLE).replaceAll("\r\n", "\n"), "a line end that is not CRLF"],
    ["one LF", joined(WHOLE).replace("\r\nSEQ", "\nSEQ"), "a line end that is not CRLF"],
    ["one CR", joined(WHOLE).replace("Kuis", "Ku\ris"), "a line end that is not CRLF"],
    ["no end of the last line", WHOLE.join("\r\n"), "the last line has no end"],
    ["a fold of nothing", ` ${joined(WHOLE)}`, "a fold of nothing"],
    ["nothing", "", "0 calendars"],
  ])("%s", (_, text, expected) => expect(icsFaults(bytesOf(text))).toContain(expected));

  test("a fold inside a letter", () => {
    const bytes = bytesOf(joined(with_("SUMMARY", "SUMMARY:📚")));
    const at = bytes.indexOf(0xf0) + 2;
    const split = [...bytes.subarray(0, at), 13, 10, 32, ...bytes.subarray(at)];
    expect(icsFaults(Uint8Array.from(split))).toContain("a line that is not UTF-8 of its own");
  });
});

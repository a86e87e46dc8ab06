import { describe, expect, test } from "vitest";
import { instantOfId, instantOnDay } from "../../functions/normalise/id-instant.ts";
import { isReadTooEarly, readInstant } from "../../functions/normalise/instant.ts";
import { readPublished, readWallTime } from "../../functions/normalise/wall-time.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const clock = (hour: number, minute = 0, second = 0) => hour * 3600 + minute * 60 + second;

describe("a wall clock in a platform's file", () => {
  test.each<[string, string, string, number | null]>([
    ["Meta: month first", "07/14/2026 18:12", "2026-07-14", clock(18, 12)],
    ["with one digit", "7/4/2026 8:02", "2026-07-04", clock(8, 2)],
    ["TikTok: year first", "2026-09-20 21:03:11", "2026-09-20", clock(21, 3, 11)],
    ["with slashes", "2026/9/2", "2026-09-02", null],
    ["as ISO writes it", "2026-09-20T21:03:11.250", "2026-09-20", clock(21, 3, 11)],
    ["with points in the clock", "2026-09-20 21.03.11", "2026-09-20", clock(21, 3, 11)],
    ["X: in words", "Tue, Jul 14, 2026", "2026-07-14", null],
    ["without the weekday", "July 14 2026", "2026-07-14", null],
    ["shortened with a point", "Sept. 14, 2026", "2026-09-14", null],
    ["with the weekday shortened by one", "Tue., Jul 14, 2026", "2026-07-14", null],
    ["day first", "14 Juli 2026", "2026-07-14", null],
    ["with weekday and clock", "Sel, 14 Jul 2026, 18:12", "2026-07-14", clock(18, 12)],
    ["afternoon", "Jul 14, 2026, 6:12 PM", "2026-07-14", clock(18, 12)],
    ["morning, without a space", "Jul 14, 2026, 6:12am", "2026-07-14", clock(6, 12)],
    ["noon", "7/14/2026 12:00 PM", "2026-07-14", clock(12)],
    ["midnight", "7/14/2026 12:00 AM", "2026-07-14", 0],
    ["midnight of 24 hours", "2026-07-14 00:00", "2026-07-14", 0],
    ["the last second", "2026-07-14 23:59:59", "2026-07-14", clock(23, 59, 59)],
    ["with spaces round it", "  2026-07-14 ", "2026-07-14", null],
    ["a leap day", "02/29/2028", "2028-02-29", null],
  ])("%s: %s", (_, text, day, seconds) =>
    expect(readWallTime(text)).toEqual({ day, clock: seconds }),
  );

  test.each([
    // by their first three letters, in English and Indonesian
    ["January Januari jan", 1],
    ["February Februari Feb.", 2],
    ["March Maret", 3],
    ["April", 4],
    ["May Mei", 5],
    ["June Juni", 6],
    ["July Juli", 7],
    ["August Agustus Agt", 8],
    ["September Sept", 9],
    ["October Oktober", 10],
    ["November", 11],
    ["December Desember", 12],
  ])("%s: month %i", (names, month) => {
    for (const name of names.split(" ")) {
      const day = `2026-${String(month).padStart(2, "0")}-09`;
      expect(readWallTime(`9 ${name} 2026`)?.day, name).toBe(day);
      expect(readWallTime(`${name} 9, 2026`)?.day, name).toBe(day);
    }
  });

  test.each([
    ["no date", "yesterday"],
    ["nothing", ""],
    ["a day that does not exist", "02/30/2026"],
    ["day and month changed places", "24/09/2026"],
    ["a month nobody knows", "9 Xyz 2026"],
    ["a month too short to tell", "9 Ju 2026"],
    ["25 hours", "2026-07-14 24:00"],
    ["60 minutes", "2026-07-14 10:60"],
    ["60 seconds", "2026-07-14 10:10:60"],
    ["0 o'clock in the morning", "7/14/2026 0:30 AM"],
    ["13 o'clock in the afternoon", "7/14/2026 13:30 PM"],
    ["more behind it", "2026-07-14 10:10 or so"],
    ["more before it", "on 2026-07-14"],
    ["more before the month", "the 07/14/2026"],
    ["an hour alone", "2026-07-14 10"],
    ["two digits of a year", "07/14/26"],
  ])("%s is none: %s", (_, text) => expect(readWallTime(text)).toBeNull());
});

describe("when a post was published", () => {
  const ZONES = {
    now: at("2026-11-23T05:00:00Z"),
    time_zone: "America/Los_Angeles",
    library_zone: "Asia/Jakarta",
  };
  /** An X id of an instant: its milliseconds since X's first id, moved up by 22 bits. */
  const xId = (iso: string) => String((BigInt(Date.parse(iso)) - 1_288_834_974_657n) << 22n);
  const published = (text: string, id: string | null = null) => readPublished(text, "x", id, ZONES);
  const second = (iso: string) => ({ at: at(iso), precision: "second" });

  test.each<[string, string, string | null, object | string]>([
    ["with a zone of its own", "2026-11-19T16:30:00+07:00", null, second("2026-11-19T09:30:00Z")],
    [
      "without one: in the zone that was chosen",
      "2026-11-19 16:30",
      null,
      second("2026-11-20T00:30:00Z"),
    ],
    [
      "a day alone: the library's",
      "2026-11-19",
      null,
      { at: at("2026-11-18T17:00:00Z"), precision: "day" },
    ],
    [
      "a day alone, with an id of that day in the chosen zone",
      "2026-11-19",
      xId("2026-11-20T03:00:00Z"),
      second("2026-11-20T03:00:00Z"),
    ],
    [
      "with an id of that day in UTC",
      "2026-11-19",
      xId("2026-11-19T03:00:00Z"),
      second("2026-11-19T03:00:00Z"),
    ],
    [
      "with an id of another day",
      "2026-11-19",
      xId("2026-11-21T12:00:00Z"),
      { at: at("2026-11-18T17:00:00Z"), precision: "day" },
    ],
    [
      "ten minutes ahead is a clock that is off",
      "2026-11-23T05:10:00Z",
      null,
      second("2026-11-23T05:10:00Z"),
    ],
    ["more is the future", "2026-11-23T05:10:01Z", null, "in_the_future"],
    [
      "today in the library's zone",
      "2026-11-23",
      null,
      { at: at("2026-11-22T17:00:00Z"), precision: "day" },
    ],
    ["tomorrow there", "2026-11-24", null, "in_the_future"],
    ["the first second of 2004", "2004-01-01T00:00:00Z", null, second("2004-01-01T00:00:00Z")],
    ["the last one before", "2003-12-31T23:59:59Z", null, "too_early"],
    ["nothing", "  ", null, "no_published_at"],
    ["no time", "24 hours ago", null, "not_an_instant"],
  ])("%s", (_, text, id, expected) => expect(published(text, id)).toEqual(expected));
});

describe("an instant with its zone", () => {
  test.each<[string, number | string]>([
    ["2026-11-19T16:30:00+07:00", at("2026-11-19T09:30:00Z")],
    ["2026-11-19T16:30:00-0730", at("2026-11-20T00:00:00Z")],
    ["2026-11-19T16:30:00+0000", at("2026-11-19T16:30:00Z")],
    ["2026-11-19t16:30z", at("2026-11-19T16:30:00Z")],
    ["2026-11-19 16:30:59.999Z", at("2026-11-19T16:30:59Z")],
    ["2026-11-19T00:00:00Z", at("2026-11-19T00:00:00Z")],
    ["2026-11-19T23:59:59Z", at("2026-11-19T23:59:59Z")],
    ["2026-11-19T16:30:00+24:00", at("2026-11-18T16:30:00Z")],
    ["2026-11-19T16:30:00", "no_time_zone"],
    ["2026-11-19T16:30:00+24:01", "not_an_instant"],
    ["2026-11-19T24:00:00Z", "not_an_instant"],
    ["2026-11-19T10:60:00Z", "not_an_instant"],
    ["2026-11-19T10:00:60Z", "not_an_instant"],
    ["2026-02-30T10:00:00Z", "not_an_instant"],
    ["2026-11-19", "not_an_instant"],
    ["2026-11-19T16Z", "not_an_instant"],
    ["at 2026-11-19T16:30:00Z", "not_an_instant"],
    ["2026-11-19T16:30:00Zulu", "not_an_instant"],
    ["2026-11-19T16:30:00+7", "not_an_instant"],
    ["", "not_an_instant"],
  ])("%s", (text, instant) => expect(readInstant(text)).toBe(instant));

  test.each([
    // two clocks may differ by ten minutes; a day alone may be another zone's
    ["second", 600, false],
    ["second", 601, true],
    ["day", 86_400, false],
    ["day", 86_401, true],
    ["second", -1, false],
  ] as const)(
    "a post known to the %s, published %i seconds after it was read, was read too early: %s",
    (precision, after, early) =>
      expect(
        isReadTooEarly(
          { published_at: 1_000_000 + after, published_precision: precision },
          1_000_000,
        ),
      ).toBe(early),
  );
});

describe("the instant in a post's id", () => {
  test.each([
    // X's own example: https://github.com/twitter-archive/snowflake
    ["x", "1212092628029698048", at("2019-12-31T19:26:16Z")],
    ["tiktok", "7300000000000000001", 1_699_663_698],
    ["instagram", "17860000000000001", null],
    ["facebook", "1827720132094663", null],
    ["x", "12345", null],
    ["x", "100000000000000", at("2010-11-04T08:20:16Z")],
    ["x", "10000000000000", null],
    ["x", "123456789012345678901", null],
    ["x", "1212092628029698048x", null],
    ["x", "x1212092628029698048", null],
  ] as const)("%s %s", (platform, id, instant) => expect(instantOfId(platform, id)).toBe(instant));

  test("counts where it falls on the stated day in one of the zones", () => {
    const asked = (day: string, ...zones: string[]) =>
      instantOnDay("x", "1212092628029698048", day, zones);
    const instant = at("2019-12-31T19:26:16Z");
    expect(asked("2019-12-31", "UTC")).toBe(instant);
    expect(asked("2020-01-01", "Asia/Jakarta")).toBe(instant);
    expect(asked("2020-01-01", "UTC", "Asia/Jakarta")).toBe(instant);
    expect(asked("2020-01-01", "UTC")).toBeNull();
    expect(asked("2019-12-31")).toBeNull();
    expect(instantOnDay("x", null, "2019-12-31", ["UTC"])).toBeNull();
    expect(instantOnDay("facebook", "1212092628029698048", "2019-12-31", ["UTC"])).toBeNull();
  });
});

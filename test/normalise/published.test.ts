import { describe, expect, test } from "vitest";
import { instantOfPost } from "../../functions/normalise/id-instant.ts";
import { publishedOf } from "../../functions/normalise/published.ts";
import { xId } from "./ids.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

describe("when a post was published", () => {
  const ZONES = {
    now: at("2026-11-23T05:00:00Z"),
    time_zone: "America/Los_Angeles",
    library_zone: "Asia/Jakarta",
    date_order: "month_first" as const,
    file_day: "2026-11-23",
  };
  const published = (text: string, id: string | null = null) =>
    publishedOf(text, "x", instantOfPost("x", id, null, ZONES.now), ZONES);
  const second = (iso: string) => ({ at: at(iso), precision: "second", differs: false });
  const differing = (iso: string) => ({ ...second(iso), differs: true });

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
      { at: at("2026-11-18T17:00:00Z"), precision: "day", differs: false },
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
      differing("2026-11-21T12:00:00Z"),
    ],
    [
      "with an id of that day in the library's zone",
      "2026-11-22",
      xId("2026-11-21T17:00:00Z"),
      second("2026-11-21T17:00:00Z"),
    ],
    [
      "a day without a year, by the post's own year",
      "Nov 19",
      xId("2024-11-19T12:00:00Z"),
      second("2024-11-19T12:00:00Z"),
    ],
    [
      "and by the file's where there is no id",
      "Nov 24",
      null,
      { at: at("2025-11-23T17:00:00Z"), precision: "day", differs: false },
    ],
    ["an id, and nothing stated", "", xId("2026-11-19T12:00:00Z"), second("2026-11-19T12:00:00Z")],
    [
      "an id, and what can't be read",
      "24 hours ago",
      xId("2026-11-19T12:00:00Z"),
      second("2026-11-19T12:00:00Z"),
    ],
    [
      "an id, and the clock of another zone",
      "2026-11-19 19:00",
      xId("2026-11-19T12:00:00Z"),
      differing("2026-11-19T12:00:00Z"),
    ],
    [
      "an id, and its own clock cut to minutes",
      "2026-11-19 04:00",
      xId("2026-11-19T12:00:40Z"),
      second("2026-11-19T12:00:40Z"),
    ],
    [
      "an id, and another instant",
      "2026-11-19T16:30:00Z",
      xId("2026-11-19T12:00:00Z"),
      differing("2026-11-19T12:00:00Z"),
    ],
    [
      "an id of the future is none",
      "2026-11-19",
      xId("2026-11-24T12:00:00Z"),
      { at: at("2026-11-18T17:00:00Z"), precision: "day", differs: false },
    ],
    ["a zone behind a space", "2016-12-01 18:00 +0000", null, second("2016-12-01T18:00:00Z")],
    ["a zone by its name", "2016-12-01 18:00 UTC", null, second("2016-12-01T18:00:00Z")],
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
      { at: at("2026-11-22T17:00:00Z"), precision: "day", differs: false },
    ],
    ["tomorrow there", "2026-11-24", null, "in_the_future"],
    ["the first second of 2004", "2004-01-01T00:00:00Z", null, second("2004-01-01T00:00:00Z")],
    ["the last one before", "2003-12-31T23:59:59Z", null, "too_early"],
    ["nothing", "  ", null, "no_published_at"],
    ["no time", "24 hours ago", null, "not_an_instant"],
  ])("%s", (_, text, id, expected) => expect(published(text, id)).toEqual(expected));

  test.each([
    // Instagram's code is when the upload began: the stated time stands where the two agree
    [
      "the clock lags its code",
      "11/16/2026 04:36",
      "2026-11-16T12:30:20Z",
      "2026-11-16T12:36:00Z",
      false,
    ],
    [
      "by ten minutes",
      "11/16/2026 04:40:20",
      "2026-11-16T12:30:20Z",
      "2026-11-16T12:40:20Z",
      false,
    ],
    ["by more", "11/16/2026 04:40:21", "2026-11-16T12:30:20Z", "2026-11-16T12:30:20Z", true],
    [
      "the minute was cut off",
      "11/16/2026 04:30",
      "2026-11-16T12:30:20Z",
      "2026-11-16T12:30:00Z",
      false,
    ],
    // 1 November 2026: the hour from 1 to 2 comes twice in Los Angeles
    [
      "the first of two hours",
      "11/01/2026 01:30",
      "2026-11-01T08:29:00Z",
      "2026-11-01T08:30:00Z",
      false,
    ],
    [
      "the second of two hours",
      "11/01/2026 01:30",
      "2026-11-01T09:29:00Z",
      "2026-11-01T09:30:00Z",
      false,
    ],
  ])("Instagram: %s", (_, text, made, expected, differs) =>
    expect(publishedOf(text, "instagram", at(made), ZONES)).toEqual({
      at: at(expected),
      precision: "second",
      differs,
    }),
  );
});

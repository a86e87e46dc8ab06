/** When something is told. Jakarta is seven hours ahead of UTC; 2026-11-27 was a Friday. */
import { describe, expect, test } from "vitest";
import {
  MOST_TRIES,
  outsideQuiet,
  tomorrow,
  triedAgain,
  weekToTell,
} from "../../functions/analyse/telling.ts";
import { isoInstant } from "../../functions/model/day.ts";

const at = (text: string): number => Date.parse(text) / 1000;
const ZONE = "Asia/Jakarta";
const NIGHT = { from: "20:00", to: "07:00" };

describe("quiet hours", () => {
  test.each([
    ["by day: now", "2026-11-27T05:00:00Z", NIGHT, "2026-11-27T05:00:00Z"],
    ["a second before they begin: now", "2026-11-27T12:59:59Z", NIGHT, "2026-11-27T12:59:59Z"],
    ["as they begin: the morning", "2026-11-27T13:00:00Z", NIGHT, "2026-11-28T00:00:00Z"],
    ["before midnight: the next morning", "2026-11-27T16:59:00Z", NIGHT, "2026-11-28T00:00:00Z"],
    ["after midnight: that morning", "2026-11-27T17:01:00Z", NIGHT, "2026-11-28T00:00:00Z"],
    ["as they end: now", "2026-11-28T00:00:00Z", NIGHT, "2026-11-28T00:00:00Z"],
    [
      "those of an afternoon: its end",
      "2026-11-27T06:00:00Z",
      { from: "12:30", to: "14:00" },
      "2026-11-27T07:00:00Z",
    ],
    [
      "none where both are alike",
      "2026-11-27T18:00:00Z",
      { from: "00:00", to: "00:00" },
      "2026-11-27T18:00:00Z",
    ],
  ])("%s", (_, now, quiet, then) => {
    expect(isoInstant(outsideQuiet(at(now), quiet, ZONE))).toBe(then);
  });

  test("the zone is the library's", () => {
    const jayapura = outsideQuiet(at("2026-11-27T11:30:00Z"), NIGHT, "Asia/Jayapura");
    expect(isoInstant(jayapura)).toBe("2026-11-27T22:00:00Z");
  });

  test("tomorrow begins when they end; without any at midnight", () => {
    const now = at("2026-11-27T05:00:00Z");
    expect(isoInstant(tomorrow(now, NIGHT, ZONE))).toBe("2026-11-28T00:00:00Z");
    const never = { from: "07:00", to: "07:00" };
    expect(isoInstant(tomorrow(now, never, ZONE))).toBe("2026-11-27T17:00:00Z");
  });
});

describe("what failed is tried again", () => {
  test("after five minutes, then ever later, six times in all", () => {
    const pauses = [1, 2, 3, 4, 5, 6].map((tries) => triedAgain(tries, 0, null));
    expect(pauses).toEqual([300, 900, 3600, 14_400, 43_200, null]);
    expect(MOST_TRIES).toBe(6);
  });

  test("not before it is asked for, and not because of it after more than a day", () => {
    expect(triedAgain(1, 0, 1800)).toBe(1800);
    expect(triedAgain(3, 0, 60)).toBe(3600);
    expect(triedAgain(1, 0, 1e9)).toBe(86_400);
  });
});

describe("the week", () => {
  test.each([
    ["Friday at three: now", "2026-11-27T08:00:00Z", "2026-11-27T08:00:00Z"],
    ["a second earlier: not yet", "2026-11-27T07:59:59Z", null],
    [
      "on Saturday morning, after the quiet hours: still",
      "2026-11-28T00:00:00Z",
      "2026-11-27T08:00:00Z",
    ],
    ["later on Saturday: no more", "2026-11-28T04:00:00Z", null],
    ["on a Monday: no", "2026-11-30T08:30:00Z", null],
    ["on Friday's morning: no, the one before is old", "2026-12-04T02:00:00Z", null],
    ["the first Friday of the epoch's second week", "1970-01-09T08:00:00Z", "1970-01-09T08:00:00Z"],
  ])("%s", (_, now, slot) => {
    const found = weekToTell(at(now), ZONE);
    expect(found && isoInstant(found)).toBe(slot);
  });
});

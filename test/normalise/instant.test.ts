import { describe, expect, test } from "vitest";
import { isReadTooEarly, readInstant } from "../../functions/normalise/instant.ts";

const at = (iso: string) => Date.parse(iso) / 1000;

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

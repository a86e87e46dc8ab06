import { describe, expect, test } from "vitest";
import { clockLead, provedZone } from "../../functions/normalise/file-zone.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const witness = (day: string, clock: number, made: string) => ({
  wall: { day, clock: clock * 3600 },
  made: at(made),
});

/** One instant by three clocks. */
const PACIFIC = witness("2026-11-16", 4.5, "2026-11-16T12:30:00Z");
const SUMMER = witness("2026-10-30", 16.25, "2026-10-30T23:15:00Z");
const JAKARTA = witness("2026-11-16", 19.5, "2026-11-16T12:30:00Z");
const NOWHERE = witness("2026-11-16", 3, "2026-11-16T12:30:00Z");

describe("the zone of a file's clock", () => {
  const ZONES = ["America/Los_Angeles", "Asia/Jakarta", "UTC"];
  test.each([
    ["Meta's own", [PACIFIC], "America/Los_Angeles"],
    ["summer and winter", [PACIFIC, SUMMER], "America/Los_Angeles"],
    ["another one", [JAKARTA], "Asia/Jakarta"],
    ["what more of them prove", [PACIFIC, JAKARTA, JAKARTA], "Asia/Jakarta"],
    ["halves prove none", [PACIFIC, JAKARTA], null],
    ["none of them", [NOWHERE], null],
    ["nor does a minority", [PACIFIC, NOWHERE, NOWHERE], null],
    ["no witness", [], null],
  ])("%s", (_, witnesses, zone) => expect(provedZone(witnesses, ZONES)).toBe(zone));

  test("of equals the one that was to be expected", () =>
    // London is at UTC in winter
    expect(
      provedZone([witness("2026-11-16", 12.5, "2026-11-16T12:30:00Z")], ["Europe/London", "UTC"]),
    ).toBe("Europe/London"));

  test("ten minutes are no other zone", () => {
    const late = { ...PACIFIC, made: PACIFIC.made - 600 };
    expect(clockLead(late.wall, late.made, "America/Los_Angeles")).toBe(600);
    expect(provedZone([late], ZONES)).toBe("America/Los_Angeles");
    expect(provedZone([{ ...PACIFIC, made: PACIFIC.made - 601 }], ZONES)).toBeNull();
  });
});

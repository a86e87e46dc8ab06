import { describe, expect, test } from "vitest";
import { habitsOf, slotsFor } from "../../functions/analyse/slots.ts";
import { addDays } from "../../functions/model/day.ts";
import { plannedAt } from "../../functions/model/plan-time.ts";

const ZONE = "Asia/Jakarta";
/** A Wednesday, at 10.00. */
const NOW = plannedAt({ on: "2026-12-02", at: "10:00" }, ZONE);
const CLOCK = { time_zone: ZONE, now: NOW };
const MONDAY = "2026-11-30";
const TUESDAY = "2026-11-24";

/** So many posts at an hour of a day, one a week back. */
const posts = (count: number, at: string, last = MONDAY) =>
  Array.from({ length: count }, (_, weeks) => ({
    published_at: plannedAt({ on: addDays(last, -7 * weeks), at }, ZONE),
    published_precision: "second" as const,
  }));
type Posts = Parameters<typeof habitsOf>[0];
const slots = (
  given: Posts,
  from: string,
  to: string,
  claims?: Parameters<typeof slotsFor>[2]["claims"],
) =>
  slotsFor({ from, to }, habitsOf(given, CLOCK), { ...CLOCK, ...(claims && { claims }) }).map(
    ({ on, at, basis }) => `${on} ${at} ${basis}`,
  );
const hours = (level: string, direction: 1 | -1) => ({ factor: "hours", level, direction });

describe("slots of a stretch", () => {
  test("the most used band on each of three days", () =>
    expect(slots([...posts(6, "19:20"), ...posts(5, "07:00")], "2026-12-03", "2026-12-05")).toEqual(
      ["2026-12-03 19:00 habit", "2026-12-04 19:00 habit", "2026-12-05 19:00 habit"],
    ));
  test("of more days those weekdays on which the library posts most, else the earlier", () =>
    // 7 December is a Monday, 8 a Tuesday
    expect(
      slots([...posts(6, "19:00"), ...posts(5, "19:00", TUESDAY)], "2026-12-03", "2026-12-09"),
    ).toEqual(["2026-12-03 19:00 habit", "2026-12-07 19:00 habit", "2026-12-08 19:00 habit"]));
  test("of fewer days the next band follows, in the order of time", () =>
    expect(slots([...posts(6, "19:00"), ...posts(5, "07:00")], "2026-12-03", "2026-12-04")).toEqual(
      ["2026-12-03 07:00 habit", "2026-12-03 19:00 habit", "2026-12-04 19:00 habit"],
    ));
  test("of bands used alike the earlier", () =>
    expect(slots([...posts(5, "19:00"), ...posts(5, "07:00")], "2026-12-03", "2026-12-05")[0]).toBe(
      "2026-12-03 07:00 habit",
    ));
  test("four posts in a band are no habit", () =>
    expect(slots(posts(4, "19:00"), "2026-12-03", "2026-12-05")).toEqual([]));
  test("nothing posted, nothing offered", () =>
    expect(slots([], "2026-12-03", "2026-12-05")).toEqual([]));
  test("the hour is the middle one of the band's posts, of two the earlier", () =>
    expect(
      slots(
        [...posts(1, "18:00"), ...posts(2, "18:59"), ...posts(2, "19:59"), ...posts(1, "20:30")],
        "2026-12-03",
        "2026-12-03",
      ),
    ).toEqual(["2026-12-03 18:00 habit"]));
  test("what is over today is not offered", () =>
    expect(slots([...posts(6, "09:30"), ...posts(5, "19:00")], "2026-12-02", "2026-12-02")).toEqual(
      ["2026-12-02 19:00 habit"],
    ));
  test("nor the running hour", () =>
    expect(slots(posts(6, "10:30"), "2026-12-02", "2026-12-02")).toEqual([]));
});

describe("claims", () => {
  const used = [...posts(9, "19:00"), ...posts(5, "07:00")];
  const first = (claims: Parameters<typeof slotsFor>[2]["claims"]) =>
    slots(used, "2026-12-03", "2026-12-03", claims);
  test("a claimed band goes before one that is used more", () =>
    expect(slots(used, "2026-12-03", "2026-12-05", [hours("06-09", 1)])).toEqual([
      "2026-12-03 07:00 claimed",
      "2026-12-04 07:00 claimed",
      "2026-12-05 07:00 claimed",
    ]));
  test("each says what it stands on", () =>
    expect(first([hours("06-09", 1)])).toEqual([
      "2026-12-03 07:00 claimed",
      "2026-12-03 19:00 habit",
    ]));
  test("a band that does worse is not offered, however usual", () =>
    expect(first([hours("18-21", -1)])).toEqual(["2026-12-03 07:00 habit"]));
  test("a claimed band without posts has no hour to offer", () =>
    expect(first([hours("12-15", 1)])).toEqual(first([])));
  test("what accounts claim against each other is nobody's claim", () =>
    expect(first([hours("06-09", 1), hours("06-09", -1)])).toEqual(first([])));
  test.each<[string, { account_id: number | null }[], number | null]>([
    ["one account's", [{ account_id: 4 }], 4],
    ["that of all together", [{ account_id: null }], null],
    ["of two that agree", [{ account_id: 4 }, { account_id: 7 }], null],
  ])("it says whose claim it is: %s", (_name, whose, expected) => {
    const claims = whose.map((one) => ({ ...hours("06-09", 1), ...one }));
    const options = { time_zone: ZONE, now: NOW, claims };
    const [slot] = slotsFor(
      { from: "2026-12-03", to: "2026-12-03" },
      habitsOf(used, CLOCK),
      options,
    );
    expect(slot).toMatchObject({ at: "07:00", basis: "claimed", claimed_of: expected });
  });
  test("claims of other things say nothing of hours", () =>
    expect(first([{ factor: "weekday", level: "06-09", direction: 1 }])).toEqual(first([])));
});

describe("which posts count", () => {
  test("those of the last year", () => {
    const old = "2025-12-02";
    const on = (last: string) =>
      posts(5, "19:00", last).map((one, index) => ({
        ...one,
        published_at: plannedAt({ on: last, at: "19:00" }, ZONE) + index,
      }));
    expect(slots(on(old), "2026-12-03", "2026-12-03")).toHaveLength(1);
    expect(slots(on(addDays(old, -1)), "2026-12-03", "2026-12-03")).toHaveLength(0);
  });
  test("those whose hour is known", () =>
    expect(
      slots(
        posts(9, "00:00").map((one) => ({ ...one, published_precision: "day" as const })),
        "2026-12-03",
        "2026-12-03",
      ),
    ).toEqual([]));
  test("none that is yet to come", () =>
    expect(
      slots(
        posts(5, "19:00").map((one) => ({ ...one, published_at: NOW + 60 })),
        "2026-12-03",
        "2026-12-03",
      ),
    ).toEqual([]));
});

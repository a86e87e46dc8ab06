import { describe, expect, test } from "vitest";
import { lastReadAt, lookbackOf, noteLookback } from "../../../functions/collect/x/lookback.ts";
import { isPaid, notePaid, paidToday, type XMemory } from "../../../functions/collect/x/memory.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";

const DAY = 86_400;
const at = (text: string): Instant => Date.parse(text) / 1000;
const NOON = at("2026-11-23T12:00:00Z");
const read = (near: Instant, wide: Instant, far: Instant): XMemory => ({
  near_at: near,
  wide_at: wide,
  far_at: far,
});

describe("how far back the timeline is read", () => {
  const hourAgo = NOON - 3600;
  test.each([
    ["never read: ninety days", {}, 90],
    ["later on the same UTC day: two", read(hourAgo, hourAgo, hourAgo), 2],
    ["first of a UTC day: thirty", read(hourAgo, NOON - 13 * 3600, hourAgo), 30],
    ["six days after the last ninety: thirty", read(hourAgo, NOON - DAY, NOON - 6 * DAY), 30],
    ["seven days after: ninety", read(hourAgo, hourAgo, NOON - 7 * DAY), 90],
    [
      "after three days without a visit, of which none was wide",
      read(NOON - 3 * DAY, NOON, NOON),
      3,
    ],
    [
      "after an outage longer than all",
      read(NOON - 200 * DAY, NOON - 200 * DAY, NOON - 200 * DAY),
      200,
    ],
  ])("%s", (_name, memory, days) => {
    expect(lookbackOf(memory, NOON)).toBe(NOON - days * DAY);
  });

  test.each([
    ["four days after the last thirty: two", NOON - 4 * DAY, 2],
    ["five days after: thirty", NOON - 5 * DAY, 30],
  ])("at a fifth of the pace, %s", (_name, wide, days) => {
    expect(lookbackOf(read(hourAgo, wide, NOON - 34 * DAY), NOON, 5)).toBe(NOON - days * DAY);
  });

  test.each([
    ["first contact", null, read(NOON, NOON, NOON)],
    ["ninety days", NOON - 90 * DAY, read(NOON, NOON, NOON)],
    ["thirty days", NOON - 30 * DAY, read(NOON, NOON, 3)],
    ["two days", NOON - 2 * DAY, read(NOON, 2, 3)],
  ])("is noted: %s", (_name, since, expected) => {
    const memory = read(1, 2, 3);
    noteLookback(memory, since, NOON);
    expect(memory).toEqual(expected);
  });

  test("a post was last read with the shortest stretch that held it", () => {
    const memory = read(NOON, NOON - DAY / 4, NOON - 5 * DAY);
    expect(lastReadAt(memory, NOON - DAY)).toBe(NOON);
    expect(lastReadAt(memory, NOON - 2 * DAY)).toBe(NOON);
    expect(lastReadAt(memory, NOON - 2 * DAY - 1)).toBe(NOON - DAY / 4);
    expect(lastReadAt(memory, NOON - 40 * DAY)).toBe(NOON - 5 * DAY);
    expect(lastReadAt({}, NOON)).toBe(0);
  });
});

describe("what X was paid for", () => {
  test("lies between the oldest and the newest post read that day, by number and not by text", () => {
    const paid = paidToday({}, NOON);
    expect(isPaid(paid, "1000")).toBe(false);
    notePaid(paid, ["1000", "999", "998"]);
    expect(["997", "998", "999", "1000", "1001"].map((id) => isPaid(paid, id))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  test("is forgotten with the UTC day, not with the library's", () => {
    const memory: XMemory = {};
    const paid = paidToday(memory, at("2026-11-23T16:59:59Z"));
    notePaid(paid, ["5"]);
    paid.user = true;
    paid.looked_up.push("4");
    expect(paidToday(memory, at("2026-11-23T23:59:59Z"))).toBe(paid);
    expect(paidToday(memory, at("2026-11-24T00:00:00Z"))).toEqual({
      on: "2026-11-24",
      user: false,
      from: null,
      to: null,
      looked_up: [],
    });
  });
});

import { describe, expect, test } from "vitest";
import { eventsDue, type Promoted } from "../../functions/analyse/event-due.ts";

const event = (more: Partial<Promoted> = {}): Promoted => ({
  id: 5,
  title: "Bedah buku",
  starts_at: 1_798_005_600,
  days: { from: "2026-12-23", to: "2026-12-23" },
  posted: [],
  planned: [],
  ...more,
});

describe("an event's next step is due", () => {
  // 23 December: 14 days before is 2 to 13 December, 7 is 14 to 19, 1 is 20 to 22, thanks 24 to 30
  test.each<[string, string, Partial<Promoted>, string | null]>([
    ["before the first is open, none", "2026-12-01", {}, null],
    ["on its first day", "2026-12-02", {}, "two_weeks"],
    ["on its last day", "2026-12-13", {}, "two_weeks"],
    ["the next, once the first was missed", "2026-12-14", {}, "a_week"],
    ["none where a post keeps it", "2026-12-10", { posted: ["2026-12-03"] }, null],
    ["none where a plan will", "2026-12-10", { planned: ["2026-12-12"] }, null],
    ["where the plan's day went by", "2026-12-10", { planned: ["2026-12-09"] }, "two_weeks"],
    ["on the day", "2026-12-23", {}, "the_day"],
    ["thanks, after it", "2026-12-24", {}, "thanks"],
    ["none, when all is over", "2026-12-31", {}, null],
  ])("%s", (_, today, more, step) => {
    expect(eventsDue([event(more)], today).map((one) => one.step)).toEqual(step ? [step] : []);
  });

  test("with what it is, and by when", () => {
    expect(eventsDue([event()], "2026-12-10")).toEqual([
      {
        kind: "event",
        account_id: null,
        event_id: 5,
        title: "Bedah buku",
        starts_at: 1_798_005_600,
        step: "two_weeks",
        from: "2026-12-02",
        to: "2026-12-13",
      },
    ]);
  });

  test("of none, none", () => expect(eventsDue([], "2026-12-10")).toEqual([]));
});

import { describe, expect, test } from "vitest";
import { dateOrder } from "../../functions/normalise/date-order.ts";
import { readDate } from "../../functions/normalise/date-text.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const NOW = at("2026-11-20T05:00:00Z");

/** A row by its date, and the day in its post's id. */
const row = (text: string, made?: string) => ({
  date: readDate(text),
  made: made === undefined ? null : at(`${made}T12:00:00Z`),
});

const found = (
  rows: ReturnType<typeof row>[],
  chosen: "day_first" | "month_first" | null = null,
) => {
  const { order, open } = dateOrder(rows, { now: NOW, chosen });
  return [order, open.length];
};

describe("day first or month first", () => {
  test.each([
    ["a day over 12 tells for all", [row("09/11/2026"), row("16/07/2026")], "day_first", 0],
    ["wherever it stands", [row("07/16/2026"), row("09/11/2026")], "month_first", 0],
    ["an id tells", [row("09/11/2026"), row("09/11/2026", "2026-11-09")], "day_first", 0],
    ["the other way too", [row("09/11/2026", "2026-09-11"), row("10/11/2026")], "month_first", 0],
    ["an id a day beside it", [row("09/11/2026 23:00", "2026-11-10")], "day_first", 0],
    [
      "an id of neither tells nothing",
      [row("09/11/2026", "2026-03-01"), row("10/11/2026")],
      null,
      1,
    ],
    ["a day to come is none", [row("05/12/2026"), row("09/11/2026")], "month_first", 0],
    ["tomorrow may be here elsewhere", [row("11/10/2026")], null, 1],
    ["nothing tells", [row("09/11/2026"), row("10/11/2026")], null, 2],
    ["a day that is its month", [row("11/11/2026")], null, 0],
    ["months by their names", [row("9 Nov 2026"), row("2026-11-09")], null, 0],
    ["no dates", [row("Lifetime"), row("")], null, 0],
    ["no rows", [], null, 0],
    [
      "more rows prove the one",
      [row("16/07/2026"), row("17/07/2026"), row("07/18/2026")],
      "day_first",
      0,
    ],
    ["as many the other: Meta's own", [row("16/07/2026"), row("07/18/2026")], "month_first", 0],
    [
      "proofs of both leave the others open",
      [row("16/07/2026"), row("07/18/2026"), row("09/11/2026")],
      null,
      1,
    ],
    [
      "but not those with an id",
      [row("16/07/2026"), row("07/18/2026"), row("09/11/2026", "2026-11-09")],
      "day_first",
      0,
    ],
  ] as const)("%s", (_, rows, order, open) => expect(found([...rows])).toEqual([order, open]));

  test.each([
    [
      "of two far apart the one near now",
      [row("26-11-09"), row("26/11/16 10:21")],
      "short_year_first",
      0,
    ],
    ["day first too", [row("14-07-26"), row("09-10-25")], "day_first", 0],
    ["a month over 12", [row("07/14/26")], "month_first", 0],
    ["a year to come is none", [row("26-11-30"), row("25-11-26")], "short_year_first", 0],
    ["nor one before all platforms", [row("03-11-25"), row("25-11-16")], "day_first", 0],
    ["an id tells", [row("26-11-15"), row("26-11-14", "2026-11-14")], "short_year_first", 0],
    ["rows that leave out different ones", [row("07/14/26"), row("09/11/26")], "month_first", 0],
    ["day and month are asked, not the year", [row("09/11/26")], null, 1],
    ["two near now", [row("25-11-24")], null, 1],
    ["two far from it", [row("09-11-10")], null, 1],
    ["the same day in both that are likely", [row("11/11/26")], "month_first", 0],
    ["a month by its name", [row("26-Nov-09")], "short_year_first", 0],
    ["behind its day", [row("9-Nov-26")], "month_first", 0],
  ] as const)("a year of two digits: %s", (_, rows, order, open) =>
    expect(found([...rows])).toEqual([order, open]),
  );

  test.each([
    ["09/11/26", ["day_first", "month_first"]],
    ["26-11-25", ["day_first", "short_year_first"]],
    ["25/10/26", ["day_first", "short_year_first"]],
    ["09/11/2026", ["day_first", "month_first"]],
    ["09-11-10", ["day_first", "month_first", "short_year_first"]],
  ])("only what can be meant is asked: %s", (text, choices) => {
    // as on the day after the latest of them
    const now = at("2026-11-25T12:00:00Z");
    expect(dateOrder([row(text)], { now, chosen: null }).choices).toEqual(choices);
  });

  test("who has chosen is asked nothing", () =>
    expect(found([row("16/07/2026"), row("09/11/2026")], "month_first")).toEqual([
      "month_first",
      0,
    ]));
});

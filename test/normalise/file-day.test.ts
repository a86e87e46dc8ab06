import { describe, expect, test } from "vitest";
import { readDate } from "../../functions/normalise/date-text.ts";
import { dayInName, fileDay } from "../../functions/normalise/file-day.ts";
import { refusal } from "./refusal.ts";

const at = (iso: string) => Date.parse(iso) / 1000;
const NOW = at("2026-11-28T05:00:00Z");
const SAID = { now: NOW, library_zone: "Asia/Jakarta", read_at: null, name: null, modified: null };
/** The last second of a day in Jakarta. */
const endOf = (day: string) => at(`${day}T16:59:59Z`);

const found = (
  said: Partial<Parameters<typeof fileDay>[0]>,
  own: string[] = [],
  newest: string | null = null,
) => {
  const dates = own.flatMap((text) => readDate(text) ?? []);
  const day = fileDay(
    { ...SAID, ...said },
    { own: dates, order: "month_first", newest: newest === null ? null : at(newest) },
  );
  return [day.read_at, day.from, day.passed_over];
};

describe("when a file was made", () => {
  const name = "Oct-24-2026_Nov-20-2026_1789.csv";
  const modified = at("2026-11-21T03:00:00Z");
  test.each<[string, Parameters<typeof found>, ReturnType<typeof found>]>([
    ["nothing says it: now", [{}], [NOW, "now", false]],
    ["its last change", [{ modified }], [modified, "modified", false]],
    ["a change to come says nothing", [{ modified: NOW + 1 }], [NOW, "now", false]],
    ["its name before that", [{ name, modified }], [endOf("2026-11-20"), "name", false]],
    ["a name without a day", [{ name: "Content.csv", modified }], [modified, "modified", false]],
    [
      "its own column before both",
      [{ name, modified }, ["November 19"]],
      [endOf("2026-11-19"), "file", false],
    ],
    [
      "the newest day of that column",
      [{}, ["19 November", "November 20", "?"]],
      [endOf("2026-11-20"), "file", false],
    ],
    [
      "which is counted back from its last change",
      [{ modified: at("2025-12-01T00:00:00Z") }, ["November 20"]],
      [endOf("2025-11-20"), "file", false],
    ],
    [
      "or from the day in its name",
      [{ name: "x_2024-11-21.csv" }, ["November 20"]],
      [endOf("2024-11-20"), "file", false],
    ],
    [
      "across a new year",
      [{ now: at("2027-01-02T00:00:00Z") }, ["30 Desember"]],
      [endOf("2026-12-30"), "file", false],
    ],
    ["today is not over", [{}, ["November 28"]], [NOW, "file", false]],
    [
      "a change on that day is more exact",
      [{ modified }, ["November 21"]],
      [modified, "file", false],
    ],
    [
      "chosen",
      [{ read_at: NOW - 60, name, modified }, ["November 20"]],
      [NOW - 60, "chosen", false],
    ],
    ["the clock of a person may be ahead", [{ read_at: NOW + 600 }], [NOW + 600, "chosen", false]],
    [
      "a newer post refutes the name",
      [{ name, modified }, [], "2026-11-21T00:00:00Z"],
      [modified, "modified", true],
    ],
    ["and the last change", [{ modified }, [], "2026-11-22T00:00:00Z"], [NOW, "now", false]],
    [
      "one of the last ten minutes does not",
      [{ modified }, [], "2026-11-21T03:10:00Z"],
      [modified, "modified", false],
    ],
  ])("%s", (_, arguments_, expected) => expect(found(...arguments_)).toEqual(expected));

  test.each([
    ["in_the_future", NOW + 601],
    ["too_early", at("2003-12-31T23:59:59Z")],
  ])("a chosen one that is %s", (code, read_at) =>
    expect(refusal(() => found({ read_at }))).toEqual({
      code: "invalid",
      problems: [["read_at", code]],
    }),
  );
});

test.each([
  ["Oct-24-2026_Nov-20-2026_1444967610559863.csv", "2026-11-20"],
  ["account_analytics_content_2026-10-01_2026-10-31.csv", "2026-10-31"],
  ["Content_2026-11-20 (2).csv", "2026-11-20"],
  ["Overview_20261120.csv", "2026-11-20"],
  ["ekspor 20 Nopember 2026.csv", "2026-11-20"],
  ["20-Nov-2026.csv", "2026-11-20"],
  ["2026-11-30.csv", null],
  ["2026-13-45.csv", null],
  ["120261120.csv", null],
  ["Jangkauan.csv", null],
  ["", null],
])("the day in the name %o is %o", (name, day) => expect(dayInName(name, "2026-11-29")).toBe(day));

import { describe, expect, test } from "vitest";
import { quietSpells } from "../../functions/analyse/quiet.ts";
import { aheadSilence } from "../../functions/analyse/quiet-ahead.ts";
import { addDays, isoInstant } from "../../functions/model/day.ts";

const ZONE = "Asia/Jakarta";
const FIRST = "2026-01-01";
/** Two days in the mean; a gap of 12.28 days is what chance makes once a year. */
const GAPS = [1, 2, 1, 3, 2, 1, 4, 2, 1, 3, 2, 2];
const at = (time: string) => Date.parse(time) / 1000;
/** Noon of a day in Jakarta. */
const noon = (day: string) => at(`${day}T05:00:00Z`);
function daysAfter(gaps: readonly number[]): string[] {
  const days = [FIRST];
  for (const gap of gaps) days.push(addDays(days.at(-1) ?? FIRST, gap));
  return days;
}
const POSTS = daysAfter(GAPS).map(noon);
/** The day of the last post. */
const LAST = daysAfter(GAPS).at(-1) ?? FIRST;
const on = (days: number) => addDays(LAST, days);

type Closed = { from: string; to: string }[];
const ahead = (plans: readonly number[], now = 1, closed: Closed = []) =>
  aheadSilence(
    POSTS,
    plans.map((days) => noon(on(days))),
    { time_zone: ZONE, now: noon(on(now)), closed },
  );
/** Days after the last post, which read easier. */
const said = (...given: Parameters<typeof ahead>) => {
  const found = ahead(...given);
  const days = (day: string | null) =>
    day === null ? null : (Date.parse(day) - Date.parse(LAST)) / 86_400_000;
  return found && [days(found.last_planned), days(found.unusual_on), days(found.next_planned)];
};

describe("the silence ahead", () => {
  test.each<[string, number[], number, Closed, (number | null)[]]>([
    ["nothing is planned: it begins with the last post", [], 1, [], [null, 12, null]],
    ["the last plan puts it off, and its gap widens the rhythm", [5], 1, [], [5, 18, null]],
    ["a plan that comes too late does not", [14], 1, [], [null, 12, 14]],
    ["one that comes just in time does", [12], 1, [], [12, 35, null]],
    ["so does the next one, in any order", [20, 10], 1, [], [20, 44, null]],
    ["a hole between two plans is the first", [3, 30], 1, [], [3, 13, 30]],
    ["a plan of today counts until the day is over", [1], 1, [], [1, 13, null]],
    ["one of yesterday that nobody saw kept does not", [1], 2, [], [null, 12, null]],
    ["one that is already here has begun in the past", [], 40, [], [null, 12, null]],
    ["and is not undone by a plan", [41], 40, [], [null, 12, 41]],
    ["closed days put it off", [], 1, [{ from: on(3), to: on(5) }], [null, 15, null]],
    ["those at its end too", [], 1, [{ from: on(12), to: on(13) }], [null, 14, null]],
    ["those after it do not", [], 1, [{ from: on(14), to: on(20) }], [null, 12, null]],
    ["two plans on one day are one", [5, 5], 1, [], [5, 18, null]],
  ])("%s", (_, plans, now, closed, expected) => expect(said(plans, now, closed)).toEqual(expected));

  test.each([[[]], [[2]], [[5]], [[4, 9, 12]], [[3, 30]], [[14]]])(
    "with plans after %j days is what will be flagged on that day, and not before",
    (plans) => {
      const { unusual_on = "", from = "", last_planned } = ahead(plans) ?? {};
      expect(from).toBe(last_planned ?? LAST);
      const kept = plans.map(on).filter((day) => day <= from);
      const times = [...POSTS, ...kept.map(noon)].map(isoInstant);
      const spells = (day: string) =>
        quietSpells(times, { time_zone: ZONE, now: isoInstant(noon(day)) });
      expect(spells(unusual_on)).toMatchObject([{ from, to: null }]);
      expect(spells(addDays(unusual_on, -1))).toEqual([]);
    },
  );

  test("a silence that is over says nothing of what is ahead", () => {
    const posts = [...POSTS, noon(on(30)), noon(on(31))];
    expect(aheadSilence(posts, [], { time_zone: ZONE, now: noon(on(32)) })).toMatchObject({
      last_planned: null,
      next_planned: null,
    });
    const found = aheadSilence(posts, [], { time_zone: ZONE, now: noon(on(32)) });
    expect(found && found.unusual_on > on(40)).toBe(true);
  });

  test.each([
    ["ten gaps are enough", 11, true],
    ["nine are not", 10, false],
    ["nothing was ever posted", 0, false],
  ])("%s, whatever is planned", (_, posts, found) => {
    const plans = Array.from({ length: 20 }, (_, index) => noon(on(index + 1)));
    const options = { time_zone: ZONE, now: noon(on(1)) };
    expect(aheadSilence(POSTS.slice(0, posts), plans, options) !== null).toBe(found);
  });

  test("days are the library's: an evening in UTC is the next morning there", () => {
    const late = aheadSilence(POSTS, [at(`${on(4)}T17:30:00Z`)], {
      time_zone: ZONE,
      now: noon(on(1)),
    });
    expect(late?.last_planned).toBe(on(5));
  });
});

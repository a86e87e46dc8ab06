import { expect, test } from "vitest";
import { evergreen } from "../../functions/analyse/evergreen.ts";
import { addDays } from "../../functions/model/day.ts";

const TODAY = "2026-12-02";
const OLD: Parameters<typeof evergreen>[0][number] = {
  id: 1,
  published_on: addDays(TODAY, -181),
  score: 1.3,
  removed: false,
  hidden: false,
};
const ids = (posts: Partial<typeof OLD>[], reused: { id: number; on: string }[] = []) =>
  evergreen(
    posts.map((one) => ({ ...OLD, ...one })),
    TODAY,
    reused,
  ).map(({ id }) => id);

test.each([
  ["1.3 times the usual, older than 180 days", {}, [1]],
  ["a little less", { score: 1.29 }, []],
  ["not judged", { score: null }, []],
  ["180 days old", { published_on: addDays(TODAY, -180) }, []],
  ["gone", { removed: true }, []],
  ["hidden", { hidden: true }, []],
])("a post that is %s", (_, of, found) => expect(ids([of])).toEqual(found));

test.each([
  ["told again yesterday rests", [{ id: 1, on: addDays(TODAY, -1) }], []],
  ["180 days ago too", [{ id: 1, on: addDays(TODAY, -180) }], []],
  ["longer ago it may be told again", [{ id: 1, on: addDays(TODAY, -181) }], [1]],
  [
    "the newest time counts",
    [
      { id: 1, on: addDays(TODAY, -400) },
      { id: 1, on: TODAY },
    ],
    [],
  ],
  ["one that is planned to be told again rests", [{ id: 1, on: addDays(TODAY, 9) }], []],
  ["another's rest is its own", [{ id: 2, on: TODAY }], [1]],
])("%s", (_, reused, found) => expect(ids([{}], reused)).toEqual(found));

test("the best first, of two as good the older, of two of a day the first", () =>
  expect(
    ids([{ id: 4 }, { id: 3 }, { id: 2, score: 2 }, { id: 5, published_on: addDays(TODAY, -300) }]),
  ).toEqual([2, 5, 3, 4]));
test("nothing posted, nothing to tell again", () => expect(ids([])).toEqual([]));

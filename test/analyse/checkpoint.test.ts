import { describe, expect, test } from "vitest";
import { NO_BURST } from "../../functions/analyse/burst.ts";
import {
  comparePlaces,
  fromCheckpoint,
  stillHolds,
  toCheckpoint,
} from "../../functions/analyse/checkpoint.ts";
import { NEW_TRACK } from "../../functions/analyse/track.ts";
import { entryFor, FACEBOOK, HOUR } from "./entries.ts";

const NORM = [
  entryFor({ id: 1, format: "link", followers: 1000 }),
  entryFor({ id: 2, format: null, interactions: 0 }),
  entryFor({ id: 3, read_at: 1_000_000 + 6 * HOUR }),
];
const burst = { at: 1_000_000, posts: 2 };
const weak = { ...NEW_TRACK, norm: NORM };
const after = { published_at: 1_000_000, id: 3 };
const checkpoint = toCheckpoint({ burst, weak, strong: weak }, after, FACEBOOK);
/** What is kept of an entry: all but when it was published, of which its age is enough. */
const kept = NORM.map((entry) => ({ ...entry, published_at: 0 }));

describe("a checkpoint", () => {
  test("is small: of a post its id, format, counts and age", () =>
    expect(checkpoint).toEqual({
      method: 1,
      half_age_hours: 6,
      after,
      burst,
      // link is the seventh format, other the last, image the first
      norm: [
        [1, 6, 100, 1000, 1000 * HOUR],
        [2, 9, 0, null, 1000 * HOUR],
        [3, 0, 100, null, 6 * HOUR],
      ],
      strong_norm: null,
    }));

  test("brings back the norm, and both sides share it", () => {
    const tracks = fromCheckpoint(checkpoint, FACEBOOK);
    expect(tracks).toEqual({
      burst,
      weak: { ...NEW_TRACK, norm: kept },
      strong: { ...NEW_TRACK, norm: kept },
    });
    expect(tracks.strong.norm).toBe(tracks.weak.norm);
  });

  test("keeps the norm of strong streaks where it is another", () => {
    const strong = { ...NEW_TRACK, norm: NORM.slice(1) };
    const parted = toCheckpoint({ burst: NO_BURST, weak, strong }, after, FACEBOOK);
    expect(parted.strong_norm).toHaveLength(2);
    const tracks = fromCheckpoint(parted, FACEBOOK);
    expect(tracks.weak.norm).toEqual(kept);
    expect(tracks.strong.norm).toEqual(kept.slice(1));
  });

  test("goes through JSON unchanged", () =>
    expect(JSON.parse(JSON.stringify(checkpoint))).toEqual(checkpoint));

  test("a format that this version does not know is other", () => {
    const newer = {
      ...checkpoint,
      norm: [[1, 99, 100, null, 1000 * HOUR]] as typeof checkpoint.norm,
    };
    expect(fromCheckpoint(newer, FACEBOOK).weak.norm).toMatchObject([{ id: 1, format: "other" }]);
  });
});

describe("a judgement may go on from it", () => {
  test.each([
    ["nothing changed", {}, 6, null, true],
    ["only what comes after changed", {}, 6, { published_at: 1_000_001, id: 1 }, true],
    ["a later post of the same second changed", {}, 6, { published_at: 1_000_000, id: 4 }, true],
    ["its own post changed", {}, 6, after, false],
    ["something before it changed", {}, 6, { published_at: 999_999, id: 9 }, false],
    ["another method made it", { method: 0 }, 6, null, false],
    ["the account's half-age moved", {}, 6.1, null, false],
  ])("%s: %s", (_, of, half_age_hours, changed, holds) =>
    expect(stillHolds({ ...checkpoint, ...of }, { ...FACEBOOK, half_age_hours }, changed)).toBe(
      holds,
    ),
  );
});

test.each([
  [
    "by the instant first",
    [
      { published_at: 2, id: 1 },
      { published_at: 1, id: 2 },
    ],
    [2, 1],
  ],
  [
    "then by id",
    [
      { published_at: 1, id: 7 },
      { published_at: 1, id: 3 },
    ],
    [3, 7],
  ],
])("posts are judged in order: %s", (_, places, ids) =>
  expect(places.toSorted(comparePlaces).map(({ id }) => id)).toEqual(ids),
);

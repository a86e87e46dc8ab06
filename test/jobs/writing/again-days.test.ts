/** A platform's days, newer and older than those of which it is kept when each figure was said. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldPlatformDay } from "../../../functions/analyse/platform-day.ts";
import { derivePlatformDays } from "../../../functions/jobs/writing/derive-platform-days.ts";
import { addDays } from "../../../functions/model/day.ts";
import type { DayReading, Instant } from "../../../functions/model/snapshot.ts";
import type { AccountRow } from "../../../functions/store/accounts.ts";
import type { DayReadingRow } from "../../../functions/store/day-readings.ts";
import { DAY, day, HOUR, NOW, SEEDS } from "./snapshots.ts";

/** More days than are kept, some of them older than those that one reading may keep. */
const DATES = [1, 2, 3, 5, 8, 11, 12, 13, 15, 21, 30, 44, 80, 200, 400].map((days) =>
  addDays("2026-11-21", -days),
);
/** More than there are runs of one day. */
const INSTANTS = [0, 1, 2, 3, 5, 9, 14, 20, 21, 30, 37, 41].map(
  (hours) => NOW - 2 * DAY + hours * HOUR,
);

type Said = { read_at: Instant; days: DayReading[] };

const one = fc.constantFrom(1, 2);
/** Readings that do not contradict each other at one instant: each says a part of what is there. */
const readings: fc.Arbitrary<Said[]> = fc
  .tuple(
    fc.array(fc.tuple(one, one), {
      minLength: INSTANTS.length * DATES.length,
      maxLength: INSTANTS.length * DATES.length,
    }),
    fc.array(
      fc.record({
        instant: fc.nat(INSTANTS.length - 1),
        dates: fc.subarray([...DATES.keys()], { minLength: 1 }),
        says: fc.constantFrom("views", "reach", "both"),
      }),
      { minLength: 3, maxLength: 30 },
    ),
  )
  .map(([truths, said]) =>
    said.map(({ instant, dates, says }) => ({
      read_at: INSTANTS[instant] as Instant,
      days: dates.map((index) => {
        const [views, reach] = truths[instant * DATES.length + index] ?? [];
        return day(DATES[index] as string, {
          views: says === "reach" ? null : (views ?? null),
          reach: says === "views" ? null : (reach ?? null),
        });
      }),
    })),
  );

const cases = readings.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    cut: fc.nat(all.length),
  }),
);

/** The days as the database would hold them. */
class Kept {
  row = { id: 1, days_seen: {} } as AccountRow;
  stored: DayReadingRow[] = [];
  version = 0;
  written = 0;

  arrive(request: readonly Said[]): void {
    this.version += 1;
    const sightings = request
      .map((said) => ({ ...said, version: this.version, import_id: null }))
      .toSorted((a, b) => a.read_at - b.read_at);
    const { readings, days_seen, placed } = derivePlatformDays(this.row, sightings, this.stored);
    const key = ({ date, read_at, version }: DayReadingRow) => `${date} ${read_at} ${version}`;
    const gone = new Set([...readings.save, ...readings.remove].map(key));
    const moved = JSON.stringify(days_seen) !== JSON.stringify(this.row.days_seen);
    this.written += gone.size + Number(moved) + placed.filter((one) => one !== "repeated").length;
    this.stored = [...this.stored.filter((row) => !gone.has(key(row))), ...readings.save];
    this.row = { ...this.row, days_seen };
  }

  shown(): unknown {
    return DATES.map((date) => foldPlatformDay(this.stored.filter((row) => row.date === date)));
  }
}

const kept = (requests: readonly (readonly Said[])[]): Kept => {
  const days = new Kept();
  for (const request of requests) if (request.length > 0) days.arrive(request);
  return days;
};

describe("a platform's days", () => {
  test.each(SEEDS)(
    "show the same in whatever order they were said, and change nothing when they are said again (%i)",
    (seed) => {
      fc.assert(
        fc.property(cases, ({ all, shuffled, cut }) => {
          const single = (said: readonly Said[]) => said.map((one) => [one]);
          const inTime = all.toSorted((a, b) => a.read_at - b.read_at);
          const expected = kept(single(inTime)).shown();
          for (const requests of [
            [all],
            single(inTime),
            single(inTime.toReversed()),
            single(shuffled),
            [shuffled.slice(0, cut), ...single(shuffled.slice(cut))],
          ]) {
            const days = kept(requests);
            expect(days.shown()).toEqual(expected);
            days.written = 0;
            for (const request of [all, ...single(all), ...single(shuffled)]) days.arrive(request);
            expect(days.written).toBe(0);
            expect(days.shown()).toEqual(expected);
          }
        }),
        { seed, numRuns: Number(process.env.RUNS ?? 60) },
      );
    },
  );
});

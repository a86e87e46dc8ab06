/** The platform's own days, more of them than it is kept when they were read: sent again, in whatever order, they change nothing. */
import fc from "fast-check";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { dump, openDatabase, wipe } from "../../database.ts";
import { DAY, day, HOUR, NOW, SEEDS, snapshot, tries, ZONE } from "./snapshots.ts";

const { databases, close } = await openDatabase();
const db = databases[0] as D1Database;
afterAll(close);
beforeEach(() => wipe(db));

const CONTEXT = { now: NOW, time_zone: ZONE, import: null };
const DAYS = 16;
const DATES = Array.from({ length: DAYS }, (_, index) =>
  new Date((NOW - (DAYS - index) * DAY) * 1000).toISOString().slice(0, 10),
);
const INSTANTS = [0, 1, 2, 14, 15, 30, 44].map((hours) => NOW - 2 * DAY + hours * HOUR);

const figure = fc.constantFrom(1, 2, 3);

/** One an instant: what each says of the days in a span of them, other than the last in some and the same in others. */
const answers: fc.Arbitrary<Snapshot[]> = fc
  .tuple(
    ...INSTANTS.map(() =>
      fc.record({
        from: fc.nat(DAYS - 1),
        days: fc.integer({ min: 1, max: DAYS }),
        views: fc.array(figure, { minLength: 3, maxLength: 3 }),
        reach: fc.option(figure, { nil: null }),
      }),
    ),
  )
  .map((said) =>
    said.map(({ from, days, views, reach }, index) =>
      snapshot(INSTANTS[index] as number, {
        days: DATES.slice(from, from + days).map((date, at) =>
          day(date, { views: views[at % views.length] ?? null, reach }),
        ),
      }),
    ),
  );

const cases = answers.chain((all) =>
  fc.record({
    all: fc.constant(all),
    orders: fc.tuple(...[1, 2].map(() => fc.shuffledSubarray(all, { minLength: all.length }))),
  }),
);

async function sendAgain(requests: readonly (readonly Snapshot[])[]): Promise<void> {
  const before = await dump(db);
  for (const request of requests) {
    expect(await ingest(db, request, CONTEXT)).toMatchObject({
      readings_added: 0,
      readings_replaced: 0,
    });
  }
  expect(await dump(db)).toEqual(before);
}

test.each(SEEDS)("whatever they say of whichever days (%i)", async (seed) => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ all, orders }) => {
      for (const order of [all, all.toReversed(), ...orders]) {
        await wipe(db);
        for (const one of order) await ingest(db, [one], CONTEXT);
        await sendAgain([all]);
        await sendAgain(order.toReversed().map((one) => [one]));
        await sendAgain(orders[0]?.map((one) => [one]) ?? []);
      }
    }),
    tries(seed),
  );
});

const rows = async () =>
  (await db.prepare("select count(*) as n from day_readings").first<number>("n")) ?? 0;

test("sixty days read each hour are a row each, and one more for each figure that is another", async () => {
  const sixty = Array.from({ length: 60 }, (_, index) =>
    new Date((NOW - (60 - index) * DAY) * 1000).toISOString().slice(0, 10),
  );
  const answer = (hour: number, first: number) =>
    snapshot(NOW + hour * HOUR, {
      days: sixty.map((date, index) => day(date, { views: index === 0 ? first : 7 })),
    });
  for (const [hour, first] of [1, 1, 2, 2, 1, 1].entries()) {
    await ingest(db, [answer(hour, first)], CONTEXT);
  }
  // what comes back in time is told
  expect(await rows()).toBe(62);
  await sendAgain([1, 1, 2, 2, 1, 1].map((first, hour) => [answer(hour, first)]));
});

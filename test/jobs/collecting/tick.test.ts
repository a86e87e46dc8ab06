/** Whose turn it is at a tick, and whether everybody's comes in every hour. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CollectFault } from "../../../functions/collect/fault.ts";
import { emptyNotebook } from "../../../functions/collect/notebook.ts";
import { collectionAfter } from "../../../functions/jobs/collecting/collection-after.ts";
import { inTurn, slotOf } from "../../../functions/jobs/collecting/tick.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";
import type { CollectionRow } from "../../../functions/store/collections.ts";

/** A full hour. */
const NOON: Instant = Date.parse("2026-11-23T12:00:00Z") / 1000;
const MINUTE = 60;
const TICK = 15 * MINUTE;
const HOUR = 60 * MINUTE;
const TICKS_A_DAY = 96;

const tries = (seed: number) => ({ seed, numRuns: Number(process.env.RUNS ?? 100) });

describe("whose turn it is", () => {
  /** Whose it is at noon, of accounts 1, 2, 3 … that have been due for so many minutes; below nought: not yet. */
  const atNoon = (...minutes: number[]): number[] =>
    inTurn(
      minutes.map((due, index) => ({ account_id: index + 1, next_due_at: NOON - due * MINUTE })),
      NOON,
    ).map(({ account_id }) => account_id);

  test.each<[string, number[], number[]]>([
    ["nobody is collected", [], []],
    ["nobody is due", [-1, -15], []],
    ["who is due at this very second is", [0], [1]],
    ["one of four, the longest waiting", [0, 15, 30, 10], [3]],
    ["the lowest id of those that wait alike", [-30, 15, 15, 0], [2]],
    ["two of five, the longest waiting first", [5, 20, 10, 30, 15], [4, 2]],
    ["two of eight", [0, 0, 0, 0, 0, 0, 0, 0], [1, 2]],
    ["three of nine", [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 3]],
    ["those that are not due count for the share", [-15, -15, -15, 5, 10], [5, 4]],
    ["no more than are due", [-15, -15, -15, -15, 10], [5]],
    ["a second before it has waited long enough it is the longest waiting's", [44.99, 44.98], [1]],
    ["with 45 minutes it is everybody's who has waited them", [45, 44, 60, 45], [3, 1, 4]],
    ["after a day without a tick it is everybody's", [1440, 1425, 1410, 1395], [1, 2, 3, 4]],
  ])("%s", (_, minutes, turns) => expect(atNoon(...minutes)).toEqual(turns));

  test("it does not matter in which order they are listed", () => {
    const rows = [
      { account_id: 9, next_due_at: NOON },
      { account_id: 3, next_due_at: NOON },
      { account_id: 5, next_due_at: NOON - TICK },
      { account_id: 4, next_due_at: NOON - TICK },
      { account_id: 1, next_due_at: NOON },
    ];
    const turns = [rows[3], rows[2]];
    expect(inTurn(rows, NOON)).toEqual(turns);
    expect(inTurn(rows.toReversed(), NOON)).toEqual(turns);
  });
});

type Outcome = "done" | "unfinished" | "failed";

const accounts = (count: number, dueAt: (index: number) => Instant): CollectionRow[] =>
  Array.from({ length: count }, (_, index) => ({
    account_id: index + 1,
    platform: "facebook",
    handle: `branch.${index + 1}`,
    external_id: null,
    name: null,
    sealed: "",
    generation: 1,
    connected_at: NOON,
    expires_at: null,
    state: "waiting",
    next_due_at: dueAt(index),
    last_success_at: null,
    cursor: null,
    refusals: [],
    memory: {},
    problem: null,
  }));

type Visit = { account_id: number; at: Instant };

/**
 * The cron's ticks, each with what became of its visits.
 * @param came whether the tick of this number comes
 */
function ticking(
  rows: CollectionRow[],
  ticks: number,
  outcome: (row: CollectionRow) => Outcome,
  came: (tick: number) => boolean = () => true,
) {
  let standing = rows;
  const visits: Visit[] = [];
  const sizes: number[] = [];
  /** Who had waited for 45 minutes when a tick had ended. */
  const forgotten: Visit[] = [];
  for (let tick = 0; tick < ticks; tick++) {
    if (!came(tick)) continue;
    const now = NOON + tick * TICK;
    const turns = new Set(inTurn(standing, now).map(({ account_id }) => account_id));
    standing = standing.map((row) => {
      if (!turns.has(row.account_id)) return row;
      const what = outcome(row);
      const notebook = { ...emptyNotebook(), unfinished: what === "unfinished" };
      const fault = what === "failed" ? new CollectFault("http_error") : null;
      return collectionAfter(row, notebook, fault, now, slotOf(now));
    });
    sizes.push(turns.size);
    visits.push(...[...turns].map((account_id) => ({ account_id, at: now })));
    for (const { account_id, next_due_at } of standing) {
      if (now - next_due_at >= HOUR - TICK) forgotten.push({ account_id, at: now });
    }
  }
  return { visits, sizes, forgotten };
}

const hourOf = ({ at }: Visit): number => Math.floor((at - NOON) / HOUR);

/** The hours in which an account was visited. */
const hoursOf = (visits: readonly Visit[], account_id: number): number[] => [
  ...new Set(visits.filter((one) => one.account_id === account_id).map(hourOf)),
];
const hours = (count: number): number[] => Array.from({ length: count }, (_, hour) => hour);

describe("over a day of ticks", () => {
  test.each([1, 2, 4, 5, 12, 40])(
    "each of %i accounts is visited once an hour, at the same minute, a fourth of them a tick",
    (count) => {
      const all = accounts(count, () => NOON);
      const { visits, sizes } = ticking(all, TICKS_A_DAY, () => "done");
      for (const { account_id } of all) {
        const own = visits.filter((one) => one.account_id === account_id);
        const [first] = own;
        const expected = hours(24).map((hour) => (first?.at ?? 0) + hour * HOUR);
        expect(own.map(({ at }) => at)).toEqual(expected);
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.ceil(count / 4));
    },
  );

  /** When each account was connected, and how one visit after the other goes. */
  const course = fc.record({
    count: fc.integer({ min: 1, max: 40 }),
    connected: fc.array(fc.integer({ min: -HOUR + 1, max: 0 }), { minLength: 40, maxLength: 40 }),
    fates: fc.array(
      fc.constantFrom<Outcome>("done", "done", "done", "unfinished", "failed", "failed"),
      { minLength: 1, maxLength: 300 },
    ),
  });

  const lived = (
    { count, connected, fates }: { count: number; connected: number[]; fates: Outcome[] },
    came?: (tick: number) => boolean,
  ) => {
    const all = accounts(count, (index) => NOON + (connected[index] ?? 0));
    let visit = 0;
    const next = () => fates[visit++ % fates.length] ?? "done";
    return { all, ...ticking(all, TICKS_A_DAY, next, came) };
  };

  test("whoever fails or has a past to fill in takes nobody's turn: each is visited in every hour, a fourth a tick", () => {
    fc.assert(
      fc.property(course, (one) => {
        const { all, visits, sizes } = lived({ ...one, connected: one.connected.map(() => 0) });
        for (const { account_id } of all) {
          expect(hoursOf(visits, account_id)).toEqual(hours(24));
        }
        expect(Math.max(...sizes)).toBeLessThanOrEqual(Math.ceil(one.count / 4));
      }),
      tries(20),
    );
  });

  test("one that always has more to fetch is visited in what the others leave", () => {
    const { visits } = ticking(
      accounts(4, () => NOON),
      TICKS_A_DAY,
      ({ account_id }) => (account_id === 2 ? "unfinished" : "done"),
    );
    for (const account_id of [1, 2, 3, 4]) {
      expect(hoursOf(visits, account_id)).toEqual(hours(24));
    }
    const alone = ticking(
      accounts(2, () => NOON),
      TICKS_A_DAY,
      ({ account_id }) => (account_id === 2 ? "unfinished" : "done"),
    );
    expect(hoursOf(alone.visits, 1)).toEqual(hours(24));
    expect(alone.visits.filter(({ account_id }) => account_id === 2)).toHaveLength(72);
  });

  test("whenever they were connected, it is their turn within an hour, and no later tick is fuller for it", () => {
    fc.assert(
      fc.property(course, (one) => {
        const { all, visits, sizes } = lived(one);
        for (const { account_id, next_due_at } of all) {
          const [first] = visits.filter((visit) => visit.account_id === account_id);
          expect((first?.at ?? Infinity) - next_due_at).toBeLessThan(HOUR);
        }
        expect(Math.max(...sizes.slice(4))).toBeLessThanOrEqual(Math.ceil(one.count / 4));
      }),
      tries(21),
    );
  });

  test("where ticks are lost, the next one visits whoever has waited for 45 minutes", () => {
    const lost = fc.array(fc.boolean(), { minLength: TICKS_A_DAY, maxLength: TICKS_A_DAY });
    fc.assert(
      fc.property(course, lost, (one, ticks) => {
        const { forgotten } = lived(one, (tick) => ticks[tick] === true);
        expect(forgotten).toEqual([]);
      }),
      tries(22),
    );
  });

  test("an hour without ticks is made up for at once, and the next hour is as every other", () => {
    const all = accounts(4, () => NOON);
    const { visits, sizes } = ticking(
      all,
      12,
      () => "done",
      (tick) => tick < 4 || tick > 7,
    );
    expect(sizes).toEqual([1, 1, 1, 1, 4, 0, 0, 0]);
    for (const { account_id } of all) expect(hoursOf(visits, account_id)).toEqual([0, 2]);
  });

  test("a lost quarter is made up for within the hour", () => {
    const { visits, sizes } = ticking(
      accounts(4, () => NOON),
      8,
      () => "done",
      (tick) => tick > 0,
    );
    expect(sizes).toEqual([1, 1, 2, 1, 1, 1, 1]);
    for (const account_id of [1, 2, 3, 4]) expect(hoursOf(visits, account_id)).toEqual([0, 1]);
  });
});

/** The collectors' ticks over four accounts, against the imitated platforms: what each costs, and what a day does. */
import { collectTick } from "../../functions/jobs/collect.ts";
import { DAY, HOUR, openCollecting } from "../../test/jobs/collecting.ts";
import { type Meter, metered, newMeter } from "./meter.ts";
import type { Table } from "./table.ts";

/** What the free plan gives a day. */
const ROWS_READ_A_DAY = 5_000_000;
const ROWS_WRITTEN_A_DAY = 100_000;
/** How far back the platforms tell: what is filled in at first contact. */
const HISTORY_DAYS = 60;

type Tick = { at: number; calls: number; meter: Meter };

/** @param days how long it is watched, an hour a tick */
export async function tickRows(days: number, table: Table): Promise<void> {
  const collecting = await openCollecting({ days: HISTORY_DAYS });
  try {
    let meter = newMeter();
    const db = metered(collecting.db, () => meter);
    const tick = async (at: number): Promise<Tick> => {
      meter = newMeter();
      const run = await collectTick(db, collecting.env, { ...collecting.at(), now: at });
      return { at, calls: run?.calls ?? 0, meter };
    };
    for (const which of ["facebook", "instagram", "x", "tiktok"] as const) {
      await collecting.connect(which);
    }
    const ticks: Tick[] = [];
    for (let hour = 0; hour < days * 24; hour++) {
      ticks.push(await tick(collecting.now()));
      await collecting.pass(HOUR);
    }
    // the platforms' clock stands still from here: nothing changes on them
    await tick(collecting.now());
    const quiet = await tick(collecting.now() + HOUR);
    const again = await tick(collecting.now() + HOUR);

    const most = (of: (tick: Tick) => number) => Math.max(...ticks.map(of));
    const mostADay = (of: (tick: Tick) => number) => {
      const sums = Map.groupBy(ticks, ({ at }) => Math.floor(at / DAY));
      return Math.max(
        ...[...sums.values()].map((day) => day.reduce((all, one) => all + of(one), 0)),
      );
    };
    const row = (what: string, figure: number, limit: number | null) =>
      table.row({ what, figure, limit: limit === null ? null : { most: limit } });
    row(
      "queries of the dearest tick",
      most((one) => one.meter.queries),
      40,
    );
    row(
      "subrequests of the dearest tick",
      most((one) => one.calls),
      45,
    );
    row("rows written: a tick over 4 quiet accounts", quiet.meter.rows_written, 36);
    row("rows written: the same tick again", again.meter.rows_written, 0);
    row(
      "rows written on the dearest day",
      mostADay((one) => one.meter.rows_written),
      ROWS_WRITTEN_A_DAY,
    );
    row(
      "rows read on the dearest day",
      mostADay((one) => one.meter.rows_read),
      ROWS_READ_A_DAY,
    );
    row(
      "subrequests on the dearest day",
      mostADay((one) => one.calls),
      null,
    );
  } finally {
    await collecting.close();
  }
}

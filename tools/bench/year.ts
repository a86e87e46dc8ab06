/**
 * A year of the cron's ticks over four accounts, against the imitated platforms, with everything that goes wrong on the way:
 * what the dearest tick, day and month cost, and whether the export says in the end what the platforms say.
 */
import { dayOf, monthOf } from "../../functions/model/day.ts";
import { differences } from "../../test/year/differences.ts";
import { HOUR, type Life, openLife, QUARTER } from "../../test/year/life.ts";
import { type Lived, live, within, YEAR } from "../../test/year/troubles.ts";
import { type Meter, type MeteredTick, spentOn } from "./meter.ts";
import type { Row, Table } from "./table.ts";

/** What the free plan gives a day. */
const ROWS_READ_A_DAY = 5_000_000;
const ROWS_WRITTEN_A_DAY = 100_000;
/** What we allow a tick; the plan gives it 50 of each. */
const QUERIES = 40;
const SUBREQUESTS = 45;
/** The ceiling that a library starts with, US$ a month. */
const X_CEILING = 5;
/** What an hour's ticks may write where nothing changed. */
const QUIET_ROWS = 36;
const SHOWN_DIFFERENCES = 20;
const TOLD_DAYS = 73;

type Cost = Exclude<keyof Meter, "statements">;
type Tell = (what: string, figure: number, most?: number, more?: Partial<Row>) => void;

/** @param days how much of the year */
export async function yearRows(days: number, table: Table): Promise<void> {
  const life = await openLife();
  const tell: Tell = (what, figure, most, more = {}) =>
    table.row({ what, figure, limit: most === undefined ? null : { most }, ...more });
  try {
    const started = performance.now();
    const seconds = () => Math.round((performance.now() - started) / 1000);
    const lived = await live(life, within(YEAR, days), (day) => {
      if (day % TOLD_DAYS === 0) console.log(`  ${day} of ${days} days, ${seconds()} s`);
    });
    tell("ticks", lived.ticks.length, undefined, { note: `${seconds()} s` });
    tickRows(lived.ticks, tell);
    dayRows(lived.ticks, tell);
    await moneyRows(life, lived, tell);
    await exportRows(life, lived, tell);
    await quietRows(life, tell);
  } finally {
    await life.close();
  }
}

function tickRows(ticks: readonly MeteredTick[], tell: Tell): void {
  const dearest = (cost: Cost) =>
    ticks.reduce((most, tick) => (tick.meter[cost] > most.meter[cost] ? tick : most)).meter;
  const queries = dearest("queries");
  tell("queries of the dearest tick", queries.queries, QUERIES, { spent: spentOn(queries) });
  tell("subrequests of the dearest tick", dearest("subrequests").subrequests, SUBREQUESTS);
}

function dayRows(ticks: readonly MeteredTick[], tell: Tell): void {
  const days = [...Map.groupBy(ticks, ({ at }) => dayOf(at, "UTC")).values()];
  const dearest = (cost: Cost) =>
    Math.max(...days.map((day) => day.reduce((sum, { meter }) => sum + meter[cost], 0)));
  tell("subrequests on the dearest day", dearest("subrequests"));
  tell("queries on the dearest day", dearest("queries"));
  tell("rows read on the dearest day", dearest("rows_read"), ROWS_READ_A_DAY);
  tell("rows written on the dearest day", dearest("rows_written"), ROWS_WRITTEN_A_DAY);
}

/** What the product thinks that X took, and what the imitated X took: never more than was thought. */
async function moneyRows(life: Life, { asked }: Lived, tell: Tell): Promise<void> {
  const thought = await life.rows<{ month: string; micros: number }>(
    "select month, micros from x_spend order by month",
  );
  const taken = Map.groupBy(asked, ({ at }) => monthOf(dayOf(at, "UTC")));
  const dearest = thought.reduce((most, one) => (one.micros > most.micros ? one : most));
  tell("X's estimated cost in the dearest month", dearest.micros / 1e6, X_CEILING, {
    unit: "US$",
    note: dearest.month,
  });
  const all = (list: readonly { cost_usd: number }[]) =>
    Math.round(list.reduce((sum, { cost_usd }) => sum + cost_usd, 0) * 1e6) / 1e6;
  const most = Math.max(...[...taken.values()].map(all));
  tell("X's own bill in the dearest month", most, X_CEILING, { unit: "US$" });
  const estimated = thought.reduce((sum, { micros }) => sum + micros, 0) / 1e6;
  tell("X's own bill, all of it", all(asked), estimated, { unit: "US$" });
}

async function exportRows(life: Life, { ticks, gaps }: Lived, tell: Tell): Promise<void> {
  const exported = await life.exported();
  tell("exported posts and stories", exported.posts.length);
  tell("exported days", exported.days.length);
  tell("exported readings", exported.readings.length);
  const wrong = differences(exported, {
    world: life.world,
    changes: life.changes,
    ticks: ticks.map(({ at }) => at),
    gaps,
  });
  tell("differences between the export and the platforms", wrong.length, 0, {
    spent: wrong.slice(0, SHOWN_DIFFERENCES),
  });
}

/** The platforms' clock stands still: an hour's ticks read what is new, and those of the next find nothing changed. */
async function quietRows(life: Life, tell: Tell): Promise<void> {
  const began = life.now();
  for (let at = began + QUARTER; at <= began + HOUR; at += QUARTER) await life.tick(at);
  await life.ticks();
  const end = began + 2 * HOUR;
  for (let at = began + HOUR + QUARTER; at <= end; at += QUARTER) await life.tick(at);
  const meters = (await life.ticks()).map(({ meter }) => meter);
  tell(
    "rows written: an hour's ticks over 4 quiet accounts",
    meters.reduce((sum, { rows_written }) => sum + rows_written, 0),
    QUIET_ROWS,
    { spent: meters.flatMap(spentOn) },
  );
  await life.tick(end);
  const [again] = await life.ticks();
  if (!again) throw new Error("the same tick again was not metered");
  const { rows_written } = again.meter;
  tell("rows written: the same tick again", rows_written, 0, { spent: spentOn(again.meter) });
}

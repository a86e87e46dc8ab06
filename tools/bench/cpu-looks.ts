/** The isolate's own JavaScript time of the looks at what works, tick by tick: each account's, then that of all together. */
import { LEARN_CRON } from "../../functions/model/run.ts";
import { POOL } from "../../functions/store/works.ts";
import { FRESH, timeRow, WARM } from "./cpu.ts";
import { tick } from "./cpu-ticks.ts";
import { END } from "./history.ts";
import { type Isolate, medianOf, openIsolate, type Time } from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR } from "./metered.ts";
import type { Table } from "./table.ts";

/** Ten slices a tick, each with what a slice had alone. */
const BUDGET = { warm: 5, fresh: 10 };
const EVERY = 300;
const RUNS = 3;
/** Two and a half hours, for four accounts and all together. */
const MOST_TICKS = 30;

type Tick = { time: Time; isLast: boolean };

export async function lookRows(library: Library, table: Table): Promise<void> {
  const running = await runs(async () => {
    const isolate = await openLibrary(library.copy());
    return await ticks((at) => measured(isolate, at)).finally(isolate.close);
  });
  // what comes first compiles what comes later
  const warm = dearest(running.slice(Math.floor(running.length / 2)));
  table.row(timeRow(`${WARM.workroom} the dearest tick of looks`, warm, BUDGET.warm));
  const first = await runs(async () => {
    const state = library.copy();
    return await ticks(async (at) => {
      const isolate = await openLibrary(state);
      return await measured(isolate, at).finally(isolate.close);
    });
  });
  table.row(timeRow(`${FRESH.workroom} the dearest tick of looks`, dearest(first), BUDGET.fresh));
  table.row({
    what: "ticks until four accounts, and all together, are looked at",
    figure: first.length,
    limit: { most: MOST_TICKS },
  });
}

const openLibrary = (state: string) => openIsolate({ dir: BENCH_DIR, state, vars: {} });

/** Tick by tick the median of several runs, in which the same is done. */
async function runs(one: () => Promise<Time[]>): Promise<Time[]> {
  const all: Time[][] = [];
  for (let run = 0; run < RUNS; run++) all.push(await one());
  return (all[0] ?? []).map((_, place) => medianOf(all.flatMap((times) => times[place] ?? [])));
}

const dearest = (times: readonly Time[]): Time =>
  times.reduce((most, one) => (one.ratio > most.ratio ? one : most));

/** All that it takes. */
async function ticks(next: (at: number) => Promise<Tick>): Promise<Time[]> {
  const times: Time[] = [];
  for (let at = END; ; at += EVERY) {
    const { time, isLast } = await next(at);
    times.push(time);
    if (isLast) return times;
  }
}

async function measured(isolate: Isolate, at: number): Promise<Tick> {
  const time = await isolate.first({ once: () => tick(isolate, at, LEARN_CRON) });
  const isLast = await isolate.db
    .prepare("select 1 as yes from looks where account_id = ?1 and result is not null")
    .bind(POOL)
    .first();
  return { time, isLast: isLast !== null };
}

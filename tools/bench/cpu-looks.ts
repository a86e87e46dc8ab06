/** The isolate's own JavaScript time of a look at what works, a slice a tick: one account's, then all accounts' together. */
import type { LookProgress } from "../../functions/analyse/works/slices.ts";
import { LEARN_CRON } from "../../functions/model/run.ts";
import { findLooking } from "../../functions/store/looking.ts";
import { POOL } from "../../functions/store/works.ts";
import { FRESH_RUNS, timeRow } from "./cpu.ts";
import { END } from "./history.ts";
import { type Isolate, medianOf, openIsolate, type Time } from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR } from "./metered.ts";
import type { Table } from "./table.ts";

const BUDGET = { warm: 0.5, fresh: 1 };
const EVERY = 300;
/** Of all accounts together there is one look a run. */
const WARM_RUNS = 3;

const SLICES = [
  "its posts",
  "hours and posts by level",
  "its questions",
  "what they find",
  "shuffles",
  "the end",
] as const;
type Slice = (typeof SLICES)[number];
type Measured = { slice: Slice; pooled: boolean; time: Time };

export async function lookRows(library: Library, table: Table): Promise<void> {
  const fresh = await firstOfIsolates(library);
  const warm: Measured[] = [];
  for (let run = 0; run < WARM_RUNS; run++) warm.push(...(await looksOf(library)));
  const own = warm.filter(({ pooled }) => !pooled);
  const all = warm.filter(({ pooled }) => pooled);
  for (const [state, of, most] of [
    ["warm: a look,", own, BUDGET.warm],
    ["warm: a look at four accounts,", all, BUDGET.warm],
    ["fresh isolate: a look,", fresh, BUDGET.fresh],
  ] as const) {
    for (const slice of SLICES) {
      const times = of.filter((one) => one.slice === slice).map(({ time }) => time);
      if (times.length > 0) table.row(timeRow(`${state} ${slice}`, medianOf(times), most));
    }
  }
}

/** The first account's slices, each as the first thing of some isolates. */
async function firstOfIsolates(library: Library): Promise<Measured[]> {
  const all: Measured[] = [];
  let state = library.copy();
  for (let at = END + EVERY; all.at(-1)?.slice !== "the end"; at += EVERY) {
    let after = state;
    for (let run = 0; run < FRESH_RUNS; run++) {
      after = library.copy(state);
      const isolate = await openIsolate({ dir: BENCH_DIR, state: after, vars: {} });
      all.push(await measured(isolate, { at }).finally(isolate.close));
    }
    state = after;
  }
  return all;
}

/** One isolate's looks, those of the first account left out: what they compile is not theirs. */
async function looksOf(library: Library): Promise<Measured[]> {
  const isolate = await openIsolate({ dir: BENCH_DIR, state: library.copy(), vars: {} });
  const clock = { at: END + EVERY };
  const all: Measured[] = [];
  const isOver = () => all.some(({ pooled }) => pooled) && all.at(-1)?.slice === "the end";
  try {
    while (!isOver()) all.push(await measured(isolate, clock));
  } finally {
    await isolate.close();
  }
  return all.slice(all.findIndex(({ slice }) => slice === "the end") + 1);
}

/** The next slice, whichever it is. */
async function measured(isolate: Isolate, clock: { at: number }): Promise<Measured> {
  const slice = await sliceOf(isolate);
  const time = await isolate.first({
    once: async () => {
      clock.at += EVERY;
      const { outcome } = await isolate.scheduled(clock.at, LEARN_CRON);
      if (outcome !== "ok") throw new Error(`a slice of a look (${slice}): ${outcome}`);
    },
  });
  // that of a look's end leaves nothing that says whose it was
  return { slice, pooled: (await lastLooked(isolate)) === POOL, time };
}

const NAMES: Record<LookProgress["next"], Slice> = {
  hours: "hours and posts by level",
  questions: "its questions",
  findings: "what they find",
  shuffles: "shuffles",
  before: "its posts",
  end: "the end",
};

async function sliceOf({ db }: Isolate): Promise<Slice> {
  const looking = await findLooking<{ look: LookProgress | null }>(db);
  const look = looking?.progress.look;
  return look ? NAMES[look.next] : "its posts";
}

async function lastLooked({ db }: Isolate): Promise<number | null> {
  const looking = await findLooking(db);
  return (
    looking?.account_id ??
    (await db
      .prepare("select account_id from looks order by made_at desc limit 1")
      .first("account_id"))
  );
}

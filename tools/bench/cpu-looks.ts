/** The isolate's own JavaScript time of a look at what works, a slice a tick: one account's, then all accounts' together. */
import type { LookProgress } from "../../functions/analyse/works/slices.ts";
import type { LookUnderWay } from "../../functions/jobs/learning/learn.ts";
import { LEARN_CRON } from "../../functions/model/run.ts";
import { findLooking } from "../../functions/store/looking.ts";
import { POOL } from "../../functions/store/works.ts";
import { timeRow } from "./cpu.ts";
import { END } from "./history.ts";
import { type Isolate, medianOf, openIsolate, type Time } from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR } from "./metered.ts";
import type { Table } from "./table.ts";

const BUDGET = { warm: 0.5, fresh: 1 };
const EVERY = 300;
/** Of all accounts together there is one look a run. */
const WARM_RUNS = 3;
/** More than of a request: a slice's largest part is met once in an isolate's life, and what else the machine does then counts whole. */
const FRESH_RUNS = 9;
const ACCOUNTS = 4;

const SLICES = [
  "its beginning",
  "its posts read",
  "its posts sorted out",
  "its posts made ready",
  "hours",
  "levels",
  "posts at each level",
  "what can be asked",
  "what levels come with",
  "sizes",
  "scores",
  "what is shuffled",
  "shuffles",
  "the end",
] as const;
type Slice = (typeof SLICES)[number];
type Measured = { slice: Slice; pooled: boolean; time: Time };

export async function lookRows(library: Library, table: Table): Promise<void> {
  const clock = { at: END };
  const state = library.copy();
  const own = await freshSlices(library, state, clock);
  // those of the other accounts come before that of all together
  await untilPooled(state, clock);
  const all = await freshSlices(library, state, clock);
  const warm: Measured[] = [];
  for (let run = 0; run < WARM_RUNS; run++) warm.push(...(await looksOf(library)));
  for (const [state, of, most] of [
    ["warm: a look,", warm.filter(({ pooled }) => !pooled), BUDGET.warm],
    ["warm: a look at four accounts,", warm.filter(({ pooled }) => pooled), BUDGET.warm],
    ["fresh isolate: a look,", own, BUDGET.fresh],
    ["fresh isolate: a look at four accounts,", all, BUDGET.fresh],
  ] as const) {
    for (const slice of SLICES) {
      const times = of.filter((one) => one.slice === slice).map(({ time }) => time);
      if (times.length > 0) table.row(timeRow(`${state} ${slice}`, medianOf(times), most));
    }
  }
}

type Clock = { at: number };

const openLibrary = (state: string) => openIsolate({ dir: BENCH_DIR, state, vars: {} });

/**
 * The next look's slices, the first of each kind as the first thing of some isolates.
 * @param state the folder of a library, which the slices move on
 */
async function freshSlices(library: Library, state: string, clock: Clock): Promise<Measured[]> {
  const all: Measured[] = [];
  const first = async (of: string, at: Clock) => {
    const isolate = await openLibrary(of);
    return await measured(isolate, at).finally(isolate.close);
  };
  for (let last: Slice | null = null; last !== "the end"; ) {
    const before = library.copy(state);
    const then = { ...clock };
    const one = await first(state, clock);
    last = one.slice;
    if (all.some(({ slice }) => slice === last)) continue;
    all.push(one);
    for (let run = 1; run < FRESH_RUNS; run++) {
      all.push(await first(library.copy(before), { ...then }));
    }
  }
  return all;
}

/** As far as nothing but the look of all together is left. */
async function untilPooled(state: string, clock: Clock): Promise<void> {
  const isolate = await openLibrary(state);
  try {
    let ended = 1;
    while (ended < ACCOUNTS) {
      if ((await measured(isolate, clock)).slice === "the end") ended += 1;
    }
  } finally {
    await isolate.close();
  }
}

/** One isolate's looks, those of the first account left out: what they compile is not theirs. */
async function looksOf(library: Library): Promise<Measured[]> {
  const isolate = await openLibrary(library.copy());
  const clock = { at: END };
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
async function measured(isolate: Isolate, clock: Clock): Promise<Measured> {
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
  hours: "hours",
  levels: "levels",
  members: "posts at each level",
  questions: "what can be asked",
  ties: "what levels come with",
  sizes: "sizes",
  scores: "scores",
  lots: "what is shuffled",
  shuffles: "shuffles",
  before: "its posts read",
  end: "the end",
};

async function sliceOf({ db }: Isolate): Promise<Slice> {
  const looking = await findLooking<LookUnderWay>(db);
  if (!looking) return "its beginning";
  const { read, look } = looking.progress;
  if (read) return read.settled ? "its posts made ready" : "its posts sorted out";
  return look ? NAMES[look.next] : "its posts read";
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

/** The isolate's own JavaScript time of everything that it is asked for: warm, and as the first thing that it does. */
import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { ROOT } from "../build.ts";
import { type CpuKind, cpuRequests, NEWCOMER } from "./cpu-requests.ts";
import { type Isolate, medianOf, openIsolate, type Time, type Work } from "./isolate.ts";
import type { Library } from "./library.ts";
import { BENCH_DIR, VARS } from "./metered.ts";
import type { Row, Table } from "./table.ts";

export const FRESH_RUNS = 5;

/** A request keeps so much of what it made; after as many all is kept. */
const ASKED = 8;
/** Longer than anything is kept behind an answer. */
const KEPT_MS = 1000;

/** What runs before an isolate can answer anything: half of the 7.0 that it took when this was first measured. */
const STARTUP = 3.5;
/** All of a start, compiling included: a fifth of the second that the platform gives it. */
const STARTUP_IN_ALL = 20;

/** Of each kind of request what the Worker takes, and what the workroom does where it is handed on. */
export async function requestRows(library: Library, table: Table): Promise<void> {
  const asking = await openIsolate({ dir: BENCH_DIR, state: library.copy(), vars: {} });
  const all = await cpuRequests(asking, library).finally(asking.close);
  for (const part of ["worker", "workroom"] as const) {
    const options = { dir: BENCH_DIR, state: library.copy(), vars: {}, part };
    const isolate = await openIsolate(options);
    const kinds = all.flatMap(({ budgets, ...kind }) => {
      const budget = budgets[part];
      return budget ? { ...kind, budget } : [];
    });
    try {
      for (const kind of kinds) {
        const time = await isolate.warm(workOf(isolate, kind));
        table.row(timeRow(`${WARM[part]} ${kind.what}`, time, kind.budget.warm));
      }
    } finally {
      await isolate.close();
    }
    // as it was before anything was pushed, but not the first time that somebody asks: what is kept then is kept for years
    const again = { ...options, state: library.copy() };
    await askedBefore(() => openIsolate({ ...again, part: "workroom" }), all);
    for (const kind of kinds) {
      const time = await fresh(
        () => openIsolate(again),
        (one) => workOf(one, kind),
      );
      table.row(timeRow(`${FRESH[part]} ${kind.what}`, time, kind.budget.fresh));
    }
  }
}

export const WARM = { worker: "warm:", workroom: "warm workroom:" } as const;
export const FRESH = { worker: "fresh isolate:", workroom: "fresh workroom:" } as const;

async function askedBefore(open: () => Promise<Isolate>, kinds: readonly CpuKind[]): Promise<void> {
  const isolate = await open();
  for (let time = 0; time < ASKED; time++) {
    for (const { next } of kinds) {
      const { path, init } = next();
      if (init?.method !== "POST") await (await isolate.fetch(path, init)).text();
    }
  }
  // what is kept behind an answer nobody waits for, but here
  await new Promise((resolve) => setTimeout(resolve, KEPT_MS));
  await isolate.close();
}

/** Median of isolates that do this first. */
export async function fresh(
  open: () => Promise<Isolate>,
  work: (isolate: Isolate) => Work,
): Promise<Time> {
  const times: Time[] = [];
  for (let run = 0; run < FRESH_RUNS; run++) {
    const isolate = await open();
    times.push(await isolate.first(work(isolate)).finally(isolate.close));
  }
  return medianOf(times);
}

export const timeRow = (what: string, { ratio, ms }: Time, most: number): Row => ({
  what,
  figure: ratio,
  limit: { most },
  note: `${ms.toFixed(1)} ms here`,
});

function workOf(isolate: Isolate, { what, status, next }: Omit<CpuKind, "budgets">): Work {
  return {
    once: async () => {
      const { path, init } = next();
      const answer = await isolate.fetch(path, init);
      const body = await answer.text();
      if (answer.status !== status) {
        throw new Error(`${what}: ${answer.status} instead of ${status}\n${body.slice(0, 300)}`);
      }
    },
    after: () => eraseNewcomers(isolate),
  };
}

/** A library holds forty accounts, and a page shows them all: those that a push or a file made go again. */
async function eraseNewcomers({ db, fetch }: Isolate): Promise<void> {
  const { results } = await db
    .prepare("select id from accounts where handle like ?1")
    .bind(`${NEWCOMER}%`)
    .all<{ id: number }>();
  for (const { id } of results) {
    const headers = { authorization: `Bearer ${VARS.ADMIN_TOKEN}` };
    const erased = await fetch(`/api/accounts/${id}?erase=true`, { method: "DELETE", headers });
    if (!erased.ok) throw new Error(`erasing: ${await erased.text()}`);
  }
}

/** The module that is entered here imports the Worker by its first request, which the profiler sees. */
const STARTING = `import { DurableObject } from "cloudflare:workers";

export class Workroom extends DurableObject {}

export default {
  async fetch(...asked) {
    const { default: worker } = await import("./worker.js");
    return worker.fetch(...asked);
  },
};`;

/**
 * How many wait for each core. Where it is well above 1 the profiler's own thread is kept waiting too: it then misses some
 * of what runs without a break, such as a yardstick, and counts twice what is broken off often, up to twice the ratio.
 */
export function loadRow(table: Table): void {
  const figure = (loadavg()[0] ?? Number.NaN) / availableParallelism();
  const note = "well above 1: measure again when it is quiet";
  table.row({ what: "the machine's load, a core", figure, limit: null, note });
}

export async function startupRow(table: Table): Promise<void> {
  const entry = { name: "starting.js", contents: STARTING };
  const time = await fresh(
    () => openIsolate({ dir: BENCH_DIR, entry, vars: {} }),
    ({ fetch }) => ({
      once: async () => {
        await (await fetch("/bench/nothing")).text();
      },
    }),
  );
  table.row(timeRow("startup, before anything is answered", time, STARTUP));
  const file = join(ROOT, BENCH_DIR, "worker.js");
  const flags = ["--experimental-vm-modules", "--no-warnings"];
  const said = execFileSync(
    process.execPath,
    [...flags, join(import.meta.dirname, "compile-time.ts"), file],
    { encoding: "utf8" },
  );
  const whole: Time = JSON.parse(said);
  table.row(timeRow("startup, with what is compiled before it", whole, STARTUP_IN_ALL));
}

/** An isolate whose own JavaScript time is measured, in yardsticks that are taken beside it. */
import { VARS } from "./metered.ts";
import { openProfiler } from "./profiler.ts";
import { startWorkerd, type WorkerdOptions } from "./workerd.ts";

/** What is measured: done once, and what has to be cleared away after it, which is not. */
export type Work = { once: () => Promise<void>; after?: () => Promise<void> };

/** So often, or so many milliseconds long, until the engine has compiled what is hot. */
const WARM_UP = 12;
const WARM_UP_MS = 600;
const BLOCKS = 9;
/** A block is long enough, in milliseconds, for the profiler's grain of a tenth of one. */
const BLOCK_MS = 80;
const MOST_A_BLOCK = 20;
const YARDSTICKS_A_BLOCK = 4;
/** After the first of a fresh isolate, beside which no yardstick can be taken. */
const YARDSTICKS_AFTER = 12;

/** Yardsticks, and the milliseconds that they were here and now, to be told beside them. */
export type Time = { ratio: number; ms: number };

export type Isolate = Awaited<ReturnType<typeof openIsolate>>;

/** Of which invocation the time is: both run in one isolate here. */
export type InvocationPart = "worker" | "workroom";

/** @param options what differs from the bench's Worker without its meter */
export async function openIsolate({
  vars,
  part = "workroom",
  ...options
}: WorkerdOptions & { part?: InvocationPart }) {
  const worker = await startWorkerd({
    ...options,
    vars: { ...VARS, UNMETERED: "true", PART: part, ...vars },
  });
  const profiler = await openProfiler(worker.inspector);

  /** Milliseconds that one of several takes. */
  const each = async (times: number, once: () => Promise<void>): Promise<number> => {
    const all = await profiler.during(async () => {
      for (let time = 0; time < times; time++) await once();
    });
    return all / times;
  };
  const yardstick = async () => {
    await (await worker.fetch("/bench/yardstick")).text();
  };

  return {
    ...worker,

    /** The very first thing that this isolate does, or the next. */
    async first({ once, after }: Work): Promise<Time> {
      const ms = await each(1, once);
      await after?.();
      for (let time = 0; time < WARM_UP; time++) await yardstick();
      return { ratio: ms / (await each(YARDSTICKS_AFTER, yardstick)), ms };
    },

    /** Median of blocks, each between two of yardsticks, so that what else the machine does meets both. */
    async warm({ once, after }: Work): Promise<Time> {
      for (let time = 0; time < WARM_UP; time++) await yardstick();
      await once();
      const second = await each(1, once);
      const ms = await each(between(2, WARM_UP_MS / second, WARM_UP), once);
      await after?.();
      const times = between(1, BLOCK_MS / ms, MOST_A_BLOCK);
      const blocks: Time[] = [];
      for (let block = 0; block < BLOCKS; block++) {
        const before = await each(YARDSTICKS_A_BLOCK, yardstick);
        const own = await each(times, once);
        const yardsticks = before + (await each(YARDSTICKS_A_BLOCK, yardstick));
        blocks.push({ ratio: (2 * own) / yardsticks, ms: own });
        await after?.();
      }
      return medianOf(blocks);
    },

    async close(): Promise<void> {
      profiler.close();
      await worker.close();
    },
  };
}

const between = (least: number, wanted: number, most: number): number =>
  Math.max(least, Math.min(most, Math.ceil(wanted)));

export const medianOf = (times: readonly Time[]): Time => ({
  ratio: median(times.map(({ ratio }) => ratio)),
  ms: median(times.map(({ ms }) => ms)),
});

function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

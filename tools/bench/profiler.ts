/** The isolate's own JavaScript time, from the profiler that workerd carries, by the DevTools protocol. */
import { WORKER } from "./workerd.ts";

/** Microseconds between two samples. */
const INTERVAL = 100;
/** A sample stands for the time since the one before. Where the isolate did not run in between, it stands for no more than this. */
const MOST = 2 * INTERVAL;
/** Waiting, and what is not the isolate's JavaScript. The garbage collector's time is: it is what the JavaScript left. */
const OUTSIDE = ["(idle)", "(root)", "(program)"];

type Profile = {
  nodes: { id: number; callFrame: { functionName: string } }[];
  samples: number[];
  timeDeltas: number[];
};

/** @param inspector the address of workerd's inspector */
export async function openProfiler(inspector: URL) {
  const socket = new WebSocket(new URL(`/core:user:${WORKER}`, inspector).href);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
  });
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data));
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let last = 0;
  const send = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      waiting.set(++last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await send("Profiler.enable");
  await send("Profiler.setSamplingInterval", { interval: INTERVAL });

  return {
    /** Milliseconds of JavaScript in the isolate while something is done. */
    async during(done: () => Promise<unknown>): Promise<number> {
      await send("Profiler.start");
      await done();
      const { profile } = (await send("Profiler.stop")) as { profile: Profile };
      return timeIn(profile);
    },
    close: () => socket.close(),
  };
}

export function timeIn({ nodes, samples, timeDeltas }: Profile): number {
  const outside = new Set(
    nodes.filter(({ callFrame }) => OUTSIDE.includes(callFrame.functionName)).map(({ id }) => id),
  );
  const inside = (sum: number, id: number, index: number) =>
    outside.has(id) ? sum : sum + Math.min(timeDeltas[index] ?? 0, MOST);
  return samples.reduce(inside, 0) / 1000;
}

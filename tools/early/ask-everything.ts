/**
 * What the bench has a row for, once each: what phones and spreadsheets ask, what is sent, and a tick of each cron. What the Worker
 * hands on is left out: a workroom has time to compile what it calls, and every start would wait for it.
 */
import { COLLECT_CRON, HOURLY_CRON, LEARN_CRON, TELL_CRON } from "../../functions/model/run.ts";
import { cpuRequests } from "../bench/cpu-requests.ts";
import { tick } from "../bench/cpu-ticks.ts";
import { LATER } from "../bench/history.ts";
import type { Library } from "../bench/library.ts";
import { VARS } from "../bench/metered.ts";
import { startWorkerd } from "../bench/workerd.ts";

const CRONS = [COLLECT_CRON, HOURLY_CRON, TELL_CRON, LEARN_CRON];

/** @param dir of a bundle that counts. @returns the keys of all functions that were called */
export async function askEverything(dir: string, library: Library): Promise<string[]> {
  // asked for by another isolate: what it looks up goes through rooms
  const options = { dir, state: library.copy(), vars: { ...VARS, UNMETERED: "true" } };
  const asking = await startWorkerd(options);
  const kinds = await cpuRequests(asking, library).finally(asking.close);
  const worker = await startWorkerd({ ...options, vars: { ...options.vars, PART: "worker" } });
  try {
    for (const { what, status, next } of kinds) {
      const { path, init } = next();
      const answer = await worker.fetch(path, init);
      await answer.arrayBuffer();
      if (answer.status !== status) throw new Error(`${what}: ${answer.status}`);
    }
    for (const cron of CRONS) await tick(worker, LATER, cron);
    return (await (await worker.fetch("/bench/called")).json()) as string[];
  } finally {
    await worker.close();
  }
}

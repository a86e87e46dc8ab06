/**
 * What the bench has a row for, once each: what phones and spreadsheets ask, and a day of each cron. What is pushed is left out:
 * it waits for nobody, a workroom has time for it, and every start would compile for it.
 */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import { PLATFORMS } from "../../functions/model/platform.ts";
import { COLLECT_CRON, HOURLY_CRON, LEARN_CRON, TELL_CRON } from "../../functions/model/run.ts";
import { startPlatforms } from "../../test/platforms/start.ts";
import { cpuRequests } from "../bench/cpu-requests.ts";
import { connect, imitated, tick } from "../bench/cpu-ticks.ts";
import { LATER } from "../bench/history.ts";
import type { Library } from "../bench/library.ts";
import { VARS } from "../bench/metered.ts";
import { startWorkerd } from "../bench/workerd.ts";

/** Seconds from one tick of a cron to the next. */
const TICKS = { [COLLECT_CRON]: 900, [TELL_CRON]: 900, [LEARN_CRON]: 300, [HOURLY_CRON]: 3600 };
const HISTORY_DAYS = 10;

/** @param dir of a bundle that counts. @returns the keys of all functions that were called */
export async function askEverything(dir: string, library: Library): Promise<string[]> {
  const clock = { now: LATER };
  const platforms = await startPlatforms({ clock, ended: LATER, days: HISTORY_DAYS });
  const vars = { ...VARS, UNMETERED: "true", ...imitated(platforms.origin) };
  const state = library.copy();
  // connected by another isolate: whoever connects an account is in no hurry
  const connecting = await startWorkerd({ dir, state, vars });
  for (const platform of PLATFORMS) await connect(connecting, platform, clock.now);
  await connecting.close();
  const worker = await startWorkerd({ dir, state, vars });
  try {
    for (const { what, status, next } of await cpuRequests(worker, library)) {
      const { path, init } = next();
      if (init?.method === "POST") continue;
      const answer = await worker.fetch(path, init);
      await answer.arrayBuffer();
      if (answer.status !== status) throw new Error(`${what}: ${answer.status}`);
    }
    for (let passed = 0; passed < SECONDS_A_DAY; passed += TICKS[LEARN_CRON]) {
      for (const [cron, every] of Object.entries(TICKS)) {
        if (passed % every !== 0) continue;
        clock.now = LATER + passed;
        await tick(worker, clock.now, cron);
      }
    }
    return (await (await worker.fetch("/bench/called")).json()) as string[];
  } finally {
    await worker.close();
    await platforms.close();
  }
}

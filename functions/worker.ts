/** Where everything enters: requests, and the cron's ticks. Takes the environment and the clock, and hands over. */
import { isoInstant } from "./model/day.ts";
import { COLLECT_CRON, isAhead } from "./model/run.ts";
import { app } from "./routes/app.ts";
import type { Bindings } from "./routes/env.ts";
import { gathered } from "./store/gathered.ts";

export default {
  fetch: (request, env, context) => app.fetch(request, { ...env, DB: gathered(env.DB) }, context),

  async scheduled({ cron, scheduledTime }, env) {
    if (cron !== COLLECT_CRON) throw new Error(`no job belongs to the cron ${cron}`);
    const now = Math.floor(scheduledTime / 1000);
    // with a clock of its own time may pass as a test wants it
    if (!env.NOW && isAhead(now, Math.floor(Date.now() / 1000))) {
      throw new Error(`the tick of ${isoInstant(now)} lies in the future`);
    }
    // a page that is opened starts without the collectors
    const { collectTick } = await import("./jobs/collecting/collect.ts");
    const db = gathered(env.DB);
    await collectTick(db, env, { now, stopwatch: () => Date.now() });
    const { goOnErasing } = await import("./jobs/writing/erase.ts");
    await goOnErasing(db);
  },
} satisfies ExportedHandler<Bindings>;

/** What there is to do: a request to answer, a cron's tick. Takes the environment and the clock, and hands over. */
import type { ExecutionContext } from "hono";
import { type LookUnderWay, learn } from "./jobs/learning/learn.ts";
import { hourOf, isoInstant, USUAL_ZONE } from "./model/day.ts";
import { planOf } from "./model/room.ts";
import {
  COLLECT_CRON,
  HOURLY_CRON,
  isAhead,
  LEARN_CRON,
  SLICES_A_TICK,
  TELL_CRON,
} from "./model/run.ts";
import { app, nowOf } from "./routes/app.ts";
import type { Bindings, Tick } from "./routes/env.ts";
import { renewPages } from "./routes/renewing.ts";
import { findTickArrival } from "./store/arrival.ts";
import { gathered } from "./store/gathered.ts";
import { findLooking } from "./store/looking.ts";

export const answer = async (
  request: Request,
  env: Bindings,
  context: ExecutionContext,
): Promise<Response> => app.fetch(request, { ...env, DB: gathered(env.DB) }, context);

export async function tick(
  { cron, scheduledTime }: Tick,
  env: Bindings,
  context: ExecutionContext,
): Promise<void> {
  const now = Math.floor(scheduledTime / 1000);
  // with a clock of its own time may pass as a test wants it
  if (!env.NOW && isAhead(now, Math.floor(Date.now() / 1000))) {
    throw new Error(`the tick of ${isoInstant(now)} lies in the future`);
  }
  const db = gathered(env.DB);
  const [arrival, looking] = await Promise.all([
    findTickArrival(db),
    // one question for both; where the database refuses it, the other says why
    cron === LEARN_CRON ? findLooking<LookUnderWay>(db).catch(() => null) : null,
  ]);
  // half of a library is neither collected nor judged
  if (arrival.restoring !== null) return;
  const usual_zone = env.TIME_ZONE ?? USUAL_ZONE;
  const time_zone = arrival.time_zone ?? usual_zone;
  // a page that is opened starts without most of them
  switch (cron) {
    case COLLECT_CRON: {
      const { collectTick } = await import("./jobs/collecting/collect-tick.ts");
      await collectTick(db, env, { now, stopwatch: () => Date.now() });
      return;
    }
    case HOURLY_CRON: {
      const { goOnErasing } = await import("./jobs/writing/erase.ts");
      const { done, waits } = await goOnErasing(db, planOf(env.PLAN));
      // an invocation that erases has no queries left for it
      if (done || waits) {
        const { applyTopicWords } = await import("./jobs/writing/retopic.ts");
        if (!(await applyTopicWords(db, { now, time_zone })).done) return;
        // once a month it takes the hour's queries, and the look comes an hour later; odd hours are the look's own
        if (hourOf(now, time_zone) % 2 === 0 && (await reportTried(db, { now, time_zone }))) return;
        const { lookAround } = await import("./jobs/noticing/look.ts");
        await lookAround(db, { now, usual_zone });
      }
      return;
    }
    case TELL_CRON: {
      const { tellAll } = await import("./routes/telling.ts");
      await tellAll(db, env, now, context);
      return;
    }
    case LEARN_CRON: {
      // where no room answers it is the Worker's, which has time for one
      const slices = env.WORKROOM && planOf(env.PLAN).workroom ? 1 : SLICES_A_TICK;
      await learn(db, { now, time_zone }, slices, looking);
      return;
    }
    default:
      throw new Error(`no job belongs to the cron ${cron}`);
  }
}

/** Behind every tick: the pages that it made old, and those that a push did since the last. */
export const renew = (env: Bindings, context: ExecutionContext): Promise<void> =>
  renewPages(env, nowOf(env.NOW), (request, arrived) =>
    answer(request, { ...env, arrived }, context),
  );

/** Did it take the hour's queries? One that fails is tried again two hours later, and takes nothing else with it. */
async function reportTried(
  db: D1Database,
  { now, time_zone }: { now: number; time_zone: string },
): Promise<boolean> {
  try {
    const { makeDueReport } = await import("./jobs/reporting/make-report.ts");
    return await makeDueReport(db, { now, time_zone });
  } catch (error) {
    console.error(error);
    return true;
  }
}

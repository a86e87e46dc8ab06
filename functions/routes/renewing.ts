/**
 * Pages that were opened lately, made anew as soon as they are old: what a tick or a push changed is ready before the next
 * phone asks, and is sent by an invocation that only looks for it.
 */
import { build } from "#page";
import { SECONDS_A_DAY, USUAL_ZONE } from "../model/day.ts";
import { TICK_SECONDS } from "../model/run.ts";
import { SCHEMA } from "../model/schema.ts";
import type { Instant } from "../model/snapshot.ts";
import { findArrival } from "../store/arrival.ts";
import { forgetPage, forgetPagesBefore, listOldPages } from "../store/pages.ts";
import { madeOf } from "./answer.ts";
import type { Arrived, Bindings } from "./env.ts";
import { isKeepable, NOTED_AGAIN } from "./page.ts";

/** In seconds: whoever opens the dashboard once a week finds it ready, although not every opening is noted. */
const LATELY = 8 * SECONDS_A_DAY + NOTED_AGAIN;

/** The dearest, a calendar, asks some fourteen queries with its own, of the fifty that an invocation has on the free plan. */
const AT_ONCE = 3;

const UNAVAILABLE = 503;

/**
 * The next few, of each token that which was opened last first. What is shown no more is forgotten: its link is over, or it has
 * grown too long. Where the database has no answer the rest waits for the next tick.
 * @param ask answers the request of whoever `arrived`
 */
export async function renewPages(
  { DB, TIME_ZONE }: Pick<Bindings, "DB" | "TIME_ZONE">,
  now: Instant,
  ask: (request: Request, arrived: Arrived) => Promise<Response>,
): Promise<void> {
  const { library, schema, restoring } = await findArrival(DB, null);
  if (schema !== SCHEMA || restoring !== null) return;
  const time_zone = library.time_zone ?? TIME_ZONE ?? USUAL_ZONE;
  const made_of = madeOf({ version: library.version, now, time_zone });
  const since = now - LATELY;
  // of links that are over some would lie for ever
  if (now % SECONDS_A_DAY < TICK_SECONDS) await forgetPagesBefore(DB, since).run();
  const old = await listOldPages(DB, { made_of, since, most: AT_ONCE });
  for (const { key, hash, address, opened_at } of old) {
    const arrival = await findArrival(DB, hash);
    const answer = await ask(new Request(address), {
      ...{ build, hash, opened_at, arrival },
      exported: null,
    });
    const body = await answer.text();
    if (answer.status === UNAVAILABLE) return;
    if (answer.status !== 200 || !isKeepable(body)) await forgetPage(DB, key).run();
  }
}

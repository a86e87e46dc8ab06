/** When collecting happens, and how long it may wait. */
import { type Http, openHttp } from "../../collect/http.ts";
import { TICK_SECONDS } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";

export type Tick = {
  /** The tick's own instant: the cron's `scheduledTime`. Everything that it reads is read then. */
  now: Instant;
  /** Milliseconds of a real clock, for how long it took; left out: nobody measures. */
  stopwatch?: () => number;
  /** How long a platform may take to answer. */
  timeoutMs?: number;
};

/** The way to the platforms, with all the calls that an invocation has. */
export const httpOf = ({ now, timeoutMs }: Tick): Http =>
  openHttp({ now, ...(timeoutMs === undefined ? {} : { timeoutMs }) });

/** The slot in which an instant falls: two ticks of one slot are the same tick. */
export const slotOf = (now: Instant): Instant => now - (now % TICK_SECONDS);

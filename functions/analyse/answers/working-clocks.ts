/** The working-hours clock of each account: they share the hours and the holidays, and have days of their own that were left out. */
import type { Period } from "../../model/day.ts";
import type { WorkingHours } from "../../model/working-hours.ts";
import { type ClosedDays, closedFor } from "./closed-for.ts";
import { type Clock, workingClock } from "./working-clock.ts";

type Options = ClosedDays & { hours: WorkingHours; zone: string; within: Period };

/** Each is made when it is first asked for. */
export function workingClocks({ hours, zone, within, ...known }: Options) {
  const clocks = new Map<number, Clock>();
  return (account_id: number): Clock => {
    let clock = clocks.get(account_id);
    if (!clock) {
      const closed = closedFor(known, account_id, within);
      clock = workingClock({ hours, zone, closed, within });
      clocks.set(account_id, clock);
    }
    return clock;
  };
}

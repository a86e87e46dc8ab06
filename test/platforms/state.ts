/** One set of fake platforms: a world, a clock, and what they remember of those who called. */
import type { Instant } from "../../functions/model/snapshot.ts";
import { type Clock, REAL_TIME, timeOf } from "./clock.ts";
import type { Door } from "./credentials.ts";
import type { Fault } from "./faults.ts";
import { firstGrants, type Grants } from "./grants.ts";
import type { Change } from "./shown.ts";
import { type World, type WorldAccount, worldOf } from "./world.ts";

export type PlatformsOptions = {
  clock?: Clock;
  /** Where the demo's history ends (its `now`); left out: now. Figures go on from there. */
  ended?: Instant;
  /** How far the history goes back; left out: two years. */
  days?: number;
  /** Which words X speaks; nobody knows which it does today. */
  x_vocabulary?: "tweet" | "post";
};

export type State = {
  clock: Clock;
  world: World;
  x_vocabulary: "tweet" | "post";
  grants: Grants;
  faults: Fault[];
  /** What happened in the world that the demo's maker does not know of. */
  changes: Change[];
  calls: Call[];
  /** What X has been read for, by UTC day: a thing read twice on a day is paid once. */
  x_reads: Map<string, Set<string>>;
  /** Calls of the last hour or quarter of an hour, by token and endpoint: what limits are counted from. */
  recent: Map<string, Instant[]>;
};

export type Call = {
  at: Instant;
  door: Door;
  method: string;
  /** Without the door: `/v26.0/104500000000000/insights`. */
  path: string;
  query: Record<string, string>;
  /** The account that is asked about, as far as it can be seen. */
  account: string | null;
  status: number;
  /** Inside a batch: it cost no request of its own. */
  batched: boolean;
  /** US$ that X takes for it. */
  cost_usd: number;
  /** The kind of the fault that it met. */
  fault: string | null;
};

export function newState(options: PlatformsOptions = {}): State {
  const clock = options.clock ?? REAL_TIME;
  const ended = options.ended ?? timeOf(clock);
  const world = worldOf(ended, options.days === undefined ? {} : { days: options.days });
  return {
    clock,
    world,
    x_vocabulary: options.x_vocabulary ?? "tweet",
    grants: firstGrants(world.ended),
    faults: [],
    changes: [],
    calls: [],
    x_reads: new Map(),
    recent: new Map(),
  };
}

export const nowOf = (state: State): Instant => timeOf(state.clock);

export const accountById = (state: State, id: string): WorldAccount | undefined =>
  state.world.accounts.find((account) => account.external_id === id);

/** How often a token called an endpoint in the last so many seconds, this call included. */
export function callsWithin(state: State, key: string, seconds: number): number {
  const now = nowOf(state);
  const times = (state.recent.get(key) ?? []).filter((at) => at > now - seconds && at <= now);
  times.push(now);
  state.recent.set(key, times);
  return times.length;
}

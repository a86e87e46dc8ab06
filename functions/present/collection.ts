/** How collecting stands, as the Data tab and `/healthz` say it. */
import { expiresSoon, isOverdue, isParked, quietSince } from "../model/aliveness.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import type { Platform } from "../model/platform.ts";
import type { Collection, SeenRun } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import type { AccountsData, CollectionLine, RunLine } from "./views/data.ts";

function stateOf(collection: Collection, now: Instant): CollectionLine["state"] {
  if (collection.state === "dead" || isParked(collection, now)) return collection.state;
  if (isOverdue(collection, now)) return "overdue";
  return collection.last_success_at === null ? "waiting" : "ok";
}

export function collectionLine(collection: Collection, now: Instant): CollectionLine {
  const { account_id, state, expires_at, next_due_at, last_success_at, problem } = collection;
  return {
    account: account_id,
    state: stateOf(collection, now),
    last_success_at,
    next_due_at,
    throttled_until: state === "throttled" && next_due_at > now ? next_due_at : null,
    token_expires_at: expires_at,
    token_expires_soon: expiresSoon(collection, now),
    unavailable: collection.refusals.map(({ what, reason }) => ({ what, reason })),
    problem,
  };
}

/** @param accounts those that the viewer may see; problems of others are left out */
export function runLine(
  { id, started_at, seconds, calls, readings, problems }: SeenRun,
  accounts: readonly { id: number; handle: string; platform: Platform }[],
): RunLine {
  return {
    id,
    started_at,
    seconds,
    calls,
    readings,
    problems: problems.flatMap(({ account_id, code, detail }): RunLine["problems"] => {
      if (account_id === null) return [{ code, detail, account: null, platform: null }];
      const account = accounts.find((one) => one.id === account_id);
      return account ? [{ code, detail, account: account.handle, platform: account.platform }] : [];
    }),
  };
}

/** X is paid for by the month (UTC). `null` without an X account that is collected. */
export function xSpend(
  collections: readonly (Collection & { platform: Platform })[],
  { x_ceiling_usd, spent_micros }: { x_ceiling_usd: number; spent_micros: number },
  now: Instant,
): AccountsData["x_spend"] {
  const x = collections.filter(({ platform }) => platform === "x");
  if (x.length === 0) return null;
  return {
    month: monthOf(isoInstant(now)),
    usd: spent_micros / 1_000_000,
    ceiling_usd: x_ceiling_usd,
    paused: x.some(({ state }) => state === "paused"),
  };
}

export type Health = {
  ok: boolean;
  /** The newest success of any account; `null`: nothing is collected here. */
  last_collected_at: Instant | null;
  /** The accounts that stand still, and since when the first of them does. */
  stopped: { account_ids: number[]; since: Instant } | null;
};

export function healthOf(collections: readonly Collection[], now: Instant): Health {
  const overdue = collections.filter((collection) => isOverdue(collection, now));
  const successes = collections.flatMap(({ last_success_at }) => last_success_at ?? []);
  return {
    ok: overdue.length === 0,
    last_collected_at: successes.length === 0 ? null : Math.max(...successes),
    stopped:
      overdue.length === 0
        ? null
        : {
            account_ids: overdue.map(({ account_id }) => account_id).sort((a, b) => a - b),
            since: Math.min(...overdue.map(quietSince)),
          },
  };
}

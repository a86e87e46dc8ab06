/** How collecting stands, as the Data tab and `/healthz` say it. */
import type { Account } from "../model/account.ts";
import { isoInstant, monthOf, SECONDS_A_DAY } from "../model/day.ts";
import { PLATFORM_NAMES, type Platform } from "../model/platform.ts";
import { COLLECTION_INTERVAL, type Collection, type SeenRun } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import type { News } from "./headline.ts";
import type { AccountsData, CollectionLine, RunLine } from "./views/data.ts";

/** A collector counts as stopped when its newest success is older than twice its interval. */
const OVERDUE_SECONDS = 2 * COLLECTION_INTERVAL;

/** A token's end is announced so long before. */
const WARNING_SECONDS = 14 * SECONDS_A_DAY;

/** Since when nothing succeeded; a new connection has until then for its first success. */
const quietSince = ({ last_success_at, connected_at }: Collection): Instant =>
  Math.max(last_success_at ?? connected_at, connected_at);

/**
 * Waiting because it was told to: a throttle that is not over, or X's ceiling or credits. A pause is looked at again and
 * again; when that is long overdue, nobody looks: the cron is dead, and the pause must not hide it.
 */
const isParked = ({ state, next_due_at }: Collection, now: Instant): boolean =>
  (state === "paused" && now - next_due_at <= OVERDUE_SECONDS) ||
  (state === "throttled" && next_due_at > now);

/** Nothing succeeded for twice the interval, and nobody told it to wait. */
const isOverdue = (collection: Collection, now: Instant): boolean =>
  !isParked(collection, now) && now - quietSince(collection) > OVERDUE_SECONDS;

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
    token_expires_soon: expires_at !== null && expires_at - now <= WARNING_SECONDS,
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

/** Which accounts stand still, and how old the figures are that nobody collects. */
export function aliveness(
  collections: readonly Collection[],
  accounts: readonly Pick<Account, "id" | "platform" | "last_read_at">[],
  now: Instant,
): Pick<News, "stopped" | "last_read_at"> {
  const collected = new Set(collections.map(({ account_id }) => account_id));
  const { stopped } = healthOf(collections, now);
  const names = accounts.filter(({ id }) => stopped?.account_ids.includes(id));
  const others = accounts.filter(({ id }) => !collected.has(id));
  return {
    stopped:
      stopped && names.length > 0
        ? { since: stopped.since, accounts: names.map(({ platform }) => PLATFORM_NAMES[platform]) }
        : null,
    last_read_at: others.reduce<Instant | null>(
      (newest, { last_read_at: at }) => (at !== null && at > (newest ?? 0) ? at : newest),
      null,
    ),
  };
}

/** Does the collection of an account still live? What `/healthz`, the Data tab and the notices go by. */
import { daysBetween, SECONDS_A_DAY } from "./day.ts";
import { COLLECTION_INTERVAL, type Collection } from "./run.ts";
import type { Day, Instant } from "./snapshot.ts";

/** A collector counts as stopped when its newest success is older than twice its interval. */
const OVERDUE_SECONDS = 2 * COLLECTION_INTERVAL;

/** A token's end is announced so long before. */
const WARNING_SECONDS = 14 * SECONDS_A_DAY;

/** Since when nothing succeeded; a new connection has until then for its first success. */
export const quietSince = ({ last_success_at, connected_at }: Collection): Instant =>
  Math.max(last_success_at ?? connected_at, connected_at);

/**
 * Waiting because it was told to: a throttle that is not over, or X's ceiling or credits. A pause is looked at again and
 * again; when that is long overdue, nobody looks: the cron is dead, and the pause must not hide it.
 */
export const isParked = ({ state, next_due_at }: Collection, now: Instant): boolean =>
  (state === "paused" && now - next_due_at <= OVERDUE_SECONDS) ||
  (state === "throttled" && next_due_at > now);

/** Nothing succeeded for twice the interval, and nobody told it to wait. */
export const isOverdue = (collection: Collection, now: Instant): boolean =>
  !isParked(collection, now) && now - quietSince(collection) > OVERDUE_SECONDS;

/** Its connection dies within 14 days, or is dead already. */
export const expiresSoon = ({ expires_at }: Collection, now: Instant): boolean =>
  expires_at !== null && expires_at - now <= WARNING_SECONDS;

/** Whoever was read longer ago may have posted since: nobody knows. */
const FRESH_DAYS = 2;

/** @param seen the day on which an account was read last */
export const isFresh = (seen: Day, today: Day): boolean => daysBetween(seen, today) <= FRESH_DAYS;

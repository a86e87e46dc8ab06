import { dayOf } from "../model/day.ts";
import type { Platform } from "../model/platform.ts";
import type { Day, Instant } from "../model/snapshot.ts";

/** Milliseconds of X's first id: its ids count from here (https://github.com/twitter-archive/snowflake). */
const X_EPOCH_MS = 1_288_834_974_657n;

/**
 * When a post was made, from its id: X `(id >> 22) + 1288834974657` ms, TikTok `id >> 32` s. `null` on the other
 * platforms and for ids of another make. `instantOfId("tiktok", "7300000000000000001")` is 1699663698.
 */
export function instantOfId(platform: Platform, id: string): Instant | null {
  if (!/^\d{15,20}$/.test(id)) return null;
  if (platform === "x") return Number(((BigInt(id) >> 22n) + X_EPOCH_MS) / 1000n);
  if (platform === "tiktok") return Number(BigInt(id) >> 32n);
  return null;
}

/** The instant in a post's id, where it falls on the stated day in one of the zones; else `null`. */
export function instantOnDay(
  platform: Platform,
  id: string | null,
  day: Day,
  zones: readonly string[],
): Instant | null {
  const at = id === null ? null : instantOfId(platform, id);
  return at !== null && zones.some((zone) => dayOf(at, zone) === day) ? at : null;
}

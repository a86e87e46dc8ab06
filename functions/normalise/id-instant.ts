/** When a post was made, where its id or its short code holds it. */
import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import { EARLIEST_INSTANT } from "./instant.ts";
import { canonicalPermalink, postIdInLink } from "./permalink.ts";

/** Milliseconds of X's first id: its ids count from here (https://github.com/twitter-archive/snowflake). */
const X_EPOCH_MS = 1_288_834_974_657n;

/** Of Instagram's, in the same way (Instagram Engineering, "Sharding & IDs at Instagram"). */
const INSTAGRAM_EPOCH_MS = 1_314_220_021_721n;

/**
 * How far a stated time may lie from the id's and still be the same one: ten minutes. Instagram's code holds when an upload
 * began, and what Meta states lags it by up to six minutes; no two zones are less than a quarter of an hour apart. Within
 * it the stated time stands, so that what was stored by it stays as it is.
 */
export const ID_LEEWAY_SECONDS = 600;

/** No story is older (2 August 2016): what names a highlight, or comes from Meta's interface, is an id of another make. */
const FIRST_STORY = 1_470_096_000;

/** The digits of a short code, 0 to 63. */
const CODE_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** So many a code has since September 2011; the older, shorter ones hold no time. A private post's has 28 more behind it. */
const CODE = /^([\w-]{10,11})(?:[\w-]{28})?$/;

/**
 * X `(id >> 22) + 1288834974657` ms, TikTok `id >> 32` s. `null` on the other platforms and for ids of another make.
 * `instantOfId("tiktok", "7300000000000000001")` is 1699663698.
 */
export function instantOfId(platform: Platform, id: string): Instant | null {
  if (!/^\d{15,20}$/.test(id)) return null;
  if (platform === "x") return Number(((BigInt(id) >> 22n) + X_EPOCH_MS) / 1000n);
  if (platform === "tiktok") return Number(BigInt(id) >> 32n);
  return null;
}

/**
 * The short code of a post of Instagram is its id in base 64: `(id >> 23) + 1314220021721` ms.
 * `instantOfCode("DfzXBPDgAAD")` is 1794832220, 2026-11-16T12:30:20Z.
 */
export function instantOfCode(code: string): Instant | null {
  const digits = CODE.exec(code)?.[1];
  if (digits === undefined) return null;
  let id = 0n;
  for (const digit of digits) id = id * 64n + BigInt(CODE_DIGITS.indexOf(digit));
  return instagramInstant(id);
}

const instagramInstant = (id: bigint): Instant =>
  Number(((id >> 23n) + INSTAGRAM_EPOCH_MS) / 1000n);

/** A story's address holds that number itself. `instantOfStory("4026488037029445637")` is 1794214800, 2026-11-09T09:00Z. */
function instantOfStory(number: string): Instant | null {
  const at = /^\d{15,20}$/.test(number) ? instagramInstant(BigInt(number)) : 0;
  return at >= FIRST_STORY ? at : null;
}

/**
 * When a post was made, by its id or its address. `null` where neither says it, and where what it says can't be, before the
 * platforms or after `latest`: such an id is of another make.
 */
export function instantOfPost(
  platform: Platform,
  id: string | null,
  url: string | null,
  latest: Instant,
): Instant | null {
  const at = platform === "instagram" ? inAddress(url) : inId(platform, id, url);
  return at !== null && at >= EARLIEST_INSTANT && at <= latest ? at : null;
}

function inId(platform: Platform, id: string | null, url: string | null): Instant | null {
  const whole = id ?? (url === null ? null : postIdInLink(platform, url));
  return whole === null ? null : instantOfId(platform, whole);
}

function inAddress(url: string | null): Instant | null {
  const link = url === null ? null : canonicalPermalink("instagram", url);
  const [, kind, name] = /\/(p|stories)\/([\w-]+)$/.exec(link ?? "") ?? [];
  if (name === undefined) return null;
  return kind === "p" ? instantOfCode(name) : instantOfStory(name);
}

/** The stated time where it agrees with the id's, else the id's: a clock can be another zone's or wrong, an id can't. */
export const decidedInstant = (stated: Instant, made: Instant | null): Instant =>
  made !== null && Math.abs(stated - made) > ID_LEEWAY_SECONDS ? made : stated;

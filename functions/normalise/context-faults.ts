import { dayOf, isDay, isTimeZone, SECONDS_A_DAY } from "../model/day.ts";
import { FIRST_DAY } from "../model/known-days.ts";
import { isPlatform } from "../model/platform.ts";
import { type Fault, fault } from "../model/problem.ts";
import type { Day, Instant, Snapshot } from "../model/snapshot.ts";
import { namedHandle } from "./handle.ts";
import { CLOCK_LEEWAY_SECONDS, EARLIEST_INSTANT, isReadTooEarly, readInstant } from "./instant.ts";
import { canonicalPermalink } from "./permalink.ts";
import { pathText } from "./schema-faults.ts";

/**
 * What is wrong with a Snapshot that its schema can't see: times, which depend on the clock, and posts that nothing
 * identifies, which depends on the platform. Looks at anything, even where the schema refuses something else, so that
 * one answer lists it all.
 */
export function contextFaults(
  value: unknown,
  prefix: readonly PropertyKey[],
  { now, time_zone }: { now: Instant; time_zone: string },
): Fault[] {
  const faults: Fault[] = [];
  const latest = now + CLOCK_LEEWAY_SECONDS;
  const today = dayOf(latest, time_zone);

  const checkInstant = (text: unknown, path: PropertyKey[]) => {
    const at = typeof text === "string" ? readInstant(text) : null;
    if (typeof at !== "number") return;
    if (at > latest) faults.push(fault(pathText([...prefix, ...path]), "in_the_future"));
    if (at < EARLIEST_INSTANT) faults.push(fault(pathText([...prefix, ...path]), "too_early"));
  };
  const checkDay = (text: unknown, last: Day, path: PropertyKey[]) => {
    if (typeof text !== "string" || !isDay(text)) return;
    if (text > last) faults.push(fault(pathText([...prefix, ...path]), "in_the_future"));
    if (text < FIRST_DAY) faults.push(fault(pathText([...prefix, ...path]), "too_early"));
  };

  const platform = field(value, "platform");
  const account = field(value, "account");
  if (typeof platform === "string" && isPlatform(platform) && typeof account === "string") {
    const named = namedHandle(platform, account);
    // what is no handle on any platform the schema has said
    if ("fault" in named && named.fault === "not_a_handle") {
      faults.push(fault(pathText([...prefix, "account"]), "not_a_handle"));
    }
  }
  checkInstant(field(value, "read_at"), ["read_at"]);
  for (const [index, day] of items(value, "days")) {
    const zone = field(day, "time_zone");
    const own = typeof zone === "string" && isTimeZone(zone) ? dayOf(latest, zone) : today;
    checkDay(field(day, "date"), own, ["days", index, "date"]);
    // a day's end may lie ahead while the day lasts
    const end = field(day, "end_time");
    if (typeof end === "string" && Number(readInstant(end)) > latest + 2 * SECONDS_A_DAY) {
      checkInstant(end, ["days", index, "end_time"]);
    }
  }
  for (const [index, post] of items(value, "posts")) {
    checkDay(field(post, "published_at"), today, ["posts", index, "published_at"]);
    checkInstant(field(post, "published_at"), ["posts", index, "published_at"]);
    checkInstant(field(post, "removed_at"), ["posts", index, "removed_at"]);
    if (field(post, "external_id") == null && !isIdentified(platform, post)) {
      faults.push(fault(pathText([...prefix, "posts", index, "external_id"]), "no_post_id"));
    }
  }
  for (const [index, comment] of items(value, "comments")) {
    checkInstant(field(comment, "at"), ["comments", index, "at"]);
  }
  return faults;
}

/**
 * The posts of a Snapshot that were published after it was read. Looks at one that is right otherwise: a day's hour can
 * stand in the id of its post.
 */
export const orderFaults = (
  { posts, read_at }: Snapshot,
  prefix: readonly PropertyKey[],
): Fault[] =>
  posts.flatMap((post, index) =>
    isReadTooEarly(post, read_at)
      ? fault(pathText([...prefix, "posts", index, "published_at"]), "after_read_at")
      : [],
  );

function isIdentified(platform: unknown, post: unknown): boolean {
  const url = field(post, "url");
  if (typeof platform !== "string" || !isPlatform(platform) || typeof url !== "string")
    return false;
  return canonicalPermalink(platform, url) !== null;
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

function items(value: unknown, name: string): [number, unknown][] {
  const list = field(value, name);
  return Array.isArray(list) ? [...list.entries()] : [];
}

/** The zone of a file's own clock, proved by the posts whose ids hold their instants. */
import { dayNumber, instantOfWall, offsetAt, SECONDS_A_DAY } from "../model/day.ts";
import type { Instant } from "../model/snapshot.ts";
import type { WallTime } from "./date-text.ts";
import { ID_LEEWAY_SECONDS } from "./id-instant.ts";

/** By whose clocks Meta writes, in its files and its days. */
export const META_ZONE = "America/Los_Angeles";

/** What a row's clock shows, and when its post was made. */
export type Witness = { wall: WallTime; made: Instant };

/** More witnesses prove no more, and each costs a question to `Intl`. */
const MOST_WITNESSES = 50;

/** What the clock shows, as if it were UTC's. */
const shown = ({ day, clock }: WallTime): number => dayNumber(day) * SECONDS_A_DAY + (clock ?? 0);

/** When it was so late: by the zone that is said beside the clock, else by the given one. */
export const instantOfTime = (time: WallTime, zone: string): Instant =>
  time.offset === undefined ? instantOfWall(shown(time), zone) : shown(time) - time.offset;

/** How far a clock stands ahead of what the zone's clocks showed when the post was made, in seconds; negative: behind. */
export const clockLead = (time: WallTime, made: Instant, zone: string): number =>
  shown(time) - (made + (time.offset ?? offsetAt(made, zone)));

/**
 * The zone by whose clock most witnesses agree with their posts' ids; among equals the first of the list, which begins with
 * the one to be expected. `null`: none of them proves any.
 */
export function provedZone(witnesses: readonly Witness[], zones: readonly string[]): string | null {
  const heard = witnesses.slice(0, MOST_WITNESSES);
  let best: string | null = null;
  let most = 0;
  for (const zone of new Set(zones)) {
    const agree = heard.filter(
      ({ wall, made }) => Math.abs(clockLead(wall, made, zone)) <= ID_LEEWAY_SECONDS,
    ).length;
    if (agree > most) [best, most] = [zone, agree];
    if (agree === heard.length) break;
  }
  return most * 2 > heard.length ? best : null;
}

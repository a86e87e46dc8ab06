/** The days of an account: the last follower count of each, and what the platform itself says of each. */

import { type DaySaid, FORGOTTEN_DAY } from "../model/day-said.ts";
import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { daysOfRepeats, firstFrom, hasInstant, instantsOf, repeatsOf } from "./repeats.ts";
import { merged, type Segment } from "./timeline.ts";

/** `followers` at one instant, as a reading gave it; `name` travels with it. */
export type AccountValues = { followers: number | null; name: string | null };

/** The last follower count read on each day, confirmations included. */
export function followersByDay(
  segments: readonly Segment<AccountValues>[],
  dayOf: (at: Instant) => Day,
): Map<Day, number> {
  const newest = new Map<Day, { at: Instant; followers: number }>();
  for (const { read_at, rows, held } of segments) {
    const { followers } = merged(rows);
    if (followers === null) continue;
    const seen = new Map([[dayOf(read_at), read_at]]);
    for (const [day, at] of daysOfRepeats(held, dayOf)) seen.set(day, at);
    for (const [day, at] of seen) {
      if (at >= (newest.get(day)?.at ?? 0)) newest.set(day, { at, followers });
    }
  }
  return new Map([...newest].map(([day, { followers }]) => [day, followers]));
}

/** A platform's figures of one of its days, as they were read at one instant. */
export type PlatformDay = Record<DayMetric, number | null> & {
  read_at: Instant;
  version: number;
  import_id: number | null;
  end_time: Instant | null;
  time_zone: string | null;
};

/** Each is a bit of what a reading said: new figures come at the end, as the metrics do. */
const DAY_FIELDS = ["end_time", "time_zone", ...DAY_METRICS] as const;

const NO_DAY = {
  reach: null,
  views: null,
  profile_views: null,
  followers_gained: null,
  followers_lost: null,
  end_time: null,
  time_zone: null,
};

/** The latest known value of each figure of a day. */
export function foldPlatformDay(
  rows: readonly PlatformDay[],
): Omit<PlatformDay, "read_at" | "version" | "import_id"> {
  const day = { ...NO_DAY };
  for (const row of [...rows].sort((a, b) => a.read_at - b.read_at || a.version - b.version)) {
    for (const field of DAY_FIELDS) {
      if (row[field] !== null) Object.assign(day, { [field]: row[field] });
    }
  }
  return day;
}

/** At most so many runs of a day's readings are kept: an account's row is read by every page. */
const MOST_RUNS = 8;

const bitOf = (field: (typeof DAY_FIELDS)[number]): number => 1 << DAY_FIELDS.indexOf(field);

const repeatOf = ([, ...repeat]: DaySaid[number]): Repeat => repeat;

/** Of a day's readings up to an instant nobody knows which there were; `null`: there were none. */
export const forgottenUntil = (until: Instant | null): DaySaid =>
  until === null ? [] : [[FORGOTTEN_DAY, 0, until, 0]];

/** May this reading have been taken in before, and have left no trace? */
const mayBeForgotten = (said: DaySaid, { read_at, import_id }: PlatformDay): boolean =>
  import_id === null &&
  said.some(([fields, , until]) => fields === FORGOTTEN_DAY && read_at <= until);

/** Was there a reading of the day at this instant? */
export const daySaidAt = (said: DaySaid, at: Instant): boolean =>
  said.some((run) => run[0] !== FORGOTTEN_DAY && hasInstant([repeatOf(run)], at));

/** With one more reading. @returns the same where nothing is news */
export function daySaidWith(said: DaySaid, row: PlatformDay): DaySaid {
  const at = row.read_at;
  const saidThen = said.find((run) => run[0] !== FORGOTTEN_DAY && hasInstant([repeatOf(run)], at));
  const forgotten = said.find(([fields]) => fields === FORGOTTEN_DAY);
  if (forgotten && at <= forgotten[2]) return said;
  const before = saidThen?.[0] ?? 0;
  const fields = DAY_FIELDS.reduce(
    (bits, field) => (row[field] === null ? bits : bits | bitOf(field)),
    before,
  );
  if (fields === before) return said;
  const instants = (bits: number) =>
    instantsOf(said.filter((run) => run[0] === bits).map(repeatOf)).filter((other) => other !== at);
  const runs = (bits: number, of: readonly Instant[]) =>
    repeatsOf([...of].sort((a, b) => a - b)).map((repeat): DaySaid[number] => [bits, ...repeat]);
  const others = said.filter((run) => run[0] !== before && run[0] !== fields);
  const all = [
    ...others,
    ...(before === 0 ? [] : runs(before, instants(before))),
    ...runs(fields, [...instants(fields), at]),
  ].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  if (all.length <= MOST_RUNS) return all;
  const [oldest, ...newer] = all.filter((run) => run !== forgotten);
  return oldest ? [[FORGOTTEN_DAY, 0, oldest[2], 0], ...newer] : all;
}

/** When a figure was said next after an instant; `null`: never, as far as it is known. */
function daySaidNext(said: DaySaid, field: (typeof DAY_FIELDS)[number], after: Instant) {
  const found = said.flatMap((run) =>
    run[0] !== FORGOTTEN_DAY && (run[0] & bitOf(field)) !== 0
      ? (firstFrom([repeatOf(run)], after + 1) ?? [])
      : [],
  );
  return found.length === 0 ? null : Math.min(...found);
}

const isCollected = ({ import_id }: PlatformDay): boolean => import_id === null;

/**
 * A reading of a day put among the others. One that says nothing new is not stored; of one that does, only that. Where an
 * import has a hand in them the rows stay as they are: undoing it must find what every import said, and must leave what
 * the others said.
 *
 * Where it is not known any more when the day was read, a late reading counts by the figures that were not said before it:
 * the others may have been said then already, and a push that comes again must change nothing.
 * @param said by the readings of collectors and pushes that are there
 * @returns the same rows when it says nothing new
 */
export function placePlatformDay<Row extends PlatformDay>(
  rows: readonly Row[],
  row: Row,
  said: DaySaid,
): readonly Row[] {
  const earlier = rows.filter(({ read_at }) => read_at <= row.read_at);
  // so only what the same hand said counts as known. Nor may an import stand against what is said again after it
  const own = earlier.filter(({ import_id }) => import_id === row.import_id);
  if (!newDayFields(foldPlatformDay(own), row) && !newDayFields(foldPlatformDay(earlier), row)) {
    return rows;
  }
  if (mayBeForgotten(said, row) && wasSaid(own, row)) return rows;
  let placed = withRow(rows, row);
  const collected = foldPlatformDay(earlier.filter(isCollected));
  for (const field of newDayFields(collected, row) ?? []) {
    const at = collected[field] === null ? null : daySaidNext(said, field, row.read_at);
    if (at === null) continue;
    const told = rows.some(
      (other) =>
        isCollected(other) &&
        other.read_at > row.read_at &&
        other.read_at <= at &&
        other[field] !== null,
    );
    if (told) continue;
    const again = { ...row, ...NO_DAY, [field]: collected[field], read_at: at, import_id: null };
    placed = withRow(placed, again);
  }
  return placed.every(isCollected) ? newsOfDayAlone(placed) : placed;
}

/** Was each of a reading's figures said before, whatever was said since? */
const wasSaid = (rows: readonly PlatformDay[], row: PlatformDay): boolean =>
  DAY_FIELDS.every(
    (field) => row[field] === null || rows.some((other) => other[field] === row[field]),
  );

/** The figures that a reading says otherwise than they are known; `null`: none. */
function newDayFields(known: ReturnType<typeof foldPlatformDay>, row: PlatformDay) {
  const fields = DAY_FIELDS.filter((field) => row[field] !== null && row[field] !== known[field]);
  return fields.length === 0 ? null : fields;
}

/** Each row with its news alone, one an instant. */
function newsOfDayAlone<Row extends PlatformDay>(rows: readonly Row[]): Row[] {
  const ordered = [...rows].sort((a, b) => a.read_at - b.read_at || a.version - b.version);
  const alone: Row[] = [];
  for (const [row, ...others] of Map.groupBy(ordered, ({ read_at }) => read_at).values()) {
    if (!row) continue;
    const said = { ...row, ...foldPlatformDay([row, ...others]) };
    const fields = newDayFields(foldPlatformDay(alone), said);
    if (!fields) continue;
    const news = Object.fromEntries(fields.map((field) => [field, said[field]]));
    alone.push({ ...row, ...NO_DAY, ...news });
  }
  return alone;
}

function withRow<Row extends PlatformDay>(rows: readonly Row[], row: Row): Row[] {
  const twin = rows.find((other) => other.read_at === row.read_at && other.version === row.version);
  if (!twin) return [...rows, row];
  const both = { ...twin, ...foldPlatformDay([twin, { ...row, version: twin.version + 1 }]) };
  return rows.map((other) => (other === twin ? both : other));
}

/** The days of an account: the last follower count of each, and what the platform itself says of each. */
import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { daysOfRepeats } from "./repeats.ts";
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

const DAY_FIELDS = [...DAY_METRICS, "end_time", "time_zone"] as const;

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

/**
 * A reading of a day put among the others. One that says nothing new is not stored; `confirmed` is when the figures
 * known of the day were last said without leaving a row.
 * @returns the same rows when it says nothing new
 */
export function placePlatformDay<Row extends PlatformDay>(
  rows: readonly Row[],
  row: Row,
  confirmed: Instant | null,
): readonly Row[] {
  const earlier = rows.filter(({ read_at }) => read_at <= row.read_at);
  const differs = (known: ReturnType<typeof foldPlatformDay>) =>
    DAY_FIELDS.some((field) => row[field] !== null && row[field] !== known[field]);
  // undoing an import must find what every import said, and must leave what the others said: so only that of the same
  // hand counts as known. Nor may an import stand against what is said again after it
  const own = earlier.filter(({ import_id }) => import_id === row.import_id);
  if (!differs(foldPlatformDay(own)) && !differs(foldPlatformDay(earlier))) return rows;
  const placed = withRow(rows, row);
  const collected = foldPlatformDay(earlier.filter(({ import_id }) => import_id === null));
  const overruled = rows.some((other) => other.read_at > row.read_at);
  if (confirmed === null || confirmed <= row.read_at || overruled || !differs(collected)) {
    return placed;
  }
  return withRow(placed, { ...row, ...collected, read_at: confirmed, import_id: null });
}

function withRow<Row extends PlatformDay>(rows: readonly Row[], row: Row): Row[] {
  const twin = rows.find((other) => other.read_at === row.read_at && other.version === row.version);
  if (!twin) return [...rows, row];
  const both = { ...twin, ...foldPlatformDay([twin, { ...row, version: twin.version + 1 }]) };
  return rows.map((other) => (other === twin ? both : other));
}

/** What a platform itself says of one of its days. */
import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { Instant } from "../model/snapshot.ts";

/** A platform's figures of one of its days, as they were read at one instant. */
export type PlatformDay = Record<DayMetric, number | null> & {
  read_at: Instant;
  version: number;
  import_id: number | null;
  end_time: Instant | null;
  time_zone: string | null;
};

/** Each is a bit of what a reading said: new figures come at the end, as the metrics do. */
export const DAY_FIELDS = ["end_time", "time_zone", ...DAY_METRICS] as const;

export type DayField = (typeof DAY_FIELDS)[number];

export const NO_DAY = {
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

export const bitOf = (field: DayField): number => 1 << DAY_FIELDS.indexOf(field);

/** What readings of one account change: its followers and name, its readings, and the platform's own days. */
import { type foldPlatformDay, followersByDay } from "../../analyse/account-days.ts";
import { news } from "../../analyse/news.ts";
import {
  lastSeen,
  merged,
  type Placed,
  place,
  type Segment,
  toSegments,
  toStored,
  withoutRows,
} from "../../analyse/timeline.ts";
import type { News } from "../../model/preview.ts";
import type { Repeat } from "../../model/repeat.ts";
import type { Day, DayReading, Instant, Stamp, Stretch } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  sameReading,
  type WindowRow,
} from "../../store/account-readings.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { DayReadingRow } from "../../store/day-readings.ts";
import { derivePlatformDays } from "./derive-platform-days.ts";
import { type Difference, difference, stampKey } from "./difference.ts";
import type { Calendar } from "./post-rows.ts";

/** What one snapshot says of the account itself. */
export type AccountSighting = Stamp & {
  followers: number | null;
  name: string | null;
  days: DayReading[];
};

type Values = { followers: number | null; name: string | null };

export type AccountChange = {
  row: AccountRow;
  readings: Difference<AccountReadingRow>;
  dayReadings: Difference<DayReadingRow>;
  /** The last follower count of each day that was touched; `null` when none is left. */
  followers: Map<Day, number | null>;
  /** The platform's own figures of each day that was touched. */
  platformDays: Map<Day, ReturnType<typeof foldPlatformDay>>;
  /** Where followers at publish have to be looked up again. */
  stretches: Stretch[];
  /** A count older than the newest reading: later months may start with another count. */
  late: boolean;
  placed: Placed[];
  /** What becomes of each of the platform's days, and of each day whose followers were counted. */
  news: { days: News[]; followers: News[] };
};

/** The end of time, for a stretch that no reading closes. */
export const FOR_EVER: Instant = 32_503_680_000;

/** Does it say anything of the account itself? Only that has a place among its readings. */
export const saysWho = ({ followers, name }: Values): boolean =>
  followers !== null || name !== null;

/**
 * @param sightings oldest first; of one instant in the order of arrival
 * @param window the readings of all days on which they say who it is, with those around them that they may change
 * @param dayRows what the platform said before of the days that the sightings speak of
 */
export function deriveAccount(
  row: AccountRow,
  sightings: readonly AccountSighting[],
  window: readonly WindowRow[],
  dayRows: readonly DayReadingRow[],
  dayOf: Calendar,
): AccountChange {
  const next: AccountRow = { ...row };
  const who = sightings.filter(saysWho);
  const timeline = timelineOf(row, window);
  let { segments } = timeline;
  const placed: Placed[] = [];
  const stretches: Stretch[] = [];
  let late = false;
  for (const { read_at: at, version, import_id, followers, name } of sightings) {
    next.last_read_at = Math.max(next.last_read_at ?? at, at);
    if (import_id === null) next.collected_at = Math.max(next.collected_at ?? at, at);
    if (name !== null && at >= (next.named_at ?? 0)) {
      next.name = name;
      next.named_at = at;
    }
    if (!saysWho({ followers, name })) continue;
    if (followers !== null) {
      // posts may have been read since, in months that start with this count
      if (at < (row.last_read_at ?? 0)) late = true;
      if (at >= (next.followers_at ?? 0)) {
        next.followers = followers;
        next.followers_at = at;
      }
    }
    const before = segments;
    const result = place(before, { read_at: at, version, import_id, values: { followers, name } });
    segments = result.segments;
    placed.push(result.placed);
    if (result.placed === "replaced" || rowsMoved(before, segments)) {
      stretches.push(stretchFrom(row.id, at, before));
    }
  }
  const { stored, held } = toStored(segments);
  if (who.length > 0 && timeline.newest) next.held = held;
  const touched = new Set(who.map(({ read_at }) => dayOf(read_at)));
  const platform = derivePlatformDays(row, sightings, dayRows);
  next.days_seen = platform.days_seen;
  return {
    row: next,
    readings: readingsDifference(row.id, window, stored),
    dayReadings: platform.readings,
    followers: followersOn(touched, segments, dayOf),
    platformDays: platform.days,
    stretches,
    late,
    placed: [...placed, ...platform.placed],
    news: {
      days: platform.news,
      followers: followerNews(sightings, timeline.segments, segments, dayOf),
    },
  };
}

/**
 * The account without readings that an import brought.
 * @param removed those, oldest first
 * @param readings from where `findLastKnown` says to beyond the days that the import touched
 * @param newest they reach up to the newest; else the account's figures stand, and the last reading only closes them
 */
export function deriveAccountWithout(
  row: AccountRow,
  removed: readonly AccountReadingRow[],
  readings: readonly AccountReadingRow[],
  newest: boolean,
  dayOf: Calendar,
): Pick<AccountChange, "row" | "readings" | "followers" | "stretches"> {
  const held = newest ? row.held : [];
  const segments = accountSegments(readings, held);
  const gone = new Set(removed.map(stampKey));
  const kept = withoutRows(segments, (row) => gone.has(stampKey(row)), !newest);
  const after = toStored(kept);
  return {
    row: newest ? { ...row, ...newestOf(kept), held: after.held } : row,
    readings: readingsDifference(row.id, readings, after.stored),
    followers: followersOn(new Set(removed.map(({ read_at }) => dayOf(read_at))), kept, dayOf),
    stretches: removed.map(({ read_at }) => stretchFrom(row.id, read_at, kept)),
  };
}

/** What the newest readings say of the account. */
export function newestOf(
  segments: readonly Segment<Values>[],
): Pick<AccountRow, "followers" | "followers_at" | "name" | "named_at"> {
  const counted = segments.findLast((segment) => merged(segment.rows).followers !== null);
  const named = segments.findLast((segment) => merged(segment.rows).name !== null);
  return {
    followers: counted ? merged(counted.rows).followers : null,
    followers_at: counted ? lastSeen(counted) : null,
    name: named ? merged(named.rows).name : null,
    named_at: named ? lastSeen(named) : null,
  };
}

/** The readings of a window as segments; `held` are the repeats of the newest, where the window reaches that far. */
export const accountSegments = (
  window: readonly AccountReadingRow[],
  held: readonly Repeat[],
): Segment<Values>[] => toSegments(window.map(fromRow), held);

/** Where the window does not reach the newest reading, its last one only closes it: its own repeats are not known. */
function timelineOf(
  row: AccountRow,
  window: readonly WindowRow[],
): { segments: readonly Segment<Values>[]; newest: boolean } {
  const newest = window.every((reading) => reading.newest === 1);
  return { segments: accountSegments(window, newest ? row.held : []), newest };
}

const rowsMoved = (before: readonly Segment<Values>[], after: readonly Segment<Values>[]) =>
  before.length !== after.length ||
  before.some(({ read_at }, index) => read_at !== after[index]?.read_at);

const followersOn = (
  touched: ReadonlySet<Day>,
  segments: readonly Segment<Values>[],
  dayOf: Calendar,
): Map<Day, number | null> => {
  const known = followersByDay(segments, dayOf);
  return new Map([...touched].map((day) => [day, known.get(day) ?? null]));
};

function followerNews(
  sightings: readonly AccountSighting[],
  before: readonly Segment<Values>[],
  after: readonly Segment<Values>[],
  dayOf: Calendar,
): News[] {
  const counted = sightings.filter(({ followers }) => followers !== null);
  const days = new Set(counted.map(({ read_at }) => dayOf(read_at)));
  const [was, is] = [followersOn(days, before, dayOf), followersOn(days, after, dayOf)];
  return [...days].map((day) =>
    news({ followers: was.get(day) ?? null }, { followers: is.get(day) ?? null }),
  );
}

/** The posts whose followers at publish a reading at `at` decides: up to the next known count, or all before the first. */
function stretchFrom(
  account_id: number,
  at: Instant,
  segments: readonly Segment<Values>[],
): Stretch {
  const known = segments.filter((segment) => merged(segment.rows).followers !== null);
  const first = !known.some((segment) => segment.read_at < at);
  const next = known.find((segment) => segment.read_at > at);
  return { account_id, from: first ? 0 : at, to: next?.read_at ?? FOR_EVER };
}

function readingsDifference(
  account_id: number,
  before: readonly AccountReadingRow[],
  after: ReturnType<typeof toStored<Values>>["stored"],
): AccountChange["readings"] {
  const rows: AccountReadingRow[] = after.map(({ values, previous_held, ...stamp }) => ({
    account_id,
    ...stamp,
    ...values,
    previous_held,
  }));
  const [opening] = before;
  const [first, ...others] = rows;
  // the repeats before the window's first row belong to a segment outside it
  const opens = first && opening && stampKey(first) === stampKey(opening);
  const all = opens ? [{ ...first, previous_held: opening.previous_held }, ...others] : rows;
  return difference(before, all, sameReading);
}

const valuesOf = ({ followers, name }: Values): Values => ({ followers, name });

const fromRow = (row: AccountReadingRow) => ({
  read_at: row.read_at,
  version: row.version,
  import_id: row.import_id,
  values: valuesOf(row),
  previous_held: row.previous_held,
});

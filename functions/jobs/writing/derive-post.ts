/** What readings of one post change: its figures, its details, its readings, and what was gained on each day. */
import {
  type DetailsRow,
  detailsAfter,
  detailsOf,
  detailsWithout,
  foldDetails,
  placeDetails,
  type Said,
  saidAt,
  saysNothingNew,
} from "../../analyse/details.ts";
import {
  foldTimeline,
  type GainsByDay,
  type GainsContext,
  gainsDifference,
  gainsOf,
  observe,
  observeRepeats,
} from "../../analyse/gains.ts";
import { type Repeat, withInstant } from "../../analyse/repeats.ts";
import {
  lastSeen,
  MOST_REPEATS,
  type Placed,
  place,
  type Segment,
  sameValues,
  toSegments,
  toStored,
  withoutImport,
} from "../../analyse/timeline.ts";
import { COUNTERS, type Figures } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Instant, PostReading } from "../../model/snapshot.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import type { PostRow } from "../../store/posts.ts";
import {
  type Calendar,
  detailsOfRow,
  figuresOf,
  fromDetailsRow,
  fromReadingRow,
  type PostFold,
  postFoldOf,
  standInId,
  toDetailsRow,
  withDetails,
  withFigures,
} from "./post-rows.ts";

/** One reading of the post, as it arrived. */
export type Sighting = {
  at: Instant;
  version: number;
  import_id: number | null;
  reading: PostReading;
};

/** Everything that was ever read of the post. */
export type History = { readings: PostReadingRow[]; details: PostDetailsRow[] };

type Difference<Row> = { save: Row[]; remove: Row[] };

export type PostChange = {
  /** The row as it is now. */
  row: PostRow;
  /** As it was; `null` for a new post. */
  before: PostRow | null;
  figuresChanged: boolean;
  detailsChanged: boolean;
  readings: Difference<PostReadingRow>;
  details: Difference<PostDetailsRow>;
  /** What to add to the account's days. */
  gains: GainsByDay;
  placed: Placed[];
};

/** Is this the newest reading of the post over again? */
function repeatsNewest(row: PostRow, { fold }: PostFold, { at, reading }: Sighting): boolean {
  if (!fold || at !== row.read_at || !saysNothingNew(detailsOfRow(row), reading)) return false;
  const values = figuresOf(reading);
  return fold.read_at === at
    ? COUNTERS.every(
        (counter) => values[counter] === null || values[counter] === fold.last[counter],
      )
    : sameValues(fold.last, values);
}

/**
 * Do these readings, oldest first, need all that was ever read of the post? Not the usual ones: newer than everything
 * known, from a collector, with the publishing time that is known.
 */
export function needsHistory(row: PostRow, sightings: readonly Sighting[]): boolean {
  const folded = postFoldOf(row);
  let newest = row.read_at;
  for (const sighting of sightings) {
    if (sighting.import_id === null && !folded.imported) {
      if (repeatsNewest(row, folded, sighting) && newest === row.read_at) continue;
      if (newest !== null && sighting.at > newest && keepsItsTime(row, sighting.reading)) {
        newest = sighting.at;
        continue;
      }
    }
    return true;
  }
  return false;
}

function keepsItsTime(row: PostRow, reading: PostReading): boolean {
  const { published_at, published_precision } = detailsAfter(detailsOfRow(row), reading);
  return published_at === row.published_at && published_precision === row.published_precision;
}

/**
 * @param sightings oldest first; of one instant in the order of arrival
 * @param history everything ever read of the post; `null` where `needsHistory` says that it is not needed
 */
export function derivePost(
  row: PostRow,
  isNew: boolean,
  sightings: readonly Sighting[],
  history: History | null,
  dayOf: Calendar,
): PostChange {
  return history
    ? deriveFromHistory(row, isNew, sightings, history, dayOf)
    : continuePost(row, sightings, dayOf);
}

function continuePost(row: PostRow, sightings: readonly Sighting[], dayOf: Calendar): PostChange {
  const folded = postFoldOf(row);
  let { fold, said } = folded;
  if (!fold) throw new Error("a post without readings needs its history");
  const context: GainsContext = { published_at: row.published_at, dayOf };
  const gainedBefore: GainsByDay = new Map([[fold.day, gainsOf(fold)]]);
  const gainedAfter: GainsByDay = new Map(gainedBefore);
  const readings: PostReadingRow[] = [];
  const detailRows: PostDetailsRow[] = [];
  const placed: Placed[] = [];
  let held = JSON.parse(row.held) as Repeat[];
  let details = detailsOfRow(row);
  let seen = row.read_at ?? 0;
  for (const { at, version, reading } of sightings) {
    if (at <= seen) {
      placed.push("repeated");
      continue;
    }
    seen = at;
    const values = figuresOf(reading);
    if (!fold.last_imported && held.length < MOST_REPEATS && sameValues(fold.last, values)) {
      held = withInstant(held, at);
      fold = observeRepeats(fold, [[at, at, 0]], gainedAfter, context);
    } else {
      readings.push({
        post_id: row.id,
        read_at: at,
        version,
        import_id: null,
        ...values,
        previous_held: JSON.stringify(held),
      });
      held = [];
      fold = observe(fold, at, values, false, context);
      gainedAfter.set(fold.day, gainsOf(fold));
    }
    if (!saysNothingNew(details, reading)) {
      const said_now = { ...detailsOf(reading), read_at: at, version, import_id: null };
      detailRows.push(toDetailsRow(row.id, said_now));
      details = detailsAfter(details, reading);
    }
    said = saidAt(said, reading, at);
    placed.push("added");
  }
  const next = withDetails(withFigures(row, fold, seen, held), details, dayOf);
  next.fold = JSON.stringify({ fold, said, imported: folded.imported });
  return {
    row: next,
    before: row,
    figuresChanged: placed.includes("added"),
    detailsChanged: detailRows.length > 0,
    readings: { save: readings, remove: [] },
    details: { save: detailRows, remove: [] },
    gains: gainsDifference(gainedBefore, gainedAfter),
    placed,
  };
}

function deriveFromHistory(
  row: PostRow,
  isNew: boolean,
  sightings: readonly Sighting[],
  history: History,
  dayOf: Calendar,
): PostChange {
  const before = segmentsOf(row, history);
  const detailsBefore = history.details.map(fromDetailsRow);
  let segments: readonly Segment<Figures>[] = before;
  let details: readonly DetailsRow[] = detailsBefore;
  let { said } = postFoldOf(row);
  const placed: Placed[] = [];
  for (const { at, version, import_id, reading } of sightings) {
    const stamp = { read_at: at, version, import_id };
    const result = place(segments, { ...stamp, values: figuresOf(reading) });
    const detailsNow = placeDetails(details, { ...detailsOf(reading), ...stamp }, said);
    segments = result.segments;
    if (import_id === null) said = saidAt(said, reading, at);
    placed.push(
      result.placed === "repeated" && detailsNow !== details ? "replaced" : result.placed,
    );
    details = detailsNow;
  }
  return refold(row, isNew, { history, before, segments, details, said, placed, dayOf });
}

/** The post derived from everything that is left of it once an import is undone; `null` when nothing is. */
export function derivePostWithout(
  row: PostRow,
  import_id: number,
  history: History,
  platform: Platform,
  dayOf: Calendar,
): PostChange | null {
  const { said } = postFoldOf(row);
  const details = detailsWithout(history.details.map(fromDetailsRow), import_id, said);
  const url = details.find((other) => other.url !== null)?.url ?? null;
  if (details.length === 0) return null;
  const before = segmentsOf(row, history);
  const segments = withoutImport(before, import_id);
  const change = refold(row, false, {
    history,
    before,
    segments,
    details,
    said,
    placed: [],
    dayOf,
  });
  if (details.some(({ external_id }) => external_id !== null)) return change;
  const external_id = standInId(platform, url) ?? row.external_id;
  return { ...change, row: { ...change.row, external_id }, detailsChanged: true };
}

/** Everything that a post ever gained, by the days. */
export const everGained = (row: PostRow, history: History, dayOf: Calendar): GainsByDay =>
  foldTimeline(segmentsOf(row, history), { published_at: row.published_at, dayOf }).days;

const segmentsOf = (row: PostRow, { readings }: History): Segment<Figures>[] =>
  toSegments(readings.map(fromReadingRow), JSON.parse(row.held) as Repeat[]);

/** The post derived anew from all its readings: what `gains` says is everything it ever gained. */
export function rederivePost(row: PostRow, history: History, dayOf: Calendar): PostChange {
  const segments = segmentsOf(row, history);
  const details = history.details.map(fromDetailsRow);
  const { said } = postFoldOf(row);
  return refold(row, false, { history, before: [], segments, details, said, placed: [], dayOf });
}

function refold(
  row: PostRow,
  isNew: boolean,
  {
    history,
    before,
    segments,
    details: detailsRows,
    said,
    placed,
    dayOf,
  }: {
    history: History;
    before: readonly Segment<Figures>[];
    segments: readonly Segment<Figures>[];
    details: readonly DetailsRow[];
    said: Said;
    placed: Placed[];
    dayOf: Calendar;
  },
): PostChange {
  const details = foldDetails(detailsRows);
  if (!details) throw new Error("a post has details as long as it stands");
  const { fold, days } = foldTimeline(segments, { published_at: details.published_at, dayOf });
  const gained = foldTimeline(before, { published_at: row.published_at, dayOf }).days;
  const { stored, held } = toStored(segments);
  const readings = difference(
    history.readings,
    stored.map(({ values, previous_held, ...stamp }) => ({
      post_id: row.id,
      ...stamp,
      ...values,
      previous_held: JSON.stringify(previous_held),
    })),
  );
  const rows = difference(
    history.details,
    detailsRows.map((said) => toDetailsRow(row.id, said)),
  );
  const newest = segments.at(-1);
  const next = withDetails(
    withFigures(row, fold, newest ? lastSeen(newest) : null, held),
    details,
    dayOf,
  );
  const imported = detailsRows.some((said) => said.import_id !== null);
  next.fold = JSON.stringify({ fold, said, imported });
  return {
    row: next,
    before: isNew ? null : row,
    figuresChanged:
      readings.save.length + readings.remove.length > 0 ||
      next.fold !== row.fold ||
      next.held !== row.held,
    detailsChanged: isNew || rows.save.length + rows.remove.length > 0 || !sameDetails(row, next),
    readings,
    details: rows,
    gains: gainsDifference(gained, days),
    placed,
  };
}

const DETAIL_COLUMNS = [
  "external_id",
  "published_at",
  "published_precision",
  "published_on",
  "format",
  "topic",
  "caption",
  "url",
  "paid",
  "removed_at",
] as const;

const sameDetails = (a: PostRow, b: PostRow): boolean =>
  DETAIL_COLUMNS.every((column) => a[column] === b[column]);

const rowKey = (row: { read_at: Instant; version: number }): string =>
  `${row.read_at} ${row.version}`;

function difference<Row extends { read_at: Instant; version: number }>(
  before: readonly Row[],
  after: readonly Row[],
): Difference<Row> {
  const known = new Map(before.map((row) => [rowKey(row), row]));
  const kept = new Set(after.map(rowKey));
  return {
    save: after.filter((row) => {
      const old = known.get(rowKey(row));
      return !old || !sameRow(old, row);
    }),
    remove: before.filter((row) => !kept.has(rowKey(row))),
  };
}

const sameRow = (a: object, b: object): boolean =>
  Object.entries(b).every(([column, value]) => Reflect.get(a, column) === value);

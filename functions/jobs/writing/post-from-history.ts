/** A post derived from all that was ever read of it: with more readings, without those of an import, or simply anew. */
import {
  type DetailsRow,
  detailsOf,
  detailsWithout,
  foldDetails,
  placeDetails,
} from "../../analyse/details.ts";
import { foldTimeline, type GainsByDay, gainsDifference } from "../../analyse/gains.ts";
import { saidWith } from "../../analyse/said.ts";
import {
  firstReadFrom,
  lastSeen,
  type Placed,
  place,
  type Segment,
  toSegments,
  toStored,
  withoutImport,
} from "../../analyse/timeline.ts";
import type { Figures } from "../../model/metric.ts";
import type { Platform } from "../../model/platform.ts";
import type { Said } from "../../model/post-fold.ts";
import type { Instant } from "../../model/snapshot.ts";
import { sameDetailsRow } from "../../store/post-details.ts";
import { sameReading } from "../../store/post-readings.ts";
import { type PostRow, sameDetails, sameFigures } from "../../store/posts.ts";
import { difference } from "./difference.ts";
import type { History, PostChange, Sighting } from "./post-change.ts";
import {
  type Calendar,
  type Deriving,
  figuresOf,
  fromReadingRow,
  stampedDetails,
  standInId,
  withDetails,
  withFigures,
} from "./post-rows.ts";

/** @param sightings oldest first; of one instant in the order of arrival */
export function postFromHistory(
  row: PostRow,
  isNew: boolean,
  sightings: readonly Sighting[],
  history: History,
  by: Deriving,
): PostChange {
  const before = segmentsOf(row, history);
  let segments: readonly Segment<Figures>[] = before;
  let details: readonly DetailsRow[] = history.details.map(stampedDetails);
  let { said } = row.fold;
  const placed: Placed[] = [];
  for (const { reading, ...stamp } of sightings) {
    const at = stamp.read_at;
    const known = segments;
    const readFrom = (from: Instant) => firstReadFrom(known, from);
    const result = place(known, { ...stamp, values: figuresOf(reading) });
    const detailsNow = placeDetails(details, { ...detailsOf(reading), ...stamp }, said, readFrom);
    const saidNow = stamp.import_id === null ? saidWith(said, reading, at, readFrom) : said;
    const same = detailsNow === details && saidNow === said;
    placed.push(result.placed === "repeated" && !same ? "replaced" : result.placed);
    segments = result.segments;
    details = detailsNow;
    said = saidNow;
  }
  return refolded(row, isNew, history, before, { segments, details, said, placed }, by);
}

/** The post derived from everything that is left of it once an import is undone; `null` when nothing is. */
export function postWithout(
  row: PostRow,
  import_id: number,
  history: History,
  platform: Platform,
  by: Deriving,
): PostChange | null {
  const { said } = row.fold;
  const details = detailsWithout(history.details.map(stampedDetails), import_id);
  if (details.length === 0) return null;
  const before = segmentsOf(row, history);
  const segments = withoutImport(before, import_id);
  const left = { segments, details, said, placed: [] };
  const change = refolded(row, false, history, before, left, by);
  if (details.some(({ external_id }) => external_id !== null)) return change;
  const url = details.find((other) => other.url !== null)?.url ?? null;
  const external_id = standInId(platform, url) ?? row.external_id;
  return { ...change, row: { ...change.row, external_id }, detailsChanged: true };
}

/** The post derived anew from all its readings: what `gains` says is everything it ever gained. */
export const postAnew = (row: PostRow, history: History, by: Deriving): PostChange => {
  const segments = segmentsOf(row, history);
  const details = history.details.map(stampedDetails);
  const { said } = row.fold;
  return refolded(row, false, history, [], { segments, details, said, placed: [] }, by);
};

/** Everything that a post ever gained, by the days. */
export const everGained = (row: PostRow, history: History, dayOf: Calendar): GainsByDay =>
  foldTimeline(segmentsOf(row, history), { published_at: row.published_at, dayOf }).days;

const segmentsOf = (row: PostRow, { readings }: History): Segment<Figures>[] =>
  toSegments(readings.map(fromReadingRow), row.held);

/** What is known of a post, to be derived from. */
type Known = {
  segments: readonly Segment<Figures>[];
  details: readonly DetailsRow[];
  said: Said;
  placed: Placed[];
};

/** @param gainedFrom the readings whose gains are in the account's days already */
function refolded(
  row: PostRow,
  isNew: boolean,
  history: History,
  gainedFrom: readonly Segment<Figures>[],
  { segments, details, said, placed }: Known,
  by: Deriving,
): PostChange {
  const { dayOf } = by;
  const folded = foldDetails(details);
  if (!folded) throw new Error("a post has details as long as it stands");
  const { fold, days } = foldTimeline(segments, { published_at: folded.published_at, dayOf });
  const gained = foldTimeline(gainedFrom, { published_at: row.published_at, dayOf }).days;
  const { stored, held } = toStored(segments);
  const readings = difference(
    history.readings,
    stored.map(({ values, ...reading }) => ({ post_id: row.id, ...reading, ...values })),
    sameReading,
  );
  const rows = difference(
    history.details,
    details.map((said) => ({ post_id: row.id, ...said })),
    sameDetailsRow,
  );
  const newest = segments.at(-1);
  const figures = withFigures(row, fold, newest ? lastSeen(newest) : null, held);
  const imported = details.some(({ import_id }) => import_id !== null);
  const next = { ...withDetails(figures, folded, by), fold: { fold, said, imported } };
  return {
    row: next,
    before: isNew ? null : row,
    figuresChanged: readings.save.length + readings.remove.length > 0 || !sameFigures(row, next),
    detailsChanged: isNew || rows.save.length + rows.remove.length > 0 || !sameDetails(row, next),
    readings,
    details: rows,
    gains: gainsDifference(gained, days),
    placed,
  };
}

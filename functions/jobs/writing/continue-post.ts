/** A post's newest readings, taken up where its row says that the last one stopped: nothing older is read for them. */
import { detailsAfter, detailsOf, newsOf, saysNothingNew } from "../../analyse/details.ts";
import {
  type GainsByDay,
  type GainsContext,
  gainsDifference,
  gainsOf,
  observe,
  observeRepeats,
} from "../../analyse/gains.ts";
import { withInstant } from "../../analyse/repeats.ts";
import { saidAll, saidWith } from "../../analyse/said.ts";
import { MOST_REPEATS, type Placed, sameValues } from "../../analyse/timeline.ts";
import { COUNTERS } from "../../model/metric.ts";
import type { PostReading } from "../../model/snapshot.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import type { PostRow } from "../../store/posts.ts";
import type { PostChange, Sighting } from "./post-change.ts";
import { type Deriving, figuresOf, withDetails, withFigures } from "./post-rows.ts";

/**
 * Do these readings, oldest first, need all that was ever read of the post? Not the usual ones: newer than everything
 * known, from a collector, with the publishing time that is known.
 */
export function needsHistory(row: PostRow, sightings: readonly Sighting[]): boolean {
  let newest = row.read_at;
  for (const sighting of sightings) {
    if (sighting.import_id === null && !row.fold.imported) {
      if (repeatsNewest(row, sighting) && newest === row.read_at) continue;
      if (newest !== null && sighting.read_at > newest && keepsItsTime(row, sighting.reading)) {
        newest = sighting.read_at;
        continue;
      }
    }
    return true;
  }
  return false;
}

/** Is this the newest reading of the post over again? */
function repeatsNewest(row: PostRow, { read_at, reading }: Sighting): boolean {
  const { fold, said } = row.fold;
  if (!fold || read_at !== row.read_at || !saysNothingNew(detailsOf(row), reading)) return false;
  return (
    saidAll(said, reading) &&
    COUNTERS.every(
      (counter) => reading[counter] === null || reading[counter] === fold.last[counter],
    )
  );
}

function keepsItsTime(row: PostRow, reading: PostReading): boolean {
  const { published_at, published_precision } = detailsAfter(detailsOf(row), reading);
  return published_at === row.published_at && published_precision === row.published_precision;
}

/** @param sightings oldest first; of one instant in the order of arrival; such that `needsHistory` says no */
export function continuePost(
  row: PostRow,
  sightings: readonly Sighting[],
  by: Deriving,
): PostChange {
  const { dayOf } = by;
  let { fold, said } = row.fold;
  if (!fold) throw new Error("a post without readings needs its history");
  const context: GainsContext = { published_at: row.published_at, dayOf };
  const gainedBefore: GainsByDay = new Map([[fold.day, gainsOf(fold)]]);
  const gainedAfter: GainsByDay = new Map(gainedBefore);
  const readings: PostReadingRow[] = [];
  const detailRows: PostDetailsRow[] = [];
  const placed: Placed[] = [];
  let { held } = row;
  let details = detailsOf(row);
  let seen = row.read_at ?? 0;
  for (const { reading, ...stamp } of sightings) {
    const at = stamp.read_at;
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
      readings.push({ post_id: row.id, ...stamp, ...values, previous_held: held });
      held = [];
      fold = observe(fold, at, values, false, context);
      gainedAfter.set(fold.day, gainsOf(fold));
    }
    const news = newsOf(details, reading);
    if (news) {
      detailRows.push({ post_id: row.id, ...news, ...stamp });
      details = detailsAfter(details, news);
    }
    said = saidWith(said, reading, at);
    placed.push("added");
  }
  const next = withDetails(withFigures(row, fold, seen, held), details, by);
  return {
    row: { ...next, fold: { fold, said, imported: row.fold.imported } },
    before: row,
    figuresChanged: placed.includes("added"),
    detailsChanged: detailRows.length > 0,
    readings: { save: readings, remove: [] },
    details: { save: detailRows, remove: [] },
    gains: gainsDifference(gainedBefore, gainedAfter),
    placed,
  };
}

/** Events as the API and the export tell them. */
import { instantOrNull, isoInstant } from "../model/day.ts";
import type { EventFigures, JudgedEffect, LibraryEvent } from "../model/event.ts";
import type { ExportRow } from "./export-rows.ts";

/** The event's own fields, in their order: what else a row has is not told. */
export const toEventJson = (
  {
    id,
    kind,
    title,
    starts_at,
    ends_at,
    place,
    hashtags,
    url,
    note,
    visitors,
    cost,
    version,
  }: LibraryEvent,
  { posts, reach, interactions, clicks }: EventFigures,
  effect: JudgedEffect | null,
  linked: readonly number[],
) => ({
  id,
  kind,
  title,
  starts_at: isoInstant(starts_at),
  ends_at: instantOrNull(ends_at),
  place,
  hashtags,
  url,
  note,
  visitors,
  cost,
  version,
  posts,
  reach,
  interactions,
  clicks,
  linked,
  effect: effect && { judged_at: isoInstant(effect.at), result: effect.result },
});

/** A row of events.csv. */
export const eventRow = (
  { id, kind, title, starts_at, ends_at, place, hashtags, url, visitors, cost }: LibraryEvent,
  { posts, reach, interactions, clicks }: EventFigures,
): ExportRow<"events"> => ({
  id,
  kind,
  title,
  starts_at: isoInstant(starts_at),
  ends_at: instantOrNull(ends_at),
  place,
  hashtags: hashtags.length === 0 ? null : hashtags.map((tag) => `#${tag}`).join(" "),
  url,
  posts,
  reach,
  interactions,
  clicks,
  visitors,
  cost,
});

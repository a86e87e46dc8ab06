/** What is said of a post, as the newest reading that gave each field has it. */
import type { Format } from "../model/format.ts";
import type { Instant, Precision } from "../model/snapshot.ts";

export type Details = {
  external_id: string | null;
  published_at: Instant;
  published_precision: Precision;
  format: Format | null;
  caption: string | null;
  url: string | null;
  paid: boolean | null;
  removed_at: Instant | null;
};

export type DetailsRow = Details & { read_at: Instant; version: number; import_id: number | null };

const FIELDS = ["external_id", "format", "caption", "url", "paid", "removed_at"] as const;

/**
 * The details that a post's readings add up to; `null` for a post without any.
 * A publishing time to the second beats one that is only a date, whichever is newer.
 */
export function foldDetails(rows: readonly DetailsRow[]): Details | null {
  const ordered = [...rows].sort((a, b) => a.read_at - b.read_at || a.version - b.version);
  const [first] = ordered;
  if (!first) return null;
  let details: Details = first;
  for (const row of ordered) details = detailsAfter(details, row);
  const { external_id, published_at, published_precision, format, caption, url, paid, removed_at } =
    details;
  return { external_id, published_at, published_precision, format, caption, url, paid, removed_at };
}

function detailsAfter(details: Details, row: Details): Details {
  const next: Details = { ...details };
  for (const field of FIELDS) {
    if (row[field] !== null) Object.assign(next, { [field]: row[field] });
  }
  if (row.published_precision === "second" || details.published_precision === "day") {
    next.published_at = row.published_at;
    next.published_precision = row.published_precision;
  }
  return next;
}

/** Does a reading say nothing of the post that was not known by then? */
export const saysNothingNew = (known: Details, said: Details): boolean =>
  FIELDS.every((field) => said[field] === null || said[field] === known[field]) &&
  ((said.published_precision === "day" && known.published_precision === "second") ||
    (said.published_at === known.published_at &&
      said.published_precision === known.published_precision));

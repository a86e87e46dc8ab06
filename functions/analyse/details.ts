/**
 * What is said of a post, as the newest reading that gave each field has it. A row is stored where a reading says
 * something new; readings that only confirm what is known leave no row, but when they did is kept (`Said`), so that
 * an older reading which arrives later cannot pass for the newest.
 */
import type { Details, Said } from "../model/post-fold.ts";
import type { Instant, Stamp } from "../model/snapshot.ts";

export type DetailsRow = Details & Stamp;

/** What a reading may leave out. */
export const OPTIONAL_DETAILS = [
  "external_id",
  "format",
  "caption",
  "url",
  "paid",
  "removed_at",
] as const;
const FIELDS = [...OPTIONAL_DETAILS, "published"] as const;
type Field = (typeof FIELDS)[number];

/**
 * The details that a post's readings add up to; `null` for a post without any.
 * A publishing time to the second beats one that is only a date, whichever is newer.
 */
export function foldDetails(rows: readonly DetailsRow[]): Details | null {
  const [first, ...later] = [...rows].sort(
    (a, b) => a.read_at - b.read_at || a.version - b.version,
  );
  return first ? later.reduce(detailsAfter, detailsOf(first)) : null;
}

/** The details after one more reading, newer than what they were made from. */
export function detailsAfter(details: Details, said: Details): Details {
  const next: Details = { ...details };
  for (const field of OPTIONAL_DETAILS) {
    if (said[field] !== null) Object.assign(next, { [field]: said[field] });
  }
  if (says(said, details, "published")) {
    next.published_at = said.published_at;
    next.published_precision = said.published_precision;
  }
  return next;
}

export const detailsOf = (row: Details): Details => ({
  external_id: row.external_id,
  published_at: row.published_at,
  published_precision: row.published_precision,
  format: row.format,
  caption: row.caption,
  url: row.url,
  paid: row.paid,
  removed_at: row.removed_at,
});

/** Does the reading have a word on the field? A bare date has none where the second is known. */
const says = (said: Details, known: Details, field: Field): boolean =>
  field === "published"
    ? said.published_precision === "second" || known.published_precision === "day"
    : said[field] !== null;

const differs = (said: Details, known: Details, field: Field): boolean =>
  field === "published"
    ? said.published_at !== known.published_at ||
      said.published_precision !== known.published_precision
    : said[field] !== known[field];

const contradicted = (known: Details, said: Details): Field[] =>
  FIELDS.filter((field) => says(said, known, field) && differs(said, known, field));

/** Does a reading say nothing of the post that was not known by then? */
export const saysNothingNew = (known: Details, said: Details): boolean =>
  contradicted(known, said).length === 0;

/** The marks after a reading at `at`. */
export function saidAt(marks: Said, said: Details, at: Instant): Said {
  const next: Said = { ...marks };
  for (const field of FIELDS) {
    if (field === "published" || said[field] !== null)
      next[field] = Math.max(at, next[field] ?? at);
  }
  return next;
}

/** What a reading says, put in its place in time. @returns the same rows when it says nothing new */
export function placeDetails(
  rows: readonly DetailsRow[],
  row: DetailsRow,
  marks: Said,
): readonly DetailsRow[] {
  const earlier = rows.filter(({ read_at }) => read_at <= row.read_at);
  // what an import said is not known to anything else: undoing it must leave what the others said
  const known = foldDetails(
    earlier.filter(({ import_id }) => import_id === null || import_id === row.import_id),
  );
  if (!known) return withRow(rows, row);
  const news = contradicted(known, row);
  // nor may it stand against what is said again after it
  if (news.length === 0 && saysNothingNew(foldDetails(earlier) ?? known, row)) return rows;
  let placed = withRow(rows, row);
  for (const field of news) {
    const confirmed = marks[field] ?? row.read_at;
    const overruled = rows.some(
      (other) => other.read_at > row.read_at && says(other, known, field),
    );
    if (confirmed <= row.read_at || overruled) continue;
    // later readings had said the old value again
    const again: DetailsRow = {
      ...row,
      ...NOTHING_SAID,
      ...(field === "published" ? {} : { [field]: known[field] }),
      published_at: known.published_at,
      published_precision: known.published_precision,
      read_at: confirmed,
      import_id: null,
    };
    placed = withRow(placed, again);
  }
  return placed;
}

/**
 * What is left when one import is taken back. A collector's reading that was kept for contradicting the import, and says
 * nothing beside that, goes too: `marks` still know when it was said.
 */
export function detailsWithout(
  rows: readonly DetailsRow[],
  import_id: number,
  marks: Said,
): DetailsRow[] {
  const left = rows
    .filter((row) => row.import_id !== import_id)
    .sort((a, b) => a.read_at - b.read_at || a.version - b.version);
  return left.filter((row, index) => {
    if (row.import_id !== null) return true;
    const known = foldDetails(left.slice(0, index).filter((other) => other.import_id === null));
    if (!known || !saysNothingNew(known, row)) return true;
    return FIELDS.some((field) => says(row, known, field) && (marks[field] ?? 0) < row.read_at);
  });
}

/** Of a post but for when it was published. */
export const NOTHING_SAID = {
  external_id: null,
  format: null,
  caption: null,
  url: null,
  paid: null,
  removed_at: null,
};

/** Two readings of one instant in one request make one row. */
function withRow(rows: readonly DetailsRow[], row: DetailsRow): DetailsRow[] {
  const twin = rows.find((other) => other.read_at === row.read_at && other.version === row.version);
  if (!twin) return [...rows, row];
  return rows.map((other) => (other === twin ? { ...twin, ...detailsAfter(twin, row) } : other));
}

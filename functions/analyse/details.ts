/**
 * What is said of a post, as the newest reading that gave each field has it. A row is stored where a reading says
 * something that those before it in time did not, and holds only that; readings that confirm what is known leave no row,
 * but which fields they said is kept (`Said`), so that the rows are the same in whatever order the readings arrived. Of a
 * post in whose details an import has a hand every row stays: undoing the import must find it.
 */
import { type Details, OPTIONAL_DETAILS, type Said } from "../model/post-fold.ts";
import type { Stamp } from "../model/snapshot.ts";
import { type ReadFrom, saidNext } from "./said.ts";

export type DetailsRow = Details & Stamp;

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

/** What of a reading was not known by then; `null`: nothing. */
export function newsOf(known: Details, said: Details): Details | null {
  const fields = contradicted(known, said);
  if (fields.length === 0) return null;
  const news: Details = { ...detailsOf(said) };
  for (const field of OPTIONAL_DETAILS) if (!fields.includes(field)) news[field] = null;
  return fields.includes("published") ? news : { ...news, ...notSaid(known) };
}

/** Every row has a time. A bare date says nothing where the second is known, and where it is not it is what was said. */
const notSaid = ({ published_at }: Details) =>
  ({ published_at, published_precision: "day" }) satisfies Partial<Details>;

const inOrder = (rows: readonly DetailsRow[]): DetailsRow[] =>
  [...rows].sort((a, b) => a.read_at - b.read_at || a.version - b.version);

const isCollected = ({ import_id }: DetailsRow): boolean => import_id === null;

/** Each row with its news alone, one an instant; where an import has a hand in them, as they are. */
function newsAlone(rows: readonly DetailsRow[]): readonly DetailsRow[] {
  if (!rows.every(isCollected)) return rows;
  const alone: DetailsRow[] = [];
  let known: Details | null = null;
  for (const [row, ...others] of Map.groupBy(inOrder(rows), ({ read_at }) => read_at).values()) {
    if (!row) continue;
    const said: Details = others.reduce<Details>(detailsAfter, detailsOf(row));
    const news: Details | null = known ? newsOf(known, said) : said;
    if (!news) continue;
    known = known ? detailsAfter(known, news) : said;
    alone.push({ ...row, ...news });
  }
  return alone;
}

/**
 * What a reading says, put in its place in time.
 * @param said by the readings that are there, and `readFrom` where they are
 * @returns the same rows when it says nothing new
 */
export function placeDetails(
  rows: readonly DetailsRow[],
  row: DetailsRow,
  said: Said,
  readFrom: ReadFrom,
): readonly DetailsRow[] {
  const earlier = rows.filter(({ read_at }) => read_at <= row.read_at);
  // what an import said is not known to anything else: undoing it must leave what the others said
  const known = foldDetails(
    earlier.filter(({ import_id }) => import_id === null || import_id === row.import_id),
  );
  // nor may it stand against what is said again after it
  if (known && saysNothingNew(known, row) && saysNothingNew(foldDetails(earlier) ?? known, row)) {
    return rows;
  }
  const collected = foldDetails(earlier.filter(isCollected));
  const placed = withRow(rows, row);
  return newsAlone(collected ? withAgain(placed, row, collected, said, readFrom) : placed);
}

/** With the first reading after it that said again what a reading contradicts. */
function withAgain(
  rows: readonly DetailsRow[],
  row: DetailsRow,
  known: Details,
  said: Said,
  readFrom: ReadFrom,
): readonly DetailsRow[] {
  let placed = rows;
  // the time first: every row has one
  for (const field of contradicted(known, row).toReversed()) {
    const published = field === "published";
    if (published && row.published_precision !== known.published_precision) continue;
    const what = published ? known.published_precision : field;
    const at = saidNext(said, what, row.read_at, readFrom);
    const told = rows.some(
      (other) =>
        isCollected(other) &&
        other.read_at > row.read_at &&
        other.read_at <= (at ?? 0) &&
        says(other, known, field),
    );
    if (at === null || told) continue;
    const before = placed.filter((other) => isCollected(other) && other.read_at <= at);
    placed = withRow(placed, {
      ...row,
      ...NOTHING_SAID,
      ...(published
        ? { published_at: known.published_at, published_precision: known.published_precision }
        : { ...notSaid(foldDetails(before) ?? known), [field]: known[field] }),
      read_at: at,
      import_id: null,
    });
  }
  return placed;
}

/**
 * What is left when one import is taken back. A collector's reading that was kept for contradicting the import, and says
 * nothing beside that, goes too.
 */
export function detailsWithout(
  rows: readonly DetailsRow[],
  import_id: number,
): readonly DetailsRow[] {
  const left = inOrder(rows.filter((row) => row.import_id !== import_id));
  if (left.every(isCollected)) return newsAlone(left);
  return left.filter((row, index) => {
    if (!isCollected(row)) return true;
    const before = left.slice(0, index);
    const known = foldDetails(before.filter(isCollected));
    return (
      !known || !saysNothingNew(known, row) || !saysNothingNew(foldDetails(before) ?? known, row)
    );
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

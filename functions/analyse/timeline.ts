/**
 * A post's or an account's readings in the order of time, with the instants at which each was seen again unchanged.
 *
 * A reading that says the same as the one before it is not stored again; the moment it was seen only lengthens a run.
 * So a timeline is a list of segments: a reading, and the repeats `held` of its confirmations. In the database a segment's
 * repeats lie with the reading AFTER it (`previous_held`), or with the post or account itself for the newest: so a quiet
 * run of the cron touches one row, and a change closes the old segment for free.
 */
import type { Repeat } from "../model/repeat.ts";
import type { Instant, Stamp } from "../model/snapshot.ts";
import { firstFrom, hasInstant, instantsOf, lastUpTo, repeatsOf, withInstant } from "./repeats.ts";

/** One stored row. Rows of one instant merge field by field, the higher `version` (the later arrival) winning. */
export type Row<Values> = Stamp & { values: Values };

export type StoredRow<Values> = Row<Values> & { previous_held: Repeat[] };

export type Segment<Values> = {
  read_at: Instant;
  rows: Row<Values>[];
  held: Repeat[];
};

export type Fields = Record<string, number | string | null>;

/** Clocks that jitter make a run of every confirmation: beyond so many the next one becomes a row and starts anew. */
export const MOST_REPEATS = 60;

/** What the rows of one instant say together. */
export function merged<Values extends Fields>(rows: readonly Row<Values>[]): Values {
  const [first, ...later] = [...rows].sort((a, b) => a.version - b.version);
  if (!first) throw new Error("a segment has at least one row");
  return later.reduce((values, row) => mergedValues(values, row.values), first.values);
}

/** `later` where it says something, else `earlier`. */
function mergedValues<Values extends Fields>(earlier: Values, later: Values): Values {
  const values: Fields = { ...earlier };
  for (const [field, value] of Object.entries(later)) {
    if (value !== null) values[field] = value;
  }
  return values as Values;
}

export const sameValues = (a: Fields, b: Fields): boolean =>
  Object.keys(a).every((field) => a[field] === b[field]);

const isImported = <Values>(segment: Segment<Values>): boolean =>
  segment.rows.some((row) => row.import_id !== null);

/** Does a row stand as long as the other, whichever import is undone? */
const outlasts = <Values>(row: Row<Values>, other: Row<Values>): boolean =>
  row.import_id === null || row.import_id === other.import_id;

/**
 * May a confirmation join a segment instead of becoming a row? Not where an import has a hand in it: undoing the import
 * must leave everything else standing.
 */
const mayHold = <Values extends Fields>(segment: Segment<Values>, row: Row<Values>): boolean =>
  row.import_id === null &&
  !isImported(segment) &&
  segment.held.length < MOST_REPEATS &&
  sameValues(merged(segment.rows), row.values);

/** The rows as stored, and the repeats of the newest → segments. */
export function toSegments<Values>(
  stored: readonly StoredRow<Values>[],
  held: readonly Repeat[],
): Segment<Values>[] {
  const segments: Segment<Values>[] = [];
  const ordered = [...stored].sort((a, b) => a.read_at - b.read_at || a.version - b.version);
  for (const { previous_held, ...row } of ordered) {
    const newest = segments.at(-1);
    if (newest?.read_at === row.read_at) {
      newest.rows.push(row);
      continue;
    }
    if (newest) newest.held = previous_held;
    segments.push({ read_at: row.read_at, rows: [row], held: [] });
  }
  const newest = segments.at(-1);
  if (newest) newest.held = [...held];
  return segments;
}

/** The reverse of `toSegments`: where each row stands and which repeats lie with it. */
export function toStored<Values>(segments: readonly Segment<Values>[]): {
  stored: StoredRow<Values>[];
  held: Repeat[];
} {
  const stored = segments.flatMap((segment, index) =>
    segment.rows.map((row, position) => ({
      ...row,
      previous_held: position === 0 ? (segments[index - 1]?.held ?? []) : [],
    })),
  );
  return { stored, held: segments.at(-1)?.held ?? [] };
}

/** When the segment was last seen. */
export const lastSeen = <Values>(segment: Segment<Values>): Instant =>
  segment.held.at(-1)?.[1] ?? segment.read_at;

/** What happened to a reading that was placed. `repeated`: the same instant with the same values was there. */
export type Placed = "added" | "replaced" | "repeated";

/** One more reading of a collector or a push at the end: seen again, or a row. */
function readOn<Values extends Fields>(segments: Segment<Values>[], row: Row<Values>): void {
  const last = segments.at(-1);
  if (last && mayHold(last, row)) {
    segments[segments.length - 1] = { ...last, held: withInstant(last.held, row.read_at) };
  } else segments.push({ read_at: row.read_at, rows: [row], held: [] });
}

/** Every instant of a segment in which no import has a hand, as a row of its own. */
function instantly<Values extends Fields>({ rows, held }: Segment<Values>): Row<Values>[] {
  const row = oneRow(rows);
  return [row, ...instantsOf(held).map((read_at) => ({ ...row, read_at }))];
}

/** What collectors and pushes said at one instant: the row that stands, with all of it. */
function oneRow<Values extends Fields>(rows: readonly Row<Values>[]): Row<Values> {
  const [first] = rows;
  if (!first) throw new Error("a segment has at least one row");
  return rows.length === 1 ? first : { ...first, values: merged(rows) };
}

/**
 * Readings between segments that stand. What follows is read on as far as that changes it: the list depends on what was
 * read, whenever it arrived.
 */
function between<Values extends Fields>(
  earlier: readonly Segment<Values>[],
  rows: readonly Row<Values>[],
  later: readonly Segment<Values>[],
): Segment<Values>[] {
  const segments = [...earlier];
  for (const row of rows) readOn(segments, row);
  let index = 0;
  for (const next of later) {
    const last = segments.at(-1);
    if (!last || isImported(next) || !mayHold(last, oneRow(next.rows))) break;
    for (const row of instantly(next)) readOn(segments, row);
    index += 1;
  }
  return [...segments, ...later.slice(index)];
}

/**
 * A reading put in its place in time. Where it contradicts confirmations that came after it, the first of them becomes
 * a row of its own and holds the rest; rows that come to say the same as the one before them are its confirmations.
 */
export function place<Values extends Fields>(
  segments: readonly Segment<Values>[],
  row: Row<Values>,
): { segments: readonly Segment<Values>[]; placed: Placed } {
  const index = segments.findLastIndex((segment) => segment.read_at <= row.read_at);
  const before = segments[index];
  const later = segments.slice(index + 1);
  if (!before) {
    const alone = { read_at: row.read_at, rows: [row], held: [] };
    return { segments: between([alone], [], later), placed: "added" };
  }
  const earlier = segments.slice(0, index);
  const known = merged(before.rows);
  const here = before.read_at === row.read_at;
  if (here && (row.import_id !== null || isImported(before))) {
    return placeAtInstant(segments, index, row);
  }
  const held = !here && hasInstant(before.held, row.read_at);
  const said = here || held ? mergedValues(known, row.values) : row.values;
  if ((here || held) && sameValues(known, said)) return { segments, placed: "repeated" };

  const instants = instantsOf(before.held);
  const first = instants.findIndex((at) => at > row.read_at);
  const again = (first < 0 ? [] : instants.slice(first)).map((read_at) => ({
    read_at,
    version: row.version,
    import_id: null,
    values: known,
  }));
  if (here) {
    const corrected = { ...oneRow(before.rows), values: said };
    return { segments: between(earlier, [corrected, ...again], later), placed: "replaced" };
  }
  const confirmed =
    first < 0 && !held
      ? before
      : { ...before, held: repeatsOf(instants.filter((at) => at < row.read_at)) };
  const placed = held ? "replaced" : "added";
  if (row.import_id === null) {
    const rows = [{ ...row, values: said }, ...again];
    return { segments: between([...earlier, confirmed], rows, later), placed };
  }
  // what was confirmed at this very instant stays below what the import says: undoing it must find it
  const below = { ...row, version: 0, import_id: null, values: known };
  const imported = { read_at: row.read_at, rows: held ? [below, row] : [row], held: [] };
  return { segments: between([...earlier, confirmed, imported], again, later), placed };
}

/** At the instant of a row, where an import has a hand in either. */
function placeAtInstant<Values extends Fields>(
  segments: readonly Segment<Values>[],
  index: number,
  row: Row<Values>,
): { segments: readonly Segment<Values>[]; placed: Placed } {
  const before = segments[index] as Segment<Values>;
  const known = merged(before.rows);
  const same = sameValues(merged([...before.rows, row]), known);
  const lasting = before.rows.filter((other) => outlasts(other, row));
  const lasts = lasting.length > 0 && sameValues(merged([...lasting, row]), merged(lasting));
  if (same && lasts) return { segments, placed: "repeated" };
  const twin = before.rows.find((other) => other.version === row.version);
  const rows = twin
    ? before.rows.map((other) =>
        other === twin ? { ...row, values: mergedValues(twin.values, row.values) } : other,
      )
    : [...before.rows, row];
  // confirmations that followed were confirmations of the old values
  const again = (same ? [] : instantsOf(before.held)).map((read_at) => ({
    read_at,
    version: row.version,
    import_id: null,
    values: known,
  }));
  const here = { ...before, rows, held: same ? before.held : [] };
  return {
    segments: between([...segments.slice(0, index), here], again, segments.slice(index + 1)),
    placed: same ? "repeated" : "replaced",
  };
}

/** The first instant from one on at which a collector or a push read; `null`: none did. */
export function firstReadFrom<Values>(
  segments: readonly Segment<Values>[],
  from: Instant,
): Instant | null {
  for (const { read_at, rows, held } of segments) {
    if (read_at >= from && rows.some(({ import_id }) => import_id === null)) return read_at;
    const again = firstFrom(held, from);
    if (again !== null) return again;
  }
  return null;
}

/** The last instant up to one at which a collector or a push read; `null`: none did. */
export function lastReadUpTo<Values>(
  segments: readonly Segment<Values>[],
  to: Instant,
): Instant | null {
  for (const { read_at, rows, held } of segments.toReversed()) {
    const again = lastUpTo(held, to);
    if (again !== null) return again;
    if (read_at <= to && rows.some(({ import_id }) => import_id === null)) return read_at;
  }
  return null;
}

/** The timeline without the rows of one import. */
export const withoutImport = <Values extends Fields>(
  segments: readonly Segment<Values>[],
  import_id: number,
): Segment<Values>[] => withoutRows(segments, (row) => row.import_id === import_id);

/**
 * The timeline without rows that an import brought. Only rows of collectors and pushes hold repeats, so none is lost; and what
 * only became a row because the import stood between is a confirmation again.
 * @param open the last segment goes on outside the window, so that its own repeats are not known
 */
export function withoutRows<Values extends Fields>(
  segments: readonly Segment<Values>[],
  goes: (row: Row<Values>) => boolean,
  open = false,
): Segment<Values>[] {
  const left = segments
    .map((segment) => ({
      ...segment,
      rows: segment.rows.filter((row) => !goes(row)),
    }))
    .filter((segment) => segment.rows.length > 0);
  const joined: Segment<Values>[] = [];
  for (const [index, segment] of left.entries()) {
    if (isImported(segment) || (open && index === left.length - 1)) {
      joined.push(segment);
      continue;
    }
    const row = oneRow(segment.rows);
    const last = joined.at(-1);
    if (last && mayHold(last, row)) for (const one of instantly(segment)) readOn(joined, one);
    else joined.push({ ...segment, rows: [row] });
  }
  return joined;
}

/**
 * A post's or an account's readings in the order of time, with the spans in which a reading was seen again unchanged.
 *
 * A reading that says the same as the one before it is not stored again; the moment it was seen only lengthens a span.
 * So a timeline is a list of segments: a reading, and the spans `held` over which it was confirmed at least once on
 * every day. In the database a segment's spans lie with the reading AFTER it (`previous_held`), or with the post or
 * account itself for the newest: so a quiet run touches one row, and a change closes the old segment for free.
 */
import type { Instant } from "../model/snapshot.ts";

/** From one confirmation to another, both ends included. */
export type Span = [from: Instant, to: Instant];

/** One stored row. Rows of one instant merge field by field, the higher `version` (the later arrival) winning. */
export type Row<Values> = {
  read_at: Instant;
  version: number;
  import_id: number | null;
  values: Values;
};

export type StoredRow<Values> = Row<Values> & { previous_held: Span[] };

export type Segment<Values> = {
  read_at: Instant;
  rows: Row<Values>[];
  held: Span[];
};

type Fields = Record<string, number | string | null>;

/** What the rows of one instant say together. */
export function merged<Values extends Fields>(rows: readonly Row<Values>[]): Values {
  const [first, ...later] = [...rows].sort((a, b) => a.version - b.version);
  if (!first) throw new Error("a segment has at least one row");
  const values: Fields = { ...first.values };
  for (const row of later) {
    for (const [field, value] of Object.entries(row.values)) {
      if (value !== null) values[field] = value;
    }
  }
  return values as Values;
}

export const sameValues = (a: Fields, b: Fields): boolean =>
  Object.keys(a).every((field) => a[field] === b[field]);

/** The rows as stored, oldest first, and the spans of the newest → segments. */
export function toSegments<Values>(
  stored: readonly StoredRow<Values>[],
  held: readonly Span[],
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

/** The reverse of `toSegments`: where each row stands and which spans lie with it. */
export function toStored<Values>(segments: readonly Segment<Values>[]): {
  stored: StoredRow<Values>[];
  held: Span[];
} {
  const stored = segments.flatMap((segment, index) =>
    segment.rows.map((row, position) => ({
      ...row,
      previous_held: position === 0 ? (segments[index - 1]?.held ?? []) : [],
    })),
  );
  return { stored, held: segments.at(-1)?.held ?? [] };
}

/** A confirmation lengthens the last span when it falls on that span's last day or the next one, else opens another. */
export function extendHeld(
  held: readonly Span[],
  at: Instant,
  day: (at: Instant) => number,
): Span[] {
  const last = held.at(-1);
  if (!last || day(at) - day(last[1]) > 1) return [...held, [at, at]];
  return [...held.slice(0, -1), [last[0], Math.max(last[1], at)]];
}

/** When the segment was last seen. */
export const lastSeen = <Values>(segment: Segment<Values>): Instant =>
  Math.max(segment.read_at, segment.held.at(-1)?.[1] ?? segment.read_at);

/**
 * A reading put in its place in time. Where it contradicts a span, the span is cut: what was confirmed after the new
 * reading stands again as a row of its own.
 * @returns the same list when the reading says nothing new
 */
export function place<Values extends Fields>(
  segments: readonly Segment<Values>[],
  row: Row<Values>,
): readonly Segment<Values>[] {
  const index = segments.findLastIndex((segment) => segment.read_at <= row.read_at);
  const before = segments[index];
  if (!before) return [{ read_at: row.read_at, rows: [row], held: [] }, ...segments];

  const known = merged(before.rows);
  if (before.read_at === row.read_at) {
    if (sameValues(merged([...before.rows, row]), known)) return segments;
    return segments.with(index, { ...before, rows: [...before.rows, row] });
  }
  const confirmed = before.held.some(([from, to]) => from <= row.read_at && row.read_at <= to);
  if (confirmed && sameValues(known, row.values)) return segments;

  const early: Span[] = [];
  const late: Span[] = [];
  for (const [from, to] of before.held) {
    if (from < row.read_at) early.push([from, Math.min(to, row.read_at - 1)]);
    if (to > row.read_at) late.push(from > row.read_at ? [from, to] : [to, to]);
  }
  const placed: Segment<Values>[] = [
    { ...before, held: early },
    { read_at: row.read_at, rows: [row], held: [] },
  ];
  const [resumed] = late;
  if (resumed) {
    const again = { read_at: resumed[0], version: row.version, import_id: null, values: known };
    placed.push({ read_at: resumed[0], rows: [again], held: late });
  }
  return [...segments.slice(0, index), ...placed, ...segments.slice(index + 1)];
}

/** The timeline without the rows of one import; what they had split is left as it is. */
export const withoutImport = <Values>(
  segments: readonly Segment<Values>[],
  import_id: number,
): Segment<Values>[] => {
  const left: Segment<Values>[] = [];
  for (const segment of segments) {
    const rows = segment.rows.filter((row) => row.import_id !== import_id);
    if (rows.length > 0) left.push({ ...segment, rows });
    // spans confirmed by a collector are only ever held by a collector's rows; see `isQuiet`
  }
  return left;
};

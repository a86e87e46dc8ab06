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
import { hasInstant, instantsOf, repeatsOf, withInstant } from "./repeats.ts";

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
const mayHold = <Values>(segment: Segment<Values>, row: Row<Values>): boolean =>
  row.import_id === null && !isImported(segment) && segment.held.length < MOST_REPEATS;

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

/**
 * A reading put in its place in time. Where it contradicts confirmations that came after it, the first of them becomes
 * a row of its own and holds the rest.
 */
export function place<Values extends Fields>(
  segments: readonly Segment<Values>[],
  row: Row<Values>,
): { segments: readonly Segment<Values>[]; placed: Placed } {
  const index = segments.findLastIndex((segment) => segment.read_at <= row.read_at);
  const before = segments[index];
  const alone = { read_at: row.read_at, rows: [row], held: [] };
  if (!before) return { segments: [alone, ...segments], placed: "added" };
  const put = (...changed: Segment<Values>[]) => [
    ...segments.slice(0, index),
    ...changed,
    ...segments.slice(index + 1),
  ];

  const known = merged(before.rows);
  if (before.read_at === row.read_at) return placeAtInstant(before, row, put, segments);

  const held = hasInstant(before.held, row.read_at);
  if (sameValues(known, row.values)) {
    if (held && row.import_id === null) return { segments, placed: "repeated" };
    if (mayHold(before, row)) {
      const last = before.held.at(-1);
      const joined =
        row.read_at > (last?.[1] ?? before.read_at)
          ? withInstant(before.held, row.read_at)
          : repeatsOf([...instantsOf(before.held), row.read_at].sort((a, b) => a - b));
      return { segments: put({ ...before, held: joined }), placed: "added" };
    }
    if (held) return { segments, placed: "repeated" };
  }
  const instants = instantsOf(before.held);
  const [resumed, ...later] = instants.filter((at) => at > row.read_at);
  const earlier = { ...before, held: repeatsOf(instants.filter((at) => at < row.read_at)) };
  // what was confirmed at this very instant and is now contradicted stays below the new reading
  const rows = held ? [{ ...row, version: 0, import_id: null, values: known }, row] : [row];
  const placed: Segment<Values>[] = [earlier, { ...alone, rows }];
  if (resumed !== undefined) {
    const again = { read_at: resumed, version: row.version, import_id: null, values: known };
    placed.push({ read_at: resumed, rows: [again], held: repeatsOf(later) });
  }
  return { segments: put(...placed), placed: held ? "replaced" : "added" };
}

function placeAtInstant<Values extends Fields>(
  before: Segment<Values>,
  row: Row<Values>,
  put: (...changed: Segment<Values>[]) => Segment<Values>[],
  segments: readonly Segment<Values>[],
): { segments: readonly Segment<Values>[]; placed: Placed } {
  const same = sameValues(merged([...before.rows, row]), merged(before.rows));
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
  const [resumed, ...later] = same ? [] : instantsOf(before.held);
  const changed = { ...before, rows, held: same ? before.held : [] };
  if (resumed === undefined)
    return { segments: put(changed), placed: same ? "repeated" : "replaced" };
  const again = {
    read_at: resumed,
    version: row.version,
    import_id: null,
    values: merged(before.rows),
  };
  const rest = { read_at: resumed, rows: [again], held: repeatsOf(later) };
  return { segments: put(changed, rest), placed: "replaced" };
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
    const before = joined.at(-1);
    const both = before && !(open && index === left.length - 1) && rejoined(before, segment);
    if (both) joined[joined.length - 1] = both;
    else joined.push(segment);
  }
  return joined;
}

function rejoined<Values extends Fields>(
  before: Segment<Values>,
  { read_at, rows, held }: Segment<Values>,
): Segment<Values> | null {
  const [row, ...more] = rows;
  if (!row || more.length > 0 || row.import_id !== null || isImported(before)) return null;
  if (!sameValues(merged(before.rows), row.values)) return null;
  const repeats = repeatsOf([...instantsOf(before.held), read_at, ...instantsOf(held)]);
  return repeats.length > MOST_REPEATS ? null : { ...before, held: repeats };
}

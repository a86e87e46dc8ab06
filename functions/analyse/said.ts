/**
 * Which fields of a post each reading said. A reading that only confirms leaves no row, but one that arrives later and is
 * older has to be told from the newest word, and where it contradicts the old word comes again at the next reading that
 * said it.
 */
import {
  type Details,
  FORGOTTEN,
  OPTIONAL_DETAILS,
  SAID_FIELDS,
  type Said,
} from "../model/post-fold.ts";
import type { Instant } from "../model/snapshot.ts";

export type SaidField = (typeof SAID_FIELDS)[number];

/** The first instant from one on at which a collector or a push read the post; `null`: none did. */
export type ReadFrom = (from: Instant) => Instant | null;

/** Sources that take turns and say different fields make an entry of every reading: beyond so many the oldest are forgotten. */
const MOST_ENTRIES = 60;

const bitOf = (field: SaidField): number => 1 << SAID_FIELDS.indexOf(field);

/** As the bits of a number. */
function fieldsOf(reading: Details): number {
  let fields = bitOf(reading.published_precision);
  for (const field of OPTIONAL_DETAILS) if (reading[field] !== null) fields |= bitOf(field);
  return fields;
}

const fieldsAt = (said: Said, at: Instant): number =>
  said.findLast(([from]) => from <= at)?.[1] ?? 0;

/** Did the reading at this instant say the field? */
export function saysAt(said: Said, at: Instant, field: SaidField): boolean {
  const fields = fieldsAt(said, at);
  return fields !== FORGOTTEN && (fields & bitOf(field)) !== 0;
}

/** With the newest reading said all this, is anything of `reading`, of the same instant, new? */
export function saidAll(said: Said, reading: Details): boolean {
  const [, fields] = said.at(-1) ?? [0, 0];
  return fields === FORGOTTEN || (fieldsOf(reading) & ~fields) === 0;
}

/**
 * With one more reading. Of one instant it says what all its readings do.
 * @param readFrom as it was before; without it the reading is the newest
 * @returns the same where nothing is news
 */
export function saidWith(
  said: Said,
  reading: Details,
  at: Instant,
  readFrom: ReadFrom = () => null,
): Said {
  const index = said.findLastIndex(([from]) => from <= at);
  const before = said[index]?.[1] ?? 0;
  if (before === FORGOTTEN) return said;
  const fields = fieldsOf(reading) | (readFrom(at) === at ? before : 0);
  if (fields === before) return said;
  const later = said.slice(index + 1);
  const next = readFrom(at + 1);
  const resumed: Said = next === null || next === later[0]?.[0] ? [] : [[next, before]];
  const earlier = said.slice(0, index + 1).filter(([from]) => from < at);
  const all: Said = [...earlier, [at, fields], ...resumed, ...later];
  const entries = all.filter(([, one], position) => one !== all[position - 1]?.[1]);
  return entries.length <= MOST_ENTRIES
    ? entries
    : [[0, FORGOTTEN], ...entries.slice(1 - MOST_ENTRIES)];
}

/** When the field was said next after an instant; `null`: never, as far as it is known. */
export function saidNext(
  said: Said,
  field: SaidField,
  after: Instant,
  readFrom: ReadFrom,
): Instant | null {
  for (const [index, [from, fields]] of said.entries()) {
    const end = said[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    if (end <= after || fields === FORGOTTEN || (fields & bitOf(field)) === 0) continue;
    const at = readFrom(Math.max(from, after + 1));
    if (at !== null && at < end) return at;
  }
  return null;
}

/** When each field was said last. @param readUpTo the last instant up to one at which a collector or a push read the post */
export function saidLast(said: Said, readUpTo: (to: Instant) => Instant | null): Instant[] {
  const last = new Set<Instant>();
  let left = (1 << SAID_FIELDS.length) - 1;
  let end = Number.POSITIVE_INFINITY;
  for (const [from, fields] of said.toReversed()) {
    const at = fields !== FORGOTTEN && (fields & left) !== 0 ? readUpTo(end - 1) : null;
    if (at !== null && at >= from) {
      last.add(at);
      left &= ~fields;
    }
    end = from;
  }
  return [...last];
}

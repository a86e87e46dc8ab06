import { type Fault, fault, inWords, Problem } from "../model/problem.ts";
import type { Instant, Snapshot } from "../model/snapshot.ts";
import { contextFaults, orderFaults } from "./context-faults.ts";
import { fromWire } from "./from-wire.ts";
import { faultCode, faultsOf, MOST_FAULTS, refusalsIn } from "./schema-faults.ts";
import { snapshotWire } from "./snapshot-schema.ts";

/** Pushed Snapshots: what `POST /api/snapshots` takes, as JSON or as NDJSON, checked whole before anything is stored. */

/** Readings (snapshots, days, posts, comments) of one request. */
const MOST_READINGS = 5_000;

/** `time_zone`: the library's, in which a bare date is a day. */
export type PushContext = { now: Instant; time_zone: string };

/** What may be a Snapshot, and where it stands in the body: its path, or its line, which goes before the path. */
type Piece = Parsed & { path: readonly PropertyKey[]; line: number | null };

type Parsed = { value: unknown; fault: Fault | null };

/** The first faults of a body; of the others only how many they are, so that a hostile one costs little. */
type Found = { listed: Fault[]; count: number };

/** A body that is one Snapshot or an array of them. Throws the Problem that lists every fault, up to 50. */
export function snapshotsFromJson(text: string, context: PushContext): Snapshot[] {
  const { value, fault } = parsed(withoutMark(text));
  const whole = { value, fault, path: [], line: null };
  if (!Array.isArray(value)) return checked([whole], context);
  refuseTooMany(value);
  return checked(
    value.map((one: unknown, index) => ({ ...whole, value: one, path: [index] })),
    context,
  );
}

/** A body with one Snapshot a line; blank lines are passed over. A fault's path begins with its `line 700`. */
export function snapshotsFromNdjson(text: string, context: PushContext): Snapshot[] {
  const lines = filledLines(withoutMark(text));
  if (lines.length === 0) return checked([{ ...parsed(""), path: [], line: null }], context);
  return checked(
    lines.map(({ row, line }) => ({ ...parsed(row), path: [], line })),
    context,
  );
}

/** The lines that are not blank, with their numbers. Each is a reading at least, so too many are refused unread. */
function filledLines(text: string): { row: string; line: number }[] {
  const lines: { row: string; line: number }[] = [];
  for (let start = 0, line = 1; start < text.length; line += 1) {
    const end = text.indexOf("\n", start);
    const row = text.slice(start, end < 0 ? undefined : end);
    if (row.trim() !== "") lines.push({ row, line });
    if (lines.length > MOST_READINGS) throw tooMany();
    start += row.length + 1;
  }
  return lines;
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

const placeText = (line: number | null, path: string): string =>
  line === null ? path : path ? `line ${line}: ${path}` : `line ${line}`;

function parsed(text: string): Parsed {
  if (text.trim() === "") return { value: null, fault: fault("", "empty") };
  try {
    return { value: JSON.parse(text), fault: null };
  } catch (error) {
    const message = `is not JSON: ${withoutQuote((error as Error).message)}`;
    return { value: null, fault: fault("", "not_json", message) };
  }
}

/** The parser quotes what it stumbled over, which may be what somebody commented. */
const withoutQuote = (message: string): string =>
  message.replace(/,? *(?:\.{3})?"[\s\S]*"(?:\.{3})? is not valid JSON$/, "");

/** Readings in what may be a Snapshot: counted before it is looked at closely, so that a huge body costs little. */
function readingsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return ["days", "posts", "comments"].reduce((sum, key) => {
    const list: unknown = Reflect.get(value, key);
    return sum + (Array.isArray(list) ? list.length : 0);
  }, 1);
}

function refuseTooMany(values: readonly unknown[]): void {
  const readings = values.reduce<number>((sum, value) => sum + readingsIn(value), 0);
  if (readings > MOST_READINGS) throw tooMany();
}

const tooMany = (): Problem =>
  new Problem("too_large", "too many readings in one request", [
    fault("", "too_many", `holds more readings than the ${MOST_READINGS} that one request takes`),
  ]);

function checked(pieces: readonly Piece[], context: PushContext): Snapshot[] {
  refuseTooMany(pieces.map(({ value }) => value));
  const found: Found = { listed: [], count: 0 };
  const snapshots = pieces.flatMap((piece) => snapshotOf(piece, context, found) ?? []);
  if (found.count > 0) throw refusal(found);
  return snapshots;
}

/** What is wrong with a piece is noted in `found`; `null` for one of which no Snapshot can be made. */
function snapshotOf(piece: Piece, context: PushContext, found: Found): Snapshot | null {
  const { value, path } = piece;
  if (piece.fault) {
    note(found, piece, [piece.fault]);
    return null;
  }
  const before = found.count;
  const result = snapshotWire.safeParse(value, { error: faultCode });
  if (!result.success) {
    const room = MOST_FAULTS - found.listed.length;
    const faults = faultsOf(result.error, value, path, room);
    // fewer than there is room for are all of them
    note(found, piece, faults, faults.length < room ? faults.length : refusalsIn(result.error));
  }
  note(found, piece, contextFaults(value, path, context));
  if (!result.success || found.count > before) return null;
  const snapshot = fromWire(result.data, context);
  note(found, piece, orderFaults(snapshot, path));
  return snapshot;
}

/** @param count how many they are in all, where not each was looked at */
function note(
  found: Found,
  { line }: Piece,
  faults: readonly Fault[],
  count: number = faults.length,
): void {
  const room = MOST_FAULTS - found.listed.length;
  for (const one of faults.slice(0, room)) {
    found.listed.push({ ...one, path: placeText(line, one.path) });
  }
  found.count += count;
}

function refusal({ listed, count }: Found): Problem {
  const more = count > 1 ? `, and ${count - 1} more` : "";
  return new Problem("invalid", `${inWords(listed)}${more}; nothing was stored`, listed);
}

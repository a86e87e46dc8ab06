import { type Fault, fault, inWords, Problem } from "../model/problem.ts";
import type { Instant, Snapshot } from "../model/snapshot.ts";
import { contextFaults } from "./context-faults.ts";
import { fromWire } from "./from-wire.ts";
import { faultCode, faultsOf, MOST_FAULTS } from "./schema-faults.ts";
import { snapshotWire } from "./snapshot-schema.ts";

/** Pushed Snapshots: what `POST /api/snapshots` takes, as JSON or as NDJSON, checked whole before anything is stored. */

/** Readings (snapshots, days, posts, comments) of one request. */
const MOST_READINGS = 5_000;

/** `time_zone`: the library's, in which a bare date is a day. */
export type PushContext = { now: Instant; time_zone: string };

/** Where a piece stands in the body: its path, or its line, which goes before the path. */
type Piece = { value: unknown; path: readonly PropertyKey[]; line: number | null };

/** A body that is one Snapshot or an array of them. Throws the Problem that lists every fault, up to 50. */
export function snapshotsFromJson(text: string, context: PushContext): Snapshot[] {
  const body = parsed(withoutMark(text));
  if (body.fault) throw refusal([body.fault]);
  const pieces = Array.isArray(body.value)
    ? body.value.map((value: unknown, index) => ({ value, path: [index], line: null }))
    : [{ value: body.value, path: [], line: null }];
  return checked(pieces, [], context);
}

/** A body with one Snapshot a line; blank lines are passed over. A fault's path begins with its `line 700`. */
export function snapshotsFromNdjson(text: string, context: PushContext): Snapshot[] {
  const pieces: Piece[] = [];
  const faults: Fault[] = [];
  for (const [index, row] of withoutMark(text).split("\n").entries()) {
    if (row.trim() === "") continue;
    const line = index + 1;
    const { value, fault: bad } = parsed(row);
    if (bad) faults.push({ ...bad, path: placeText(line, "") });
    else pieces.push({ value, path: [], line });
  }
  if (pieces.length === 0 && faults.length === 0) throw refusal([fault("", "empty")]);
  return checked(pieces, faults, context);
}

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, "");

const placeText = (line: number | null, path: string): string =>
  line === null ? path : path ? `line ${line}: ${path}` : `line ${line}`;

function parsed(text: string): { value?: unknown; fault?: Fault } {
  if (text.trim() === "") return { fault: fault("", "empty") };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { fault: fault("", "not_json", `is not JSON: ${(error as Error).message}`) };
  }
}

/** Readings in what may be a Snapshot: counted before it is looked at closely, so that a huge body costs little. */
function readingsIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return ["days", "posts", "comments"].reduce((sum, key) => {
    const list: unknown = Reflect.get(value, key);
    return sum + (Array.isArray(list) ? list.length : 0);
  }, 1);
}

function checked(pieces: readonly Piece[], earlier: Fault[], context: PushContext): Snapshot[] {
  const readings = pieces.reduce((sum, piece) => sum + readingsIn(piece.value), 0);
  if (readings > MOST_READINGS) {
    const message = `holds ${readings} readings; one request takes ${MOST_READINGS}`;
    throw new Problem("too_large", "too many readings in one request", [
      fault("", "too_many", message),
    ]);
  }
  const faults = [...earlier];
  const snapshots: Snapshot[] = [];
  for (const { value, path, line } of pieces) {
    const result = snapshotWire.safeParse(value, { error: faultCode });
    const found = [
      ...(result.success ? [] : faultsOf(result.error, value, path)),
      ...contextFaults(value, path, context),
    ];
    if (result.success && found.length === 0) snapshots.push(fromWire(result.data, context));
    // one by one: a hostile body has more faults than a call takes arguments
    else for (const one of found) faults.push({ ...one, path: placeText(line, one.path) });
  }
  if (faults.length > 0) throw refusal(faults);
  return snapshots;
}

const lineOf = (one: Fault): number => Number(/^line (\d+)/.exec(one.path)?.[1] ?? 0);

function refusal(faults: Fault[]): Problem {
  const listed = faults.sort((a, b) => lineOf(a) - lineOf(b)).slice(0, MOST_FAULTS);
  const more = faults.length > 1 ? `, and ${faults.length - 1} more` : "";
  return new Problem("invalid", `${inWords(listed)}${more}; nothing was stored`, listed);
}

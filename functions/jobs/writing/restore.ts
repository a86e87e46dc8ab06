/**
 * A backup put back into an installation that has nothing yet: piece by piece, then everything derived anew. Until that is done
 * nothing else is answered here, so nobody sees a half of it; every step writes what it brings and where that leads to in one
 * batch, so that it may break off anywhere and go on.
 */
import {
  BrokenBackup,
  headOf,
  type OpenedPiece,
  openPiece,
  type TableLine,
} from "../../model/backup.ts";
import { fault, Problem } from "../../model/problem.ts";
import {
  RESTORE_SHARE,
  type RestoreAnswer,
  type Restoring,
  restoringOf,
} from "../../model/restoring.ts";
import type { CloudflarePlan } from "../../model/room.ts";
import { SCHEMA } from "../../model/schema.ts";
import type { Instant } from "../../model/snapshot.ts";
import { rowChecker } from "../../normalise/backup-row.ts";
import { findEveryone } from "../../store/accounts.ts";
import { findDangling, REFERS } from "../../store/backup-references.ts";
import { KEPT, type KeptTable } from "../../store/backup-tables.ts";
import { failureOf, lostTheRace } from "../../store/failures.ts";
import { addWritten, findRestoring, findRoom } from "../../store/library.ts";
import { forgetPages } from "../../store/pages.ts";
import {
  asNew,
  findLeft,
  inAnyOrder,
  isUnused,
  moveRestoring,
  restoreRows,
  setLinksAside,
  takeAway,
  takeLinksBack,
} from "../../store/restore.ts";
import { beginRebuild, rebuild } from "./rebuild.ts";

/** A row of a table with secrets as it is kept here; `null`: without its secret it is none. */
export type Unpack = (
  table: KeptTable,
  columns: readonly string[],
  row: string,
) => Promise<string | null>;

type Context = {
  now: Instant;
  time_zone: string;
  plan: CloudflarePlan;
  /** Where this installation is reached: messages lead there. */
  origin: string;
};

/** How it stands. */
export async function restoreStanding(db: D1Database): Promise<RestoreAnswer> {
  const restoring = restoringOf(await findRestoring(db));
  if (restoring) return answerOf(restoring);
  return { ...NOTHING, state: (await isUnused(db)) ? "unused" : "in_use" };
}

const NOTHING: RestoreAnswer = {
  state: "unused",
  next: 0,
  last: null,
  rows: 0,
  of: 0,
  remaining: 0,
  done: false,
  waits: false,
};

const answerOf = (
  { state, next, last, rows, of }: Restoring,
  more: Partial<RestoreAnswer> = {},
): RestoreAnswer => ({ ...NOTHING, state, next, last, rows, of, ...more });

/**
 * The next piece. One that is in already changes nothing.
 * @throws {Problem} `conflict` where this installation has a library, or the piece is not the next of what is being restored;
 * `invalid` for what is no piece of a backup, or of a newer one
 */
export async function takePiece(
  db: D1Database,
  text: string,
  { plan, now }: Context,
  unpack: Unpack,
): Promise<RestoreAnswer> {
  const [seen, { written }] = await Promise.all([findRestoring(db), findRoom(db)]);
  const restoring = restoringOf(seen);
  const piece = await openPiece(text, restoring?.last ?? "");
  if (!piece) throw broken("the body is no piece of a backup");
  if (restoring && piece.sha256 === restoring.last) return answerOf(restoring);
  if (restoring && restoring.state !== "taking") throw otherPiece(restoring);
  if (!piece.follows)
    throw restoring
      ? otherPiece(restoring)
      : broken("this is not a backup's first piece, or it was changed");
  const before = restoring ?? (await begun(db, piece.lines[0] ?? ""));
  if (written >= RESTORE_SHARE * plan.written) return answerOf(before, { waits: true });
  const runs = runsOf(piece, restoring === null);
  checkRows(runs, now);
  await checkReferences(db, runs);
  const statements = await statementsOf(db, runs, unpack);
  const rows = runs.reduce((sum, run) => sum + run.rows.length, 0);
  const after: Restoring = {
    ...before,
    state: piece.last ? "deriving" : "taking",
    next: before.next + 1,
    last: piece.sha256,
    rows: before.rows + rows,
  };
  await writeAll(db, [
    inAnyOrder(db),
    ...(restoring ? [] : [...setLinksAside(db), forgetPages(db)]),
    ...statements,
    moveRestoring(db, seen, JSON.stringify(after)),
  ]);
  return answerOf(after);
}

async function begun(db: D1Database, line: string): Promise<Restoring> {
  if (!(await isUnused(db))) {
    throw new Problem(
      "conflict",
      "this installation has a library already; restore into a new one",
      [fault("", "in_use")],
    );
  }
  try {
    const { counts, library, made_at } = headOf(line, SCHEMA);
    const of = Object.values(counts).reduce((sum, rows) => sum + rows, 0);
    return { state: "taking", next: 0, last: "", rows: 0, of, library, made_at, begun: false };
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    if (error.why !== "newer_schema") throw broken("the first line is not a backup's");
    throw new Problem(
      "invalid",
      `the backup was made by a newer Denyut: this one has schema ${SCHEMA}; update it first (git pull && npm ci && npm run deploy)`,
      [fault("", "newer_backup")],
    );
  }
}

const broken = (message: string): Problem =>
  new Problem("invalid", `${message}; nothing was stored`, [fault("", "broken_backup")]);

const otherPiece = ({ next, library, made_at }: Restoring): Problem =>
  new Problem(
    "conflict",
    `piece ${next + 1} of the backup of ${library} of ${made_at} is expected; nothing was stored`,
    [fault("", "other_piece")],
  );

/** Rows of one table, one behind the other. */
type Run = {
  table: KeptTable;
  columns: readonly string[];
  rows: string[];
  /** Which line of the file the first of them is. */
  from: number;
};

function runsOf({ lines, from }: Pick<OpenedPiece, "lines" | "from">, first: boolean): Run[] {
  const runs: Run[] = [];
  for (const [at, line] of lines.entries()) {
    if (first && at === 0) continue;
    const run = runs.at(-1);
    if (line.startsWith("[") && run) run.rows.push(line);
    else runs.push({ ...tableOf(line), rows: [], from: from + at + 1 });
  }
  return runs;
}

function checkRows(runs: readonly Run[], now: Instant): void {
  for (const { table, columns, rows, from } of runs) {
    const faultIn = rowChecker(table.name, columns, now);
    for (const [at, row] of rows.entries()) {
      const column = faultIn(row);
      if (column !== null) throw badRow(table.name, from + at, column);
    }
  }
}

const badRow = (table: string, line: number, column: string): Problem =>
  new Problem(
    "invalid",
    `${table}, line ${line}: ${column || "the row"} is not what Denyut writes there; nothing was stored`,
    [fault(`${table}, ${line}${column && `, ${column}`}`, "bad_row")],
  );

/** Whatever a row names stands in the database, or comes with it. */
async function checkReferences(db: D1Database, runs: readonly Run[]): Promise<void> {
  const named = new Map<string, Map<number | string, [table: string, line: number, at: string]>>();
  const brought = new Map<string, Set<unknown>>();
  for (const { table, columns, rows, from } of runs) {
    const refers = Object.entries(REFERS[table.name] ?? {});
    const id = columns.indexOf("id");
    const own = brought.get(table.name) ?? new Set();
    brought.set(table.name, own);
    for (const [index, line] of rows.entries()) {
      const row = JSON.parse(line) as (number | string | null)[];
      if (id >= 0) own.add(row[id]);
      for (const [column, other] of refers) {
        const name = row[columns.indexOf(column)] ?? null;
        if (name === null) continue;
        const names = named.get(other) ?? new Map();
        named.set(other, names);
        if (!names.has(name)) names.set(name, [table.name, from + index, column]);
      }
    }
  }
  const asked = new Map<string, Set<number | string>>();
  for (const [other, names] of named) {
    const away = [...names.keys()].filter((name) => !brought.get(other)?.has(name));
    if (away.length > 0) asked.set(other, new Set(away));
  }
  const [first] = await findDangling(db, asked);
  const place = first && named.get(first.table)?.get(first.name);
  if (place) throw badRow(...place);
}

async function statementsOf(
  db: D1Database,
  runs: readonly Run[],
  unpack: Unpack,
): Promise<D1PreparedStatement[]> {
  const statements: D1PreparedStatement[] = [];
  for (const { table, columns, rows } of runs) {
    const kept = table.secret
      ? (await Promise.all(rows.map((row) => unpack(table, columns, row)))).filter(
          (row) => row !== null,
        )
      : rows;
    statements.push(...restoreRows(db, table, columns, kept));
  }
  return statements;
}

/** The table that a line names, with its columns; those that an older one did not have yet take what a new row takes. */
function tableOf(line: string): { table: KeptTable; columns: readonly string[] } {
  let said: Partial<TableLine> | null = null;
  try {
    said = JSON.parse(line) as TableLine;
  } catch {
    // said below
  }
  const table = KEPT.find(({ name }) => name === said?.table);
  const columns = Array.isArray(said?.columns) ? said.columns : [];
  const known = new Set(columns);
  if (
    !table ||
    known.size < columns.length ||
    !columns.every((one) => table.columns.includes(one)) ||
    !table.key.every((one) => known.has(one))
  ) {
    throw broken("a table or column in it is not known here");
  }
  return { table, columns };
}

/** One batch, with what it came to in rows. */
async function writeAll(db: D1Database, statements: D1PreparedStatement[]): Promise<void> {
  try {
    const answers = await db.batch(statements);
    await addWritten(db, answers).run();
  } catch (error) {
    if (isOvertaken(error)) {
      throw new Problem(
        "conflict",
        "another is restoring here at the same time; nothing was stored",
        [fault("", "other_piece")],
      );
    }
    if (failureOf(error) === null && isOfRows(error)) throw broken("rows of it do not fit");
    throw error;
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : "");
const isOvertaken = (error: unknown): boolean =>
  lostTheRace(error) && messageOf(error).includes("library.version");
const isOfRows = (error: unknown): boolean =>
  /constraint failed|malformed JSON|datatype mismatch|cannot store/i.test(messageOf(error));

/**
 * The next slice of deriving everything anew; the last one opens the house. Before all pieces are in, it says how it stands.
 */
export async function deriveRestored(db: D1Database, context: Context): Promise<RestoreAnswer> {
  const [seen, { written }] = await Promise.all([findRestoring(db), findRoom(db)]);
  const restoring = restoringOf(seen);
  if (restoring?.state !== "deriving") {
    const standing = await restoreStanding(db);
    // whoever lost the answer to the last slice asks again
    return { ...standing, done: standing.state === "in_use" };
  }
  if (written >= RESTORE_SHARE * context.plan.written) return answerOf(restoring, { waits: true });
  if (!restoring.begun) {
    const after = JSON.stringify({ ...restoring, begun: true } satisfies Restoring);
    const { remaining } = await beginRebuild(db, context, [moveRestoring(db, seen, after)]);
    // without accounts nothing is derived, nor is anything written
    if (seen === (await findRestoring(db))) return opened(db, seen, restoring, context);
    return answerOf(restoring, { remaining: remaining + 1 });
  }
  const { accounts, parked } = await findEveryone(db);
  if ([...accounts, ...parked].every(({ rebuilding }) => rebuilding === null)) {
    return opened(db, seen, restoring, context);
  }
  const { remaining } = await rebuild(db, context);
  return answerOf(restoring, { remaining: remaining + 1 });
}

async function opened(
  db: D1Database,
  seen: string | null,
  restoring: Restoring,
  { origin }: Pick<Context, "origin">,
): Promise<RestoreAnswer> {
  await writeAll(db, [
    inAnyOrder(db),
    ...takeLinksBack(db, origin),
    forgetPages(db),
    moveRestoring(db, seen, null),
  ]);
  return answerOf(restoring, { state: "in_use", done: true });
}

/**
 * Gives restoring up: what came in goes again, slice by slice, and at the end the installation is as new.
 * @throws {Problem} `conflict` where nothing is being restored
 */
export async function giveUp(db: D1Database, { plan }: Context): Promise<RestoreAnswer> {
  const [seen, { written }] = await Promise.all([findRestoring(db), findRoom(db)]);
  const restoring = restoringOf(seen);
  if (!restoring) {
    throw new Problem("conflict", "nothing is being restored here", [fault("", "not_restoring")]);
  }
  const leaving: Restoring = { ...restoring, state: "leaving" };
  if (written >= RESTORE_SHARE * plan.written) return answerOf(restoring, { waits: true });
  const table = await findLeft(db);
  if (table === null) {
    await writeAll(db, [...asNew(db), forgetPages(db), moveRestoring(db, seen, null)]);
    return { ...NOTHING, done: true };
  }
  await writeAll(db, [...takeAway(db, table), moveRestoring(db, seen, JSON.stringify(leaving))]);
  return answerOf(leaving, { remaining: restoring.rows });
}

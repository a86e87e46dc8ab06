/**
 * A library as one file, NDJSON. The first line is its head. Then come pieces: a line that names a table and its columns, rows
 * as JSON arrays, and last a line that holds the piece against what was written: its lines' marks and a SHA-256 that goes on
 * from the piece before. The file's last line is the last piece's, and says how many rows each table has. So a file that was cut
 * off or changed by a single byte is known before anything of it is used, and where.
 */
import { sha256 } from "./token.ts";

export const BACKUP_FORMAT = 1;

/** How secrets are sealed in a file: by a key that only the passphrase makes, in the browser or tool of whoever has it. */
export type BackupSeal = {
  kdf: "PBKDF2-SHA-256";
  iterations: number;
  /** base64url of sixteen bytes. */
  salt: string;
  cipher: "AES-256-GCM";
  /** A known word under the key: another passphrase is told before anything is sent. */
  proof: string;
};

/** Rows a table. */
export type Counts = Record<string, number>;

export type BackupHead = {
  denyut: "backup";
  format: number;
  /** Of the database that it was taken from. */
  schema: number;
  /** The library's at that moment. */
  version: number;
  made_at: string;
  library: string;
  counts: Counts;
  /** `null`: credentials and the addresses of links are not in it. */
  seal: BackupSeal | null;
};

/** Names the rows that follow, up to the next of its kind or the piece's end. */
export type TableLine = { table: string; columns: readonly string[] };

/** Ends a piece. `lines`: the file's up to here, this one included; `counts`: on the last line of the file alone. */
type CheckLine = { lines: number; sha256: string; marks: string; counts?: Counts };

/** Rows of one piece at most, and about so many letters: one request, and one write. */
const ROWS_A_PIECE = 1_000;
const LETTERS_A_PIECE = 300_000;

/** Its rows name each other, and are few: they go in together. */
const UNCUT = "accounts";

const MARK = 4;

/** So many digits a line, by which the very line is named that is not as it was. */
function markOf(line: string): string {
  // FNV-1a
  let hash = 0x811c9dc5;
  for (let at = 0; at < line.length; at += 1) {
    hash = Math.imul(hash ^ line.charCodeAt(at), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(MARK, "0");
}

/** What a piece's check says of it. @param before the `sha256` of the piece before; `""` for the first */
const chained = (before: string, lines: readonly string[]): Promise<string> =>
  sha256(`${before}\n${lines.join("\n")}\n`);

/** A run of one table's rows. */
export type TableRows = { table: string; columns: readonly string[]; rows: readonly string[] };

/**
 * The whole file, piece by piece, each with the line break at its end.
 * @param head without `counts`, which are counted here
 * @param most rows of a piece
 */
export async function* backupPieces(
  head: Omit<BackupHead, "denyut" | "format" | "counts">,
  runs: readonly TableRows[],
  most = ROWS_A_PIECE,
): AsyncGenerator<string> {
  const counts: Counts = {};
  for (const { table, rows } of runs) counts[table] = (counts[table] ?? 0) + rows.length;
  const first: BackupHead = { denyut: "backup", format: BACKUP_FORMAT, ...head, counts };
  let lines = [JSON.stringify(first)];
  let [said, rows, letters, before] = [0, 0, 0, ""];

  async function ended(last: boolean): Promise<string> {
    before = await chained(before, lines);
    said += lines.length + 1;
    const marks = lines.map(markOf).join("");
    const check: CheckLine = { lines: said, sha256: before, marks, ...(last ? { counts } : {}) };
    const text = `${lines.join("\n")}\n${JSON.stringify(check)}\n`;
    lines = [];
    rows = 0;
    letters = 0;
    return text;
  }

  for (const { table, columns, rows: all } of runs) {
    if (all.length === 0) continue;
    const named = JSON.stringify({ table, columns } satisfies TableLine);
    lines.push(named);
    for (const row of all) {
      if (table !== UNCUT && (rows >= most || letters > LETTERS_A_PIECE)) {
        yield await ended(false);
        lines.push(named);
      }
      lines.push(row);
      rows += 1;
      letters += row.length;
    }
  }
  yield await ended(true);
}

/** Why a file is refused. */
export type BrokenWhy =
  | "not_a_backup"
  | "other_format"
  | "newer_schema"
  | "cut_off"
  | "changed"
  | "missing_before"
  | "other_counts";

/** Where a file is not what was written: `line` from 1; `to` where it is known only between which lines. */
export class BrokenBackup extends Error {
  readonly why: BrokenWhy;
  readonly line: number;
  readonly to: number;

  constructor(why: BrokenWhy, line: number, to = line) {
    super(`${why} ${line}`);
    this.name = "BrokenBackup";
    this.why = why;
    this.line = line;
    this.to = to;
  }
}

type BackupPiece = { text: string; sha256: string; rows: number };
export type CheckedBackup = { head: BackupHead; pieces: BackupPiece[]; rows: number };

const isCheck = (line: string): boolean => line.startsWith('{"lines":');

/**
 * The file held against itself, whole.
 * @param schema of the Denyut that is to take it in
 * @throws {BrokenBackup}
 */
export async function checkedBackup(text: string, schema: number): Promise<CheckedBackup> {
  const lines = text.split("\n");
  const head = headOf(lines[0] ?? "", schema);
  const pieces: BackupPiece[] = [];
  const counts: Counts = {};
  let before = "";
  let [start, over, rows] = [0, false, 0];
  for (const [at, line] of lines.entries()) {
    if (over) {
      if (at < lines.length - 1 || line !== "") throw new BrokenBackup("changed", at + 1);
      continue;
    }
    if (!isCheck(line)) continue;
    const own = lines.slice(start, at);
    const check = checkOf(line, at + 1);
    holdMarks(own, check, start);
    const sum = await chained(before, own);
    if (sum !== check.sha256) {
      // its own lines are as they were written: what is gone or out of order stood before them, or its check is not its own
      throw new BrokenBackup("missing_before", start + 1, at + 1);
    }
    if (check.lines !== at + 1) throw new BrokenBackup("changed", at + 1);
    const found = count(own, counts, start);
    rows += found;
    pieces.push({ text: `${own.join("\n")}\n${line}\n`, sha256: sum, rows: found });
    before = sum;
    start = at + 1;
    if (check.counts) {
      over = true;
      if (
        JSON.stringify(check.counts) !== JSON.stringify(head.counts) ||
        !same(head.counts, counts)
      ) {
        throw new BrokenBackup("other_counts", at + 1);
      }
    }
  }
  // the last line of a whole file ends with a line break
  if (!over || lines.at(-1) !== "") throw new BrokenBackup("cut_off", lines.length);
  return { head, pieces, rows };
}

/** @throws {BrokenBackup} */
export function headOf(line: string, schema: number): BackupHead {
  let head: Partial<BackupHead> = {};
  try {
    head = JSON.parse(line) as BackupHead;
  } catch {
    throw new BrokenBackup("not_a_backup", 1);
  }
  if (head?.denyut !== "backup") throw new BrokenBackup("not_a_backup", 1);
  if (head.format !== BACKUP_FORMAT) throw new BrokenBackup("other_format", 1);
  if (!Number.isInteger(head.schema) || Number(head.schema) > schema) {
    throw new BrokenBackup("newer_schema", 1);
  }
  const { library, made_at, counts, seal } = head;
  const whole =
    typeof library === "string" &&
    typeof made_at === "string" &&
    Number.isFinite(Date.parse(made_at)) &&
    isObject(counts) &&
    Object.values(counts ?? {}).every((rows) => Number.isSafeInteger(rows) && Number(rows) >= 0) &&
    (seal === null || isObject(seal));
  if (!whole) throw new BrokenBackup("not_a_backup", 1);
  return head as BackupHead;
}

const isObject = (value: unknown): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function checkOf(line: string, at: number): CheckLine {
  try {
    const check = JSON.parse(line) as CheckLine;
    if (JSON.stringify(check) === line && typeof check.marks === "string") return check;
  } catch {
    // said below
  }
  throw new BrokenBackup("changed", at);
}

function holdMarks(own: readonly string[], { marks }: CheckLine, start: number): void {
  const said = marks.length / MARK;
  const differs = (from: number) => {
    const at = own
      .slice(from)
      .findIndex((line, index) => marks.slice(MARK * index, MARK * (index + 1)) !== markOf(line));
    return at < 0 ? null : from + at;
  };
  const first = differs(0);
  if (first === null && said === own.length) return;
  // the check that ended an earlier piece is gone: what follows it is as it was
  const more = own.length - said;
  const gone = more > 0 && differs(more) === null ? more : null;
  throw new BrokenBackup("changed", start + 1 + (gone ?? first ?? own.length));
}

/** Adds the rows of some lines up by table. @returns how many */
function count(lines: readonly string[], counts: Counts, start: number): number {
  let table: string | null = null;
  let rows = 0;
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('{"table":')) ({ table } = JSON.parse(line) as TableLine);
    else if (line.startsWith("[") && table !== null) {
      counts[table] = (counts[table] ?? 0) + 1;
      rows += 1;
    } else if (start + index > 0) throw new BrokenBackup("changed", start + index + 1);
  }
  return rows;
}

const same = (a: Counts, b: Counts): boolean => {
  const named = (counts: Counts) =>
    JSON.stringify(
      Object.entries(counts)
        .filter(([, rows]) => rows > 0)
        .sort(),
    );
  return named(a) === named(b);
};

/** A piece as it came in a request. `from`: which line of the file its first one is; `follows`: it goes on from the one before. */
export type OpenedPiece = {
  lines: string[];
  from: number;
  sha256: string;
  last: boolean;
  follows: boolean;
};

/** Held against its own check. `null`: it is none. */
export async function openPiece(text: string, before: string): Promise<OpenedPiece | null> {
  const lines = text.split("\n");
  const tail = lines.pop();
  const check = lines.pop();
  if (tail !== "" || check === undefined || !isCheck(check)) return null;
  let said: CheckLine;
  try {
    said = JSON.parse(check) as CheckLine;
  } catch {
    return null;
  }
  const follows = (await chained(before, lines)) === said.sha256;
  const from = Number(said.lines) - lines.length;
  return { lines, from, sha256: said.sha256, last: said.counts !== undefined, follows };
}

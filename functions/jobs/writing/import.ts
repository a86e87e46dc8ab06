/** A platform's file in: recognised, read, and stored as an import that can be undone whole. */
import type { ExportKind, ImportKind, SkippedRow } from "../../model/import.ts";
import type { Tally } from "../../model/preview.ts";
import { FAULT_MESSAGES, fault, Problem } from "../../model/problem.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { sha256 } from "../../model/token.ts";
import { fromExport } from "../../normalise/export.ts";
import type { ExportOptions, ExportRead } from "../../normalise/export-options.ts";
import { textOfFile } from "../../normalise/file-text.ts";
import { isTwice } from "../../store/failures.ts";
import { findImport, findImportPart, type ImportRow } from "../../store/imports.ts";
import type { Ingested } from "./derived.ts";
import { type ImportPart, ingest } from "./ingest.ts";
import { knownAccounts } from "./known-accounts.ts";
import { nothingNew } from "./tally.ts";

export type ImportOptions = Omit<ExportOptions, "dry_run" | "known"> & {
  /** The import that an earlier piece of the file began. */
  import_id: number | null;
  /** What the person knows the file by, its archive and its sheet with it; `null`: its name alone. */
  label: string | null;
};

export type Imported = Tally & {
  /** `null` as long as nothing in the file is news. */
  import: number | null;
  kind: ExportKind;
  /** Rows of this piece, those left out included. */
  rows: number;
  skipped: SkippedRow[];
  /** Columns of the file that are not kept. */
  unused: string[];
  accounts_added: number;
  readings_added: number;
  readings_replaced: number;
  readings_unchanged: number;
};

export async function importFile(
  db: D1Database,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Imported> {
  const text = textOfFile(bytes);
  const begun = options.import_id === null ? null : await findOpenImport(db, options.import_id);
  // a file is one reading of everything in it: its later pieces were read when its first one was
  const read_at = begun?.read_at ?? options.read_at;
  const read = fromExport(text, {
    ...options,
    read_at,
    known: await knownAccounts(db),
    dry_run: false,
  });
  const { kind, snapshots, rows, skipped, unused } = read;
  if (begun && begun.kind !== kind) {
    throw new Problem("conflict", `import ${begun.id} is "${begun.kind}", not "${kind}"`);
  }
  const stored = await storeImport(db, snapshots, {
    now: options.now,
    time_zone: options.library_zone,
    import: {
      id: options.import_id,
      kind,
      name: options.label ?? options.name,
      created_at: options.now,
      read_at: read.read_at,
      time_zone: read.time_zone,
      rows,
      skipped: skipped.length,
      hash: await hashOf(text, options, read),
    },
  });
  const { snapshots: _snapshots, tally, ...counts } = stored;
  return {
    ...counts,
    ...tally,
    import: stored.import ?? options.import_id,
    kind,
    rows,
    skipped,
    unused,
  };
}

/** The same text that is read in the same way; that it was read at another hour because nothing says when makes it no other. */
const hashOf = (
  text: string,
  { platform, account, read_at }: ImportOptions,
  { read_at_from, decided }: ExportRead,
): Promise<string> => {
  const { time_zone, date_order, owner, numbers, newest_day, ids } = decided;
  const at = read_at_from === "now" ? null : (read_at ?? decided.read_at);
  const read = [platform, account, time_zone, at, text, date_order, owner, numbers];
  // a file that came in before these were asked is the same one still
  const more = [newest_day, ids === "whole" ? null : ids].filter((said) => said !== null);
  return sha256(JSON.stringify([...read, ...more]));
};

/** The import that more is to be added to. */
async function findOpenImport(db: D1Database, id: number): Promise<ImportRow> {
  const row = await findImport(db, id);
  if (!row) throw new Problem("not_found", `there is no import ${id}`);
  if (row.undone_at !== null) throw new Problem("gone", `import ${id} was undone`);
  return row;
}

export type ImportContext = {
  now: Instant;
  /** The library's. */
  time_zone: string;
  import: ImportPart & { kind: ImportKind };
};

/** Stores what an import says, unless this very piece is in already. */
export async function storeImport(
  db: D1Database,
  snapshots: readonly Snapshot[],
  context: ImportContext,
): Promise<Ingested> {
  const { hash } = context.import;
  const known = await findImportPart(db, hash);
  if (known && known.undone_at !== null) {
    throw new Problem("conflict", `import ${known.import_id} ${FAULT_MESSAGES.being_undone}`, [
      fault("", "being_undone"),
    ]);
  }
  if (known) return alreadyIn(snapshots, known.import_id);
  try {
    return await ingest(db, snapshots, context);
  } catch (error) {
    const other = isTwice(error) ? await findImportPart(db, hash) : null;
    if (!other) throw error;
    return alreadyIn(snapshots, other.import_id);
  }
}

const alreadyIn = (snapshots: readonly Snapshot[], import_id: number): Ingested => ({
  snapshots: snapshots.length,
  accounts_added: 0,
  posts_added: 0,
  readings_added: 0,
  readings_replaced: 0,
  readings_unchanged: snapshots.reduce(
    (sum, { posts, days }) => sum + posts.length + days.length,
    0,
  ),
  tally: nothingNew(snapshots),
  import: import_id,
});

/** A platform's file looked at: what it is, what storing it would do, and what has to be asked first. */
import { fromExport } from "../../normalise/export.ts";
import type { ExportOptions } from "../../normalise/export-options.ts";
import { textOfFile } from "../../normalise/file-text.ts";
import { knownAccounts } from "./known-accounts.ts";
import { preview } from "./preview.ts";

/** Nothing is written. @throws {Problem} for a file that cannot be stored, whatever is answered */
export async function previewFile(
  db: D1Database,
  bytes: Uint8Array,
  options: Omit<ExportOptions, "dry_run" | "known">,
) {
  const { snapshots, ...read } = fromExport(textOfFile(bytes), {
    ...options,
    known: await knownAccounts(db),
    dry_run: true,
  });
  const { now, library_zone } = options;
  return { ...read, ...(await preview(db, snapshots, { now, time_zone: library_zone })) };
}

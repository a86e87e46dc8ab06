/** A backup taken of one database and put back into another, as the browser and the tools do it over HTTP. */
import { deriveRestored, takePiece } from "../../../functions/jobs/writing/restore.ts";
import { checkedBackup } from "../../../functions/model/backup.ts";
import { backupFile, openGathering, takeSlice } from "../../../functions/model/backup-slices.ts";
import { FREE } from "../../../functions/model/room.ts";
import { SCHEMA } from "../../../functions/model/schema.ts";
import {
  type BackupSlice,
  type Cursor,
  readSlice,
} from "../../../functions/routes/backup-reading.ts";
import { NOW, ZONE } from "./snapshots.ts";

export const CONTEXT = { now: NOW, time_zone: ZONE, plan: FREE, origin: "https://baru.example" };

/** As it goes over the wire. */
function sliceText({ runs, next, sections, section, anew, version }: BackupSlice): string {
  const rows = runs.reduce((sum, { lines }) => sum + lines.length, 0);
  const head = {
    schema: SCHEMA,
    version,
    made_at: "2026-11-23T05:00:00Z",
    library: "Perpustakaan",
  };
  const first = { section, anew, rows, next: next && "…", ...(sections ? { sections, head } : {}) };
  return [
    JSON.stringify({ slice: first }),
    ...runs.flatMap(({ table: { name, columns }, lines }) => [
      JSON.stringify({ table: name, columns }),
      ...lines,
    ]),
    "",
  ].join("\n");
}

/** @param between is done after each slice; @param most rows of a piece */
export async function backupOf(
  db: D1Database,
  {
    between = async () => {},
    most = 40,
  }: { between?: (slice: number) => Promise<void>; most?: number } = {},
): Promise<string> {
  const gathering = openGathering();
  let cursor: Cursor | null = null;
  for (let slices = 1; ; slices += 1) {
    if (slices > 300) throw new Error("never done");
    const slice: BackupSlice = await readSlice(db, cursor, { keys: null, time_zone: ZONE });
    if (!takeSlice(gathering, sliceText(slice))) throw new Error("a slice that is not whole");
    cursor = slice.next;
    if (cursor === null) break;
    await between(slices);
  }
  let text = "";
  for await (const piece of backupFile(gathering, null, most)) text += piece;
  return text;
}

export const piecesOf = async (text: string): Promise<string[]> =>
  (await checkedBackup(text, SCHEMA)).pieces.map((piece) => piece.text);

export const take = (db: D1Database, piece: string) =>
  takePiece(db, piece, CONTEXT, async (_table, _columns, row) => row);

export async function deriveAll(db: D1Database): Promise<void> {
  for (let slices = 0; slices < 300; slices += 1) {
    if ((await deriveRestored(db, CONTEXT)).done) return;
  }
  throw new Error("never done");
}

export async function restored(db: D1Database, text: string): Promise<void> {
  for (const piece of await piecesOf(text)) await take(db, piece);
  await deriveAll(db);
}

/**
 * `npm run backup`: everything of a library into one file. Broken off and called again it goes on where it stopped.
 *
 * -- --url https://…   the Denyut to back up (DENYUT_URL; else the local one)
 * -- --to file         where to (denyut-<date>.ndjson)
 * DENYUT_ADMIN_TOKEN   its admin token
 * BACKUP_PASSPHRASE    credentials and the links' addresses come along under it; without it they stay out
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { parseArgs } from "node:util";
import type { BackupSeal } from "../functions/model/backup.ts";
import { backupKey, newBackupSeal } from "../functions/model/backup-seal.ts";
import {
  backupFile,
  MOST_ANEW,
  openGathering,
  type SliceHead,
  takeSlice,
} from "../functions/model/backup-slices.ts";
import { asked, placeOf, say, stop } from "./local/hand-over.ts";

const { values } = parseArgs({ options: { url: { type: "string" }, to: { type: "string" } } });
const place = placeOf(values);
const OWNER_ONLY = 0o600;
const today = new Date().toISOString().slice(0, 10);
const file = values.to ?? `denyut-${today}.ndjson`;
const part = `${file}.part`;

/** The first line of what is not whole yet: whose it is, and how its secrets are sealed. */
type Begun = { url: string; seal: BackupSeal | null };

const gathering = openGathering();
const { seal, key, after: from } = await begin();
let after = from;
while (after !== null) {
  const text = await asked(place, `/api/backup${after && `?after=${after}`}`, { key });
  const head = takeSlice(gathering, text);
  if (!head) stop("A slice came that is not whole. Call this again: it goes on where it stopped.");
  if (gathering.anew > MOST_ANEW) {
    rmSync(part);
    stop("Figures keep coming in, so that no moment is whole. Try again at a quieter hour.");
  }
  appendFileSync(part, `${JSON.stringify({ length: text.length })}\n${text}`);
  say(`${gathering.rows} rows, ${head.section}`);
  after = head.next;
}
const whole = `${file}.whole`;
const out = openSync(whole, "w", OWNER_ONLY);
for await (const piece of backupFile(gathering, seal)) writeSync(out, piece);
closeSync(out);
renameSync(whole, file);
rmSync(part);
say("");
console.log(
  `${file}: ${gathering.rows} rows. Keep it as you keep a password: it holds all that the library knows.`,
);

/** What an interrupted backup of the same library has, or nothing. */
async function begin(): Promise<{
  seal: BackupSeal | null;
  key: string | null;
  after: string | null;
}> {
  const kept = existsSync(part) ? readFileSync(part, "utf8") : "";
  const line = kept.slice(0, kept.indexOf("\n"));
  const begun = line === "" ? null : (JSON.parse(line) as Begun);
  if (begun?.url === place.url && (begun.seal === null) === (place.passphrase === null)) {
    const key =
      begun.seal && place.passphrase ? await backupKey(place.passphrase, begun.seal) : null;
    if (begun.seal && key === null) stop(`${part} was begun under another passphrase.`);
    const end = replayed(kept, line.length + 1);
    // what was being written when it broke off is asked for again
    writeFileSync(part, kept.slice(0, end), { mode: OWNER_ONLY });
    return { seal: begun.seal, key, after: last() };
  }
  const made = place.passphrase === null ? null : await newBackupSeal(place.passphrase);
  const first: Begun = { url: place.url, seal: made?.seal ?? null };
  writeFileSync(part, `${JSON.stringify(first)}\n`, { mode: OWNER_ONLY });
  return { seal: first.seal, key: made?.key ?? null, after: "" };
}

const last = (): string | null =>
  (gathering.last as SliceHead | null)?.next ?? (gathering.last ? null : "");

/** Takes the slices that are whole. @returns where they end */
function replayed(kept: string, start: number): number {
  let at = start;
  for (;;) {
    const end = kept.indexOf("\n", at);
    if (end < 0) return at;
    const { length } = JSON.parse(kept.slice(at, end)) as { length: number };
    const text = kept.slice(end + 1, end + 1 + length);
    if (text.length < length || !takeSlice(gathering, text)) return at;
    at = end + 1 + length;
  }
}

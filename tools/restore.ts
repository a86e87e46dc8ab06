/**
 * `npm run restore <file>`: a backup into a Denyut that has nothing yet. The whole file is checked before the first row is sent;
 * broken off and called again it goes on where it stopped.
 *
 * -- --url https://…   the Denyut to restore into (DENYUT_URL; else the local one)
 * -- --wait            where the day's rows are spent, waits for the next day instead of ending
 * -- --give-up         takes what came in away again
 * DENYUT_ADMIN_TOKEN   its admin token
 * BACKUP_PASSPHRASE    opens what is sealed in the file; without it that stays out
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  BrokenBackup,
  type BrokenWhy,
  type CheckedBackup,
  checkedBackup,
} from "../functions/model/backup.ts";
import { backupKey } from "../functions/model/backup-seal.ts";
import { type RestoreAnswer, restoreDays, restoreWrites } from "../functions/model/restoring.ts";
import { FREE } from "../functions/model/room.ts";
import { SCHEMA } from "../functions/model/schema.ts";
import { KEPT } from "../functions/store/backup-tables.ts";
import { asked, placeOf, say, stop } from "./local/hand-over.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: "string" },
    wait: { type: "boolean", default: false },
    "give-up": { type: "boolean", default: false },
  },
});
const place = placeOf(values);
const QUARTER_MS = 15 * 60 * 1000;

const WHY: Record<BrokenWhy, string> = {
  not_a_backup: "This is no backup of Denyut",
  other_format: "This backup has a form that is not known here",
  newer_schema: `This backup was made by a newer Denyut (this one has schema ${SCHEMA}): update first`,
  cut_off: "The file breaks off",
  changed: "The file was changed since it was made",
  missing_before: "Something is missing, out of order or changed before or within these lines",
  other_counts: "The file has not as many rows as it says",
};

if (values["give-up"]) {
  await repeated("DELETE", null);
  console.log("Given up: this Denyut is empty again.");
} else {
  const [file] = positionals;
  if (!file) stop("Which file? npm run restore denyut-2026-11-29.ndjson");
  const checked = await whole(file);
  console.log(inWords(checked));
  const { seal } = checked.head;
  const key = seal && place.passphrase ? await backupKey(place.passphrase, seal) : null;
  if (seal && place.passphrase && key === null) stop("BACKUP_PASSPHRASE does not fit this file.");
  if (seal && key === null) {
    console.log("What is sealed in it stays out: say its BACKUP_PASSPHRASE to bring it along.");
  }
  await bring(checked, key);
  say("");
  console.log(`Restored. Open ${new URL("/login", place.url)}`);
}

async function whole(file: string): Promise<CheckedBackup> {
  try {
    return await checkedBackup(readFileSync(file, "utf8"), SCHEMA);
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    const { line, to, why } = error;
    stop(`${file}: ${WHY[why]}: line ${line}${to === line ? "" : ` to ${to}`}. Nothing was sent.`);
  }
}

function inWords({ head, rows }: CheckedBackup): string {
  const writes = restoreWrites(
    head.counts,
    Object.fromEntries(KEPT.map((table) => [table.name, table.writes])),
  );
  const days = restoreDays(writes, FREE.written);
  return `${head.library}, ${head.made_at}: ${rows} rows, about ${writes} written rows. On the free plan that is ${days} ${days === 1 ? "day" : "days"}.`;
}

async function bring({ pieces }: CheckedBackup, key: string | null): Promise<void> {
  let standing = await asking("GET", undefined, key);
  while (!standing.done) {
    if (standing.waits) {
      if (!values.wait) {
        stop(
          "The day's rows are spent. Call this again after midnight UTC: it goes on where it stopped.",
        );
      }
      say("The day's rows are spent; waiting for midnight UTC …");
      await new Promise((resolve) => setTimeout(resolve, QUARTER_MS));
    }
    if (standing.state === "deriving") {
      standing = await asking("POST", "", key);
      say(`Deriving anew: ${standing.remaining} to go`);
      continue;
    }
    if (standing.next > 0 && pieces[standing.next - 1]?.sha256 !== standing.last) {
      stop(
        "What is being restored there is another file. Go on with that one, or --give-up first.",
      );
    }
    standing = await asking("POST", pieces[standing.next]?.text ?? "", key);
    say(`${standing.rows} of ${standing.of} rows`);
  }
}

async function repeated(method: string, key: string | null): Promise<void> {
  for (;;) {
    const { done, waits, remaining } = await asking(method, undefined, key);
    if (done) return;
    if (waits) stop("The day's rows are spent. Call this again after midnight UTC.");
    say(`${remaining} rows had come in`);
  }
}

async function asking(method: string, body: string | undefined, key: string | null) {
  const text = await asked(place, "/api/restore", {
    method,
    key,
    ...(body === undefined ? {} : { body }),
  });
  return JSON.parse(text) as RestoreAnswer;
}

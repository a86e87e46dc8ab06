/**
 * What lies here under CREDENTIALS_KEY, in a backup: under a key that a passphrase made elsewhere, or not at all. That key comes
 * as a header with each request and is kept nowhere.
 */
import { credentialsPlace } from "../jobs/collecting/sealed-credentials.ts";
import { RECIPIENT_PLACE } from "../jobs/telling/reach.ts";
import type { Unpack } from "../jobs/writing/restore.ts";
import { backupPlace } from "../model/backup-seal.ts";
import { fault, Problem } from "../model/problem.ts";
import { reachText } from "../model/recipient.ts";
import { openSealKey, type SealKey, seal, unseal } from "../model/seal.ts";
import { sha256 } from "../model/token.ts";
import { storedReach } from "../normalise/recipient.ts";
import type { KeptTable } from "../store/backup-tables.ts";
import { limitGuesses } from "./access.ts";
import { isAdminToken } from "./admin-token.ts";
import { LINK_PLACE } from "./data-reading.ts";
import type { Ctx } from "./env.ts";

const HEADER = "denyut-seal-key";
const TOKEN_HEADER = "denyut-admin-token";

/** Both keys; `null`: no secret travels. */
export async function travelKeys(c: Ctx): Promise<{ own: SealKey | null; travel: SealKey } | null> {
  const said = c.req.header(HEADER);
  if (said === undefined) return null;
  const travel = await openSealKey(said);
  if (!travel) {
    throw new Problem("invalid", `${HEADER} must be base64 of 32 bytes`, [
      fault(HEADER, "not_a_key"),
    ]);
  }
  return { own: await openSealKey(c.env.CREDENTIALS_KEY), travel };
}

/**
 * What leaves with secrets asks for the admin token itself: a browser that somebody found logged in, or its cookie, opens what a
 * login opens, and no platform's credentials and no link's address.
 * @throws {Problem} `forbidden`
 */
export async function leavingKeys(c: Ctx): Promise<TravelKeys> {
  const keys = await travelKeys(c);
  if (keys === null || c.get("caller")?.link === null) return keys;
  const typed = c.req.header(TOKEN_HEADER)?.trim();
  if (typed && isAdminToken(c.get("admin"), await sha256(typed))) return keys;
  if (typed) await limitGuesses(c);
  throw new Problem(
    "forbidden",
    `secrets leave for the admin token alone: send it as ${TOKEN_HEADER}, or as Authorization: Bearer …; a login is not enough`,
    [fault(TOKEN_HEADER, "login_alone")],
  );
}

export type TravelKeys = Awaited<ReturnType<typeof travelKeys>>;

type RowId = number | string;

/** Where a secret lies here. */
function placeHere(table: string, id: RowId): string {
  if (table === "recipients") return RECIPIENT_PLACE;
  return table === "links" ? LINK_PLACE : credentialsPlace(Number(id));
}

/** A row with its secret moved from under one key to under the other; without it where that fails, or no row at all. */
async function moved(
  { secret, key }: KeptTable,
  columns: readonly string[],
  line: string,
  move: (sealed: string, id: RowId) => Promise<string | null>,
): Promise<string | null> {
  const row = JSON.parse(line) as unknown[];
  const at = columns.indexOf("sealed");
  const id = row[columns.indexOf(key[0] ?? "id")] as RowId;
  const sealed = at < 0 ? null : row[at];
  if (at < 0 || (sealed === null && secret === "column")) return line;
  row[at] = typeof sealed === "string" ? await move(sealed, id) : null;
  return row[at] === null && secret === "table" ? null : JSON.stringify(row);
}

/** On the way out. */
export const packed = (keys: TravelKeys, table: KeptTable, line: string): Promise<string | null> =>
  moved(table, table.columns, line, async (sealed, id) => {
    if (!keys?.own) return null;
    const text = await unseal(keys.own, placeHere(table.name, id), sealed);
    return text === null ? null : seal(keys.travel, backupPlace(table.name, id), text);
  });

/** On the way in. */
export const unpacking =
  (keys: TravelKeys): Unpack =>
  (table, columns, line) =>
    moved(table, columns, line, async (sealed, id) => {
      if (!keys?.own) return null;
      const text = await unseal(keys.travel, backupPlace(table.name, id), sealed);
      if (text === null || (table.name === "recipients" && !(await isReach(text, id)))) return null;
      return seal(keys.own, placeHere(table.name, id), text);
    });

/** It is called by us: a file may name what no form would take. */
async function isReach(text: string, hash: RowId): Promise<boolean> {
  const reach = storedReach(text);
  return reach !== null && (await sha256(reachText(reach))) === hash;
}

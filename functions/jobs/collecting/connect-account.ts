/** Connects an account: tries its credentials at once, says what they lack, and stores them encrypted. */
import type { Kept } from "../../model/credentials.ts";
import { USUAL_ZONE } from "../../model/day.ts";
import { fault, Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type Connection, readConnection } from "../../normalise/connection.ts";
import { handleOf } from "../../normalise/handle.ts";
import { type AccountRow, listAccounts, saveGiven } from "../../store/accounts.ts";
import { connectCollection } from "../../store/collections.ts";
import { touchLibrary } from "../../store/library.ts";
import { matchAccount } from "../writing/identity.ts";
import { ingest } from "../writing/ingest.ts";
import type { CollectEnv } from "./adapters.ts";
import { type Missing, missingOf } from "./missing-scopes.ts";
import { sealKept, sealKeyOf } from "./sealed-credentials.ts";
import type { Tick } from "./tick.ts";
import { tryCredentials } from "./try-credentials.ts";

export type Connected = {
  account: AccountRow;
  /** What the token lacks, and what stays unknown for it; empty when it may everything. */
  missing: Missing[];
};

/**
 * @param body as `connectionWire` says
 * @returns the account, whose turn to be collected comes within the hour. Throws a Problem when the credentials open nothing.
 */
export async function connectAccount(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  body: unknown,
): Promise<Connected> {
  const connection = readConnection(body);
  if (connection.credentials === null) {
    return { account: await addAccount(db, env, tick.now, connection), missing: [] };
  }
  return await connectWith(db, env, tick, connection, {
    given: connection.credentials,
    access: null,
    refreshed_at: tick.now,
    expires_at: null,
    scopes: null,
  });
}

/** Connects with credentials that were just got, an access token perhaps with them. */
export async function connectWith(
  db: D1Database,
  env: CollectEnv,
  tick: Tick,
  connection: Connection,
  kept: Kept,
): Promise<Connected> {
  const key = await sealKeyOf(env);
  const { tried, memory } = await tryCredentials(db, env, tick, connection, kept);
  const { external_id, handle, name } = tried;
  const account = await addAccount(db, env, tick.now, {
    ...connection,
    external_id,
    handle: handleOf(handle),
    platform_name: name,
  });
  const sealed = await sealKept(key, account.id, tried.kept);
  const connected_at = tick.now;
  const { expires_at } = tried.kept;
  await db.batch([
    connectCollection(db, { account_id: account.id, sealed, connected_at, expires_at, memory }),
    touchLibrary(db, null),
  ]);
  return { account, missing: tried.missing.map(missingOf) };
}

type NewAccount = Connection & { platform_name?: string | null };

/** The account's row: a known one is shown again, a new one enters as everything does, by a snapshot. */
async function addAccount(
  db: D1Database,
  env: CollectEnv,
  now: Instant,
  { platform, external_id, handle, name, platform_name = null }: NewAccount,
): Promise<AccountRow> {
  if (handle === null) {
    throw new Problem("invalid", "handle is required; nothing was stored", [
      fault("handle", "required"),
    ]);
  }
  const named = { platform, account: handle, external_id, read_at: now };
  await ingest(
    db,
    [{ ...named, name: platform_name, followers: null, days: [], posts: [], comments: [] }],
    { now, time_zone: env.TIME_ZONE ?? USUAL_ZONE, import: null },
  );
  const account = matchAccount(await listAccounts(db), named);
  if (!account) throw new Error("an account that was just stored is not there");
  const given_name = name ?? account.given_name;
  if (given_name === account.given_name && account.hidden_at === null) return account;
  const given = { hidden_at: null, ...(name === null ? {} : { given_name: name }) };
  await db.batch([saveGiven(db, account.id, given), touchLibrary(db, null)]);
  return { ...account, given_name, hidden_at: null };
}

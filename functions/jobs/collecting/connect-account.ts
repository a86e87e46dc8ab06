/** Connects an account: tries its credentials at once, says what they lack, and keeps them encrypted. */
import { CollectFault } from "../../collect/fault.ts";
import { openHttp } from "../../collect/http.ts";
import { emptyNotebook, type Notebook } from "../../collect/notebook.ts";
import type { Tried } from "../../collect/visit.ts";
import type { Credentials, Kept } from "../../model/credentials.ts";
import { isoInstant, monthOf, USUAL_ZONE } from "../../model/day.ts";
import { type Fault, fault, Problem, type ProblemCode } from "../../model/problem.ts";
import { RUN_PROBLEMS, type RunProblemCode } from "../../model/run.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type Connection, readConnection } from "../../normalise/connection.ts";
import { handleOf } from "../../normalise/snapshot-schema.ts";
import { type AccountRow, listAccounts, saveGiven } from "../../store/accounts.ts";
import { connectCollection } from "../../store/collections.ts";
import { touchLibrary } from "../../store/library.ts";
import { addSpend, findCollectSettings } from "../../store/x-spend.ts";
import { matchAccount } from "../writing/identity.ts";
import { ingest } from "../writing/ingest.ts";
import { adapterOf, type CollectEnv } from "./adapters.ts";
import type { Tick } from "./collect.ts";
import { sealKept, sealKeyOf } from "./sealed-credentials.ts";
import { allowanceOf } from "./x-allowance.ts";

export type Connected = {
  account: AccountRow;
  /** What the token lacks, and what stays unknown for it; empty when it may everything. */
  missing: Missing[];
};

/** `scope`: the permission or role as the platform calls it. */
type Missing = { scope: string; message: string };

/**
 * @param body as `connectionWire` says
 * @returns the account, to be collected at the next tick. Throws a Problem when the credentials open nothing.
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
  const { tried, memory } = await tryOut(db, env, tick, connection, kept);
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

/** A trial of X costs as every reading does: within the month's ceiling, and booked however it ends. */
async function tryOut(
  db: D1Database,
  env: CollectEnv,
  { now, timeoutMs }: Tick,
  { platform, external_id }: Connection,
  kept: Kept,
): Promise<{ tried: Tried; memory: Notebook["memory"] }> {
  const { base, trial } = adapterOf(env, platform, kept.given);
  const month = monthOf(isoInstant(now));
  const allowance = platform === "x" ? allowanceOf(await findCollectSettings(db, month)) : null;
  const notebook = emptyNotebook();
  const http = openHttp({ now, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  // a token that rotates while it is tried: the newest is the one to keep
  let newest = kept;
  const save = async (renewed: Kept<Credentials>) => {
    newest = renewed;
  };
  try {
    const asked = { external_id, kept: newest, save, allowance, notebook };
    return { tried: await trial({ http, base, ...asked }), memory: notebook.memory };
  } catch (thrown) {
    if (thrown instanceof CollectFault) throw refusal(thrown);
    throw thrown;
  } finally {
    if (notebook.cost > 0) await addSpend(db, month, notebook.cost).run();
  }
}

/** What is the person's to put right, and what the platform's. */
const REFUSALS: Partial<Record<RunProblemCode, ProblemCode>> = {
  token_dead: "invalid",
  app_refused: "invalid",
  refresh_failed: "invalid",
  permission_missing: "invalid",
  wrong_account: "invalid",
  unknown_account: "invalid",
  ceiling_reached: "invalid",
  throttled: "rate_limited",
};

export function refusal({ code, detail }: CollectFault): Problem {
  const words = RUN_PROBLEMS[code];
  const message = detail === null ? words : `${words} (${detail})`;
  const found: Fault = { path: "credentials", code, message };
  return new Problem(REFUSALS[code] ?? "upstream", `${message}; nothing was stored`, [found]);
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
  await db.batch([saveGiven(db, account.id, given_name, null), touchLibrary(db, null)]);
  return { ...account, given_name, hidden_at: null };
}

/** What stays unknown without a permission. */
const LOST: Record<string, string> = {
  pages_read_engagement: "the page's posts",
  read_insights: "reach, views, clicks and the days of the page",
  ANALYZE: "reach, views, clicks and the days of the page",
  pages_read_user_content: "when people commented",
  instagram_basic: "the account and its posts",
  instagram_manage_insights: "reach, views, shares, saves and the days of the account",
  instagram_manage_comments: "when people commented",
  instagram_business_manage_insights: "reach, views, shares, saves and the days of the account",
  instagram_business_manage_comments: "when people commented",
  "tweet.read": "the account's posts",
  "users.read": "the account and its followers",
  "offline.access": "everything after two hours: the token cannot be renewed",
  "user.info.profile": "the account's handle",
  "user.info.stats": "followers",
  "user.info.username": "the account's handle",
  "user.insights": "the days of the account",
  "video.list": "the account's posts",
  "video.insights": "reach, saves and watch time",
  "comment.list": "when people commented",
};

function missingOf(scope: string): Missing {
  const lost = LOST[scope] ?? "a part of the figures";
  const why =
    scope === "ANALYZE"
      ? "the person behind the token has no role on the page that may see insights"
      : `the token lacks the permission ${scope}`;
  return { scope, message: `${why}: ${lost} cannot be read` };
}

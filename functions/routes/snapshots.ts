/** Snapshots pushed by a cron: one, an array, or NDJSON. */
import { NO_PROOF, ownersOf } from "../jobs/writing/identity.ts";
import { ingest } from "../jobs/writing/ingest.ts";
import { fault, Problem } from "../model/problem.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { snapshotsFromJson, snapshotsFromNdjson } from "../normalise/push.ts";
import { MOST_FAULTS } from "../normalise/schema-faults.ts";
import { listAccounts } from "../store/accounts.ts";
import { allowedAccounts, limit } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { bytesOf, textOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { tellSoon } from "./tell-soon.ts";

const MEGABYTES = 5;

export const snapshots = {
  "POST /api/snapshots": async (c) => {
    const caller = c.get("caller");
    await limit(c.env.WRITE_LIMIT, `push ${caller?.link?.id ?? "admin"}`, "at most 120 a minute");
    const type = (c.req.header("content-type") ?? "application/json").split(";")[0]?.trim();
    const text = textOf(await bytesOf(c, MEGABYTES));
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    const read = (() => {
      switch (type?.toLowerCase()) {
        case "application/json":
          return snapshotsFromJson(text, context);
        case "application/x-ndjson":
        case "application/ndjson":
          return snapshotsFromNdjson(text, context);
        default:
          throw new Problem("unsupported", "send application/json or application/x-ndjson");
      }
    })();
    const own = await ownAccountsOnly(c, read);
    const allowed = allowedAccounts(caller?.link ?? null);
    const {
      import: _import,
      tally: _tally,
      ...counts
    } = await ingest(c.env.DB, own, {
      ...context,
      import: null,
      link: caller?.link?.id ?? null,
      ...(allowed ? { allowed } : {}),
    });
    tellSoon(c);
    return c.json(counts);
  },
} satisfies Handlers;

/**
 * A push token that is limited to accounts pushes these alone. What is at odds with another account is refused like one that
 * is unknown, and no posts prove a new name: the answer would tell whose they are. Nor does it say an account's id, which
 * might be another's that is not known yet.
 */
async function ownAccountsOnly(c: Ctx, read: readonly Snapshot[]): Promise<readonly Snapshot[]> {
  const allowed = allowedAccounts(c.get("caller")?.link ?? null);
  if (!allowed) return read;
  const accounts = await listAccounts(c.env.DB);
  const owners = ownersOf(accounts, read, NO_PROOF);
  const faults = owners.flatMap((owner, index) =>
    owner !== null && allowed.includes(owner) ? [] : fault(`[${index}].account`, "unknown_account"),
  );
  if (faults.length > 0) {
    throw new Problem(
      "forbidden",
      "this token may not push this account; nothing was stored",
      faults.slice(0, MOST_FAULTS),
    );
  }
  const ids = new Map(accounts.map(({ id, external_id }) => [id, external_id]));
  return read.map((snapshot, index) => {
    const known = ids.get(owners[index] ?? 0) ?? null;
    return known === null ? { ...snapshot, external_id: null } : snapshot;
  });
}

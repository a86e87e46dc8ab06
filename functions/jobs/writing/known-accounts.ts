import type { KnownAccount } from "../../normalise/known-account.ts";
import { listAccounts } from "../../store/accounts.ts";

/** The accounts here as a file is told of them: what is known decides whose it is. */
export const knownAccounts = async (db: D1Database): Promise<KnownAccount[]> =>
  (await listAccounts(db)).map(({ platform, handle, old_handles, external_id }) => ({
    platform,
    handle,
    old_handles: old_handles.map((old) => old.handle),
    external_id,
  }));

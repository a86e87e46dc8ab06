/** An account that is known here, as far as a file has to be told. */
import type { Platform } from "../model/platform.ts";

export type KnownAccount = {
  platform: Platform;
  handle: string;
  /** What it was called before, oldest first. */
  old_handles: readonly string[];
  external_id: string | null;
};

/**
 * The known account that goes by an id or a handle, or went by that handle; `null`: none does. The id beats the handle, and
 * the handle what an account was called before, since that may be another's by now.
 */
export function knownAs(
  known: readonly KnownAccount[],
  { external_id, handle }: { external_id: string | null; handle: string | null },
): KnownAccount | null {
  const byId = known.find((one) => one.external_id !== null && one.external_id === external_id);
  if (byId) return byId;
  if (handle === null) return null;
  const possible = known.filter((one) => external_id === null || one.external_id === null);
  return (
    possible.find((one) => one.handle === handle) ??
    possible.findLast((one) => one.old_handles.includes(handle)) ??
    null
  );
}

/** The one that a person means by its handle, an earlier one, or its id. */
export const knownByName = (known: readonly KnownAccount[], name: string): KnownAccount | null =>
  knownAs(known, { external_id: null, handle: name }) ??
  knownAs(known, { external_id: name, handle: null });

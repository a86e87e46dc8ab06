/** Which of a report's accounts somebody may see, by the accounts as they are now. */
import type { Report } from "../../model/report.ts";
import type { Instant } from "../../model/snapshot.ts";

type AccountNow = {
  id: number;
  platform: string;
  handle: string;
  old_handles: readonly { handle: string }[];
  hidden_at: Instant | null;
};
type Named = Pick<Report["accounts"][number], "id" | "platform" | "handle">;

/** Ids are used again once an account is erased: it is the same one only by the name that it goes or went by. */
const isThe = (now: AccountNow, { id, platform, handle }: Named): boolean =>
  now.id === id &&
  now.platform === platform &&
  (now.handle === handle || now.old_handles.some((old) => old.handle === handle));

/**
 * For `reportFor`. What is hidden now is hidden in old reports too.
 * @param allowed by a link; `null`: all
 * @returns their ids; `null`: all of them, and the report is as it was signed
 */
export function seenIn(
  { accounts }: { accounts: readonly Named[] },
  now: readonly AccountNow[],
  allowed: readonly number[] | null,
): number[] | null {
  const nowOf = (named: Named) => now.find((one) => isThe(one, named));
  const seen = accounts.filter((named) =>
    allowed === null
      ? !nowOf(named)?.hidden_at
      : allowed.includes(named.id) && nowOf(named)?.hidden_at === null,
  );
  return allowed === null && seen.length === accounts.length ? null : seen.map(({ id }) => id);
}

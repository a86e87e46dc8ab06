/** What a person corrects of who an account is: its handle, where it was renamed or typed wrongly. */
import { fault, Problem } from "../../model/problem.ts";
import { type AccountRow, listAccounts } from "../../store/accounts.ts";
import { addAccount, openChange } from "./change.ts";
import { closed } from "./closed.ts";
import { withHandle } from "./identity.ts";
import { untilWritten } from "./until-written.ts";

/**
 * The account keeps its history and remembers the handle that it had.
 * @param handle in lower case, without `@`
 * @throws {Problem} `not_found`; `conflict` where another account of the platform has the handle
 */
export const renameAccount = (
  db: D1Database,
  id: number,
  handle: string,
  { time_zone }: { time_zone: string },
): Promise<AccountRow> =>
  untilWritten(db, async () => {
    const accounts = await listAccounts(db);
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new Problem("not_found", "there is no such account");
    const taken = accounts.find(
      (one) => one.id !== id && one.platform === account.platform && one.handle === handle,
    );
    if (taken) {
      throw new Problem("conflict", `another ${account.platform} account is called "${handle}"`, [
        fault("handle", "handle_taken"),
      ]);
    }
    const renamed = withHandle(account, handle, null);
    if (renamed === account) return { result: account, statements: [] };
    const change = openChange(time_zone);
    addAccount(change, renamed, account);
    return { result: renamed, statements: await closed(db, change, { judge: "later" }) };
  });

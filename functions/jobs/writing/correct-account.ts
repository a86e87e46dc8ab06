/** What a person corrects of an account: its handle, its id, the name shown, and whether it is shown at all. */
import { FAULT_MESSAGES, type FaultCode, fault, Problem } from "../../model/problem.ts";
import {
  type AccountRow,
  type Everyone,
  findEveryone,
  type Given,
  saveGiven,
} from "../../store/accounts.ts";
import { listLiveStandings } from "../../store/collections.ts";
import { touchLibrary } from "../../store/library.ts";
import { listAllMonths } from "../../store/months.ts";
import { movePagePosts } from "../../store/page-ids.ts";
import { renameThreadPosts } from "../../store/threads.ts";
import { addAccount, openChange, pack } from "./change.ts";
import { closed } from "./closed.ts";
import { withHandle } from "./identity.ts";
import { untilWritten } from "./until-written.ts";

/** Only what is said is written: two people may say two things at once. */
export type AccountCorrection = Given & {
  /** In lower case, without `@`. */
  handle?: string;
  /** `null`: forgotten, and the next reading that gives one brings it. */
  external_id?: string | null;
};

/**
 * The account keeps its history and remembers the handle that it had.
 * @throws {Problem} `not_found`; `conflict` where another account of the platform has the handle or the id, or where the id
 * is the platform's own word
 */
export const correctAccount = (
  db: D1Database,
  id: number,
  { handle, external_id, ...given }: AccountCorrection,
  { time_zone }: { time_zone: string },
): Promise<AccountRow> =>
  untilWritten(db, async () => {
    const everyone = await findEveryone(db);
    const { accounts } = everyone;
    const account = accounts.find((one) => one.id === id);
    if (!account) throw new Problem("not_found", "there is no such account");
    const others = accounts.filter((one) => one.id !== id && one.platform === account.platform);
    if (others.some((one) => one.handle === handle)) throw refused("handle", "handle_taken");
    const renamed = handle === undefined ? account : withHandle(account, handle, null);
    const corrected = external_id === undefined ? renamed : { ...renamed, external_id };
    const idChanged = corrected.external_id !== account.external_id;
    if (idChanged) await refuseId(db, corrected, everyone);
    const said = Object.keys(given).length === 0 ? [] : [saveGiven(db, id, given)];
    const result = { ...corrected, ...given };
    if (!idChanged && renamed === account) {
      return { result, statements: said.length === 0 ? [] : [...said, touchLibrary(db, null)] };
    }
    const change = openChange(time_zone);
    addAccount(change, corrected, account);
    const pages =
      idChanged && account.platform === "facebook"
        ? movePagePosts(db, id, { from: account.external_id, to: corrected.external_id })
        : [];
    if (pages.length > 0) {
      // a month holds the ids of its posts
      for (const { month } of await listAllMonths(db, id)) pack(change, id, month);
      pages.push(renameThreadPosts(db, id));
    }
    return {
      result,
      statements: [...pages, ...(await closed(db, change, { judge: "later" })), ...said],
    };
  });

async function refuseId(
  db: D1Database,
  { id, platform, external_id }: AccountRow,
  { accounts, parked }: Everyone,
): Promise<void> {
  const others = accounts.filter((one) => one.id !== id && one.platform === platform);
  if (external_id !== null && others.some((one) => one.external_id === external_id)) {
    throw refused("external_id", "id_taken");
  }
  const collected = await listLiveStandings(db);
  if (collected.some(({ account_id }) => account_id === id)) {
    throw refused("external_id", "told_by_platform");
  }
  // what is still to be brought over goes by the id that the other account had
  if (parked.some(({ merged_into, merged }) => merged_into === id && merged?.next != null)) {
    throw refused("external_id", "being_merged");
  }
}

const refused = (path: string, code: FaultCode): Problem =>
  new Problem("conflict", `${path} ${FAULT_MESSAGES[code]}`, [fault(path, code)]);

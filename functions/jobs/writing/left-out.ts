/** Days left out of the norm by a note, or taken in again: of their posts why, and what is judged of their accounts anew. */

import { standingIn } from "../../model/account.ts";
import { isOf } from "../../model/note.ts";
import { type Everyone, moveAccounts } from "../../store/accounts.ts";
import { saveExcuses } from "../../store/corrections.ts";
import { listReasonedStreaks } from "../../store/excuses.ts";
import { listJudgedRowsOf } from "../../store/judged-rows.ts";
import { listLeftOut, type NoteRow } from "../../store/notes.ts";
import { excusedAnew, excusesOf } from "../judging/excuses.ts";
import { addAccount, openChange } from "./change.ts";
import { closed } from "./closed.ts";

/** @param before `null`: there was no such note; `after` `null`: there is none any more */
export async function leftOutAnew(
  db: D1Database,
  { accounts, parked }: Everyone,
  {
    before,
    after,
    time_zone,
  }: { before: NoteRow | null; after: NoteRow | null; time_zone: string },
): Promise<D1PreparedStatement[]> {
  const spans = [before, after].filter((one) => one?.left_out === true) as NoteRow[];
  const [first] = spans;
  if (!first) return [];
  const of = spans.map((span) => ({ accounts: standingIn(parked, span.accounts) }));
  const concerned = accounts.filter(({ id }) => of.some((one) => isOf(one, id)));
  const ids = concerned.map(({ id }) => id);
  const days = spans.flatMap(({ from_on, to_on }) => [from_on, to_on]).sort();
  const stretch = { from_on: days[0] ?? first.from_on, to_on: days.at(-1) ?? first.to_on };
  const [left_out, reasons, rows] = await Promise.all([
    listLeftOut(db),
    listReasonedStreaks(db, ids),
    listJudgedRowsOf(db, ids, stretch),
  ]);
  const others = left_out.filter(({ id }) => id !== first.id);
  const is = [...others, ...(after?.left_out ? [after] : [])].sort((a, b) => a.id - b.id);
  const corrected = excusedAnew(
    rows,
    excusesOf({ left_out, reasons, parked }),
    excusesOf({ left_out: is, reasons, parked }),
  );
  const judged = concerned.filter(({ id }) => corrected.some((row) => row.account_id === id));
  // a post that comes in the same moment stood on what was left out until now
  const moved = moveAccounts(
    db,
    concerned.filter((one) => !judged.includes(one)),
  );
  if (judged.length === 0) return moved;
  const change = openChange(time_zone);
  for (const account of judged) addAccount(change, account, account);
  return [
    ...moved,
    ...saveExcuses(db, corrected),
    ...(await closed(db, change, { judge: "anew", corrected })),
  ];
}

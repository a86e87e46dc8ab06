/** The notices as a read asks for them. */
import { timelyNotices, trueNow } from "../analyse/notices.ts";
import type { OpenNotice } from "../model/notice.ts";
import type { Collection } from "../model/run.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listStandings } from "../store/collections.ts";
import { listOpenNotices, type NoticeRow } from "../store/notices.ts";
import { isReader } from "./access.ts";
import type { Ctx } from "./env.ts";

/** What is stored of them, and what the clock is held against. */
export type Standing = { open: NoticeRow[]; collections: Collection[] };

export async function listStanding(c: Ctx): Promise<Standing> {
  const [open, collections] = await Promise.all([
    listOpenNotices(c.env.DB),
    listStandings(c.env.DB),
  ]);
  return { open, collections };
}

/** All that is true now of these accounts, and of the library itself, in no order. */
export function noticesNow(
  c: Ctx,
  accounts: readonly AccountRow[],
  { open, collections }: Standing,
): OpenNotice[] {
  const ids = new Set(accounts.map(({ id }) => id));
  const own = open.filter(({ account_id, kind }) =>
    account_id === null ? kind !== "report" || isReader(c) : ids.has(account_id),
  );
  return trueNow(own, timelyNotices(accounts, collections, c.get("now")));
}

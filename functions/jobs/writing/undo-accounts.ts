/** What an import said of accounts taken back, once no post holds anything of it any more: followers, names and days. */
import { foldPlatformDay } from "../../analyse/account-days.ts";
import { calendarOf, addDays as daysLater, startOfDay } from "../../model/day.ts";
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  findLastKnown,
  listAccountReadings,
  listImportedReadings,
} from "../../store/account-readings.ts";
import { type AccountRow, deleteEmptyAccounts, type Everyone } from "../../store/accounts.ts";
import { deleteImportedDays, listDayReadings, listImportedDays } from "../../store/day-readings.ts";
import { deleteImportParts, type ImportRow, listNewestImports } from "../../store/imports.ts";
import { forgetGoneAccounts } from "../../store/links.ts";
import { deleteEmptyMonths } from "../../store/months.ts";
import {
  accountIds,
  addAccount,
  addAccountDays,
  addAccountReadings,
  openChange,
  packFrom,
} from "./change.ts";
import { closed } from "./closed.ts";
import { deriveAccountWithout, FOR_EVER } from "./derive-account.ts";
import { withoutRename } from "./identity.ts";
import { type Parting, parted, partingOf } from "./undo-merge.ts";

/** Readings and days of one call: a file brings one reading an account, a merge thousands. */
const READINGS_A_SLICE = 200;
const DAYS_A_SLICE = 400;

/** One slice. `last`: with it the import is undone. */
export async function accountsUndone(
  db: D1Database,
  everyone: Everyone,
  { id }: ImportRow,
  { time_zone }: { time_zone: string },
): Promise<{ last: boolean; statements: D1PreparedStatement[] }> {
  const change = openChange(time_zone);
  const readings = await listImportedReadings(db, id, READINGS_A_SLICE);
  const dates = await listImportedDays(db, id, DAYS_A_SLICE);
  const last = readings.length < READINGS_A_SLICE && dates.length < DAYS_A_SLICE;
  const parting = partingOf(everyone, id);
  const said = (await listDayReadings(db, dates)).filter(({ import_id }) => import_id !== id);
  const renamed = everyone.accounts.filter(({ old_handles }) =>
    old_handles.some(({ import_id }) => import_id === id),
  );
  const named = [...renamed, ...(parting ? [parting.into] : [])];
  const touchedBy = [...readings, ...dates, ...named.map((one) => ({ account_id: one.id }))];
  for (const account of await accountsOf(db, everyone, id, touchedBy)) {
    const own = dates.filter(({ account_id }) => account_id === account.id);
    const platformDays = new Map(
      own.map(({ date }) => [
        date,
        foldPlatformDay(said.filter((row) => row.account_id === account.id && row.date === date)),
      ]),
    );
    addAccountDays(change, account.id, { platformDays });
    const touched = readings.filter(({ account_id }) => account_id === account.id);
    const without = await accountWithout(db, account, id, touched, time_zone);
    const row = without?.row ?? account;
    addAccount(change, last ? withoutNames(row, id, parting) : row, account);
    if (!without) continue;
    addAccountReadings(change, without);
    addAccountDays(change, account.id, without);
    // later months may have started with the count that goes
    packFrom(change, account.id, touched[0]?.read_at ?? 0);
  }
  const undone = [deleteImportedDays(db, id, dates), deleteEmptyMonths(db)];
  if (!last) return { last, statements: [...(await closed(db, change, LATER)), ...undone] };
  const ended = parting ? await parted(db, parting, change) : null;
  return {
    last,
    statements: [
      ...(ended?.first ?? []),
      ...(await closed(db, change, {
        ...ended?.closing,
        swept: true,
        undone: { id, accounts: accountIds(change) },
      })),
      ...(ended?.last ?? []),
      deleteImportParts(db, id),
      ...undone,
      deleteEmptyAccounts(db),
      forgetGoneAccounts(db),
    ],
  };
}

/** Half an undone import is no history to judge. */
const LATER = { judge: "later", unjudged: true, swept: true } as const;

const withoutNames = (row: AccountRow, import_id: number, parting: Parting | null): AccountRow =>
  parting ? parting.without(row) : withoutRename(row, import_id);

/** `null` where the import said nothing of the account itself. */
async function accountWithout(
  db: D1Database,
  account: AccountRow,
  import_id: number,
  touched: readonly AccountReadingRow[],
  time_zone: string,
) {
  const [first, newestOfThem] = [touched[0], touched.at(-1)];
  if (!first || !newestOfThem) return null;
  const dayOf = calendarOf(time_zone);
  const from = startOfDay(dayOf(first.read_at), time_zone);
  const to = startOfDay(daysLater(dayOf(newestOfThem.read_at), 1), time_zone) - 1;
  const decides = (account.followers_at ?? 0) <= to || (account.named_at ?? 0) <= to;
  const window = (until: Instant) =>
    listAccountReadings(db, [{ account_id: account.id, from: known, to: until }]);
  const known = Math.min(from, await findLastKnown(db, account.id, first.read_at, import_id));
  const days = await window(decides ? FOR_EVER : to);
  // one more after the one that closes the days tells by whom that one was confirmed
  const readings = decides ? days : await window(days.at(-1)?.read_at ?? to);
  const newest = readings.length === days.length;
  return deriveAccountWithout(account, touched, readings, newest, dayOf);
}

/** The accounts of these rows, read last when anything but the import was. */
export async function accountsOf(
  db: D1Database,
  { accounts }: Everyone,
  import_id: number,
  rows: readonly { account_id: number }[],
): Promise<AccountRow[]> {
  const ids = new Set(rows.map(({ account_id }) => account_id));
  if (ids.size === 0) return [];
  const newest = await listNewestImports(db, [...ids], import_id);
  return accounts
    .filter(({ id }) => ids.has(id))
    .map((account) => {
      const other = newest.find(({ account_id }) => account_id === account.id)?.read_at ?? 0;
      const last_read_at = Math.max(other, account.collected_at ?? 0) || null;
      return { ...account, last_read_at };
    });
}

/** The accounts that snapshots are of, each derived. */
import { addDays, calendarOf, startOfDay } from "../../model/day.ts";
import { type Stretch, saysAnything } from "../../model/snapshot.ts";
import { listAccountReadings } from "../../store/account-readings.ts";
import { listDayReadings } from "../../store/day-readings.ts";
import {
  type AccountChange,
  type AccountSighting,
  deriveAccount,
  saysWho,
} from "./derive-account.ts";
import type { Group } from "./group-by-account.ts";

/** A group with what its snapshots change of the account itself. */
export type DerivedGroup = Group & { derived: AccountChange };

export async function touchedAccounts(
  db: D1Database,
  groups: readonly Group[],
  { time_zone, import_id }: { time_zone: string; import_id: number | null },
): Promise<DerivedGroup[]> {
  const known = groups.filter(({ stored }) => stored);
  const windows = known.flatMap((group) => windowOf(group, time_zone) ?? []);
  const dates = known.flatMap(({ account, snapshots }) =>
    snapshots.flatMap(({ snapshot }) =>
      snapshot.days.map(({ date }) => ({ account_id: account.id, date })),
    ),
  );
  const readings = windows.length === 0 ? [] : await listAccountReadings(db, windows);
  const dayReadings = dates.length === 0 ? [] : await listDayReadings(db, dates);
  const dayOf = calendarOf(time_zone);
  return groups.map((group) => {
    const { account, stored } = group;
    const of = (row: { account_id: number }) => row.account_id === account.id;
    // an account that is named otherwise too does not go with the import that brought it
    const brought = !stored || import_id === null ? { ...account, import_id } : account;
    const sightings = sightingsOf(group, import_id);
    const [own, days] = [readings.filter(of), dayReadings.filter(of)];
    return { ...group, derived: deriveAccount(brought, sightings, own, days, dayOf) };
  });
}

/** The days on which the snapshots say who the account is, whole; `null`: on none. */
function windowOf({ account, snapshots }: Group, time_zone: string): Stretch | null {
  const dayOf = calendarOf(time_zone);
  const who = snapshots.filter(({ snapshot }) => saysWho(snapshot));
  const [oldest, newest] = [who[0], who.at(-1)];
  if (!oldest || !newest) return null;
  const first = dayOf(oldest.snapshot.read_at);
  const last = dayOf(newest.snapshot.read_at);
  return {
    account_id: account.id,
    from: startOfDay(first, time_zone),
    to: startOfDay(addDays(last, 1), time_zone) - 1,
  };
}

const sightingsOf = ({ account, snapshots }: Group, import_id: number | null): AccountSighting[] =>
  snapshots
    .map(({ snapshot }) => snapshot)
    .filter(saysAnything)
    .map(({ read_at, followers, name, days }) => ({
      read_at,
      version: account.version + 1,
      import_id,
      followers,
      name,
      days,
    }));

/** The followers at publishing as the database will derive them in the batch (see `deriveFollowersAtPublish`), known before. */
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  type CountedFollowers,
  type CountsAround,
  listFollowersAt,
} from "../../store/account-readings.ts";

type Moment = { account_id: number; at: Instant };

/** `estimated`: the first count known after; none was known before. */
export type FollowersAt = { followers: number | null; estimated: boolean };

const keyOf = ({ account_id, at }: Moment): string => `${account_id} ${at}`;

/**
 * @param stored accounts that are in the database; of the others the change knows every reading
 * @param known counts that were read before; they hold where no reading goes
 * @returns by account and instant; followers `null`: no count is known at all
 */
export async function followersAt(
  db: D1Database,
  moments: readonly Moment[],
  readings: { save: readonly AccountReadingRow[]; remove: readonly AccountReadingRow[] },
  stored: ReadonlySet<number>,
  known: readonly CountsAround[] = [],
): Promise<(moment: Moment) => FollowersAt> {
  const asked = new Map(
    moments.filter(({ account_id }) => stored.has(account_id)).map((one) => [keyOf(one), one]),
  );
  const found = new Map(
    (readings.remove.length === 0 ? known : []).map((row) => [keyOf(row), row]),
  );
  const more = [...asked].flatMap(([key, moment]) => (found.has(key) ? [] : moment));
  const rows = more.length === 0 ? [] : await listFollowersAt(db, more, readings.remove);
  for (const row of rows) found.set(keyOf(row), row);
  const counted = Map.groupBy(
    readings.save.filter(({ followers }) => followers !== null),
    ({ account_id }) => account_id,
  );
  return (moment) => {
    const { known: last = null, later = null } = found.get(keyOf(moment)) ?? {};
    const came = (counted.get(moment.account_id) ?? []).map(
      ({ read_at, version, followers }): CountedFollowers => [read_at, version, followers ?? 0],
    );
    const before = best([last, ...came.filter(([at]) => at <= moment.at)], newerFirst);
    const after = best([later, ...came.filter(([at]) => at > moment.at)], olderFirst);
    return {
      followers: (before ?? after)?.[2] ?? null,
      estimated: before === null && after !== null,
    };
  };
}

const newerFirst = (a: CountedFollowers, b: CountedFollowers) => b[0] - a[0] || b[1] - a[1];
/** Of one instant the later arrival. */
const olderFirst = (a: CountedFollowers, b: CountedFollowers) => a[0] - b[0] || b[1] - a[1];

const best = (
  counts: readonly (CountedFollowers | null)[],
  order: (a: CountedFollowers, b: CountedFollowers) => number,
): CountedFollowers | null => counts.filter((count) => count !== null).sort(order)[0] ?? null;

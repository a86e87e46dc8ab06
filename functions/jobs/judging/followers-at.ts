/** The followers at publishing as the database will derive them in the batch (see `deriveFollowersAtPublish`), known before. */
import type { Instant } from "../../model/snapshot.ts";
import {
  type AccountReadingRow,
  type CountedFollowers,
  listFollowersAt,
} from "../../store/account-readings.ts";

type Moment = { account_id: number; at: Instant };

/** `estimated`: the first count known after; none was known before. */
export type FollowersAt = { followers: number | null; estimated: boolean };

const keyOf = ({ account_id, at }: Moment): string => `${account_id} ${at}`;

/**
 * @param stored accounts that are in the database; of the others the change knows every reading
 * @returns by account and instant; followers `null`: no count is known at all
 */
export async function followersAt(
  db: D1Database,
  moments: readonly Moment[],
  readings: { save: readonly AccountReadingRow[]; remove: readonly AccountReadingRow[] },
  stored: ReadonlySet<number>,
): Promise<(moment: Moment) => FollowersAt> {
  const asked = new Map(
    moments.filter(({ account_id }) => stored.has(account_id)).map((one) => [keyOf(one), one]),
  );
  const rows =
    asked.size === 0 ? [] : await listFollowersAt(db, [...asked.values()], readings.remove);
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  const counted = Map.groupBy(
    readings.save.filter(({ followers }) => followers !== null),
    ({ account_id }) => account_id,
  );
  return (moment) => {
    const { known = null, later = null } = found.get(keyOf(moment)) ?? {};
    const more = (counted.get(moment.account_id) ?? []).map(
      ({ read_at, version, followers }): CountedFollowers => [read_at, version, followers ?? 0],
    );
    const before = best([known, ...more.filter(([at]) => at <= moment.at)], newerFirst);
    const after = best([later, ...more.filter(([at]) => at > moment.at)], olderFirst);
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

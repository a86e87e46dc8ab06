import type { Claim, Entanglement, Factor } from "../model/claim.ts";
import type { FinishedLook, LookResult, LookState, MonthClaim } from "../model/look.ts";
import type { Instant } from "../model/snapshot.ts";
import { all, valuesOf } from "./rows.ts";
import { table } from "./table.ts";

/** In the place of an account: all of them together. */
export const POOL = 0;

/**
 * A look as its row stands. `late`: posts of before its month that came since; `result` is the newest look's alone, older
 * ones have their claims.
 */
export type LookRow = {
  account_id: number;
  month: string;
  state: LookState;
  posts: number;
  of: number[];
  made_at: Instant;
  late: number;
  result: LookResult | null;
};

const LOOKS = table<LookRow>("looks", {
  account_id: "plain",
  month: "plain",
  state: "plain",
  posts: "plain",
  of: "json",
  made_at: "plain",
  late: "plain",
  result: "json",
});

type ClaimRow = {
  account_id: number;
  month: string;
  place: number;
  factor: Factor;
  level: string;
  direction: 1 | -1;
  ratio: number;
  low: number;
  high: number;
  posts: number;
  chance: number;
  entangled_with: Entanglement | null;
};

const CLAIMS = table<ClaimRow>("claims", {
  account_id: "plain",
  month: "plain",
  place: "plain",
  factor: "plain",
  level: "plain",
  direction: "plain",
  ratio: "plain",
  low: "plain",
  high: "plain",
  posts: "plain",
  chance: "plain",
  entangled_with: "json",
});

const claimOf = ({ account_id: _account, month: _month, place: _place, ...claim }: ClaimRow) =>
  claim satisfies Claim;

const accountOf = (account_id: number): number | null => (account_id === POOL ? null : account_id);

/** That of all together is whose who may see each account that was judged in it. */
const SEEN = `(l.account_id <> ${POOL} or not exists (select 1 from json_each(l.of) where value not in (select id from a)))`;

/** Accounts, and all together, as a table `a` of ids. */
const asked = (ids: readonly number[]): string =>
  `with a (id) as ${valuesOf([POOL, ...ids].map((id) => [id]))}`;

/** Of each the newest finished look `l`. */
const NEWEST = `from a join looks l on l.account_id = a.id and ${SEEN} and l.month =
  (select month from looks where account_id = a.id and result is not null order by month desc limit 1)`;

const newestClaims = (db: D1Database, account_ids: readonly number[]) =>
  CLAIMS.rows(
    db.prepare(
      `${asked(account_ids)} select ${CLAIMS.of("c")} ${NEWEST}
         join claims c on c.account_id = l.account_id and c.month = l.month
       order by c.account_id, c.place`,
    ),
  );

/** The newest finished look of each account, and that of all together if it is of these alone; that one first. */
export async function listLooks(
  db: D1Database,
  account_ids: readonly number[],
): Promise<FinishedLook[]> {
  const [rows, claims] = await Promise.all([
    LOOKS.rows(
      db.prepare(`${asked(account_ids)} select ${LOOKS.of("l")} ${NEWEST} order by l.account_id`),
    ),
    newestClaims(db, account_ids),
  ]);
  return rows.flatMap(({ late: _late, result, ...look }) => {
    const own = claims.filter(({ account_id }) => account_id === look.account_id).map(claimOf);
    const account_id = accountOf(look.account_id);
    return result === null ? [] : [{ ...look, account_id, result, claims: own }];
  });
}

/** What is claimed now: by the newest look of each account, and of all together as `listLooks` has it. */
export const listNewestClaims = async (
  db: D1Database,
  account_ids: readonly number[],
): Promise<MonthClaim[]> => (await newestClaims(db, account_ids)).map(monthClaim);

const monthClaim = (row: ClaimRow): MonthClaim => ({
  ...claimOf(row),
  account_id: accountOf(row.account_id),
  month: row.month,
});

/** Four accounts and the pool rarely claim a dozen things a month: many years of them. */
const MOST_CLAIMS = 5_000;

/**
 * Every claim of the months between, both ends included, by month, account and place.
 * @param limited those of all together only where they are of these accounts alone
 */
export async function listClaims(
  db: D1Database,
  account_ids: readonly number[],
  { from, to, limited }: { from: string; to: string; limited: boolean },
): Promise<MonthClaim[]> {
  const rows = await CLAIMS.rows(
    db
      .prepare(
        `${asked(account_ids)} select ${CLAIMS.of("c")} from a
           join claims c on c.account_id = a.id and c.month between ?1 and ?2
           join looks l on l.account_id = c.account_id and l.month = c.month and (?3 = 0 or ${SEEN})
         order by c.month, c.account_id, c.place limit ${MOST_CLAIMS}`,
      )
      .bind(from, to, Number(limited)),
  );
  return rows.map(monthClaim);
}

/** How far looks are: without what they found. */
export type LookKnown = Omit<LookRow, "result">;

/** All looks of a month. */
export async function listLooksOf(db: D1Database, month: string): Promise<LookKnown[]> {
  const rows = await all<Record<string, unknown>>(
    db
      .prepare(
        `select account_id, month, state, posts, of, made_at, late, null as result from looks
         where account_id in (select ${POOL} union all select id from accounts where merged_into is null) and month = ?1
         order by account_id`,
      )
      .bind(month),
  );
  return rows.map((row) => {
    const { result: _result, ...known } = LOOKS.fromStored(row) as unknown as LookRow;
    return known;
  });
}

/** The claims of one look. */
export async function listClaimsOf(
  db: D1Database,
  { account_id, month }: { account_id: number; month: string },
): Promise<Claim[]> {
  const rows = await CLAIMS.rows(
    db
      .prepare(
        `select ${CLAIMS.list} from claims where account_id = ?1 and month = ?2 order by place`,
      )
      .bind(account_id, month),
  );
  return rows.map(claimOf);
}

/**
 * A look that is finished, in the place of one of the same month. In one batch, in which whoever lost the race is refused.
 */
export const saveLook = (db: D1Database, row: LookRow, claims: readonly Claim[]) => [
  db
    .prepare("delete from claims where account_id = ?1 and month = ?2")
    .bind(row.account_id, row.month),
  // older ones are read by nobody any more
  db
    .prepare(
      "update looks set result = null where account_id = ?1 and month <> ?2 and result is not null",
    )
    .bind(row.account_id, row.month),
  ...LOOKS.insert(
    db,
    [row],
    `on conflict (account_id, month) do update set ${LOOKS.excluded("state", "posts", "of", "made_at", "late", "result")}`,
  ),
  ...CLAIMS.insert(
    db,
    claims.map((claim, place) => ({
      ...claim,
      account_id: row.account_id,
      month: row.month,
      place,
    })),
  ),
];

import type { Claim } from "../model/claim.ts";
import type { FinishedLook, LookResult, LookState, MonthClaim } from "../model/look.ts";
import type { Instant } from "../model/snapshot.ts";
import { all, forRows, valuesOf } from "./rows.ts";
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

/** `place`: its place among the month's claims, the surest first. */
type ClaimRow = Claim & { account_id: number; month: string; place: number };

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

/** What the newest looks claim, put beside what every page reads. */
const keepStandingClaims = (db: D1Database) =>
  db.prepare(
    `update library set standing_claims = (select json_group_array(json(claim)) from (
       select json_object('account_id', nullif(c.account_id, ${POOL}), 'of', json(l.of), 'month', c.month, 'factor', c.factor,
         'level', c.level, 'direction', c.direction, 'ratio', c.ratio, 'low', c.low, 'high', c.high, 'posts', c.posts,
         'chance', c.chance, 'entangled_with', json(c.entangled_with)) as claim
       from looks l join claims c on c.account_id = l.account_id and c.month = l.month
       where l.result is not null order by c.account_id, c.place)) where id = 1`,
  );

const monthClaim = (row: ClaimRow): MonthClaim => ({
  ...claimOf(row),
  account_id: accountOf(row.account_id),
  month: row.month,
});

/** The newest: four accounts and the pool rarely claim a dozen things a month, so that these are many years. */
const MOST_CLAIMS = 5_000;

type Between = { from: string; to: string; limited: boolean };

/** With whose they are now: an account that was merged into one of these since says what it said. */
const claimsBetween = async (
  db: D1Database,
  account_ids: readonly number[],
  { from, to, limited }: Between,
) =>
  (
    await CLAIMS.rows<{ stands_for: number }>(
      db
        .prepare(
          `with recursive a (id, stands_for) as (
           select column1, column1 from ${valuesOf([POOL, ...account_ids].map((id) => [id]))}
           union select m.id, a.stands_for from accounts m join a on m.merged_into = a.id and m.id <> a.id)
         select ${CLAIMS.of("c")}, a.stands_for from a
           join claims c on c.account_id = a.id and c.month between ?1 and ?2
           join looks l on l.account_id = c.account_id and l.month = c.month and (?3 = 0 or ${SEEN})
         order by c.month desc, a.stands_for desc, c.account_id desc, c.place desc limit ${MOST_CLAIMS}`,
        )
        .bind(from, to, Number(limited)),
    )
  ).reverse();

/**
 * Every claim of the months between, both ends included, by month, account and place: what was said of an account that was merged
 * into one of these since is that one's.
 * @param limited those of all together only where they are of these accounts alone
 */
export const listClaims = async (
  db: D1Database,
  account_ids: readonly number[],
  between: Between,
): Promise<MonthClaim[]> =>
  (await claimsBetween(db, account_ids, between)).map(({ stands_for, ...row }) =>
    monthClaim({ ...row, account_id: stands_for }),
  );

/** How the looks of some months came out, of these accounts and of all together, with their claims. */
export async function listWorksOf(
  db: D1Database,
  account_ids: readonly number[],
  months: { from: string; to: string },
) {
  type Look = { account_id: number; month: string; state: LookState; posts: number };
  const [looks, claims] = await Promise.all([
    all<Look>(
      db
        .prepare(
          // of a look that a newer one followed the result is gone
          `${asked(account_ids)} select l.account_id, l.month, l.state, l.posts from a
             join looks l on l.account_id = a.id and l.month between ?1 and ?2
           where l.result is not null or exists (
             select 1 from looks n where n.account_id = l.account_id and n.month > l.month and n.result is not null)
           order by l.account_id, l.month`,
        )
        .bind(months.from, months.to),
    ),
    claimsBetween(db, account_ids, { ...months, limited: false }),
  ]);
  return {
    looks: looks.map((look) => ({ ...look, account_id: accountOf(look.account_id) })),
    claims: claims.flatMap(({ stands_for, ...row }) =>
      row.account_id === stands_for ? [monthClaim(row)] : [],
    ),
  };
}

/** What an account was claimed to do a month ago: what stands then stays more easily. */
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

/** How far the month's looks are: of each account that is shown, and of all together. */
export type MonthLook = Omit<LookRow, "month" | "result"> & { finished: boolean };

/** An account without a look of the month has `look: null`. */
export async function listMonthLooks(
  db: D1Database,
  month: string,
): Promise<{ id: number; look: MonthLook | null }[]> {
  type Row = Omit<MonthLook, "of" | "finished" | "state"> & {
    id: number;
    state: LookState | null;
    of: string;
    finished: 0 | 1;
  };
  const rows = await all<Row>(
    db
      .prepare(
        `select a.id, l.account_id, l.state, l.posts, l.of, l.made_at, l.late, l.result is not null as finished
         from (select ${POOL} as id union all select id from accounts where merged_into is null and hidden_at is null) a
           left join looks l on l.account_id = a.id and l.month = ?1
         order by a.id`,
      )
      .bind(month),
  );
  return rows.map(({ id, state, of, finished, ...known }) => ({
    id,
    look: state && { ...known, state, of: JSON.parse(of), finished: finished === 1 },
  }));
}

/**
 * Its row, before anything is found: what comes late after its posts are read is counted there. What was found of the same month
 * before stands until it is found anew.
 * @param seen what had come late when its posts were read
 */
export const beginLook = (
  db: D1Database,
  {
    account_id,
    month,
    of,
    made_at,
    seen,
  }: Pick<LookRow, "account_id" | "month" | "of" | "made_at"> & { seen: number },
) =>
  LOOKS.insert(
    db,
    [{ account_id, month, state: "learning", posts: 0, of, made_at, late: 0, result: null }],
    `on conflict (account_id, month) do update set late = looks.late - ${seen}`,
  );

/** A look that is finished. What came late while it was made stays counted. */
export const saveLook = (
  db: D1Database,
  row: Omit<LookRow, "late"> & { result: LookResult },
  claims: readonly Claim[],
) => [
  db
    .prepare("delete from claims where account_id = ?1 and month = ?2")
    .bind(row.account_id, row.month),
  // older ones are read by nobody any more
  db
    .prepare(
      "update looks set result = null where account_id = ?1 and month < ?2 and result is not null",
    )
    .bind(row.account_id, row.month),
  ...LOOKS.insert(
    db,
    [{ ...row, late: 0 }],
    `on conflict (account_id, month) do update set ${LOOKS.excluded("state", "posts", "of", "made_at", "result")}`,
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
  keepStandingClaims(db),
];

/** Posts that came long after they were published, by account: those of before its newest look's month are counted there. */
export const countLate = (
  db: D1Database,
  posts: readonly { account_id: number; published_on: string }[],
) =>
  forRows(
    db,
    `update looks set late = late + n from (
       select l.account_id as of_account, l.month as of_month, count(*) as n
       from json_each(?1) p join looks l on l.account_id = p.value ->> 'account_id'
         and l.month = (select max(month) from looks where account_id = l.account_id)
         and p.value ->> 'published_on' < l.month
       group by 1, 2)
     where account_id = of_account and month = of_month`,
    posts.map(({ account_id, published_on }) => ({ account_id, published_on })),
    { surely: false },
  );

/** More than any look judges, and so more than one that is under way can find. */
const WHOLE_HISTORY = 1_000_000;

/**
 * Their history is another: the look of the month that runs is made anew, as if all of it had come late. One that is under way
 * may have read the old one, so it is made once more.
 */
export const lookAnew = (db: D1Database, account_ids: readonly number[]) =>
  db
    .prepare(
      `update looks set late = late + ${WHOLE_HISTORY} where account_id in (select value from json_each(?1))
         and month = (select max(month) from looks l where l.account_id = looks.account_id)`,
    )
    .bind(JSON.stringify(account_ids));

/** What works is told of these accounts no more; all together are judged anew without them, and what was said of them stands. */
export const eraseLooks = (db: D1Database, account_ids: readonly number[]) => [
  ...["looks", "claims", "looking"].map((table) =>
    db
      .prepare(`delete from ${table} where account_id in (select value from json_each(?1))`)
      .bind(JSON.stringify(account_ids)),
  ),
  db
    .prepare(
      `delete from looking where account_id = ${POOL} and exists (
         select 1 from json_each(looking.progress, '$.of') where value in (select value from json_each(?1)))`,
    )
    .bind(JSON.stringify(account_ids)),
  db
    .prepare(
      `update looks set result = null,
         of = (select json_group_array(value) from json_each(looks.of) where value not in (select value from json_each(?1)))
       where account_id = ${POOL} and exists (
         select 1 from json_each(looks.of) where value in (select value from json_each(?1)))`,
    )
    .bind(JSON.stringify(account_ids)),
  keepStandingClaims(db),
];

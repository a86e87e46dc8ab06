/** The newest look of each account without what it found of levels and hours: what there is to choose from, and what comes first. */
import type { Claim } from "../model/claim.ts";
import type { LookResult, LookState } from "../model/look.ts";
import { all } from "./rows.ts";
import { POOL } from "./works.ts";

export type LookHead = {
  /** `POOL`: all together. */
  account_id: number;
  month: string;
  state: LookState;
  posts: number;
  /** The accounts that were judged. */
  of: number[];
  claims: number;
  /** The surest. */
  first: Pick<Claim, "factor" | "level" | "direction" | "ratio" | "chance"> | null;
};

const CLAIMS_OF = "from claims c where c.account_id = l.account_id and c.month = l.month";

/** Of every account, hidden ones too, and of all together; those that nobody looked at yet are not there. */
export async function listLookHeads(db: D1Database): Promise<LookHead[]> {
  const rows = await all<Omit<LookHead, "of" | "first"> & { of: string; first: string | null }>(
    db.prepare(
      `select l.account_id, l.month, l.state, l.posts, l.of, (select count(*) ${CLAIMS_OF}) as claims,
         (select json_object('factor', factor, 'level', level, 'direction', direction, 'ratio', ratio, 'chance', chance)
          ${CLAIMS_OF} order by place limit 1) as first
       from (select ${POOL} as id union all select id from accounts where merged_into is null) a
       join looks l on l.account_id = a.id and l.month =
         (select month from looks where account_id = a.id and result is not null order by month desc limit 1)
       order by l.account_id`,
    ),
  );
  return rows.map(({ of, first, ...row }) => ({
    ...row,
    of: JSON.parse(of) as number[],
    first: first === null ? null : (JSON.parse(first) as LookHead["first"]),
  }));
}

/** What a look found; `null`: it is not the newest any more. */
export async function findLookResult(
  db: D1Database,
  { account_id, month }: Pick<LookHead, "account_id" | "month">,
): Promise<LookResult | null> {
  const row = await db
    .prepare("select result from looks where account_id = ?1 and month = ?2")
    .bind(account_id, month)
    .first<{ result: string | null }>();
  return row?.result ? (JSON.parse(row.result) as LookResult) : null;
}

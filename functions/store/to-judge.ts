/** What a judgement of accounts begins with: their norms, and the streaks that it may still change. */
import type { KnownStreak } from "../model/streak.ts";
import { NORM, type NormRow } from "./norms.ts";
import { all, valuesOf } from "./rows.ts";
import { STREAKS, withMoved } from "./streaks.ts";

type Found = { of: "norm" | "streak"; account_id: number; row: string };

/** The streaks from each account's checkpoint on; without one, all of its. In one question. */
export async function listToJudge(
  db: D1Database,
  account_ids: readonly number[],
): Promise<{ norms: NormRow[]; streaks: KnownStreak[] }> {
  const found = await all<Found>(
    db.prepare(
      `with a (id) as ${valuesOf(account_ids.map((id) => [id]))},
         n (id, norm) as (select id, norm from accounts where id in (select id from a) and norm is not null)
       select 'norm' as of, id as account_id, norm as row from n
       union all
       select 'streak', s.account_id, ${STREAKS.asJson("s")} from n join streaks s on s.account_id = n.id
         and s.started_at >= coalesce(n.norm ->> '$.checkpoint.after.published_at', 0)`,
    ),
  );
  const norms = found
    .filter(({ of }) => of === "norm")
    .map(({ account_id, row }) => ({ account_id, ...NORM.unpack(row) }));
  const streaks = found
    .filter(({ of }) => of === "streak")
    .map(({ account_id, row }) => {
      const norm = norms.find((one) => one.account_id === account_id);
      const streak = STREAKS.fromJson(row);
      return withMoved(streak, streak.state === "open" ? (norm?.streaks ?? []) : []);
    });
  return { norms, streaks };
}

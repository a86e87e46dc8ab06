/** An account gone with all that was ever known of it. */
import { keepPostIds } from "./library.ts";
import { all } from "./rows.ts";

/**
 * Everything of an account, and of those that were merged into it, for good. Children first, for the foreign keys.
 * @param ids from `listMergedWith`
 */
export const eraseAccounts = (db: D1Database, ids: readonly number[]) => [
  keepPostIds(db),
  ...[
    `delete from import_posts where post_id in (select id from posts where account_id in ${IDS})`,
    `delete from comments where account_id in ${IDS}`,
    `delete from post_readings where post_id in (select id from posts where account_id in ${IDS})`,
    `delete from post_details where post_id in (select id from posts where account_id in ${IDS})`,
    `delete from post_keys where account_id in ${IDS}`,
    `delete from posts where account_id in ${IDS}`,
    `delete from months where account_id in ${IDS}`,
    `delete from streaks where account_id in ${IDS}`,
    `delete from excused where account_id in ${IDS}`,
    `delete from norms where account_id in ${IDS}`,
    `delete from days where account_id in ${IDS}`,
    `delete from day_readings where account_id in ${IDS}`,
    `delete from account_readings where account_id in ${IDS}`,
    `delete from collections where account_id in ${IDS}`,
    `update runs set problems =
       (select json_group_array(json(value)) from json_each(runs.problems)
        where coalesce(value ->> 'account_id', 0) not in ${IDS})
     where exists (select 1 from json_each(runs.problems) where value ->> 'account_id' in ${IDS})`,
    `delete from accounts where id in ${IDS}`,
  ].map((sql) => db.prepare(sql).bind(JSON.stringify(ids))),
];

const IDS = "(select value from json_each(?1))";

/** An account with those that were merged into it, and into them. */
export async function listMergedWith(db: D1Database, id: number): Promise<number[]> {
  const rows = await all<{ id: number }>(
    db
      .prepare(
        `with recursive one (id) as (
           select ?1 union select a.id from one join accounts a on a.merged_into = one.id
         ) select id from one order by id`,
      )
      .bind(id),
  );
  return rows.map((row) => row.id);
}

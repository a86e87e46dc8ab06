import { all, valuesOf } from "./rows.ts";

/** Those of these accounts of which a comment was ever read: of the others nobody knows whether there are any. */
export async function listCommented(
  db: D1Database,
  account_ids: readonly number[],
): Promise<number[]> {
  if (account_ids.length === 0) return [];
  const rows = await all<{ id: number }>(
    db.prepare(
      `with given (id) as ${valuesOf(account_ids.map((id) => [id]))}
       select id from given where exists (select 1 from comments where account_id = id) order by id`,
    ),
  );
  return rows.map(({ id }) => id);
}

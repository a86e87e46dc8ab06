import { all } from "./rows.ts";
import { given, type Whose } from "./whose.ts";

/** Those of these accounts of which a comment was ever read: of the others nobody knows whether there are any. */
export async function listCommented(db: D1Database, whose: Whose): Promise<number[]> {
  const rows = await all<{ id: number }>(
    db.prepare(
      `${given(whose)}
       select id from given where exists (select 1 from comments where account_id = id) order by id`,
    ),
  );
  const ids = await whose;
  return rows.map(({ id }) => id).filter((id) => ids.includes(id));
}

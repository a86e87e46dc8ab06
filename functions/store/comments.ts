import type { Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

/** When somebody commented; neither who nor what. */
export type CommentRow = {
  account_id: number;
  external_id: string;
  post_id: number;
  at: Instant;
  ours: boolean;
  reply_to: string | null;
};

/** Those of these comments that are known. */
export async function listComments(
  db: D1Database,
  keys: readonly Pick<CommentRow, "account_id" | "external_id">[],
): Promise<CommentRow[]> {
  const rows = await all<Omit<CommentRow, "ours"> & { ours: number }>(
    db
      .prepare(
        `select account_id, external_id, post_id, at, ours, reply_to from comments
         where (account_id, external_id) in (select value ->> 'account_id', value ->> 'external_id' from json_each(?1))
         order by account_id, external_id`,
      )
      .bind(JSON.stringify(keys)),
  );
  return rows.map((row) => ({ ...row, ours: row.ours === 1 }));
}

/** New comments, and corrections of known ones; an unchanged one writes nothing. */
export const saveComments = (db: D1Database, rows: readonly CommentRow[]) =>
  forRows(
    db,
    `insert into comments (account_id, external_id, post_id, at, ours, reply_to)
     select value ->> 'account_id', value ->> 'external_id', value ->> 'post_id', value ->> 'at', value ->> 'ours',
       value ->> 'reply_to'
     from json_each(?1) where true
     on conflict (account_id, external_id) do update set at = excluded.at, ours = excluded.ours, reply_to = excluded.reply_to
     where (comments.at, comments.ours, comments.reply_to) is not (excluded.at, excluded.ours, excluded.reply_to)`,
    rows,
  );

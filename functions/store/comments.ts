import type { Instant } from "../model/snapshot.ts";
import { forRows } from "./rows.ts";

/** When somebody commented; neither who nor what. */
export type CommentRow = {
  account_id: number;
  external_id: string;
  post_id: number;
  at: Instant;
  ours: boolean;
  reply_to: string | null;
  import_id: number | null;
};

/** New comments, and corrections of known ones; an unchanged one writes nothing. */
export const saveComments = (db: D1Database, rows: readonly CommentRow[]) =>
  forRows(
    db,
    `insert into comments (account_id, external_id, post_id, at, ours, reply_to, import_id)
     select value ->> 'account_id', value ->> 'external_id', value ->> 'post_id', value ->> 'at', value ->> 'ours',
       value ->> 'reply_to', value ->> 'import_id'
     from json_each(?1) where true
     on conflict (account_id, external_id) do update set at = excluded.at, ours = excluded.ours, reply_to = excluded.reply_to
     where (comments.at, comments.ours, comments.reply_to) is not (excluded.at, excluded.ours, excluded.reply_to)`,
    rows,
  );

import type { CommentReading } from "../model/snapshot.ts";
import { table } from "./table.ts";

/** When somebody commented; neither who nor what. */
export type CommentRow = Omit<CommentReading, "post"> & { account_id: number; post_id: number };

const COMMENTS = table<CommentRow>("comments", {
  account_id: "plain",
  external_id: "plain",
  post_id: "plain",
  at: "plain",
  ours: "flag",
  reply_to: "plain",
});

/** Those of these comments that are known. */
export const listComments = (
  db: D1Database,
  keys: readonly Pick<CommentRow, "account_id" | "external_id">[],
) =>
  COMMENTS.rows(
    db
      .prepare(
        `select ${COMMENTS.list} from comments
         where (account_id, external_id) in (select value ->> 'account_id', value ->> 'external_id' from json_each(?1))
         order by account_id, external_id`,
      )
      .bind(JSON.stringify(keys)),
  );

/** New comments, and corrections of known ones; an unchanged one writes nothing. */
export const saveComments = (db: D1Database, rows: readonly CommentRow[]) =>
  COMMENTS.insert(
    db,
    rows,
    `on conflict (account_id, external_id) do update set ${COMMENTS.excluded("at", "ours", "reply_to")}
     where (comments.at, comments.ours, comments.reply_to) is not (excluded.at, excluded.ours, excluded.reply_to)`,
  );

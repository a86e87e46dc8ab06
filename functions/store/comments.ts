import type { CommentReading } from "../model/snapshot.ts";
import { table } from "./table.ts";

/** When somebody commented; neither who nor what. */
export type CommentRow = Omit<CommentReading, "post"> & {
  account_id: number;
  post_id: number;
  /** The merge that brought it; `null` once a push or a collection said it too. */
  import_id: number | null;
};

const COMMENTS = table<CommentRow>("comments", {
  account_id: "plain",
  external_id: "plain",
  post_id: "plain",
  at: "plain",
  ours: "flag",
  reply_to: "plain",
  import_id: "plain",
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
    `on conflict (account_id, external_id) do update set ${COMMENTS.excluded("at", "ours", "reply_to", "import_id")}
     where (comments.at, comments.ours, comments.reply_to, comments.import_id)
       is not (excluded.at, excluded.ours, excluded.reply_to, excluded.import_id)`,
  );

/** Those under these posts. */
export const listCommentsOf = (db: D1Database, account_id: number, post_ids: readonly number[]) =>
  COMMENTS.rows(
    db
      .prepare(
        `select ${COMMENTS.list} from comments
         where account_id = ?1 and post_id in (select value from json_each(?2)) order by external_id`,
      )
      .bind(account_id, JSON.stringify(post_ids)),
  );

/** Those of an account that a merge brought and nobody said since. */
export const deleteMergedComments = (db: D1Database, account_id: number, import_id: number) =>
  db
    .prepare("delete from comments where account_id = ?1 and import_id = ?2")
    .bind(account_id, import_id);

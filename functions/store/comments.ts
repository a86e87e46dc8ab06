import type { CommentReading } from "../model/snapshot.ts";
import { table } from "./table.ts";

/** When somebody commented; neither who nor what. */
export type CommentRow = Omit<CommentReading, "post"> & {
  account_id: number;
  post_id: number;
  /** A person says that it needs no answer: what is read changes nothing of it. */
  settled: boolean;
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
  asks: "flag",
  settled: "flag",
});

/** What a reading says of a comment that is known; whether it asks only where its text passed by. */
const AS_READ = ["post_id", "at", "ours", "reply_to", "import_id"] as const;

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
    `on conflict (account_id, external_id) do update set ${COMMENTS.excluded(...AS_READ)}, asks = coalesce(excluded.asks, comments.asks)
     where (${AS_READ.map((column) => `comments.${column}`).join(", ")}, comments.asks)
       is not (${AS_READ.map((column) => `excluded.${column}`).join(", ")}, coalesce(excluded.asks, comments.asks))`,
  );

/** Does a reading say of a known comment what is known? */
export const sameComment = (read: CommentRow, known: CommentRow): boolean =>
  COMMENTS.same(read, known, AS_READ) && (read.asks === null || read.asks === known.asks);

/** Those under these posts. Left to itself the database looks through all of the account's for each of them. */
export const listCommentsUnder = (
  db: D1Database,
  posts: readonly Pick<CommentRow, "account_id" | "post_id">[],
) =>
  COMMENTS.rows(
    db
      .prepare(
        `select ${COMMENTS.of("c")} from json_each(?1) j
         join comments c indexed by comments_of_post on c.account_id = j.value ->> 0 and c.post_id = j.value ->> 1
         order by c.account_id, c.external_id`,
      )
      .bind(JSON.stringify(posts.map(({ account_id, post_id }) => [account_id, post_id]))),
  );

/** Those of an account that a merge brought and nobody said since. */
export const listMergedComments = (db: D1Database, account_id: number, import_id: number) =>
  COMMENTS.rows(
    db
      .prepare(
        `select ${COMMENTS.list} from comments where account_id = ?1 and import_id = ?2 order by external_id`,
      )
      .bind(account_id, import_id),
  );

export const deleteComments = (db: D1Database, rows: readonly CommentRow[]) =>
  COMMENTS.remove(db, ["account_id", "external_id"], rows);

/** `null` too: its post is hidden. */
export const findComment = (db: D1Database, account_id: number, external_id: string) =>
  COMMENTS.first(
    db
      .prepare(
        `select ${COMMENTS.list} from comments where account_id = ?1 and external_id = ?2
           and exists (select 1 from posts p where p.id = post_id and p.hidden_at is null)`,
      )
      .bind(account_id, external_id),
  );

/** A person's word on one. */
export const settleComment = (db: D1Database, row: CommentRow) =>
  db
    .prepare(
      "update comments set settled = ?3 where account_id = ?1 and external_id = ?2 and settled <> ?3",
    )
    .bind(row.account_id, row.external_id, Number(row.settled));

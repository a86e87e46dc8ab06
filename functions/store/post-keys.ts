import { table } from "./table.ts";

/** A name by which a post is found again. */
export type PostKey = {
  account_id: number;
  key: string;
  post_id: number;
};

const POST_KEYS = table<PostKey>("post_keys", {
  account_id: "plain",
  key: "plain",
  post_id: "plain",
});

export const savePostKeys = (db: D1Database, rows: readonly PostKey[]) =>
  POST_KEYS.insert(db, rows);

/** Names that nothing says any more. */
export const deletePostKeys = (db: D1Database, rows: readonly PostKey[]) =>
  POST_KEYS.remove(db, ["account_id", "key", "post_id"], rows);

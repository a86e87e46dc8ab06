import { all } from "./rows.ts";
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

/** An account that knows a post by a name, and when the first post that it knows was published. */
export type PostOwner = Pick<PostKey, "account_id" | "key"> & { first_at: number };

/** Which accounts of a platform know posts by these names. */
export const listPostOwners = (
  db: D1Database,
  names: readonly { platform: string; key: string }[],
) =>
  all<PostOwner>(
    db
      .prepare(
        `select k.account_id, k.key,
           (select min(published_at) from posts p where p.account_id = k.account_id) as first_at
         from json_each(?1) j
         join accounts a on a.platform = j.value ->> 'platform'
         join post_keys k on k.account_id = a.id and k.key = j.value ->> 'key'
         order by 1, 2`,
      )
      .bind(JSON.stringify(names)),
  );

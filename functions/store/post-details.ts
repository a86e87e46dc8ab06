import type { Details } from "../model/post-fold.ts";
import type { Stamp } from "../model/snapshot.ts";
import { table } from "./table.ts";

export type PostDetailsRow = Details & Stamp & { post_id: number };

const POST_DETAILS = table<PostDetailsRow>("post_details", {
  post_id: "plain",
  read_at: "plain",
  version: "plain",
  import_id: "plain",
  external_id: "plain",
  published_at: "plain",
  published_precision: "plain",
  format: "plain",
  caption: "plain",
  url: "plain",
  paid: "flag",
  removed_at: "plain",
});

const SAID = [
  "external_id",
  "published_at",
  "published_precision",
  "format",
  "caption",
  "url",
  "paid",
  "removed_at",
] as const satisfies (keyof Details)[];

export const listPostDetails = (db: D1Database, post_ids: readonly number[]) =>
  POST_DETAILS.rows(
    db
      .prepare(
        `select ${POST_DETAILS.list} from post_details where post_id in (select value from json_each(?1))
         order by post_id, read_at, version`,
      )
      .bind(JSON.stringify(post_ids)),
  );

export const savePostDetails = (db: D1Database, rows: readonly PostDetailsRow[]) =>
  POST_DETAILS.insert(
    db,
    rows,
    `on conflict (post_id, read_at, version) do update set ${POST_DETAILS.excluded(...SAID)}`,
  );

export const deletePostDetails = (
  db: D1Database,
  rows: readonly Pick<PostDetailsRow, "post_id" | "read_at" | "version">[],
) => POST_DETAILS.remove(db, ["post_id", "read_at", "version"], rows);

export const sameDetailsRow = POST_DETAILS.same;

import type { Format } from "../model/format.ts";
import type { Instant, Precision } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

export type PostDetailsRow = {
  post_id: number;
  read_at: Instant;
  version: number;
  import_id: number | null;
  external_id: string | null;
  published_at: Instant;
  published_precision: Precision;
  format: Format | null;
  caption: string | null;
  url: string | null;
  paid: number | null;
  removed_at: Instant | null;
};

const COLUMNS =
  "post_id, read_at, version, import_id, external_id, published_at, published_precision, format, caption, url, paid, removed_at";

export const listPostDetails = (db: D1Database, post_ids: readonly number[]) =>
  all<PostDetailsRow>(
    db
      .prepare(
        `select ${COLUMNS} from post_details where post_id in (select value from json_each(?1))
         order by post_id, read_at, version`,
      )
      .bind(JSON.stringify(post_ids)),
  );

export const savePostDetails = (db: D1Database, rows: readonly PostDetailsRow[]) =>
  forRows(
    db,
    `insert into post_details (${COLUMNS})
     select value ->> 'post_id', value ->> 'read_at', value ->> 'version', value ->> 'import_id',
       value ->> 'external_id', value ->> 'published_at', value ->> 'published_precision', value ->> 'format',
       value ->> 'caption', value ->> 'url', value ->> 'paid', value ->> 'removed_at'
     from json_each(?1)`,
    rows,
  );

export const deletePostDetails = (
  db: D1Database,
  rows: readonly Pick<PostDetailsRow, "post_id" | "read_at" | "version">[],
) =>
  forRows(
    db,
    `delete from post_details where (post_id, read_at, version) in
       (select value ->> 'post_id', value ->> 'read_at', value ->> 'version' from json_each(?1))`,
    rows,
  );

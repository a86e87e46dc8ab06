import type { Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";

/** A figure that was typed: an account's followers, or a post's figures. */
export type TypedRow = {
  import: number;
  account: number;
  created_at: Instant;
  read_at: Instant;
  followers: number | null;
  post: number | null;
};

/** The newest that stand. */
export const listTyped = (db: D1Database, limit: number) =>
  all<TypedRow>(
    db
      .prepare(
        `select i.id as import, coalesce(r.account_id, p.account_id) as account, i.created_at, i.read_at, r.followers, p.id as post
         from (select id, created_at, read_at from imports where kind = 'typed' and undone_at is null
           order by id desc limit ?1) i
         left join account_readings r on r.import_id = i.id
         left join import_posts ip on ip.import_id = i.id
         left join posts p on p.id = ip.post_id
         where coalesce(r.account_id, p.account_id) is not null
         order by i.id desc, account`,
      )
      .bind(limit),
  );

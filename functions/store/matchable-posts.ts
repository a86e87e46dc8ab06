import type { Day, Instant, Precision } from "../model/snapshot.ts";
import type { PostRow } from "./posts.ts";
import { all, valuesOf } from "./rows.ts";

/** A post as far as a plan is held against it: topic and format as a person corrected them. */
export type MatchableRow = Pick<
  PostRow,
  "id" | "account_id" | "published_at" | "format" | "topic" | "caption"
> & { published_precision: Precision; gone: 0 | 1 };

/**
 * The posts of these accounts that were published between two instants.
 * @param planned none at all where nothing is planned on these days, so that whoever plans nothing pays nothing
 */
export const listMatchable = (
  db: D1Database,
  account_ids: readonly number[],
  { from, to }: { from: Instant; to: Instant },
  planned: { from: Day; to: Day } | null,
) =>
  all<MatchableRow>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
         select p.id, p.account_id, p.published_at, p.published_precision, coalesce(p.person_format, p.format) as format,
           coalesce(p.person_topic, p.topic) as topic, p.caption, p.removed_at is not null or p.hidden_at is not null as gone
         from a join posts p on p.account_id = a.id and p.published_at between ?1 and ?2
         where ?3 is null or exists (select 1 from plans where on_day between ?3 and ?4)`,
      )
      .bind(from, to, planned?.from ?? null, planned?.to ?? null),
  );

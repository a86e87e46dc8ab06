import type { Format } from "../model/format.ts";
import type { Instant, Precision } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import { all, valuesOf } from "./rows.ts";

/** A post as far as it is asked what works: kind and topic as a person corrected them. */
export type WorksPostRow = {
  id: number;
  account_id: number;
  published_at: Instant;
  published_precision: Precision;
  format: Format | null;
  topic: Topic | null;
  caption: string | null;
  paid: 0 | 1;
  read_at: Instant | null;
  interactions: number | null;
  followers: number | null;
};

/**
 * The newest posts of each account between two instants, any order: none that is gone, hidden or left out of the norm, and no
 * story, which is over in a day.
 * @param newest of each account at most so many
 */
export const listWorksPosts = (
  db: D1Database,
  account_ids: readonly number[],
  { from, before, newest }: { from: Instant; before: Instant; newest: number },
) =>
  all<WorksPostRow>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
         select p.id, p.account_id, p.published_at, p.published_precision, coalesce(p.person_format, p.format) as format,
           coalesce(p.person_topic, p.topic) as topic, p.caption, coalesce(p.person_paid, p.paid, 0) as paid, p.read_at,
           p.interactions, p.followers_at_publish as followers
         from a join posts p on p.id in (
           select id from posts where account_id = a.id and published_at >= ?1 and published_at < ?2
             and removed_at is null and hidden_at is null and excused is null
             and coalesce(person_format, format) is not 'story'
           order by published_at desc, id desc limit ?3)`,
      )
      .bind(from, before, newest),
  );

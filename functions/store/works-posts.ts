import { SECONDS_A_DAY } from "../model/day.ts";
import type { Format } from "../model/format.ts";
import type { Instant, Precision } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import { all, valuesOf } from "./rows.ts";

const SECONDS_A_WEEK = 7 * SECONDS_A_DAY;

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
  /** How old it was when it was read last, in whole hours. */
  age_hours: number | null;
  interactions: number | null;
  followers: number | null;
};

/** No story, which is over in a day. */
const COMPARED =
  "removed_at is null and hidden_at is null and excused is null and coalesce(person_format, format) is not 'story'";

/** A post that is not judged, a paid one, still made its week a busy one; but who reads thousands reads too much. */
const MOST_TO_ONE = 3;

/**
 * The newest posts of each account between two instants, any order, as far back as the weeks reach that hold the newest ones to be
 * judged: none that is gone, hidden or left out of the norm.
 * @param newest of each account so many are judged
 * @param settled seconds: figures that were read at a younger age do not count
 */
export const listWorksPosts = (
  db: D1Database,
  account_ids: readonly number[],
  span: { from: Instant; before: Instant; newest: number; settled: number },
) =>
  all<WorksPostRow>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
         select p.id, p.account_id, p.published_at, p.published_precision, coalesce(p.person_format, p.format) as format,
           coalesce(p.person_topic, p.topic) as topic, p.caption, coalesce(p.person_paid, p.paid, 0) as paid,
           (p.read_at - p.published_at) / 3600 as age_hours, p.interactions, p.followers_at_publish as followers
         from a join posts p on p.id in (
           select id from posts where account_id = a.id and published_at < ?2 and ${COMPARED} and published_at >= max(?1, coalesce(
             (select published_at from posts where account_id = a.id and published_at >= ?1 and published_at < ?2
                and ${COMPARED} and coalesce(person_paid, paid, 0) = 0 and interactions is not null and read_at - published_at >= ?4
              order by published_at desc limit 1 offset ?3 - 1) - ${SECONDS_A_WEEK}, ?1))
           order by published_at desc, id desc limit ${MOST_TO_ONE} * ?3)`,
      )
      .bind(span.from, span.before, span.newest, span.settled),
  );

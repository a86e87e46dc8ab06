import type { Stretch } from "../model/snapshot.ts";
import type { AccountMonth } from "./month-packing.ts";
import { all, forRows } from "./rows.ts";

/** Which months the posts of these stretches stand in. */
export const listMonthsOfPosts = (db: D1Database, stretches: readonly Stretch[]) =>
  all<AccountMonth>(
    db
      .prepare(
        `select distinct p.account_id, substr(p.published_on, 1, 7) as month
         from json_each(?1) j join posts p on p.account_id = j.value ->> 'account_id'
           and p.published_at between j.value ->> 'from' and j.value ->> 'to'
         order by 1, 2`,
      )
      .bind(JSON.stringify(stretches)),
  );

/**
 * The followers at publishing: the last count known at or before it, else the first known after it, marked estimated.
 * Runs in the batch, after the readings are in.
 */
export const deriveFollowersAtPublish = (db: D1Database, stretches: readonly Stretch[]) =>
  forRows(
    db,
    `update posts set followers_at_publish = coalesce(new.known, new.later),
       followers_estimated = new.known is null and new.later is not null
     from (
       select p.id,
         (select r.followers from account_readings r where r.account_id = p.account_id and r.read_at <= p.published_at
            and r.followers is not null order by r.read_at desc, r.version desc limit 1) as known,
         (select r.followers from account_readings r where r.account_id = p.account_id and r.read_at > p.published_at
            and r.followers is not null order by r.read_at, r.version desc limit 1) as later
       from json_each(?1) j join posts p on p.account_id = j.value ->> 'account_id'
         and p.published_at between j.value ->> 'from' and j.value ->> 'to'
     ) as new
     where posts.id = new.id
       and (posts.followers_at_publish, posts.followers_estimated)
         is not (coalesce(new.known, new.later), new.known is null and new.later is not null)`,
    stretches,
    { surely: false },
  );

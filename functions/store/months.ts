/**
 * The screens' read model: a month of an account in one row, its days and its posts packed as JSON arrays. The packing
 * is done by the database from `days` and `posts`, in the batch that changed them, so it cannot disagree with them.
 * Beside them stands what the judgement found of the month's posts: a norm that moves then costs one written row a
 * month instead of one a post.
 */
import type { Daily, Gains } from "../model/daily.ts";
import type { Format } from "../model/format.ts";
import { MATURE_AGE_SECONDS, type Post } from "../model/post.ts";
import type { Instant } from "../model/snapshot.ts";
import { VERDICT_STATES, type VerdictState } from "../model/streak.ts";
import type { Topic } from "../model/topic.ts";
import { all, allOf, forRows } from "./rows.ts";

export type Month = {
  account_id: number;
  month: string;
  /** The last count known before the month. */
  followers_before: number | null;
  days: Daily[];
  posts: Post[];
};

type PackedDay = [
  date: string,
  followers: number | null,
  reach: number | null,
  views: number | null,
  profile_views: number | null,
  followers_gained: number | null,
  followers_lost: number | null,
  platform_time_zone: string | null,
  gains: Gains | null,
];

type PackedPost = [
  id: number,
  published_at: Instant,
  published_on: string,
  to_the_second: number,
  format: Format | null,
  topic: Topic | null,
  paid: number | null,
  removed: number,
  hidden: number,
  mature: number,
  likes: number | null,
  comments: number | null,
  shares: number | null,
  saves: number | null,
  reach: number | null,
  views: number | null,
  clicks: number | null,
  watch_seconds: number | null,
  interactions: number | null,
  interactions_partial: number,
  followers_at_publish: number | null,
  followers_estimated: number,
];

/** What was found of a post; those that are not judged at all (paid, gone, hidden, excused) have none. */
export type PostVerdict = {
  id: number;
  state: VerdictState;
  score: number | null;
  weak: boolean | null;
};

type PackedVerdict = [id: number, state: number, score: number | null, weak: number | null];

/** The verdicts of a month as its row keeps them. */
export const packVerdicts = (verdicts: readonly PostVerdict[]): string =>
  JSON.stringify(
    verdicts.map(
      ({ id, state, score, weak }): PackedVerdict => [
        id,
        VERDICT_STATES.indexOf(state),
        score,
        weak === null ? null : Number(weak),
      ],
    ),
  );

/**
 * The months to pack again, each with the library's first instant of it and of the next, and with its verdicts as
 * `packVerdicts` makes them; left out: they stay.
 */
export type MonthKey = {
  account_id: number;
  month: string;
  from: Instant;
  to: Instant;
  verdicts?: string;
};

export const packMonths = (db: D1Database, keys: readonly MonthKey[]) =>
  forRows(
    db,
    `insert into months (account_id, month, followers_before, days, posts, captions, verdicts)
     select m.account_id, m.month,
       (select d.followers from days d where d.account_id = m.account_id and d.date < m.month || '-01'
          and d.followers is not null order by d.date desc limit 1),
       (select json_group_array(json_array(date, followers, reach, views, profile_views, followers_gained, followers_lost,
          platform_time_zone, json(gains)))
        from (select * from days d where d.account_id = m.account_id and d.date between m.month || '-01' and m.month || '-31'
          order by d.date)),
       (select json_group_array(json_array(id, published_at, published_on, published_precision = 'second',
          coalesce(person_format, format), coalesce(person_topic, topic), coalesce(person_paid, paid),
          removed_at is not null, hidden_at is not null, coalesce(read_at - published_at >= ${MATURE_AGE_SECONDS}, 0),
          likes, comments, shares, saves, reach, views, clicks, watch_seconds, interactions, interactions_partial,
          followers_at_publish, followers_estimated))
        from (select * from posts p where p.account_id = m.account_id and p.published_at >= m.opens and p.published_at < m.closes
          order by p.published_at, p.id)),
       (select json_group_array(caption)
        from (select caption from posts p where p.account_id = m.account_id and p.published_at >= m.opens and p.published_at < m.closes
          order by p.published_at, p.id)),
       coalesce(m.verdicts, (select v.verdicts from months v where v.account_id = m.account_id and v.month = m.month), '[]')
     from (select value ->> 'account_id' as account_id, value ->> 'month' as month, value ->> 'from' as opens,
       value ->> 'to' as closes, value ->> 'verdicts' as verdicts from json_each(?1)) as m
     where true
     on conflict (account_id, month) do update set followers_before = excluded.followers_before, days = excluded.days,
       posts = excluded.posts, captions = excluded.captions, verdicts = excluded.verdicts
     where (months.followers_before, months.days, months.posts, months.captions, months.verdicts)
       is not (excluded.followers_before, excluded.days, excluded.posts, excluded.captions, excluded.verdicts)`,
    keys,
  );

export type MonthVerdicts = { account_id: number; month: string; verdicts: string };

/** The verdicts of months in which nothing else changed. */
export const saveVerdicts = (db: D1Database, rows: readonly MonthVerdicts[]) =>
  forRows(
    db,
    `update months set verdicts = v ->> 'verdicts'
     from (select value as v from json_each(?1))
     where months.account_id = v ->> 'account_id' and months.month = v ->> 'month' and months.verdicts is not v ->> 'verdicts'`,
    rows,
  );

/** Months in which nothing is left. */
export const deleteEmptyMonths = (db: D1Database) =>
  db.prepare("delete from months where days = '[]' and posts = '[]'");

/** Every month that an account has anything in, or had. */
export const listAllMonths = (db: D1Database, account_id: number) =>
  all<{ month: string }>(
    db
      .prepare(
        `select month from months where account_id = ?1
         union select substr(date, 1, 7) from days where account_id = ?1
         union select substr(published_on, 1, 7) from posts where account_id = ?1
         order by 1`,
      )
      .bind(account_id),
  );

/** The months that stand, from one on. */
export const listMonthKeys = (db: D1Database, account_id: number, from: string) =>
  all<{ month: string }>(
    db
      .prepare("select month from months where account_id = ?1 and month >= ?2 order by month")
      .bind(account_id, from),
  );

type MonthRow = {
  account_id: number;
  month: string;
  followers_before: number | null;
  days: string;
  posts: string;
  verdicts: string;
};

function fromRow(row: MonthRow): Month {
  const { account_id, month, followers_before } = row;
  const found = new Map(
    (JSON.parse(row.verdicts) as PackedVerdict[]).map((verdict) => [verdict[0], verdict]),
  );
  return {
    account_id,
    month,
    followers_before,
    days: (JSON.parse(row.days) as PackedDay[]).map((day) => unpackDay(account_id, day)),
    posts: (JSON.parse(row.posts) as PackedPost[]).map((post) =>
      unpackPost(account_id, post, found.get(post[0])),
    ),
  };
}

/** Both ends included. As the limit of a query it saves the read of the row after the last. */
const monthsBetween = (from: string, to: string): number => {
  const number = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return Math.max(0, number(to) - number(from) + 1);
};

/** The months of these accounts, an account after the other, oldest first. Both ends (`YYYY-MM`) included. */
export async function listMonths(
  db: D1Database,
  account_ids: readonly number[],
  from: string,
  to: string,
): Promise<Month[]> {
  const rows = await allOf<MonthRow>(
    db,
    `select account_id, month, followers_before, days, posts, verdicts from months
     where account_id = ?1 and month between ?2 and ?3 order by month limit ?4`,
    account_ids,
    from,
    to,
    monthsBetween(from, to),
  );
  return rows.map(fromRow);
}

/** The captions of the posts of these months, by post: for searching. */
export async function listCaptions(
  db: D1Database,
  account_ids: readonly number[],
  from: string,
  to: string,
): Promise<Map<number, string | null>> {
  const rows = await allOf<{ posts: string; captions: string }>(
    db,
    `select posts, captions from months
     where account_id = ?1 and month between ?2 and ?3 order by month limit ?4`,
    account_ids,
    from,
    to,
    monthsBetween(from, to),
  );
  const captions = new Map<number, string | null>();
  for (const row of rows) {
    const texts = JSON.parse(row.captions) as (string | null)[];
    (JSON.parse(row.posts) as PackedPost[]).forEach(([id], index) => {
      captions.set(id, texts[index] ?? null);
    });
  }
  return captions;
}

const unpackDay = (account_id: number, day: PackedDay): Daily => ({
  account_id,
  date: day[0],
  followers: day[1],
  reach: day[2],
  views: day[3],
  profile_views: day[4],
  followers_gained: day[5],
  followers_lost: day[6],
  platform_time_zone: day[7],
  gains: day[8],
});

const unpackPost = (account_id: number, post: PackedPost, verdict?: PackedVerdict): Post => ({
  id: post[0],
  account_id,
  published_at: post[1],
  published_on: post[2],
  published_precision: post[3] ? "second" : "day",
  format: post[4],
  topic: post[5],
  paid: post[6] === null ? null : post[6] === 1,
  removed: post[7] === 1,
  hidden: post[8] === 1,
  mature: post[9] === 1,
  likes: post[10],
  comments: post[11],
  shares: post[12],
  saves: post[13],
  reach: post[14],
  views: post[15],
  clicks: post[16],
  watch_seconds: post[17],
  interactions: post[18],
  interactions_partial: post[19] === 1,
  followers_at_publish: post[20],
  followers_estimated: post[21] === 1,
  judgement: verdict ? (VERDICT_STATES[verdict[1]] ?? null) : null,
  score: verdict?.[2] ?? null,
  weak: verdict?.[3] === undefined || verdict[3] === null ? null : verdict[3] === 1,
});

/**
 * The screens' read model: a month of an account in one row, its days and its posts packed as JSON arrays. The packing
 * is done by the database from `days` and `posts`, in the batch that changed them, so it cannot disagree with them. Whatever
 * changes a month makes the export's finished lines of it null (export-months.ts), and takes away the year that is kept of it
 * (years.ts).
 * Beside them stands what the judgement found of the month's posts: a norm that moves then costs one written row a
 * month instead of one a post.
 */
import type { Instant } from "../model/snapshot.ts";
import { DAYS_SQL, POSTS_SQL } from "./figure-packing.ts";
import {
  type AccountsWith,
  listAccountsWith,
  type MonthColumns,
  type MonthOwners,
  monthColumns,
  type Shape,
  type Span,
} from "./month-columns.ts";
import {
  type AccountMonth,
  arrayOf,
  DAY,
  DAY_SQL,
  LEFT_OUT,
  type Month,
  monthsIn,
  POST,
  POST_SQL,
  TEXT,
} from "./month-packing.ts";
import { listTextsById } from "./posts.ts";
import { all, forRows, valuesOf } from "./rows.ts";
import { MOST_YEAR_LENGTH } from "./years.ts";

/**
 * The months to pack again, each with the library's first instant of it and of the next, and with its verdicts as
 * `packVerdicts` makes them; left out: they stay.
 */
export type MonthKey = AccountMonth & {
  from: Instant;
  to: Instant;
  verdicts?: string;
};

/**
 * What a month's posts say lies beside them up to so many bytes; a row of D1 holds two million, and with the lines that are
 * kept of it a month holds it three times. What comes after is left out, and read from the posts.
 */
const MOST_SAID_BYTES = 400_000;

/** Posts and days are looked through once for all that is packed of them: `materialized`, or each column would look again. */
export const packMonths = (db: D1Database, keys: readonly MonthKey[]) =>
  forRows(
    db,
    `insert into months (account_id, month, followers_before, days, posts, captions, texts, figures, verdicts)
     with keys as (
       select value ->> 'account_id' as account_id, value ->> 'month' as month, value ->> 'from' as opens,
         value ->> 'to' as closes, value ->> 'verdicts' as verdicts
       from json_each(?1)
     ), packed as materialized (
       select k.account_id, k.month, k.verdicts,
         (select json_array(json_group_array(${arrayOf(POST, POST_SQL)}),
            json_group_array(iif(said > ${MOST_SAID_BYTES}, ${LEFT_OUT}, caption)),
            json_group_array(iif(said > ${MOST_SAID_BYTES}, ${LEFT_OUT}, json_array(${TEXT.join(", ")}))), ${POSTS_SQL})
          from (select *, sum(length(cast(concat(caption, url) as blob))) over (order by published_at, id) as said
            from posts p where p.account_id = k.account_id and p.published_at >= k.opens and p.published_at < k.closes
            order by p.published_at, p.id)) as posts,
         (select json_array(json_group_array(${arrayOf(DAY, DAY_SQL)}), ${DAYS_SQL})
          from (select * from days d where d.account_id = k.account_id and d.date between k.month || '-01' and k.month || '-31'
            order by d.date)) as days
       from keys k
     )
     select m.account_id, m.month,
       (select d.followers from days d where d.account_id = m.account_id and d.date < m.month || '-01'
          and d.followers is not null order by d.date desc limit 1),
       m.days ->> 0, m.posts ->> 0, m.posts ->> 1, m.posts ->> 2,
       json_array(json(m.days -> 1), json(m.posts -> 3)),
       coalesce(m.verdicts, (select v.verdicts from months v where v.account_id = m.account_id and v.month = m.month), '[]')
     from packed as m
     where true
     on conflict (account_id, month) do update set followers_before = excluded.followers_before, days = excluded.days,
       posts = excluded.posts, captions = excluded.captions, texts = excluded.texts, figures = excluded.figures,
       verdicts = excluded.verdicts, days_csv = null, days_ndjson = null, posts_csv = null, posts_ndjson = null
     where (months.followers_before, months.days, months.posts, months.captions, months.texts, months.verdicts) is not
       (excluded.followers_before, excluded.days, excluded.posts, excluded.captions, excluded.texts, excluded.verdicts)`,
    keys,
  );

export type MonthVerdicts = AccountMonth & { verdicts: string };

/** The verdicts of months in which nothing else changed. */
export const saveVerdicts = (db: D1Database, rows: readonly MonthVerdicts[]) =>
  forRows(
    db,
    `update months set verdicts = v ->> 'verdicts', posts_csv = null, posts_ndjson = null
     from (select value as v from json_each(?1))
     where months.account_id = v ->> 'account_id' and months.month = v ->> 'month' and months.verdicts is not v ->> 'verdicts'`,
    rows,
    { surely: false },
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

/** The months that stand, of each account from one on. */
export const listMonthsFrom = (db: D1Database, starts: readonly AccountMonth[]) =>
  all<AccountMonth>(
    db
      .prepare(
        `select m.account_id, m.month from json_each(?1) j
         join months m on m.account_id = j.value ->> 'account_id' and m.month >= j.value ->> 'month'
         order by 1, 2`,
      )
      .bind(JSON.stringify(starts)),
  );

/** Which months are asked for, and of what: with their posts' captions, without their days. */
export type MonthSpan = Span & { captions?: boolean; days?: boolean };

/** Months as they are packed. */
const packedMonths = ({ captions = false, days = true }: MonthSpan): Shape<Month> => ({
  month: `json_array(month, followers_before, json(${days ? "days" : "'[]'"}), json(posts), json(verdicts)${captions ? ", json(captions)" : ""})`,
  year: captions
    ? `'{"months":' || y.months || ',"captions":' || y.captions || '}'`
    : `'{"months":' || y.months || '}'`,
  mostYearLength: MOST_YEAR_LENGTH,
  unpack: (account_id, json) => monthsIn(account_id, json, days),
});

/** Captions that were too long to lie beside their posts come from there. */
async function withCaptions(db: D1Database, months: Month[]): Promise<Month[]> {
  const missing = months.flatMap(({ posts, left_out }) =>
    left_out.flatMap((at) => posts[at]?.id ?? []),
  );
  if (missing.length === 0) return months;
  const texts = new Map((await listTextsById(db, missing)).map((text) => [text.id, text.caption]));
  for (const { posts, captions, left_out } of months) {
    for (const at of left_out) captions[at] = texts.get(posts[at]?.id ?? 0) ?? null;
  }
  return months;
}

/** The months of these accounts, an account after the other, oldest first. */
export async function listMonths(
  db: D1Database,
  account_ids: readonly number[],
  span: MonthSpan,
): Promise<Month[]> {
  if (account_ids.length === 0) return [];
  const { values, columns, monthsOf } = monthColumns(packedMonths(span), span, 1);
  const rows = await all<MonthColumns>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))} select id, ${columns()} from a`,
      )
      .bind(...values),
  );
  return withCaptions(db, rows.flatMap(monthsOf));
}

/** Every account, and the months of those that are asked for. */
export async function listAccountsWithMonths(
  db: D1Database,
  span: MonthSpan,
  owners: MonthOwners,
): Promise<AccountsWith<Month>> {
  const found = await listAccountsWith(db, packedMonths(span), span, owners);
  return { ...found, months: await withCaptions(db, found.months) };
}

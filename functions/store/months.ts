/**
 * The screens' read model: a month of an account in one row, its days and its posts packed as JSON arrays. The packing
 * is done by the database from `days` and `posts`, in the batch that changed them, so it cannot disagree with them. Whatever
 * changes a month makes the export's finished lines of it null (export-months.ts), and takes away the year that is kept of it
 * (years.ts).
 * Beside them stands what the judgement found of the month's posts: a norm that moves then costs one written row a
 * month instead of one a post.
 */
import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import { ACCOUNTS, type AccountRow } from "./accounts.ts";
import {
  type AccountMonth,
  arrayOf,
  DAY,
  DAY_SQL,
  isKeptYear,
  LEFT_OUT,
  type Month,
  monthsIn,
  POST,
  POST_SQL,
  TEXT,
} from "./month-packing.ts";
import { listTextsById } from "./posts.ts";
import { all, forRows, valuesOf } from "./rows.ts";
import { type AccountYear, keptYear, MOST_YEAR_LENGTH } from "./years.ts";

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

/** The posts are looked through once for all that is packed of them: `materialized`, or each column would look again. */
export const packMonths = (db: D1Database, keys: readonly MonthKey[]) =>
  forRows(
    db,
    `insert into months (account_id, month, followers_before, days, posts, captions, texts, verdicts)
     with keys as (
       select value ->> 'account_id' as account_id, value ->> 'month' as month, value ->> 'from' as opens,
         value ->> 'to' as closes, value ->> 'verdicts' as verdicts
       from json_each(?1)
     ), packed as materialized (
       select k.account_id, k.month, k.verdicts,
         (select json_array(json_group_array(${arrayOf(POST, POST_SQL)}),
            json_group_array(iif(said > ${MOST_SAID_BYTES}, ${LEFT_OUT}, caption)),
            json_group_array(iif(said > ${MOST_SAID_BYTES}, ${LEFT_OUT}, json_array(${TEXT.join(", ")}))))
          from (select *, sum(length(cast(concat(caption, url) as blob))) over (order by published_at, id) as said
            from posts p where p.account_id = k.account_id and p.published_at >= k.opens and p.published_at < k.closes
            order by p.published_at, p.id)) as posts
       from keys k
     )
     select m.account_id, m.month,
       (select d.followers from days d where d.account_id = m.account_id and d.date < m.month || '-01'
          and d.followers is not null order by d.date desc limit 1),
       (select json_group_array(${arrayOf(DAY, DAY_SQL)})
        from (select * from days d where d.account_id = m.account_id and d.date between m.month || '-01' and m.month || '-31'
          order by d.date)),
       m.posts ->> 0, m.posts ->> 1, m.posts ->> 2,
       coalesce(m.verdicts, (select v.verdicts from months v where v.account_id = m.account_id and v.month = m.month), '[]')
     from packed as m
     where true
     on conflict (account_id, month) do update set followers_before = excluded.followers_before, days = excluded.days,
       posts = excluded.posts, captions = excluded.captions, texts = excluded.texts, verdicts = excluded.verdicts,
       days_csv = null, days_ndjson = null, posts_csv = null, posts_ndjson = null
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

/** A month as the number of months since the year 0. */
const numberOf = (month: string): number =>
  12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1;

const monthOfNumber = (number: number): string =>
  `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;

/** Which months are asked for, both ends (`YYYY-MM`) included, and whether with their posts' captions. */
export type MonthSpan = { from: string; to: string; captions?: boolean };

/** Months of one year, both ends included; `year`: it is the whole one. */
type Piece = { from: string; to: string; most: number; year: number | null };

/** A span by its years, oldest first. Their number is small: no period is longer than some years. */
function piecesOf({ from, to }: MonthSpan): Piece[] {
  const pieces: Piece[] = [];
  const end = numberOf(to);
  for (let first = numberOf(from); first <= end; ) {
    const year = Math.floor(first / 12);
    const last = Math.min(end, 12 * year + 11);
    const most = last - first + 1;
    const whole = most === 12 ? year : null;
    pieces.push({ from: monthOfNumber(first), to: monthOfNumber(last), most, year: whole });
    first = last + 1;
  }
  // a span backwards has no month, and a query some column
  return pieces.length > 0 ? pieces : [{ from, to, most: 0, year: null }];
}

/**
 * As columns of a row `a` of an account: its months, oldest first, as JSON, or a kept year in place of them. A text for each
 * piece of the span, since one holds no more than a row of D1. The number of its months is its limit, so that the row after the
 * last is not read.
 * @param first the number of the first parameter
 */
function monthColumns(span: MonthSpan, first: number) {
  const pieces = piecesOf(span);
  const values: (string | number)[] = [Number(span.captions ?? false)];
  const bind = (value: string | number) => `?${first + values.push(value) - 1}`;
  const captions = `?${first}`;
  const sql = pieces.map(({ from, to, most, year }) => {
    const months = `(select json_group_array(json_array(month, followers_before, json(days), json(posts), json(verdicts),
        case when ${captions} then json(captions) end))
      from (select * from months m where m.account_id = a.id and m.month between ${bind(from)} and ${bind(to)}
        order by m.month limit ${bind(most)}))`;
    if (year === null) return months;
    return `coalesce(${keptYear(bind(String(year).padStart(4, "0")), captions)}, ${months})`;
  });
  return {
    values,
    /** @param only a condition: where it does not hold there are none */
    columns: (only = "1"): string =>
      sql.map((one, at) => `case when ${only} then ${one} end as ${MONTHS_AT}${at}`).join(", "),
    monthsOf: (row: MonthColumns): Month[] =>
      pieces.flatMap((_piece, at) => monthsIn(row.id, row[`${MONTHS_AT}${at}`] ?? null)),
    /** The whole years that were read by the month, and that a row would hold. */
    unkeptOf: (row: MonthColumns): AccountYear[] =>
      pieces.flatMap(({ year }, at) => {
        const json = row[`${MONTHS_AT}${at}`] ?? "[]";
        if (year === null || json === "[]" || isKeptYear(json)) return [];
        return json.length > MOST_YEAR_LENGTH ? [] : [{ account_id: row.id, year }];
      }),
  };
}

/** What the columns of months are called, each with the place of its piece. */
const MONTHS_AT = "months_";

type MonthColumns = { id: number } & { [column: `${typeof MONTHS_AT}${number}`]: string | null };
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
  const { values, columns, monthsOf } = monthColumns(span, 1);
  const rows = await all<MonthColumns>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))} select id, ${columns()} from a`,
      )
      .bind(...values),
  );
  return withCaptions(db, rows.flatMap(monthsOf));
}

/** Whose months are asked for: of all accounts that are not hidden, those that fit; `null`: any does. */
export type MonthOwners = {
  platforms: readonly Platform[] | null;
  ids: readonly number[] | null;
  /** What it is called, or was. */
  handle: string | null;
};

/**
 * Every account as `listAccounts` gives them, and the months of those that are asked for; of an old handle perhaps of more.
 * Both in one question: whoever asks knows the accounts no sooner than their months. `unkept`: the whole years that were read
 * by the month (years.ts).
 */
export async function listAccountsWithMonths(
  db: D1Database,
  span: MonthSpan,
  { platforms, ids, handle }: MonthOwners,
): Promise<{ accounts: AccountRow[]; months: Month[]; unkept: AccountYear[] }> {
  const { values, columns, monthsOf, unkeptOf } = monthColumns(span, 4);
  const rows = await ACCOUNTS.rows<Omit<MonthColumns, "id">>(
    db
      .prepare(
        `select ${ACCOUNTS.of("a")}, ${columns("a.asked")}
         from (select *, hidden_at is null and (?1 is null or instr(?1, ',' || platform || ','))
             and (?2 is null or instr(?2, ',' || id || ','))
             and (?3 is null or handle = ?3 or instr(old_handles, json_quote(?3))) as asked
           from accounts where merged_into is null) a order by a.id`,
      )
      .bind(listed(platforms), listed(ids), handle, ...values),
  );
  return {
    accounts: rows.map(
      (row) =>
        Object.fromEntries(
          Object.entries(row).filter(([column]) => !column.startsWith(MONTHS_AT)),
        ) as AccountRow,
    ),
    months: await withCaptions(db, rows.flatMap(monthsOf)),
    unkept: rows.flatMap(unkeptOf),
  };
}

/** `,1,2,`: where a comma stands on both sides of each, one can be found in it. */
const listed = (values: readonly (string | number)[] | null): string | null =>
  values && `,${values.join()},`;

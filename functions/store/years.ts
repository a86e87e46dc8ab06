/**
 * Years that are over, a row an account and year: its months as `months` has them, so that a long period reads a twelfth.
 * A row is made by the database from the months themselves when a page first had to read them, and triggers take it away with
 * whatever moves one of them (schema.sql): it is what the months say, or it is not there.
 */
import { valuesOf } from "./rows.ts";

/** A year, `YYYY`, of an account. */
export type AccountYear = { account_id: number; year: number };

/** Of a year's months, and of what their posts say: a row of D1 holds two million, and both travel in one text. */
const MOST_YEAR_BYTES = 600_000;

/** A text of more letters than this has more bytes than are kept, captions or none. */
export const MOST_YEAR_LENGTH = 2 * MOST_YEAR_BYTES;

/** So many are made at once: after an update a few requests bring all of them. */
const MOST_YEARS = 32;

/** Keeps these years, but for what is too long. Nobody waits for it, and nothing is lost where it fails. */
export const saveYears = (db: D1Database, years: readonly AccountYear[]) =>
  db.prepare(
    `insert into years (account_id, year, months, captions, figures)
     with asked (account_id, year) as ${valuesOf(
       years.slice(0, MOST_YEARS).map(({ account_id, year }) => [account_id, year]),
     )}, packed as materialized (
       select account_id, year,
         (select json_array(
            json_group_array(json_array(month, followers_before, json(days), json(posts), json(verdicts))),
            json_group_array(json(captions)),
            json_group_array(json_array(month, followers_before, json(figures), verdicts)))
          from (select * from months m where m.account_id = asked.account_id
            and m.month between asked.year || '-01' and asked.year || '-12' order by m.month limit 12)) as packed
       from asked
     ), apart as materialized (
       select account_id, year, packed ->> 0 as months, packed ->> 1 as captions, packed ->> 2 as figures from packed
     )
     select account_id, cast(year as text), months, iif(length(cast(captions as blob)) <= ${MOST_YEAR_BYTES}, captions, null), figures
     from apart where months <> '[]' and length(cast(months as blob)) <= ${MOST_YEAR_BYTES}
     on conflict (account_id, year) do nothing`,
  );

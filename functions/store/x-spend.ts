/** What X is estimated to have cost in a month (UTC), in millionths of a US dollar. */

export const addSpend = (db: D1Database, month: string, micros: number) =>
  db
    .prepare(
      `insert into x_spend (month, micros) values (?1, ?2)
       on conflict (month) do update set micros = x_spend.micros + excluded.micros`,
    )
    .bind(month, micros);

/** What collecting has to know of the library: its zone, the ceiling for X in US dollars, and what X cost this month. */
export const findCollectSettings = (db: D1Database, month: string) =>
  db
    .prepare(
      `select time_zone, x_ceiling_usd, coalesce((select micros from x_spend where month = ?1), 0) as spent_micros
       from library where id = 1`,
    )
    .bind(month)
    .first<{ time_zone: string | null; x_ceiling_usd: number; spent_micros: number }>();

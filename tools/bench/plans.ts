/**
 * A library that plans: two posts a day, for two months back and a month and a half ahead, an event with forty posts about it, a
 * note and a target.
 */
import { dayFromNumber } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";

const BACK = 60;
const AHEAD = 45;
const A_DAY = 2;

export async function storePlans(db: D1Database, at: Instant): Promise<void> {
  const today = Math.floor(at / 86_400);
  const rows = Array.from({ length: A_DAY * (BACK + AHEAD) }, (_, index) => ({
    id: index + 1,
    on_day: dayFromNumber(today - BACK + Math.floor(index / A_DAY)),
    title: `Rencana nomor ${index + 1}`,
    matches: JSON.stringify([{ account: 1 + (index % 4), post: null, by_person: false }]),
    // what is over has been dropped, but for the last weeks
    state: index < A_DAY * (BACK - 14) ? "dropped" : "planned",
  }));
  await db
    .prepare(
      `insert or ignore into plans (id, on_day, title, matches, state, changed_at)
       select value ->> 'id', value ->> 'on_day', value ->> 'title', value ->> 'matches', value ->> 'state', 0 from json_each(?1)`,
    )
    .bind(JSON.stringify(rows))
    .run();
  for (const sql of [
    `insert or ignore into events (id, kind, title, starts_at, changed_at) values (1, 'launch', 'Peluncuran buku', ${at - 10 * 86_400}, 0)`,
    `insert or ignore into event_posts (event, post, linked, by_person)
       select 1, id, 1, 0 from (select id from posts where published_at <= ${at} order by published_at desc limit 40)`,
    `insert or ignore into notes (id, from_on, to_on, text, left_out) values (1, '${dayFromNumber(today - 9)}', '${dayFromNumber(today - 8)}', 'Listrik padam', 0)`,
    `insert or ignore into targets (id, year, account, metric, value) values (1, ${dayFromNumber(today).slice(0, 4)}, 1, 'followers', 99999)`,
  ]) {
    await db.prepare(sql).run();
  }
  await db.prepare("update library set version = version + 1").run();
}

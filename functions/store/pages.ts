/** Pages as they were sent last. `tag` says all that one was made of: under another it is as good as not there. */

/** `key`: which view, in which language, for the holder of which token. */
export type KeptPage = { key: string; tag: string; body: string };

export const findPage = (db: D1Database, key: string) =>
  db.prepare("select key, tag, body from pages where key = ?1").bind(key).first<KeptPage>();

/** @param version the library's that it was made of: of an older one nothing is kept, what was erased since may be in it */
export const savePage = (db: D1Database, { key, tag, body }: KeptPage, version: number) =>
  db
    .prepare(
      `insert into pages (key, tag, body) select ?1, ?2, ?3 where (select version from library where id = 1) = ?4
       on conflict (key) do update set tag = excluded.tag, body = excluded.body`,
    )
    .bind(key, tag, body, version);

/** What was erased is in no page that is kept either. */
export const forgetPages = (db: D1Database) => db.prepare("delete from pages");

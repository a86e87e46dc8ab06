/** Pages as they were sent last. `tag` says all that one was made of: under another it is as good as not there. */
import type { Instant } from "../model/snapshot.ts";

/** `key`: which view, in which language, for the holder of which token. */
export type KeptPage = { key: string; tag: string; body: string };

/** Where and by whom a page is opened, and when somebody last waited for it. */
export type Opening = {
  key: string;
  /** Of the token: SHA-256, hex; `null`: none is needed. */
  hash: string | null;
  address: string;
  waited_at: Instant;
};

/** `made_of`: what every page of that moment is made of, whichever view it shows. */
type PageRow = KeptPage & Opening & { made_of: string };

export const findPage = (db: D1Database, key: string) =>
  db.prepare("select key, tag, body from pages where key = ?1").bind(key).first<KeptPage>();

/**
 * @param version the library's that it was made of: of an older one nothing is kept, what was erased since may be in it
 */
export const savePage = (db: D1Database, page: PageRow, version: number) =>
  db
    .prepare(
      `insert into pages (key, hash, address, made_of, waited_at, tag, body)
         select ?1, ?2, ?3, ?4, ?5, ?6, ?7 where (select version from library where id = 1) = ?8
       on conflict (key) do update set address = excluded.address, made_of = excluded.made_of,
         waited_at = max(waited_at, excluded.waited_at), tag = excluded.tag, body = excluded.body`,
    )
    .bind(
      ...[page.key, page.hash, page.address, page.made_of, page.waited_at, page.tag, page.body],
      version,
    );

/** Those that somebody waited for since then and that were made of something else, the newest first. */
export async function listOldPages(
  db: D1Database,
  { made_of, since, most }: { made_of: string; since: Instant; most: number },
): Promise<Opening[]> {
  const { results } = await db
    .prepare(
      `select key, hash, address, waited_at from pages where made_of <> ?1 and waited_at >= ?2
       order by waited_at desc, key limit ?3`,
    )
    .bind(made_of, since, most)
    .all<Opening>();
  return results;
}

/** Those that nobody waited for since then. */
export const forgetPagesBefore = (db: D1Database, since: Instant) =>
  db.prepare("delete from pages where waited_at < ?1").bind(since);

export const forgetPage = (db: D1Database, key: string) =>
  db.prepare("delete from pages where key = ?1").bind(key);

/** What was erased is in no page that is kept either. */
export const forgetPages = (db: D1Database) => db.prepare("delete from pages");

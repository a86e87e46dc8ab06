/** Pages as they were sent last. `tag` says all that one was made of: under another it is as good as not there. */
import type { Instant } from "../model/snapshot.ts";

/** `opened_at`: when it was last opened, to some days. */
export type KeptPage = { key: string; opened_at: Instant; tag: string; body: string };

/** Where and by whom a page is opened. */
export type Opening = {
  /** Which view, in which language, at which of our names, for the holder of which token. */
  key: string;
  /** Of the token: SHA-256, hex; `null`: none is needed. */
  hash: string | null;
  address: string;
  opened_at: Instant;
};

/** `made_of`: what every page of that moment is made of, whichever view it shows. */
type PageRow = KeptPage & Opening & { made_of: string };

export const findPage = (db: D1Database, key: string) =>
  db
    .prepare("select key, opened_at, tag, body from pages where key = ?1")
    .bind(key)
    .first<KeptPage>();

/**
 * @param version the library's that it was made of: of an older one nothing is kept, what was erased since may be in it
 */
export const savePage = (db: D1Database, page: PageRow, version: number) =>
  db
    .prepare(
      `insert into pages (key, hash, address, made_of, opened_at, tag, body)
         select ?1, ?2, ?3, ?4, ?5, ?6, ?7 where (select version from library where id = 1) = ?8
       on conflict (key) do update set address = excluded.address, made_of = excluded.made_of,
         opened_at = max(opened_at, excluded.opened_at), tag = excluded.tag, body = excluded.body`,
    )
    .bind(
      ...[page.key, page.hash, page.address, page.made_of, page.opened_at, page.tag, page.body],
      version,
    );

/** Those that were opened since then and are made of something else: the newest of each token first, then the next of each. */
export async function listOldPages(
  db: D1Database,
  { made_of, since, most }: { made_of: string; since: Instant; most: number },
): Promise<Opening[]> {
  const { results } = await db
    .prepare(
      `select key, hash, address, opened_at from pages where made_of <> ?1 and opened_at >= ?2
       order by row_number() over (partition by hash order by opened_at desc, key), opened_at desc, key limit ?3`,
    )
    .bind(made_of, since, most)
    .all<Opening>();
  return results;
}

export const markOpened = (db: D1Database, key: string, opened_at: Instant) =>
  db.prepare("update pages set opened_at = ?2 where key = ?1").bind(key, opened_at);

/** Those that nobody opened since then. */
export const forgetPagesBefore = (db: D1Database, since: Instant) =>
  db.prepare("delete from pages where opened_at < ?1").bind(since);

export const forgetPage = (db: D1Database, key: string) =>
  db.prepare("delete from pages where key = ?1").bind(key);

/** What was erased is in no page that is kept either. */
export const forgetPages = (db: D1Database) => db.prepare("delete from pages");

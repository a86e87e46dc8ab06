/** A Facebook page's id inside the ids and names of its posts, `{page}_{post}`. */

/**
 * The posts of a page whose id was another all along go by the right one: their ids, what was ever said of them, and the
 * names by which they are found again. A name without the page's id stands beside each and stays.
 * `to`: `null` where it is not known any more; `from`: `null` where none was known
 */
export function movePagePosts(
  db: D1Database,
  account_id: number,
  { from, to }: { from: string | null; to: string | null },
): D1PreparedStatement[] {
  const after = to === null ? "" : `${to}_`;
  if (from === null) {
    return [
      db
        .prepare(
          `insert into post_keys (account_id, key, post_id)
           select account_id, 'id:' || ?2 || substr(key, 4), post_id from post_keys
           where account_id = ?1 and key glob 'id:*' and instr(key, '_') = 0
           on conflict do nothing`,
        )
        .bind(account_id, after),
    ];
  }
  const before = `${from}_`;
  return [
    `update posts set external_id = ?3 || substr(external_id, length(?2) + 1)
     where account_id = ?1 and substr(external_id, 1, length(?2)) = ?2`,
    `update post_details set external_id = ?3 || substr(external_id, length(?2) + 1)
     where post_id in (select id from posts where account_id = ?1) and substr(external_id, 1, length(?2)) = ?2`,
    `insert into post_keys (account_id, key, post_id)
     select account_id, 'id:' || ?3 || substr(key, length(?2) + 4), post_id from post_keys
     where account_id = ?1 and substr(key, 1, length(?2) + 3) = 'id:' || ?2
     on conflict do nothing`,
    `delete from post_keys where account_id = ?1 and substr(key, 1, length(?2) + 3) = 'id:' || ?2 and ?2 is not ?3`,
  ].map((sql) => db.prepare(sql).bind(account_id, before, after));
}

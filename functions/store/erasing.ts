/**
 * An account gone with all that was ever known of it. Five years of one are more rows than the free plan writes in a day, so
 * it goes in slices: at first its names and everything that a screen reads, whereupon it is in no list and nothing finds it;
 * then its posts and readings, as many a slice as the day has room for; its own row last.
 */
import { IS_GOING } from "./accounts.ts";
import { keepPostIds } from "./library.ts";
import { all } from "./rows.ts";
import { eraseLooks } from "./works.ts";

/** Of one slice: readings of posts, and rows of its other tables. */
const READINGS_A_SLICE = 3_000;
const ROWS_A_SLICE = 1_000;
const POSTS_A_SLICE = 200;

const GIVEN = "(select value from json_each(?1))";
const GOING = `(select id from accounts where ${IS_GOING})`;

/** The imports of which the given accounts have something, or of which any other has. */
const importsOf = (whose: "in" | "not in") =>
  `select import_id from (
     select ip.import_id from import_posts ip join posts p on p.id = ip.post_id where p.account_id ${whose} ${GIVEN}
     union select import_id from account_readings where account_id ${whose} ${GIVEN}
     union select import_id from day_readings where account_id ${whose} ${GIVEN}
   ) where import_id is not null`;

/** What was brought for them alone is gone with them, and its file can be brought again. */
const ALONE = `(${importsOf("in")} except ${importsOf("not in")})`;

/** A name that an account goes or went by, as what was typed for it or merged with it is called. */
export type Called = { platform: string; handle: string };

/**
 * The accounts leave every list, and give their names and ids free. Whoever was writing them meanwhile loses the race.
 * @param ids from `listMergedWith`
 * @param called all names of theirs: what was undone before knows nothing else of whose it was
 */
export const beginErasing = (db: D1Database, ids: readonly number[], called: readonly Called[]) => [
  ...eraseLooks(db, ids),
  db
    .prepare(
      `update imports set name = null where kind in ('typed', 'merged') and exists (
         select 1 from json_each(?1) where instr(imports.name, value ->> 'platform' || ' ') = 1
           and instr(imports.name || ' ', ' @' || (value ->> 'handle') || ' ') > 0)`,
    )
    .bind(JSON.stringify(called)),
  ...[
    `update imports set name = null, undone_at = coalesce(undone_at, unixepoch()) where id in ${ALONE}`,
    `delete from import_parts where import_id in ${ALONE}`,
    ...["collections", "months", "years", "threads", "notices", "outbox", "streaks"].map(
      (table) => `delete from ${table} where account_id in ${GIVEN}`,
    ),
    `update plans set matches = (select json_group_array(json(value)) from json_each(plans.matches)
       where value ->> 'account' not in ${GIVEN})
     where exists (select 1 from json_each(plans.matches) where value ->> 'account' in ${GIVEN})`,
    // one that was for nobody else
    "delete from plans where matches = '[]' and ?1 is not null",
    `delete from targets where account in ${GIVEN}`,
    `delete from trials where account in ${GIVEN}`,
    // a note that was of nobody else; without its accounts it would be one of all
    `delete from notes where accounts is not null
       and not exists (select 1 from json_each(notes.accounts) where value not in ${GIVEN})`,
    `update notes set accounts = (select json_group_array(value) from json_each(notes.accounts) where value not in ${GIVEN})
     where exists (select 1 from json_each(notes.accounts) where value in ${GIVEN})`,
    `update runs set problems =
       (select json_group_array(json(value)) from json_each(runs.problems)
        where coalesce(value ->> 'account_id', 0) not in ${GIVEN})
     where exists (select 1 from json_each(runs.problems) where value ->> 'account_id' in ${GIVEN})`,
    `update accounts set given_name = coalesce(given_name, name, handle), handle = char(10) || id, external_id = null,
       old_handles = '[]', merged = null, norm = null, merged_into = id, version = version + 1
     where id in ${GIVEN}`,
  ].map((sql) => db.prepare(sql).bind(JSON.stringify(ids))),
];

/** The first posts that are left, and of them those of which no reading is. */
const POSTS = `(select id from posts where account_id in ${GOING} order by id limit ${POSTS_A_SLICE})`;
const EMPTY = `(select id from posts p where id in ${POSTS} and not exists (select 1 from post_readings r where r.post_id = p.id))`;

/** Some rows of a table, by its key. */
const some = (table: string, key: string, condition: string, limit: number) =>
  `delete from ${table} where (${key}) in (select ${key} from ${table} where ${condition} limit ${limit})`;

/** What is left of the accounts that go. */
const LEFT = ["posts", "account_readings", "day_readings", "days", "comments", "post_keys"];

/** One slice of every account that is on its way out. Children first, for the foreign keys. */
export const eraseSlice = (db: D1Database) => [
  keepPostIds(db),
  ...[
    some("post_readings", "post_id, read_at, version", `post_id in ${POSTS}`, READINGS_A_SLICE),
    some(
      "account_readings",
      "account_id, read_at, version",
      `account_id in ${GOING}`,
      ROWS_A_SLICE,
    ),
    some(
      "day_readings",
      "account_id, date, read_at, version",
      `account_id in ${GOING}`,
      ROWS_A_SLICE,
    ),
    some("days", "account_id, date", `account_id in ${GOING}`, ROWS_A_SLICE),
    some("comments", "account_id, external_id", `account_id in ${GOING}`, ROWS_A_SLICE),
    some("post_keys", "account_id, key", `account_id in ${GOING}`, ROWS_A_SLICE),
    `delete from import_posts where post_id in ${EMPTY}`,
    `delete from post_details where post_id in ${EMPTY}`,
    `delete from posts where id in ${EMPTY}`,
    // a writer that had begun before may have left some of these
    ...["months", "years", "threads", "notices", "outbox", "streaks"].map(
      (table) => `delete from ${table} where account_id in ${GOING}`,
    ),
    `delete from targets where account in ${GOING}`,
    `delete from trials where account in ${GOING}`,
    `delete from accounts where ${IS_GOING} and ${LEFT.map(
      (table) => `not exists (select 1 from ${table} t where t.account_id = accounts.id)`,
    ).join(" and ")}
       and not exists (select 1 from reports r, json_each(r.body, '$.accounts') a where a.value ->> 'id' = accounts.id)`,
  ].map((sql) => db.prepare(sql)),
];

/** An account on its way out, with how many posts and days it still has. */
export type Going = { id: number; name: string; left: number };

export const listGoing = (db: D1Database) =>
  all<Going>(
    db.prepare(
      `select id, coalesce(given_name, '') as name,
         (select count(*) from posts where account_id = accounts.id) + (select count(*) from days where account_id = accounts.id)
           as left
       from accounts where ${IS_GOING} order by id`,
    ),
  );

/** An account with those that were merged into it, and into them. */
export async function listMergedWith(db: D1Database, id: number): Promise<number[]> {
  const rows = await all<{ id: number }>(
    db
      .prepare(
        `with recursive one (id) as (
           select id from accounts where id = ?1 union select a.id from one join accounts a on a.merged_into = one.id
         ) select id from one order by id`,
      )
      .bind(id),
  );
  return rows.map((row) => row.id);
}

import { DAY_METRICS, type DayMetric } from "../model/metric.ts";
import type { Instant } from "../model/snapshot.ts";
import type { TopicWords } from "../model/topic.ts";
import { all, valuesOf } from "./rows.ts";
import { table } from "./table.ts";

export type ImportRow = {
  id: number;
  /** The export it came from, `typed` or `merged`. */
  kind: string;
  /** What the person knows the file by; of what was typed, whose it is. */
  name: string | null;
  created_at: Instant;
  read_at: Instant;
  time_zone: string;
  rows: number;
  skipped: number;
  posts_added: number;
  readings_added: number;
  undone_at: Instant | null;
};

const IMPORTS = table<ImportRow>("imports", {
  id: "plain",
  kind: "plain",
  name: "plain",
  created_at: "plain",
  read_at: "plain",
  time_zone: "plain",
  rows: "plain",
  skipped: "plain",
  posts_added: "plain",
  readings_added: "plain",
  undone_at: "plain",
});

export type ListedImport = ImportRow & {
  /** It still holds pieces. One that is being undone holds them to the end. */
  held: boolean;
  /** Whose figures it brought, as long as they stand: a file and a hand bring those of one account. */
  account: number | null;
  /** The figure of its first day, where that has one alone. */
  metric: DayMetric | null;
  /** The follower count that was typed. */
  followers: number | null;
  /** The post whose figures were typed. */
  post: number | null;
};

export async function listImports(db: D1Database, limit: number): Promise<ListedImport[]> {
  const rows = await IMPORTS.rows<{
    held: number;
    counted: string | null;
    post: string | null;
    day: string | null;
  }>(
    db
      .prepare(
        `select ${IMPORTS.list}, exists (select 1 from import_parts where import_id = imports.id) as held,
           (select json_object('account', account_id, 'followers', followers) from account_readings
            where import_id = imports.id limit 1) as counted,
           (select json_object('account', p.account_id, 'post', p.id) from import_posts ip
            join posts p on p.id = ip.post_id where ip.import_id = imports.id limit 1) as post,
           (select json_object('account', account_id, ${DAY_METRICS.map((metric) => `'${metric}', ${metric}`).join(", ")})
            from day_readings where import_id = imports.id limit 1) as day
         from imports order by id desc limit ?1`,
      )
      .bind(limit),
  );
  return rows.map(({ held, counted, post, day, ...row }) => ({
    ...row,
    held: held === 1,
    ...broughtBy(row.kind, parsed(counted), parsed(post), parsed(day)),
  }));
}

type Found = Record<string, number | null> | null;

const parsed = (json: string | null): Found => (json === null ? null : JSON.parse(json));

function broughtBy(
  kind: string,
  counted: Found,
  post: Found,
  day: Found,
): Pick<ListedImport, "account" | "metric" | "followers" | "post"> {
  const typed = kind === "typed";
  const metrics = DAY_METRICS.filter((metric) => (day?.[metric] ?? null) !== null);
  return {
    account: (counted ?? day ?? post)?.account ?? null,
    metric: metrics.length === 1 ? (metrics[0] ?? null) : null,
    followers: typed ? (counted?.followers ?? null) : null,
    post: typed ? (post?.post ?? null) : null,
  };
}

export const findImport = (db: D1Database, id: number) =>
  IMPORTS.first(db.prepare(`select ${IMPORTS.list} from imports where id = ?1`).bind(id));

/** The kinds of these imports, by id. */
export async function listImportKinds(
  db: D1Database,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const asked = valuesOf([...new Set(ids)].map((id) => [id]));
  const rows = await all<{ id: number; kind: string }>(
    db.prepare(`with a (id) as ${asked} select i.id, i.kind from a join imports i on i.id = a.id`),
  );
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** A new import. Fails when another writer took the id. */
export const insertImport = (db: D1Database, row: ImportRow) => IMPORTS.insert(db, [row]);

/** One more piece of an import: the counts add up. */
export const addToImport = (db: D1Database, row: ImportRow) =>
  db
    .prepare(
      `update imports set rows = rows + ?2, skipped = skipped + ?3, posts_added = posts_added + ?4,
         readings_added = readings_added + ?5 where id = ?1`,
    )
    .bind(row.id, row.rows, row.skipped, row.posts_added, row.readings_added);

export const markUndone = (db: D1Database, id: number, undone_at: Instant) =>
  db
    .prepare("update imports set undone_at = coalesce(undone_at, ?2) where id = ?1")
    .bind(id, undone_at);

/** The import that already holds this piece of a file; `null` when none does. `undone_at`: it is being undone. */
export const findImportPart = (db: D1Database, hash: string) =>
  db
    .prepare(
      "select import_id, undone_at from import_parts p join imports i on i.id = p.import_id where hash = ?1",
    )
    .bind(hash)
    .first<{ import_id: number; undone_at: Instant | null }>();

export const saveImportPart = (db: D1Database, hash: string, import_id: number) =>
  db.prepare("insert into import_parts (hash, import_id) values (?1, ?2)").bind(hash, import_id);

export const deleteImportParts = (db: D1Database, import_id: number) =>
  db.prepare("delete from import_parts where import_id = ?1").bind(import_id);

type ImportPost = { import_id: number; post_id: number };
const IMPORT_POSTS = table<ImportPost>("import_posts", { import_id: "plain", post_id: "plain" });

export const saveImportPosts = (db: D1Database, rows: readonly ImportPost[]) =>
  IMPORT_POSTS.insert(db, rows, "on conflict do nothing");

/** Posts that an import touched and that are still to be freed of it. */
export const listImportPosts = async (db: D1Database, import_id: number, limit: number) => {
  const rows = await all<{ post_id: number }>(
    db
      .prepare("select post_id from import_posts where import_id = ?1 order by post_id limit ?2")
      .bind(import_id, limit),
  );
  return rows.map((row) => row.post_id);
};

/** What an import still holds: posts to be freed of it, and pieces. One without any is undone. */
export async function findHold(
  db: D1Database,
  import_id: number,
): Promise<{ posts: number; parts: number; topic_rules: TopicWords | null }> {
  const row = await db
    .prepare(
      `select (select count(*) from import_posts where import_id = ?1) as posts,
         (select count(*) from import_parts where import_id = ?1) as parts, (select topic_rules from library) as topic_rules`,
    )
    .bind(import_id)
    .first<{ posts: number; parts: number; topic_rules: string | null }>();
  const { posts = 0, parts = 0, topic_rules = null } = row ?? {};
  return {
    posts,
    parts,
    topic_rules: topic_rules === null ? null : (JSON.parse(topic_rules) as TopicWords),
  };
}

/** Other imports that stand and say something of these accounts: when the newest of each account's was read. */
export const listNewestImports = (
  db: D1Database,
  account_ids: readonly number[],
  without: number,
) =>
  all<{ account_id: number; read_at: Instant | null }>(
    db
      .prepare(
        `select j.value as account_id, (
           select max(i.read_at) from imports i where i.id <> ?2 and i.undone_at is null and (
             exists (select 1 from account_readings r where r.account_id = j.value and r.import_id = i.id)
             or exists (select 1 from day_readings d where d.account_id = j.value and d.import_id = i.id)
             or exists (select 1 from import_posts ip join posts p on p.id = ip.post_id
               where ip.import_id = i.id and p.account_id = j.value))) as read_at
         from json_each(?1) j order by j.value`,
      )
      .bind(JSON.stringify(account_ids), without),
  );

/** Is there an import that was begun to be undone and is not yet? */
export const findHalfUndone = (db: D1Database) =>
  db
    .prepare(
      `select id from imports where undone_at is not null
         and exists (select 1 from import_parts where import_id = imports.id) limit 1`,
    )
    .first<number>("id");

/** The account that an import speaks of and that was merged into another since, whose copies nothing would take back. */
export const findMergedSince = (db: D1Database, import_id: number) =>
  db
    .prepare(
      `select a.id from accounts a where a.merged_into is not a.id and a.merged_into is not null and (
         a.import_id = ?1
         or exists (select 1 from json_each(a.old_handles) where value ->> 'import_id' = ?1)
         or exists (select 1 from account_readings r where r.account_id = a.id and r.import_id = ?1)
         or exists (select 1 from day_readings d where d.account_id = a.id and d.import_id = ?1)
         or exists (select 1 from import_posts ip join posts p on p.id = ip.post_id
           where ip.import_id = ?1 and p.account_id = a.id)) limit 1`,
    )
    .bind(import_id)
    .first<number>("id");

export const deleteImportPosts = (db: D1Database, import_id: number, post_ids: readonly number[]) =>
  db
    .prepare(
      "delete from import_posts where import_id = ?1 and post_id in (select value from json_each(?2))",
    )
    .bind(import_id, JSON.stringify(post_ids));

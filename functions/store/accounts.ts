import type { Platform } from "../model/platform.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { EXCUSES, type Excuse } from "./excused.ts";
import { keepPostIds } from "./library.ts";
import { forRows } from "./rows.ts";
import { table } from "./table.ts";

/** What an account was called until it was renamed, and by which import; `null`: by no file. */
export type OldHandle = { handle: string; import_id: number | null };

export type AccountRow = {
  id: number;
  platform: Platform;
  handle: string;
  external_id: string | null;
  /** The newest reading that gave one. */
  name: string | null;
  named_at: Instant | null;
  /** Typed by a person: shown instead. */
  given_name: string | null;
  followers: number | null;
  followers_at: Instant | null;
  /** The newest push or collection. */
  collected_at: Instant | null;
  /** The newest reading of anything. */
  last_read_at: Instant | null;
  /** When the newest reading was seen again unchanged. */
  held: Repeat[];
  /** When the figures of the last days were last confirmed, by day. */
  days_seen: Record<Day, Instant>;
  version: number;
  /** Where deriving everything anew stands: below 0 the next day (minus its number), else the last post done; `null`: nowhere. */
  rebuilding: number | null;
  import_id: number | null;
  created_at: Instant;
  hidden_at: Instant | null;
  /** Oldest first: an old file, or a cron that was not told, still finds the account. */
  old_handles: OldHandle[];
};

const ACCOUNTS = table<AccountRow>("accounts", {
  id: "plain",
  platform: "plain",
  handle: "plain",
  external_id: "plain",
  name: "plain",
  named_at: "plain",
  given_name: "plain",
  followers: "plain",
  followers_at: "plain",
  collected_at: "plain",
  last_read_at: "plain",
  held: "json",
  days_seen: "json",
  version: "plain",
  rebuilding: "plain",
  import_id: "plain",
  created_at: "plain",
  hidden_at: "plain",
  old_handles: "json",
});

/** Every account, hidden ones included: a library has a handful. */
export const listAccounts = (db: D1Database) =>
  ACCOUNTS.rows(db.prepare(`select ${ACCOUNTS.list} from accounts order by id`));

/** What a writer stands on before it reads anything else. */
export type Footing = {
  accounts: AccountRow[];
  /** When the newest post of each account was published. */
  newest_posts: ReadonlyMap<number, Instant>;
  /** The next free ids; another writer that takes the same makes the batch fail, and it is tried again. */
  next: { post: number; import: number };
  /** Why posts of some time are left out of the norm. */
  excuses: readonly Excuse[];
};

export async function findFooting(db: D1Database): Promise<Footing> {
  type Row = {
    newest_post: Instant | null;
    next_post: number;
    next_import: number;
    excuses: string;
  };
  const { results } = await db
    .prepare(
      `select ${ACCOUNTS.list}, (select max(published_at) from posts where account_id = accounts.id) as newest_post,
         1 + max((select coalesce(max(id), 0) from posts), (select last_post from library)) as next_post,
         (select coalesce(max(id), 0) + 1 from imports) as next_import, ${EXCUSES} as excuses
       from (select 1) left join accounts order by id`,
    )
    .all<Row & { id: number | null }>();
  const [first] = results;
  // without an account there is one row all the same, for the next numbers
  const known = results.filter(({ id }) => id !== null).map(ACCOUNTS.fromStored<Row>);
  return {
    accounts: known.map(
      ({
        newest_post: _newest,
        next_post: _post,
        next_import: _import,
        excuses: _excuses,
        ...row
      }) => row,
    ),
    newest_posts: new Map(
      known.flatMap(({ id, newest_post }) => (newest_post === null ? [] : [[id, newest_post]])),
    ),
    excuses: known.flatMap(({ excuses }) => JSON.parse(excuses) as Excuse[]),
    next: { post: first?.next_post ?? 1, import: first?.next_import ?? 1 },
  };
}

/**
 * New accounts, and the state of known ones. A writer says the version that it makes; when another was faster, the
 * version turns null, which the schema refuses, and the whole batch is rolled back.
 */
export const saveAccounts = (db: D1Database, rows: readonly AccountRow[]) =>
  ACCOUNTS.insert(
    db,
    rows,
    `on conflict (id) do update set ${ACCOUNTS.excluded(...FIGURES)},
       version = iif(accounts.version = excluded.version - 1, excluded.version, null)`,
  );

/** What readings move. Names, ids and what a person set are written apart. */
const FIGURES = [
  "name",
  "named_at",
  "followers",
  "followers_at",
  "collected_at",
  "last_read_at",
  "held",
  "days_seen",
  "rebuilding",
  "import_id",
] as const;

export const sameAccount = ACCOUNTS.same;

/** A writer that lost the race: read again and derive again. */
export const lostTheRace = (error: unknown): boolean =>
  error instanceof Error &&
  /NOT NULL constraint failed: accounts\.version|UNIQUE constraint failed: (posts\.id|post_keys|accounts\.|imports\.id)/.test(
    error.message,
  );

/**
 * Apart from `saveAccounts`, because these columns are indexed and hardly ever change. Every account lets go of its name
 * before any takes its new one, for the names may be each other's; no handle holds a line's end.
 */
export const saveIdentity = (db: D1Database, rows: readonly AccountRow[]) => {
  const ids = rows.map(({ id }) => ({ id }));
  return [
    ...forRows(
      db,
      "update accounts set handle = char(10) || id where id in (select value ->> 'id' from json_each(?1))",
      ids,
    ),
    ...ACCOUNTS.update(db, "id", ["handle", "external_id", "old_handles"], rows),
  ];
};

/** What a person may set: the name shown, and whether the account is shown at all. */
export const saveGiven = (
  db: D1Database,
  id: number,
  given_name: string | null,
  hidden_at: Instant | null,
) =>
  db
    .prepare(
      "update accounts set given_name = ?2, hidden_at = ?3, version = version + 1 where id = ?1",
    )
    .bind(id, given_name, hidden_at);

/** Accounts that undone imports brought and that nothing else speaks of. */
export const deleteEmptyAccounts = (db: D1Database) =>
  db.prepare(
    `delete from accounts where import_id in (select id from imports where undone_at is not null)
         and collected_at is null
         and not exists (select 1 from collections where account_id = accounts.id)
         and not exists (select 1 from posts where account_id = accounts.id)
         and not exists (select 1 from account_readings where account_id = accounts.id)
         and not exists (select 1 from day_readings where account_id = accounts.id)
         and not exists (select 1 from comments where account_id = accounts.id)
         and not exists (select 1 from excused where account_id = accounts.id)`,
  );

/** Everything of one account, for good. Children first, for the foreign keys. */
export const eraseAccount = (db: D1Database, id: number) => [
  keepPostIds(db),
  ...[
    "delete from import_posts where post_id in (select id from posts where account_id = ?1)",
    "delete from comments where account_id = ?1",
    "delete from post_readings where post_id in (select id from posts where account_id = ?1)",
    "delete from post_details where post_id in (select id from posts where account_id = ?1)",
    "delete from post_keys where account_id = ?1",
    "delete from posts where account_id = ?1",
    "delete from months where account_id = ?1",
    "delete from streaks where account_id = ?1",
    "delete from excused where account_id = ?1",
    "delete from norms where account_id = ?1",
    "delete from days where account_id = ?1",
    "delete from day_readings where account_id = ?1",
    "delete from account_readings where account_id = ?1",
    "delete from collections where account_id = ?1",
    `update runs set problems =
       (select json_group_array(json(value)) from json_each(runs.problems) where value ->> 'account_id' is not ?1)
     where exists (select 1 from json_each(runs.problems) where value ->> 'account_id' = ?1)`,
    "delete from accounts where id = ?1",
  ].map((sql) => db.prepare(sql).bind(id)),
];

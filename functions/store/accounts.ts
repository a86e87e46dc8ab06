import type { DaySaid } from "../model/day-said.ts";
import type { Platform } from "../model/platform.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { TopicWords } from "../model/topic.ts";
import type { PersonWords } from "./corrections.ts";
import { REASONS, type ReasonedStreak } from "./excuses.ts";
import { NORM, type Norm, type NormRow } from "./norms.ts";
import { LEFT_OUT, type LeftOut } from "./notes.ts";
import { all, forRows } from "./rows.ts";
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
  /** When the figures of the last days were said, by day; a number: when they were last. */
  days_seen: Record<Day, DaySaid | Instant>;
  version: number;
  /** Where deriving everything anew stands: below 0 the next day (minus its number), else the last post done; `null`: nowhere. */
  rebuilding: number | null;
  import_id: number | null;
  created_at: Instant;
  hidden_at: Instant | null;
  /** Oldest first: an old file, or a cron that was not told, still finds the account. */
  old_handles: OldHandle[];
  /** The account that a person found it to be: it is parked, and in no list. Its own id: it is going (`isGoing`). */
  merged_into: number | null;
  merged: Merged | null;
  posts_seen: PostsSeen;
};

/**
 * When posts were read last, by month and post, where nothing but that has moved since their month was packed: a quiet
 * hour then writes no month.
 */
export type PostsSeen = Record<string, Record<number, Instant>>;

/** What an account was before it was merged into another, and how far that is. */
export type Merged = {
  /** The import as which the merge is listed and undone. */
  import_id: number;
  handle: string;
  external_id: string | null;
  /** What is brought over next; `null`: all is. */
  next: MergeStep | null;
  /** What a person had said of its posts, where it holds for the other account's now. */
  words: (Partial<PersonWords> & { id: number })[];
  /** The links that were limited to it and open the other account too since. */
  links: number[];
};

/** Readings come after an instant, days after a day, posts after an id. */
export type MergeStep = { of: "readings" | "days" | "posts" | "end"; after: number | string };

const COLUMNS = {
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
  merged_into: "plain",
  merged: "json",
  posts_seen: "json",
} as const;

export const ACCOUNTS = table<AccountRow>("accounts", COLUMNS);

/** With the norm, which only a judgement and some pages ask for (norms.ts). */
const WITH_NORM = table<AccountRow & { norm: Norm | null }>("accounts", { ...COLUMNS, norm: NORM });

/** Every account, hidden ones included, but for those that were merged into others: a library has a handful. */
export const listAccounts = (db: D1Database) =>
  ACCOUNTS.rows(
    db.prepare(`select ${ACCOUNTS.list} from accounts where merged_into is null order by id`),
  );

/** Accounts that were merged into others, and into which. */
export const listParked = (db: D1Database) =>
  all<{ id: number; merged_into: number }>(
    db.prepare("select id, merged_into from accounts where merged_into is not null order by id"),
  );

/** Since when something is known of an account; `null`: nothing is. */
export type Beginning = { id: number; first_post_at: Instant | null; first_day: Day | null };

export const listBeginnings = (db: D1Database) =>
  all<Beginning>(
    db.prepare(
      `select id, (select min(published_at) from posts where account_id = accounts.id) as first_post_at,
         (select min(date) from days where account_id = accounts.id) as first_day
       from accounts where merged_into is null`,
    ),
  );

/** Those, and the ones that were merged into others apart. */
export type Everyone = { accounts: AccountRow[]; parked: AccountRow[] };

export const findEveryone = async (db: D1Database): Promise<Everyone> =>
  apart(await ACCOUNTS.rows(db.prepare(`select ${ACCOUNTS.list} from accounts order by id`)));

/**
 * Is the account being erased? Then it is merged into itself: whatever passes over merged accounts passes over it too, and
 * there is no time at which a query that was forgotten would show it.
 */
const isGoing = ({ id, merged_into }: Pick<AccountRow, "id" | "merged_into">): boolean =>
  merged_into === id;

/** The same in SQL. */
export const IS_GOING = "merged_into = id";

/** What the account of this column was merged into, or itself; null for one that goes. */
export const standsFor = (column: string): string => `(with recursive up (id, next) as (
    select id, merged_into from accounts where id = ${column}
    union select a.id, a.merged_into from up join accounts a on a.id = up.next
  ) select id from up where next is null)`;

const apart = (rows: readonly AccountRow[]): Everyone => ({
  accounts: rows.filter(({ merged_into }) => merged_into === null),
  parked: rows.filter((row) => row.merged_into !== null && !isGoing(row)),
});

/** What a writer stands on before it reads anything else. */
export type Footing = Everyone & {
  /** When the newest post of each account was published. */
  newest_posts: ReadonlyMap<number, Instant>;
  /** The next free ids; another writer that takes the same makes the batch fail, and it is tried again. */
  next: { account: number; post: number; import: number };
  /** Why posts of some time are left out of the norm: notes, and the reasons of streaks. */
  left_out: readonly LeftOut[];
  reasons: readonly ReasonedStreak[];
  /** The library's own words of topics; `null`: those that are shipped. */
  topic_rules: TopicWords | null;
  /** The post of each account that is next to tell how fast its counts grow. */
  to_learn: ReadonlyMap<number, NonNullable<NormRow["to_learn"]>>;
  /** The link by which they write opens nothing any more. */
  closed: boolean;
};

/** @param link by which they write; `null`: by none */
export async function findFooting(db: D1Database, link: number | null = null): Promise<Footing> {
  type Row = {
    newest_post: Instant | null;
    to_learn: string | null;
    closed: number;
    next_post: number;
    next_import: number;
    topic_rules: string | null;
    left_out: string | null;
    reasons: string;
  };
  const { results } = await db
    .prepare(
      `select ${ACCOUNTS.list}, (select max(published_at) from posts where account_id = accounts.id) as newest_post,
         norm ->> 'to_learn' as to_learn,
         1 + max((select coalesce(max(id), 0) from posts), (select last_post from library)) as next_post,
         (select coalesce(max(id), 0) + 1 from imports) as next_import,
         (select topic_rules from library) as topic_rules, ${REASONS} as reasons,
         iif(id = (select min(id) from accounts) or id is null, ${LEFT_OUT}, null) as left_out,
         ?1 is not null and not exists (select 1 from links where id = ?1 and revoked_at is null) as closed
       from (select 1) left join accounts order by id`,
    )
    .bind(link)
    .all<Row & { id: number | null }>();
  const [first] = results;
  // without an account there is one row all the same, for the next numbers
  const known = results.filter(({ id }) => id !== null).map(ACCOUNTS.fromStored<Row>);
  const rows = known.map(
    ({
      newest_post: _newest,
      to_learn: _learn,
      next_post: _post,
      next_import: _import,
      topic_rules: _rules,
      left_out: _left_out,
      reasons: _reasons,
      closed: _closed,
      ...row
    }) => row,
  );
  return {
    ...apart(rows),
    newest_posts: new Map(
      known.flatMap(({ id, newest_post }) => (newest_post === null ? [] : [[id, newest_post]])),
    ),
    left_out: JSON.parse(first?.left_out ?? "[]"),
    reasons: known.flatMap(({ reasons }) => JSON.parse(reasons) as ReasonedStreak[]),
    to_learn: new Map(
      known.flatMap(({ id, to_learn }) => (to_learn === null ? [] : [[id, JSON.parse(to_learn)]])),
    ),
    topic_rules: first?.topic_rules ? (JSON.parse(first.topic_rules) as TopicWords) : null,
    closed: first?.closed === 1,
    next: {
      account: Math.max(0, ...rows.map(({ id }) => id)) + 1,
      post: first?.next_post ?? 1,
      import: first?.next_import ?? 1,
    },
  };
}

/**
 * New accounts, and the state of known ones, with the norms that were found otherwise; the others stay. A writer says the version that it makes; when another was faster, or has erased
 * the account, the version turns null, which the schema refuses, and the whole batch is rolled back.
 */
export const saveAccounts = (
  db: D1Database,
  rows: readonly AccountRow[],
  norms: readonly NormRow[] = [],
) =>
  WITH_NORM.insert(
    db,
    rows.map((row) => ({
      ...row,
      norm: norms.find(({ account_id }) => account_id === row.id) ?? null,
    })),
    `on conflict (id) do update set ${WITH_NORM.excluded(...FIGURES)}, norm = coalesce(excluded.norm, accounts.norm),
       version = iif(accounts.version = excluded.version - 1, excluded.version, null)`,
    {
      version: `iif(value ->> 'version' = 1 or exists (select 1 from accounts a where a.id = value ->> 'id'),
        value ->> 'version', null)`,
    },
  );

/**
 * They stand as they were read, and nothing of them moves, but whoever was writing them meanwhile begins anew: it stood on
 * what is no longer so.
 */
export const moveAccounts = (
  db: D1Database,
  rows: readonly Pick<AccountRow, "id" | "version">[],
) => [
  ...ACCOUNTS.guard(db, ["id", "version"], rows),
  ...forRows(
    db,
    "update accounts set version = version + 1 where id in (select value ->> 'id' from json_each(?1))",
    rows.map(({ id }) => ({ id })),
  ),
];

/** Whoever is writing any of them begins anew: what it read of the library is no longer so. */
export const moveEveryAccount = (db: D1Database) =>
  db.prepare("update accounts set version = version + 1 where merged_into is null");

/** Whoever writes that something belongs to these accounts is refused where one of them is gone, or another by now. */
export const guardAccountIds = (db: D1Database, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : [
        db
          .prepare(
            `update library set version = null where id = 1 and exists (
               select 1 from json_each(?1) where value not in (select id from accounts where merged_into is null))`,
          )
          .bind(JSON.stringify(ids)),
      ];

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
  "posts_seen",
  "rebuilding",
  "import_id",
] as const;

export const sameAccount = ACCOUNTS.same;

/**
 * Apart from `saveAccounts`, because these columns are indexed and hardly ever change. Every account lets go of its name and
 * id before any takes its new ones, for they may be each other's; no handle holds a line's end.
 */
export const saveIdentity = (db: D1Database, rows: readonly AccountRow[]) => {
  const ids = rows.map(({ id }) => ({ id }));
  return [
    ...forRows(
      db,
      `update accounts set handle = char(10) || id, external_id = null
       where id in (select value ->> 'id' from json_each(?1))`,
      ids,
    ),
    ...ACCOUNTS.update(db, "id", IDENTITY, rows),
  ];
};

const IDENTITY = ["handle", "external_id", "old_handles", "merged_into", "merged"] as const;

export const sameIdentity = (a: AccountRow, b: AccountRow): boolean =>
  ACCOUNTS.same(a, b, IDENTITY);

/** The name of an account that was merged into another, which has its own: that of no account. */
export const parkedHandle = (id: number): string => `\n${id}`;

/** How far a merge is. The account that takes it in guards the batch by its version. */
export const moveMerge = (db: D1Database, row: Pick<AccountRow, "id" | "merged">) =>
  db
    .prepare("update accounts set merged = ?2 where id = ?1 and merged_into is not null")
    .bind(row.id, JSON.stringify(row.merged));

/** What a person may set: the name shown, and whether the account is shown at all. */
export type Given = Partial<Pick<AccountRow, "given_name" | "hidden_at">>;

/** What is said of them, and nothing else: two people may say two things at once. */
export const saveGiven = (db: D1Database, id: number, { given_name, hidden_at }: Given) =>
  db
    .prepare(
      `update accounts set given_name = iif(?2, ?3, given_name), hidden_at = iif(?4, ?5, hidden_at), version = version + 1
       where id = ?1`,
    )
    .bind(
      id,
      Number(given_name !== undefined),
      given_name ?? null,
      Number(hidden_at !== undefined),
      hidden_at ?? null,
    );

/** Accounts that undone imports brought and that nothing else speaks of. */
export const deleteEmptyAccounts = (db: D1Database) =>
  db.prepare(
    `delete from accounts where import_id in (select id from imports where undone_at is not null)
         and collected_at is null and merged_into is null
         and not exists (select 1 from accounts other where other.merged_into = accounts.id)
         and not exists (select 1 from collections where account_id = accounts.id)
         and not exists (select 1 from posts where account_id = accounts.id)
         and not exists (select 1 from account_readings where account_id = accounts.id)
         and not exists (select 1 from day_readings where account_id = accounts.id)
         and not exists (select 1 from comments where account_id = accounts.id)
         and not exists (select 1 from targets where account = accounts.id)
         and not exists (select 1 from notes n, json_each(n.accounts) o where o.value = accounts.id)`,
  );

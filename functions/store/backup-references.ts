/**
 * What a backup's rows refer to. A row whose other end is neither in the database nor in its own piece is known before anything
 * is written: the database itself would say it only when the batch is over, and not of which row.
 */

/** Every foreign key of the tables that are kept: which table a column names. */
export const REFERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  library: { language: "languages" },
  accounts: { platform: "platforms", import_id: "imports", merged_into: "accounts" },
  import_parts: { import_id: "imports" },
  import_posts: { import_id: "imports" },
  posts: {
    account_id: "accounts",
    format: "formats",
    topic: "topics",
    person_format: "formats",
    person_topic: "topics",
  },
  post_keys: { account_id: "accounts" },
  post_details: { post_id: "posts", import_id: "imports" },
  post_readings: { post_id: "posts", import_id: "imports" },
  account_readings: { account_id: "accounts", import_id: "imports" },
  day_readings: { account_id: "accounts", import_id: "imports" },
  comments: { account_id: "accounts", import_id: "imports" },
  streaks: { account_id: "accounts", format: "formats" },
  events: { kind: "event_kinds" },
  event_posts: { event: "events", post: "posts" },
  notices: {
    kind: "notice_kinds",
    account_id: "accounts",
    streak_id: "streaks",
    event_id: "events",
  },
  plans: { format: "formats", topic: "topics", state: "plan_states" },
  almanac: { kind: "almanac_kinds" },
  short_links: { event: "events" },
  clicks: { link: "short_links" },
  targets: { account: "accounts" },
  trials: { account: "accounts" },
  collections: { account_id: "accounts" },
  recipients: { way: "recipient_ways", language: "languages", link: "links" },
};

/** By which column those tables are named. */
const NAMED_BY: Readonly<Record<string, string>> = {
  accounts: "id",
  imports: "id",
  links: "id",
  posts: "id",
  streaks: "id",
  events: "id",
  short_links: "id",
  platforms: "platform",
  formats: "format",
  topics: "topic",
  languages: "language",
  notice_kinds: "kind",
  plan_states: "state",
  almanac_kinds: "kind",
  event_kinds: "kind",
  recipient_ways: "way",
};

/** What rows name, by table. */
export type Named = ReadonlyMap<string, ReadonlySet<number | string>>;

/** The first of what is named and is not in the database, one a table. One question, however many they are. */
export async function findDangling(
  db: D1Database,
  named: Named,
): Promise<{ table: string; name: number | string }[]> {
  const tables = [...named.keys()];
  if (tables.length === 0) return [];
  const row = await db
    .prepare(
      `select ${tables
        .map((table, at) => {
          const column = NAMED_BY[table];
          return `(select min(value) from json_each(?1, '$[${at}]') where not exists (
            select 1 from ${table} where ${column} = value)) as "${table}"`;
        })
        .join(", ")}`,
    )
    .bind(JSON.stringify(tables.map((table) => [...(named.get(table) ?? [])])))
    .first<Record<string, number | string | null>>();
  return tables.flatMap((table) => {
    const name = row?.[table] ?? null;
    return name === null ? [] : [{ table, name }];
  });
}

/**
 * What a backup holds: every table of schema.sql is named here once, with its columns, or is excused with the reason; so is every
 * column (`test/store/backup-tables.test.ts` asks for what is new). In this order rows go in again: whatever a row refers to
 * stands before it.
 */
import { IS_GOING } from "./accounts.ts";

/** When a table's rows are read: with their account, or with what is the whole library's, before or after all accounts. */
export type Part = "head" | "account" | "tail";

export type KeptTable = {
  name: string;
  part: Part;
  /** The primary key, by which rows are ordered. */
  key: readonly string[];
  columns: readonly string[];
  /** Which rows; `?1` is the account, `?2` the first column of the last key. Left out: all. */
  where?: string;
  /** What D1 bills for a row: itself, and each index. */
  writes: number;
  /** Travels only under a passphrase. */
  secret?: "column" | "table";
  /** What a row is given besides when it is put back (SQL). One of the same key that is there already stays as it is. */
  given?: Readonly<Record<string, string>>;
};

const words = (text: string): string[] => text.trim().split(/\s+/);
const OF_ACCOUNT = "account_id = ?1";
const OF_POSTS = "post_id in (select id from posts where account_id = ?1 and id >= ?2)";
/** An account that is being erased is in no backup. */
const STAYS = `not coalesce(${IS_GOING}, 0)`;
const OF_STAYING = `account_id in (select id from accounts where ${STAYS})`;
/** No account's: that of all together. */
const OF_STAYING_OR_ALL = `(account_id = 0 or ${OF_STAYING})`;

export const KEPT: readonly KeptTable[] = [
  {
    name: "library",
    part: "head",
    key: ["id"],
    columns: words(
      "id name language time_zone demo x_ceiling_usd last_read_at last_post topic_rules topics_due report_settings contact working_hours standing_claims target_mix",
    ),
    writes: 1,
  },
  {
    name: "imports",
    part: "head",
    key: ["id"],
    columns: words(
      "id kind name created_at read_at time_zone rows skipped posts_added readings_added undone_at",
    ),
    writes: 1,
  },
  {
    name: "accounts",
    part: "head",
    key: ["id"],
    columns: words(
      `id platform handle external_id name named_at given_name followers followers_at collected_at last_read_at held days_seen
       version import_id created_at hidden_at old_handles merged_into merged posts_seen norm connected connected_until`,
    ),
    where: STAYS,
    writes: 3,
  },
  {
    name: "import_parts",
    part: "head",
    key: ["hash"],
    columns: words("hash import_id"),
    writes: 2,
  },
  {
    name: "import_posts",
    part: "head",
    key: ["import_id", "post_id"],
    columns: words("import_id post_id"),
    writes: 1,
  },
  {
    name: "links",
    part: "head",
    key: ["id"],
    columns: words(
      "id kind name hash sealed accounts created_at expires_at revoked_at last_used_on with_dashboard preview_figures",
    ),
    // a login belongs to the admin token of its own installation
    where: "kind <> 'admin'",
    writes: 2,
    secret: "column",
  },
  {
    name: "changes",
    part: "head",
    key: ["id"],
    columns: words("id at link who what subject before after"),
    writes: 2,
  },
  { name: "x_spend", part: "head", key: ["month"], columns: words("month micros"), writes: 1 },
  {
    name: "posts",
    part: "account",
    key: ["id"],
    columns: words(
      `id account_id external_id published_at published_precision published_on format topic caption url paid removed_at
       person_format person_topic person_paid hidden_at excused read_at held fold likes comments shares saves reach views clicks
       watch_seconds interactions interactions_partial followers_at_publish followers_estimated`,
    ),
    where: OF_ACCOUNT,
    // the index of corrections holds few
    writes: 2,
  },
  {
    name: "post_keys",
    part: "account",
    key: ["account_id", "key"],
    columns: words("account_id key post_id"),
    where: OF_ACCOUNT,
    writes: 1,
  },
  {
    name: "post_details",
    part: "account",
    key: ["post_id", "read_at", "version"],
    columns: words(
      "post_id read_at version import_id external_id published_at published_precision format caption url paid removed_at",
    ),
    where: OF_POSTS,
    writes: 1,
  },
  {
    name: "post_readings",
    part: "account",
    key: ["post_id", "read_at", "version"],
    columns: words(
      "post_id read_at version import_id likes comments shares saves reach views clicks watch_seconds previous_held",
    ),
    where: OF_POSTS,
    writes: 1,
  },
  {
    name: "account_readings",
    part: "account",
    key: ["account_id", "read_at", "version"],
    columns: words("account_id read_at version import_id followers name previous_held"),
    where: OF_ACCOUNT,
    writes: 1,
  },
  {
    name: "day_readings",
    part: "account",
    key: ["account_id", "date", "read_at", "version"],
    columns: words(
      `account_id date read_at version import_id reach views profile_views followers_gained followers_lost end_time time_zone`,
    ),
    where: OF_ACCOUNT,
    writes: 1,
  },
  {
    name: "comments",
    part: "account",
    key: ["account_id", "external_id"],
    columns: words("account_id external_id post_id at ours reply_to import_id asks settled"),
    where: OF_ACCOUNT,
    // the index of the account's own holds few
    writes: 2,
  },
  {
    name: "streaks",
    part: "tail",
    key: ["id"],
    columns: words(
      `id account_id kind state first_post started_at last_post ended_at closed_at posts severity peak false_alarm_every announced
       format posts_per_week reach_ratio reaction_ratio evidence told revised reason`,
    ),
    writes: 3,
  },
  {
    name: "events",
    part: "tail",
    key: ["id"],
    columns: words(
      "id kind title starts_at ends_at place hashtags url note visitors cost version changed_at effect",
    ),
    writes: 2,
  },
  {
    name: "event_posts",
    part: "tail",
    key: ["event", "post"],
    columns: words("event post linked by_person"),
    where: `post in (select id from posts where account_id in (select id from accounts where ${STAYS}))`,
    writes: 2,
  },
  {
    name: "notices",
    part: "tail",
    key: ["id"],
    columns: words("id kind account_id streak_id evidence opened_at closed_at event_id"),
    writes: 4,
  },
  {
    name: "plans",
    part: "tail",
    key: ["id"],
    columns: words(
      "id series on_day at matches format topic title note person event state version changed_at trial",
    ),
    writes: 4,
  },
  {
    name: "trials",
    part: "tail",
    key: ["id"],
    columns: words(
      `id account kind a b at weekdays starts_on weeks seed lots power state broken_on why result judged_at created_at created_by
       version`,
    ),
    writes: 2,
  },
  {
    name: "almanac",
    part: "tail",
    key: ["id"],
    columns: words("id key removed from_on to_on name_id name_en kind certainty source"),
    writes: 2,
  },
  {
    name: "short_links",
    part: "tail",
    key: ["id"],
    columns: words("id slug target event name created_at"),
    writes: 3,
  },
  {
    name: "clicks",
    part: "tail",
    key: ["link", "source", "on_day"],
    columns: words("link source on_day clicks refused"),
    writes: 1,
  },
  {
    name: "notes",
    part: "tail",
    key: ["id"],
    columns: words("id from_on to_on text accounts left_out version"),
    writes: 2,
  },
  {
    name: "targets",
    part: "tail",
    key: ["id"],
    columns: words("id year account metric value version"),
    writes: 2,
  },
  {
    name: "reports",
    part: "tail",
    key: ["month", "revision"],
    columns: words("month revision made_at opened_at body"),
    writes: 2,
  },
  {
    name: "looks",
    part: "tail",
    key: ["account_id", "month"],
    columns: words("account_id month state posts of made_at late result"),
    where: OF_STAYING_OR_ALL,
    writes: 1,
  },
  {
    name: "claims",
    part: "tail",
    key: ["account_id", "month", "factor", "level"],
    columns: words(
      "account_id month place factor level direction ratio low high posts chance entangled_with",
    ),
    where: OF_STAYING_OR_ALL,
    writes: 1,
  },
  {
    name: "collections",
    part: "tail",
    key: ["account_id"],
    columns: words(
      `account_id sealed generation connected_at expires_at state next_due_at last_success_at cursor refusals memory problem`,
    ),
    where: OF_STAYING,
    writes: 1,
    secret: "table",
  },
  {
    name: "recipients",
    part: "tail",
    key: ["hash"],
    columns: words("way name language kinds weekly quiet_from quiet_to hash sealed created_at"),
    // a browser's push belongs to the address that it was turned on at
    where: "way <> 'push' and ended_at is null",
    writes: 2,
    secret: "table",
    // nothing leads anywhere until all is in; from what on it is told is said then too
    given: { origin: "''", after: "0" },
  },
];

/** Tables that are in no backup, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  platforms: "a list that the migrations fill",
  formats: "a list that the migrations fill",
  languages: "a list that the migrations fill",
  topics: "a list that the migrations fill",
  notice_kinds: "a list that the migrations fill",
  plan_states: "a list that the migrations fill",
  almanac_kinds: "a list that the migrations fill",
  event_kinds: "a list that the migrations fill",
  days: "derived from the readings",
  months: "derived from days and posts",
  years: "derived from months, when a page first reads them",
  finished_months: "the export's lines, when a file is first asked for",
  threads: "derived from comments and posts",
  norms: "not used any more",
  excused: "not used any more",
  pages: "pages as they were sent: made anew when they are opened",
  turn: "whose turn it is to write, for seconds",
  recipient_ways: "a list that the migrations fill",
  outbox: "what this installation told, and whom",
  runs: "what this installation's own collector did",
  looking: "a look that is under way: it begins anew",
  consents: "a consent page that is open, for ten minutes",
};

/** Columns of kept tables that are in no backup, and why. */
export const LEFT_OUT_COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  library: {
    version: "each installation counts its own, for its own readers' caches",
    schema: "the migrations' word",
    written: "what this installation wrote today",
    written_on: "what this installation wrote today",
    changes_seen: "not used any more",
    restoring: "where this installation's own restoring stands",
    admin_token: "another installation has an admin token of its own",
    admin_token_replaced: "another installation has an admin token of its own",
  },
  accounts: { rebuilding: "where deriving anew stands: it begins anew" },
  targets: { standing: "found anew by the first page of a day" },
  recipients: {
    id: "each installation numbers its own: some may be here already",
    link: "a webhook is the admin's",
    origin: "each installation knows its own address",
    after: "what was told elsewhere is not told anew",
    wait_until: "how messages of this installation went",
    sent_at: "how messages of this installation went",
    fault: "how messages of this installation went",
    fault_at: "how messages of this installation went",
    ended_at: "one that has ended stays behind",
  },
};

export const tablesOf = (part: Part, secrets: boolean): KeptTable[] =>
  KEPT.filter((table) => table.part === part && (secrets || table.secret !== "table"));

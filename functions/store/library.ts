import type { StandingClaim } from "../model/look.ts";
import type { ReportSettings } from "../model/report.ts";
import type { Instant } from "../model/snapshot.ts";
import type { TopicWords } from "../model/topic.ts";
import { USUAL_WORKING_HOURS, type WorkingHours } from "../model/working-hours.ts";

/** The one library of this installation. */
export type LibraryRow = {
  name: string;
  language: "id" | "en";
  /** `null`: the var TIME_ZONE. */
  time_zone: string | null;
  demo: boolean;
  /** What collecting from X may cost in a month, in US dollars. */
  x_ceiling_usd: number;
  /** Moves with every write that a screen or an export can show. */
  version: number;
  last_read_at: Instant | null;
  /** The e-mail address that the push services are told; `null`: push is not offered. */
  contact: string | null;
  /** What the newest looks claim of every account and of all together (store/works.ts). */
  standing_claims: StandingClaim[];
};

/** The day's sum goes with what is written, for no row more. The database itself counts nothing that could be asked here. */
const added = (rows: string) =>
  `written = iif(written_on is date('now'), written, 0) + ${rows}, written_on = date('now')`;

/** The events that lay in a stretch when whoever writes read them. */
export type EventGuard = {
  from: Instant;
  to: Instant;
  known: readonly { id: number; version: number }[];
};

/**
 * Everything that anybody has cached is old now. `last_read_at` only moves forward here.
 * @param more `time_zone`: by which what is written was derived: where the library has another since, the version turns
 * null, which the schema refuses, and the whole batch is rolled back; left out: by none. `written`: how many
 * rows the batch writes. `seen`: the version that whoever writes has read everything under, where it holds for that one alone.
 * `events`: those by which it was derived, none of which came or changed since
 */
export const touchLibrary = (
  db: D1Database,
  last_read_at: Instant | null,
  {
    time_zone = null,
    written = 1,
    seen = null,
    events = null,
  }: {
    time_zone?: string | null;
    written?: number;
    seen?: number | null;
    events?: EventGuard | null;
  } = {},
) =>
  db
    .prepare(
      `update library set version = iif(coalesce(time_zone, ?2) is coalesce(?2, time_zone) and version = coalesce(?4, version)
           and (?5 is null or not exists (
             select 1 from events where coalesce(ends_at, starts_at) >= ?5 and starts_at <= ?6
               and id || ' ' || version not in (select value from json_each(?7)))), version + 1, null),
         last_read_at = max(coalesce(last_read_at, ?1), coalesce(?1, last_read_at)),
         ${added("?3")} where id = 1`,
    )
    .bind(
      last_read_at,
      time_zone,
      written,
      seen,
      events?.from ?? null,
      events?.to ?? null,
      JSON.stringify(events?.known.map(({ id, version }) => `${id} ${version}`) ?? []),
    );

/** After data was taken away: the newest reading may be older than it was. */
export const recomputeLibrary = (db: D1Database) =>
  db.prepare(
    `update library set version = version + 1, ${added("1")},
       last_read_at = (select max(last_read_at) from accounts where merged_into is null) where id = 1`,
  );

/** Where only the database knows what a batch came to, its answers say it. A row more, for many. */
export const addWritten = (db: D1Database, answers: readonly D1Result<unknown>[]) =>
  db
    .prepare(`update library set ${added("?1")} where id = 1`)
    .bind(answers.reduce((sum, { meta }) => sum + meta.rows_written, 0));

/** The library's own words of topics, and behind which post they are not applied yet; `null`: none, and nowhere. */
export type TopicRules = { topic_rules: TopicWords | null; topics_due: number | null };

export async function findTopicRules(db: D1Database): Promise<TopicRules> {
  const row = await db
    .prepare("select topic_rules, topics_due from library where id = 1")
    .first<{ topic_rules: string | null; topics_due: number | null }>();
  return {
    topic_rules: row?.topic_rules ? (JSON.parse(row.topic_rules) as TopicWords) : null,
    topics_due: row?.topics_due ?? null,
  };
}

/**
 * The words, and with them that every post is to follow them.
 * @param before as they were read: where they are others by now, the database refuses the whole batch
 */
export const saveTopicRules = (
  db: D1Database,
  before: TopicWords | null,
  words: TopicWords | null,
) =>
  db
    .prepare(
      `update library set topic_rules = ?1, topics_due = 0, version = iif(topic_rules is ?2, version, null) where id = 1`,
    )
    .bind(words && JSON.stringify(words), before && JSON.stringify(before));

/**
 * @param before as it was read, refused alike
 * @param due the last post that follows them; `null`: all do
 */
export const moveTopicsDue = (
  db: D1Database,
  { topic_rules, topics_due }: TopicRules,
  due: number | null,
) =>
  db
    .prepare(
      `update library set topics_due = ?1, version = iif(topic_rules is ?2 and topics_due is ?3, version, null) where id = 1`,
    )
    .bind(due, topic_rules && JSON.stringify(topic_rules), topics_due);

/** Moves with every write that a screen can show. */
export const findLibraryVersion = async (db: D1Database): Promise<number> =>
  (await db.prepare("select version from library where id = 1").first<number>("version")) ?? 0;

/** `null`: the var TIME_ZONE. */
export async function findTimeZone(db: D1Database): Promise<string | null> {
  const row = await db
    .prepare("select time_zone from library where id = 1")
    .first<Pick<LibraryRow, "time_zone">>();
  return row?.time_zone ?? null;
}

/** Where putting a backup back stands; `null`: nothing is put back. */
export async function findRestoring(db: D1Database): Promise<string | null> {
  const row = await db
    .prepare("select restoring from library where id = 1")
    .first<{ restoring: string | null }>();
  return row?.restoring ?? null;
}

/** The admin token that was made here, and the one that it took the place of: their SHA-256. */
export type AdminToken = { made: string; replaced: string };

/**
 * From now on this one. The batch fails where another was made meanwhile: of two who press at once one is shown a token that holds.
 * @param seen the SHA-256 of the one before; `null`: none was made here
 */
export const saveAdminToken = (
  db: D1Database,
  { made, replaced }: AdminToken,
  seen: string | null,
) =>
  db
    .prepare(
      `update library set version = iif(admin_token is ?3, version, null), admin_token = ?1, admin_token_replaced = ?2
       where id = 1`,
    )
    .bind(made, replaced, seen);

/** It holds no more, and never again: the environment has another than the one that it took the place of. */
export const forgetAdminToken = (db: D1Database, { made }: AdminToken) =>
  db
    .prepare(
      "update library set admin_token = null, admin_token_replaced = null where id = 1 and admin_token = ?1",
    )
    .bind(made);

/** Before posts are taken away: the ids of those that go are not given again. */
export const keepPostIds = (db: D1Database) =>
  db.prepare(
    "update library set last_post = max(last_post, (select coalesce(max(id), 0) from posts)) where id = 1",
  );

/** How full the database is, in bytes, and about how many rows D1 bills as written today (UTC). */
export type Room = { bytes: number; written: number };

export async function findRoom(db: D1Database): Promise<Room> {
  const { results, meta } = await db
    .prepare("select iif(written_on is date('now'), written, 0) as written from library")
    .all<{ written: number }>();
  return { bytes: meta.size_after, written: results[0]?.written ?? 0 };
}

/** Does it take anything in at all? Asked by writing what nobody reads. */
export async function refusesToWrite(db: D1Database): Promise<boolean> {
  try {
    await db
      .prepare(
        `insert into pages (key, tag, body) values ('written', unixepoch(), '')
         on conflict (key) do update set tag = excluded.tag`,
      )
      .run();
    return false;
  } catch {
    return true;
  }
}

type LibrarySettings = Pick<
  LibraryRow,
  "name" | "language" | "time_zone" | "demo" | "x_ceiling_usd" | "contact"
>;

type Said = { [Setting in keyof LibrarySettings]?: LibrarySettings[Setting] | undefined } & {
  /** Whole. */
  report?: ReportSettings | undefined;
  working_hours?: WorkingHours | undefined;
};

/** What is said of them, and nothing else: two people may change two settings at once. */
export const saveSettings = (
  db: D1Database,
  { name, language, time_zone, demo, x_ceiling_usd, report, contact, working_hours }: Said,
) =>
  db
    .prepare(
      `update library set name = coalesce(?1, name), language = coalesce(?2, language), time_zone = coalesce(?3, time_zone),
         demo = coalesce(?4, demo), x_ceiling_usd = coalesce(?5, x_ceiling_usd),
         report_settings = coalesce(?6, report_settings), contact = iif(?7, ?8, contact),
         working_hours = coalesce(?9, working_hours), version = version + 1
       where id = 1`,
    )
    .bind(
      name ?? null,
      language ?? null,
      time_zone ?? null,
      demo === undefined ? null : Number(demo),
      x_ceiling_usd ?? null,
      report === undefined ? null : JSON.stringify(report),
      // an address may be taken out again
      Number(contact !== undefined),
      contact ?? null,
      working_hours === undefined ? null : JSON.stringify(working_hours),
    );

/** When it is open to answer; the usual hours as long as nobody said others. */
export async function findWorkingHours(db: D1Database): Promise<WorkingHours> {
  const said = await db
    .prepare("select working_hours from library where id = 1")
    .first<string | null>("working_hours");
  return said === null ? USUAL_WORKING_HOURS : JSON.parse(said);
}

/** Of what a report says its head and its foot from; `settings`: `null`, nobody said anything yet. */
export type ReportHead = { name: string; settings: ReportSettings | null };

export async function findReportHead(db: D1Database): Promise<ReportHead> {
  const row = await db
    .prepare("select name, report_settings from library where id = 1")
    .first<{ name: string; report_settings: string | null }>();
  const settings = row?.report_settings ?? null;
  return { name: row?.name ?? "", settings: settings === null ? null : JSON.parse(settings) };
}

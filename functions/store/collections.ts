import type { Format } from "../model/format.ts";
import type { Platform } from "../model/platform.ts";
import type { Collection, Refusal, RunProblem } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

/** How the collection of an account stands, with who the account is. */
export type CollectionRow = Collection & {
  platform: Platform;
  handle: string;
  external_id: string | null;
  name: string | null;
  /** The credentials under CREDENTIALS_KEY. */
  sealed: string;
  /** Moves when the account is connected anew. */
  generation: number;
  /** The adapter's own text: `""` before the first contact, `null` when the back-fill is done. */
  cursor: string | null;
  /** What the adapter wants to know next time. */
  memory: Record<string, unknown>;
};

const SELECT = `select c.account_id, a.platform, a.handle, a.external_id, a.name, c.sealed, c.generation, c.connected_at,
    c.expires_at, c.state, c.next_due_at, c.last_success_at, c.cursor, c.refusals, c.memory, c.problem
  from collections c join accounts a on a.id = c.account_id and a.merged_into is null`;

type JsonColumn = "refusals" | "memory" | "problem";
type Stored = Omit<CollectionRow, JsonColumn> & {
  refusals: string;
  memory: string;
  problem: string | null;
};

const fromStored = ({ refusals, memory, problem, ...row }: Stored): CollectionRow => ({
  ...row,
  refusals: JSON.parse(refusals) as Refusal[],
  memory: JSON.parse(memory) as Record<string, unknown>,
  problem: problem === null ? null : (JSON.parse(problem) as RunProblem),
});

/** Every account that has credentials. */
export const listCollections = async (db: D1Database): Promise<CollectionRow[]> =>
  (await all<Stored>(db.prepare(`${SELECT} order by c.account_id`))).map(fromStored);

/** How the collections stand, and nothing of their secrets: for the screens. */
export const listStandings = (db: D1Database): Promise<Collection[]> => standings(db, "true");

/** Without those of merged accounts, which lie dormant. For whoever has no list of the accounts that stand. */
export const listLiveStandings = (db: D1Database): Promise<Collection[]> =>
  standings(db, "account_id in (select id from accounts where merged_into is null)");

async function standings(db: D1Database, condition: string): Promise<Collection[]> {
  const rows = await all<Pick<Stored, keyof Collection>>(
    db.prepare(
      `select account_id, connected_at, expires_at, state, next_due_at, last_success_at, refusals, problem
       from collections where ${condition} order by account_id`,
    ),
  );
  return rows.map(({ refusals, problem, ...row }) => ({
    ...row,
    refusals: JSON.parse(refusals) as Refusal[],
    problem: problem === null ? null : (JSON.parse(problem) as RunProblem),
  }));
}

/**
 * New credentials. A known account keeps its back-fill of posts and forgets what the old token was refused, and when its
 * days were last read.
 * @param row `memory`: what was learnt while they were tried
 */
export const connectCollection = (
  db: D1Database,
  row: Pick<CollectionRow, "account_id" | "sealed" | "connected_at" | "expires_at" | "memory">,
) =>
  db
    .prepare(
      `insert into collections (account_id, sealed, connected_at, expires_at, next_due_at, memory)
       values (?1, ?2, ?3, ?4, ?3, ?5)
       on conflict (account_id) do update set sealed = excluded.sealed, generation = collections.generation + 1,
         connected_at = excluded.connected_at, expires_at = excluded.expires_at, state = 'waiting',
         next_due_at = excluded.next_due_at, refusals = '[]', memory = excluded.memory, problem = null`,
    )
    .bind(row.account_id, row.sealed, row.connected_at, row.expires_at, JSON.stringify(row.memory));

/** Erases the credentials; the account and its history stay. */
export const deleteCollection = (db: D1Database, account_id: number) =>
  db.prepare("delete from collections where account_id = ?1").bind(account_id);

/** Renewed credentials, unless the account was connected anew meanwhile. */
export const saveSealed = (
  db: D1Database,
  row: Pick<CollectionRow, "account_id" | "generation" | "sealed" | "expires_at">,
) =>
  db
    .prepare(
      "update collections set sealed = ?3, expires_at = ?4 where account_id = ?1 and generation = ?2",
    )
    .bind(row.account_id, row.generation, row.sealed, row.expires_at);

/** Where the collections stand after their visits, unless an account was connected anew meanwhile. */
export const saveCollections = (db: D1Database, rows: readonly CollectionRow[]) =>
  forRows(
    db,
    `update collections set state = v ->> 'state', next_due_at = v ->> 'next_due_at', last_success_at = v ->> 'last_success_at',
       cursor = v ->> 'cursor', refusals = v ->> 'refusals', memory = v ->> 'memory', problem = v ->> 'problem'
     from (select value as v from json_each(?1))
     where collections.account_id = v ->> 'account_id' and collections.generation = v ->> 'generation'`,
    rows.map(({ sealed: _sealed, refusals, memory, problem, ...row }) => ({
      ...row,
      refusals: JSON.stringify(refusals),
      memory: JSON.stringify(memory),
      problem: problem === null ? null : JSON.stringify(problem),
    })),
  );

/** A post as far as a visit has to know it. */
export type SeenPostRow = {
  account_id: number;
  external_id: string;
  published_at: Instant;
  format: Format | null;
  url: string | null;
  comments: number | null;
  read_at: Instant | null;
};

/** The posts of these accounts published since then that are not gone, the newest first. */
export const listSeenPosts = (db: D1Database, account_ids: readonly number[], since: Instant) =>
  all<SeenPostRow>(
    db
      .prepare(
        `select p.account_id, p.external_id, p.published_at, p.format, p.url, p.comments, p.read_at
         from json_each(?1) j join posts p on p.account_id = j.value and p.published_at >= ?2
         where p.removed_at is null
         order by p.account_id, p.published_at desc, p.id desc`,
      )
      .bind(JSON.stringify(account_ids), since),
  );

import type { LinkKind } from "../model/link.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

/** A token: what it may do, until when, and when it was last used. */
export type LinkRow = {
  id: number;
  kind: LinkKind;
  name: string;
  /** The token under CREDENTIALS_KEY; `null` when there was no key. */
  sealed: string | null;
  /** The ids of the accounts it is limited to; `null`: all. */
  accounts: number[] | null;
  created_at: Instant;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  last_used_on: Day | null;
  /** An export link that opens the dashboard too. */
  with_dashboard: boolean;
  /** A view link whose preview in a messenger may hold figures. */
  preview_figures: boolean;
};

export const LINKS = table<LinkRow>("links", {
  id: "plain",
  kind: "plain",
  name: "plain",
  sealed: "plain",
  accounts: "json",
  created_at: "plain",
  expires_at: "plain",
  revoked_at: "plain",
  last_used_on: "plain",
  with_dashboard: "flag",
  preview_figures: "flag",
});

/** @param hash SHA-256 of the token, hex */
export const findLink = (db: D1Database, hash: string) =>
  LINKS.first(db.prepare(`select ${LINKS.list} from links where hash = ?1`).bind(hash));

export const findLinkById = (db: D1Database, id: number) =>
  LINKS.first(db.prepare(`select ${LINKS.list} from links where id = ?1`).bind(id));

/** The newest first. */
export const listLinks = (db: D1Database) =>
  LINKS.rows(
    db.prepare(`select ${LINKS.list} from links where kind != 'admin' order by id desc limit 200`),
  );

/**
 * What moves with everything that the list of links says: one was made, revoked, used on another day, or is over. Here
 * and not by the library's version: a link's use must not make every other view and export old.
 */
export const findLinksState = async (db: D1Database, now: Instant): Promise<(number | null)[]> => {
  const row = await db
    .prepare(
      `select max(id) as newest, count(revoked_at) as revoked, sum(julianday(last_used_on)) as used,
         count(iif(expires_at <= ?1, 1, null)) as expired from links where kind != 'admin'`,
    )
    .bind(now)
    .first<Record<"newest" | "revoked" | "used" | "expired", number | null>>();
  return Object.values(row ?? {});
};

export type NewLink = Pick<
  LinkRow,
  | "kind"
  | "name"
  | "sealed"
  | "accounts"
  | "created_at"
  | "expires_at"
  | "with_dashboard"
  | "preview_figures"
> & { hash: string };

/**
 * `null`: an account that it was to be limited to is gone; another may get its id one day. While a backup is put back its number is
 * below zero, as those of all that were here before are: the others are the backup's.
 */
export const saveLink = (db: D1Database, link: NewLink): Promise<LinkRow | null> =>
  LINKS.first(
    db
      .prepare(
        `insert into links (id, kind, name, hash, sealed, accounts, created_at, expires_at, with_dashboard, preview_figures)
         select iif((select restoring from library where id = 1) is null, null, (select min(0, coalesce(min(id), 0)) - 1 from links)), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 where not exists (
           select 1 from json_each(?5) where value not in (select id from accounts where merged_into is null))
         returning ${LINKS.list}`,
      )
      .bind(
        link.kind,
        link.name,
        link.hash,
        link.sealed,
        link.accounts && JSON.stringify(link.accounts),
        link.created_at,
        link.expires_at,
        Number(link.with_dashboard),
        Number(link.preview_figures),
      ),
  );

export const revokeLink = (db: D1Database, id: number, revoked_at: Instant) =>
  db
    .prepare("update links set revoked_at = ?2, sealed = null where id = ?1 and revoked_at is null")
    .bind(id, revoked_at);

/** Every browser in which the admin is logged in. */
export const revokeLogins = (db: D1Database, revoked_at: Instant) =>
  db
    .prepare("update links set revoked_at = ?1 where kind = 'admin' and revoked_at is null")
    .bind(revoked_at);

/** Accounts that are gone leave the links that were limited to them: another account may get their id one day. */
export const forgetGoneAccounts = (db: D1Database) =>
  db.prepare(
    `update links set accounts =
       (select json_group_array(value) from json_each(links.accounts) where value in (select id from accounts))
     where exists (select 1 from json_each(links.accounts) where value not in (select id from accounts))`,
  );

/** Written at most once a day for each token. */
export const markUsed = (db: D1Database, id: number, day: Day) =>
  db
    .prepare("update links set last_used_on = ?2 where id = ?1 and last_used_on is not ?2")
    .bind(id, day);

/** The links that are limited to an account and not to the other one too. */
export async function listLinksOfOne(
  db: D1Database,
  account_id: number,
  other: number,
): Promise<number[]> {
  const rows = await all<{ id: number }>(
    db
      .prepare(
        `select id from links where exists (select 1 from json_each(links.accounts) where value = ?1)
           and not exists (select 1 from json_each(links.accounts) where value = ?2) order by id`,
      )
      .bind(account_id, other),
  );
  return rows.map((row) => row.id);
}

/** Links that are limited open one account more. D1 binds every number as a real one, and JSON would show it. */
export const openAccount = (db: D1Database, ids: readonly number[], account_id: number) =>
  db
    .prepare(
      `update links set accounts = json_insert(accounts, '$[#]', cast(?2 as integer))
       where id in (select value from json_each(?1)) and accounts is not null`,
    )
    .bind(JSON.stringify(ids), account_id);

/** And do not any more. */
export const closeAccount = (db: D1Database, ids: readonly number[], account_id: number) =>
  db
    .prepare(
      `update links set accounts = (select json_group_array(value) from json_each(links.accounts) where value <> ?2)
       where id in (select value from json_each(?1)) and accounts is not null`,
    )
    .bind(JSON.stringify(ids), account_id);

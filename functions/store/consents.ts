import type { Platform } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";

/** A login that was begun; what it needs to go on is sealed. */
export type ConsentRow = {
  /** SHA-256 of the state that travels through the platform. */
  hash: string;
  platform: Platform;
  sealed: string;
  expires_at: Instant;
};

/** Begins a login, and forgets those that nobody finished. */
export const saveConsent = (db: D1Database, row: ConsentRow, now: Instant) => [
  deleteOldConsents(db, now),
  db
    .prepare("insert into consents (hash, platform, sealed, expires_at) values (?1, ?2, ?3, ?4)")
    .bind(row.hash, row.platform, row.sealed, row.expires_at),
];

export const deleteOldConsents = (db: D1Database, now: Instant) =>
  db.prepare("delete from consents where expires_at <= ?1").bind(now);

/** Takes it out: it works once. */
export const takeConsent = (db: D1Database, hash: string, now: Instant) =>
  db
    .prepare(
      "delete from consents where hash = ?1 and expires_at > ?2 returning hash, platform, sealed, expires_at",
    )
    .bind(hash, now)
    .first<ConsentRow>();

import {
  type DeliveryFault,
  MOST_BY_LINKS,
  MOST_OF_A_LINK,
  MOST_RECIPIENTS,
  type NoticeKind,
  type Way,
} from "../model/recipient.ts";
import type { Instant } from "../model/snapshot.ts";
import { forRows, valuesOf } from "./rows.ts";
import { table } from "./table.ts";

/** Who is told. `sealed`: where it is reached, under CREDENTIALS_KEY; `origin`: the dashboard's address as it knows it. */
export type RecipientRow = {
  id: number;
  way: Way;
  name: string;
  language: "id" | "en";
  kinds: NoticeKind[];
  weekly: boolean;
  quiet_from: string;
  quiet_to: string;
  /** The link by which a viewer's own device may see; `null`: the admin's. */
  link: number | null;
  origin: string;
  hash: string;
  sealed: string;
  created_at: Instant;
  wait_until: Instant;
  sent_at: Instant | null;
  fault: DeliveryFault | null;
  fault_at: Instant | null;
  ended_at: Instant | null;
};

const RECIPIENTS = table<RecipientRow>("recipients", {
  id: "plain",
  way: "plain",
  name: "plain",
  language: "plain",
  kinds: "json",
  weekly: "flag",
  quiet_from: "plain",
  quiet_to: "plain",
  link: "plain",
  origin: "plain",
  hash: "plain",
  sealed: "plain",
  created_at: "plain",
  wait_until: "plain",
  sent_at: "plain",
  fault: "plain",
  fault_at: "plain",
  ended_at: "plain",
});

/** A recipient `r` whose link `l`, if it hangs on one, still opens; `?1` is now. */
export const LIVE = `r.ended_at is null and (r.link is null or (l.revoked_at is null and coalesce(l.expires_at, ?1 + 1) > ?1))`;

/** With the link's name, and whether it is over. */
export type ListedRecipient = RecipientRow & { link_name: string | null; over: number };

const LISTED = `select ${RECIPIENTS.of("r")}, l.name as link_name, not (${LIVE}) as over
  from recipients r left join links l on l.id = r.link`;

export const listRecipients = (db: D1Database, now: Instant) =>
  RECIPIENTS.rows<Pick<ListedRecipient, "link_name" | "over">>(
    db.prepare(`${LISTED} order by r.id limit 300`).bind(now),
  );

export const findRecipient = async (db: D1Database, id: number, now: Instant) =>
  (
    await RECIPIENTS.rows<Pick<ListedRecipient, "link_name" | "over">>(
      db.prepare(`${LISTED} where r.id = ?2`).bind(now, id),
    )
  )[0] ?? null;

export const listRecipientsById = (db: D1Database, ids: readonly number[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : RECIPIENTS.rows(
        db.prepare(
          `select ${RECIPIENTS.list} from recipients where id in ${valuesOf(ids.map((id) => [id]))}`,
        ),
      );

/** @param hash SHA-256 of where it is reached, hex */
export const findRecipientByHash = (db: D1Database, hash: string) =>
  RECIPIENTS.first(
    db.prepare(`select ${RECIPIENTS.list} from recipients where hash = ?1`).bind(hash),
  );

export type NewRecipient = Pick<
  RecipientRow,
  | "way"
  | "name"
  | "language"
  | "kinds"
  | "weekly"
  | "quiet_from"
  | "quiet_to"
  | "link"
  | "origin"
  | "hash"
  | "sealed"
  | "created_at"
>;

/** Of those that go on besides this one (`?8` its link, `?10` its hash): is there room among all, the links', its link's? */
const ROOM = `(select count(*) < ${MOST_RECIPIENTS} and (?8 is null
    or (coalesce(sum(link is not null), 0) < ${MOST_BY_LINKS} and coalesce(sum(link is ?8), 0) < ${MOST_OF_A_LINK}))
  from recipients where ended_at is null and hash <> ?10)`;

/**
 * A new one; the same again is what is said of it now, and goes on where it had ended. What was true before is not told.
 * Counted as it is written, so that many at once are no more than one after another; `null`: there was no room.
 */
export const saveRecipient = (db: D1Database, row: NewRecipient) =>
  RECIPIENTS.first(
    db
      .prepare(
        `insert into recipients (way, name, language, kinds, weekly, quiet_from, quiet_to, link, origin, hash, sealed, created_at, after)
         select ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, (select coalesce(max(id), 0) from notices)
         where ${ROOM} or exists (select 1 from recipients where hash = ?10 and link is ?8 and ended_at is null)
         on conflict (hash) do update set name = excluded.name, language = excluded.language, kinds = excluded.kinds,
           weekly = excluded.weekly, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, link = excluded.link,
           origin = excluded.origin, sealed = excluded.sealed, ended_at = null, fault = null, fault_at = null, wait_until = 0
         returning ${RECIPIENTS.list}`,
      )
      .bind(
        row.way,
        row.name,
        row.language,
        JSON.stringify(row.kinds),
        Number(row.weekly),
        row.quiet_from,
        row.quiet_to,
        row.link,
        row.origin,
        row.hash,
        row.sealed,
        row.created_at,
      ),
  );

export type RecipientChange = Pick<
  RecipientRow,
  "name" | "language" | "kinds" | "weekly" | "quiet_from" | "quiet_to"
>;

export const changeRecipient = (db: D1Database, id: number, row: RecipientChange) =>
  db
    .prepare(
      `update recipients set name = ?2, language = ?3, kinds = ?4, weekly = ?5, quiet_from = ?6, quiet_to = ?7 where id = ?1`,
    )
    .bind(
      id,
      row.name,
      row.language,
      JSON.stringify(row.kinds),
      Number(row.weekly),
      row.quiet_from,
      row.quiet_to,
    );

/** With all that it was still to be told. */
export const deleteRecipient = (db: D1Database, id: number) =>
  db.prepare("delete from recipients where id = ?1").bind(id);

/** How its last message went. */
export type Heard = Pick<RecipientRow, "id" | "wait_until" | "fault" | "ended_at"> & {
  at: Instant;
};

export const saveHeard = (db: D1Database, heard: readonly Heard[]) =>
  forRows(
    db,
    `update recipients set wait_until = v ->> 'wait_until', ended_at = v ->> 'ended_at', fault = v ->> 'fault',
       sent_at = iif(v ->> 'fault' is null, v ->> 'at', sent_at), fault_at = iif(v ->> 'fault' is null, fault_at, v ->> 'at')
     from (select value as v from json_each(?1)) where recipients.id = v ->> 'id'`,
    heard,
  );

/** A link that is over takes its devices with it: their addresses are kept no longer. */
export const endOver = (db: D1Database, now: Instant) =>
  db
    .prepare(
      `update recipients set ended_at = ?1, sealed = '' where ended_at is null and link in
         (select id from links where revoked_at is not null or expires_at <= ?1)`,
    )
    .bind(now);

import type { ChangedThing, PersonChange } from "../model/person-change.ts";
import type { Instant } from "../model/snapshot.ts";
import { forRows } from "./rows.ts";
import { table } from "./table.ts";

const CHANGES = table<PersonChange>("changes", {
  id: "plain",
  at: "plain",
  link: "plain",
  who: "plain",
  what: "plain",
  subject: "plain",
  before: "json",
  after: "json",
});

/** Each gets the next id, in their order. */
export const saveChanges = (db: D1Database, changes: readonly Omit<PersonChange, "id">[]) =>
  forRows(
    db,
    `insert into changes (at, link, who, what, subject, before, after)
     select value ->> 'at', value ->> 'link', value ->> 'who', value ->> 'what', value ->> 'subject', value ->> 'before', value ->> 'after'
     from json_each(?1)`,
    changes.map((change) => ({
      ...change,
      before: change.before && JSON.stringify(change.before),
      after: change.after && JSON.stringify(change.after),
    })),
  );

/** The newest of one thing, the newest first. */
export const listChangesOf = (db: D1Database, what: ChangedThing, subject: number, most: number) =>
  CHANGES.rows(
    db
      .prepare(
        `select ${CHANGES.list} from changes where what = ?1 and subject = ?2 order by id desc limit ?3`,
      )
      .bind(what, subject, most),
  );

/** The newest of all, the newest first. @param before an id: those before it */
export const listChanges = (db: D1Database, before: number | null, most: number) =>
  CHANGES.rows(
    db
      .prepare(
        `select ${CHANGES.list} from changes where id < coalesce(?1, id + 1) order by id desc limit ?2`,
      )
      .bind(before, most),
  );

export const findChange = (db: D1Database, id: number) =>
  CHANGES.first(db.prepare(`select ${CHANGES.list} from changes where id = ?1`).bind(id));

/** The change that whoever asks has just made of a thing. */
export const findNewestChange = (db: D1Database, what: ChangedThing, subject: number) =>
  CHANGES.first(
    db
      .prepare(
        `select ${CHANGES.list} from changes where what = ?1 and subject = ?2 order by id desc limit 1`,
      )
      .bind(what, subject),
  );

/** The newest change of one comment: those of all comments under a post have the post as their subject. @param comment as an address names it */
export const findNewestOfComment = (db: D1Database, post_id: number, comment: string) =>
  CHANGES.first(
    db
      .prepare(
        `select ${CHANGES.list} from changes where what = 'comment' and subject = ?1 and after ->> 'comment' = ?2
         order by id desc limit 1`,
      )
      .bind(post_id, comment),
  );

/** What is older goes, some at a time: no more is read than may go. */
export const forgetChanges = (db: D1Database, before: Instant) =>
  db
    .prepare(
      "delete from changes where at < ?1 and id in (select id from changes order by id limit 50)",
    )
    .bind(before);

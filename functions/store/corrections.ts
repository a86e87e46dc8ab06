/** What a person says of posts: kept apart from what was read, and never overwritten by it. */
import type { PostRow } from "./posts.ts";

export type Correction = Pick<
  PostRow,
  "person_format" | "person_topic" | "person_paid" | "hidden_at"
>;

export const saveCorrection = (db: D1Database, id: number, correction: Correction) =>
  db
    .prepare(
      "update posts set person_format = ?2, person_topic = ?3, person_paid = ?4, hidden_at = ?5 where id = ?1",
    )
    .bind(
      id,
      correction.person_format,
      correction.person_topic,
      correction.person_paid === null ? null : Number(correction.person_paid),
      correction.hidden_at,
    );

/** Why posts are left out of the norm; `null` takes them in again. */
export const saveExcused = (db: D1Database, ids: readonly number[], reason: string | null) =>
  db
    .prepare("update posts set excused = ?2 where id in (select value from json_each(?1))")
    .bind(JSON.stringify(ids), reason);

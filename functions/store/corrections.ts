/** What a person says of posts: kept apart from what was read, and never overwritten by it. */
import { POSTS, type PostRow } from "./posts.ts";

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

/** All that a person says of a post. */
export type PersonWords = Correction & Pick<PostRow, "excused">;

const PERSON_WORDS = [
  "person_format",
  "person_topic",
  "person_paid",
  "hidden_at",
  "excused",
] as const satisfies (keyof PersonWords)[];

/** What a person says of the first post, where of the second nothing is said; `null`: nothing. */
export function wordsFor(from: PersonWords, to: PersonWords): Partial<PersonWords> | null {
  const fields = PERSON_WORDS.filter((field) => from[field] !== null && to[field] === null);
  if (fields.length === 0) return null;
  return Object.fromEntries(fields.map((field) => [field, from[field]]));
}

/** The post without these words, where nobody has said otherwise since. */
export function withoutWords(row: PostRow, words: Partial<PersonWords>): PostRow {
  const fields = PERSON_WORDS.filter(
    (field) => words[field] !== undefined && words[field] === row[field],
  );
  return { ...row, ...Object.fromEntries(fields.map((field) => [field, null])) };
}

/** All that is said of these posts. */
export const saveWords = (db: D1Database, rows: readonly PostRow[]) =>
  POSTS.update(db, "id", PERSON_WORDS, rows);

/** Why posts are left out of the norm; `null` takes them in again. */
export const saveExcuses = (
  db: D1Database,
  rows: readonly Pick<PostRow, "id" | "excused">[],
): D1PreparedStatement[] =>
  [...Map.groupBy(rows, ({ excused }) => excused)].map(([reason, posts]) =>
    db
      .prepare("update posts set excused = ?2 where id in (select value from json_each(?1))")
      .bind(JSON.stringify(posts.map(({ id }) => id)), reason),
  );

/** How often the words said what people corrected a topic to. @param account_ids those that may be seen */
export async function findTopicAgreement(
  db: D1Database,
  account_ids: readonly number[],
): Promise<{ corrected: number; agreed: number }> {
  const row = await db
    .prepare(
      `select count(*) as corrected, coalesce(sum(topic is person_topic), 0) as agreed from posts
       where person_topic is not null and account_id in (select value from json_each(?1))`,
    )
    .bind(JSON.stringify(account_ids))
    .first<{ corrected: number; agreed: number }>();
  return row ?? { corrected: 0, agreed: 0 };
}

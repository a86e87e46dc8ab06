import type { Format } from "../model/format.ts";
import { COUNTERS, type Figures, NO_FIGURES } from "../model/metric.ts";
import { NO_FOLD, type PostFold, saidOf } from "../model/post-fold.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Day, Instant, Precision } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import { keepPostIds } from "./library.ts";
import type { PostKey } from "./post-keys.ts";
import { all } from "./rows.ts";
import { type Codec, table } from "./table.ts";

/** A post as its row stands. */
export type PostRow = Figures & {
  id: number;
  account_id: number;
  external_id: string;
  published_at: Instant;
  published_precision: Precision;
  published_on: Day;
  format: Format | null;
  topic: Topic | null;
  caption: string | null;
  url: string | null;
  paid: boolean | null;
  removed_at: Instant | null;
  person_format: Format | null;
  person_topic: Topic | null;
  person_paid: boolean | null;
  hidden_at: Instant | null;
  /** Why a person left it out of the norm. */
  excused: string | null;
  read_at: Instant | null;
  /** When the newest reading was seen again unchanged. */
  held: Repeat[];
  fold: PostFold;
  interactions: number | null;
  interactions_partial: boolean;
  followers_at_publish: number | null;
  followers_estimated: boolean;
};

/** Rows of before a part was kept say nothing of it, nor do folds of before there was a counter. */
export const FOLD: Codec<PostFold> = {
  pack: JSON.stringify,
  unpack: (kept) => {
    const parsed = JSON.parse(kept as string) as Partial<PostFold>;
    const row: PostFold = { ...NO_FOLD, ...parsed, said: saidOf(parsed.said) };
    const { fold } = row;
    if (!fold) return row;
    const whole = (figures: Figures): Figures => ({ ...NO_FIGURES, ...figures });
    return { ...row, fold: { ...fold, last: whole(fold.last), known: whole(fold.known) } };
  },
};

export const POSTS = table<PostRow>("posts", {
  id: "plain",
  account_id: "plain",
  external_id: "plain",
  published_at: "plain",
  published_precision: "plain",
  published_on: "plain",
  format: "plain",
  topic: "plain",
  caption: "plain",
  url: "plain",
  paid: "flag",
  removed_at: "plain",
  person_format: "plain",
  person_topic: "plain",
  person_paid: "flag",
  hidden_at: "plain",
  excused: "plain",
  read_at: "plain",
  held: "json",
  fold: FOLD,
  likes: "plain",
  comments: "plain",
  shares: "plain",
  saves: "plain",
  reach: "plain",
  views: "plain",
  clicks: "plain",
  watch_seconds: "plain",
  interactions: "plain",
  interactions_partial: "flag",
  followers_at_publish: "plain",
  followers_estimated: "flag",
});

/** The posts that go by these names, each with the name that found it. */
export const listPostsByKey = (
  db: D1Database,
  keys: readonly Pick<PostKey, "account_id" | "key">[],
) =>
  POSTS.rows<{ key: string }>(
    db
      .prepare(
        `select k.key, ${POSTS.of("p")}
         from json_each(?1) j
         join post_keys k on k.account_id = j.value ->> 'account_id' and k.key = j.value ->> 'key'
         join posts p on p.id = k.post_id
         order by p.id, k.key`,
      )
      .bind(JSON.stringify(keys)),
  );

export const listPostsById = (db: D1Database, ids: readonly number[]) =>
  POSTS.rows(
    db
      .prepare(
        `select ${POSTS.list} from posts where id in (select value from json_each(?1)) order by id`,
      )
      .bind(JSON.stringify(ids)),
  );

/** A slice of an account's posts in the order in which they came, for deriving everything anew. */
export const listPostsAfter = (db: D1Database, account_id: number, after: number, limit: number) =>
  POSTS.rows(
    db
      .prepare(
        `select ${POSTS.list} from posts where account_id = ?1 and id > ?2 order by id limit ?3`,
      )
      .bind(account_id, after, limit),
  );

/** A slice of all posts, whosever they are, in the order in which they came. */
export const listEveryPostAfter = (db: D1Database, after: number, limit: number) =>
  POSTS.rows(
    db
      .prepare(`select ${POSTS.list} from posts where id > ?1 order by id limit ?2`)
      .bind(after, limit),
  );

/** Posts whose topic is another by the library's words. */
export const saveTopics = (db: D1Database, rows: readonly PostRow[]) =>
  POSTS.update(db, "id", ["topic"], rows);

export const countPostsAfter = async (db: D1Database, account_id: number, after: number) =>
  (await db
    .prepare("select count(*) as posts from posts where account_id = ?1 and id > ?2")
    .bind(account_id, after)
    .first<number>("posts")) ?? 0;

export const insertPosts = (db: D1Database, rows: readonly PostRow[]) => POSTS.insert(db, rows);

/** Names no indexed column, so that a changed post costs one written row. */
const FIGURES = [
  "read_at",
  "held",
  "fold",
  ...COUNTERS,
  "interactions",
  "interactions_partial",
] as const;

/** The figures of known posts. */
export const saveFigures = (db: D1Database, rows: readonly PostRow[]) =>
  POSTS.update(db, "id", FIGURES, rows);

const DETAILS = [
  "external_id",
  "published_at",
  "published_precision",
  "published_on",
  "format",
  "topic",
  "caption",
  "url",
  "paid",
  "removed_at",
] as const;

/** Who a post is and what it says. Apart from its figures, because it hardly ever changes. */
export const saveDetails = (db: D1Database, rows: readonly PostRow[]) =>
  POSTS.update(db, "id", DETAILS, rows);

export const sameFigures = (a: PostRow, b: PostRow): boolean => POSTS.same(a, b, FIGURES);

export const sameDetails = (a: PostRow, b: PostRow): boolean => POSTS.same(a, b, DETAILS);

/** Does it say the same, whenever and by whom it was read? */
export const sameShown = (a: PostRow, b: PostRow): boolean =>
  POSTS.same(a, b, [...DETAILS, ...COUNTERS]);

export const samePost = POSTS.same;

/** Posts that nothing speaks of any more; their names and readings go before them. */
export const deletePosts = (db: D1Database, rows: readonly Pick<PostRow, "id">[]) => {
  if (rows.length === 0) return [];
  const json = JSON.stringify(rows.map(({ id }) => id));
  return [
    keepPostIds(db),
    ...[
      "delete from comments where post_id in (select value from json_each(?1))",
      "delete from posts where id in (select value from json_each(?1))",
    ].map((sql) => db.prepare(sql).bind(json)),
  ];
};

/** What an export says of a post beside its month's figures. */
export type PostText = Pick<
  PostRow,
  "id" | "external_id" | "caption" | "url" | "read_at" | "removed_at"
>;

/** Of the posts that were published between two instants. */
export const listPostTexts = (
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
) =>
  all<PostText>(
    db
      .prepare(
        `select p.id, p.external_id, p.caption, p.url, p.read_at, p.removed_at
         from json_each(?1) j join posts p on p.account_id = j.value and p.published_at between ?2 and ?3
         order by p.id`,
      )
      .bind(JSON.stringify(account_ids), from, to),
  );

export const listTextsById = (db: D1Database, ids: readonly number[]) =>
  all<PostText>(
    db
      .prepare(
        `select id, external_id, caption, url, read_at, removed_at from posts
         where id in (select value from json_each(?1)) order by id`,
      )
      .bind(JSON.stringify(ids)),
  );

/** Those of these posts that are there and not hidden. */
export async function listShownPosts(db: D1Database, ids: readonly number[]): Promise<number[]> {
  const rows = await all<{ id: number }>(
    db
      .prepare(
        "select id from posts where id in (select value from json_each(?1)) and hidden_at is null",
      )
      .bind(JSON.stringify(ids)),
  );
  return rows.map(({ id }) => id);
}

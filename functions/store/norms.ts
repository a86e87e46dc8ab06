/**
 * Where accounts stand with their own norm, all of a judgement's memory: in the account's own row, which every reading
 * writes anyway. It goes in and out whole, and pages that want some of it have the database pick that out.
 */
import type { Checkpoint } from "../model/checkpoint.ts";
import type { Instant } from "../model/snapshot.ts";
import type { JudgedPost, NormState, Usual } from "../model/streak.ts";
import { JUDGED_POSTS } from "./judged-posts.ts";
import { all } from "./rows.ts";
import type { MovedStreak } from "./streaks.ts";
import type { Codec } from "./table.ts";

export type Norm = {
  /** Hours until a post has half of its reactions. */
  half_age_hours: number;
  /** One ln of hours for each settled post that told, the newest last. */
  half_ages: number[];
  learned_at: Instant;
  state: NormState;
  usual: Usual;
  /** Where the first starts of the streaks that are open or ended in the last 90 days; `null`: there is none. */
  streaks_from: Instant | null;
  /** `null`: from the first post. */
  checkpoint: Checkpoint | null;
  /** The posts since the norm's oldest. */
  posts: JudgedPost[];
  /** The post whose growth is taken up next, as far as it can be told; `null`: none. */
  to_learn: { id: number; published_at: Instant } | null;
  /** What moved of open streaks since their rows were written. */
  streaks: MovedStreak[];
};

export type NormRow = Norm & { account_id: number };

/** In one order of fields, whoever made it: what says the same is stored alike. */
export const NORM: Codec<Norm> = {
  pack: (norm) =>
    JSON.stringify({
      half_age_hours: norm.half_age_hours,
      half_ages: norm.half_ages,
      learned_at: norm.learned_at,
      state: norm.state,
      usual: norm.usual,
      streaks_from: norm.streaks_from,
      checkpoint: norm.checkpoint,
      posts: JUDGED_POSTS.pack(norm.posts),
      to_learn: norm.to_learn,
      streaks: norm.streaks,
    }),
  unpack: (kept) => {
    const norm = JSON.parse(kept as string) as Omit<Norm, "posts"> & { posts: unknown };
    return { ...norm, posts: JUDGED_POSTS.unpack(norm.posts) };
  },
};

type Stored = { account_id: number; norm: string };

const normRow = ({ account_id, norm }: Stored): NormRow => ({ account_id, ...NORM.unpack(norm) });

export async function listNorms(
  db: D1Database,
  account_ids: readonly number[],
): Promise<NormRow[]> {
  const rows = await all<Stored>(
    db
      .prepare(
        `select id as account_id, norm from accounts
         where id in (select value from json_each(?1)) and norm is not null order by id`,
      )
      .bind(JSON.stringify(account_ids)),
  );
  return rows.map(normRow);
}

/** What the Overview tells of a norm. Its posts are unpacked by whoever asks for them: they are drawn of one account. */
export type ShownNorm = Pick<NormRow, "account_id" | "state" | "usual" | "streaks_from" | "posts">;

/** Of every account: fewer rows read than to pick out some of a handful. */
export async function listShownNorms(db: D1Database): Promise<ShownNorm[]> {
  type Row = Pick<NormRow, "account_id" | "streaks_from"> &
    Record<"state" | "usual" | "posts", string>;
  const rows = await all<Row>(
    db.prepare(
      `select id as account_id, norm ->> 'state' as state, norm ->> 'usual' as usual,
         norm ->> 'streaks_from' as streaks_from, norm ->> 'posts' as posts
       from accounts where norm is not null order by id`,
    ),
  );
  return rows.map(({ account_id, state, usual, streaks_from, posts }) => ({
    account_id,
    state: JSON.parse(state) as NormState,
    usual: JSON.parse(usual) as Usual,
    streaks_from,
    get posts() {
      return JUDGED_POSTS.unpack(posts);
    },
  }));
}

const picked = (db: D1Database, field: "usual" | "posts") =>
  all<{ account_id: number; field: string }>(
    db.prepare(
      `select id as account_id, norm ->> '${field}' as field from accounts where norm is not null order by id`,
    ),
  );

/** What is usual of every account, without the judgement's memory. */
export const listUsuals = async (
  db: D1Database,
): Promise<Pick<NormRow, "account_id" | "usual">[]> =>
  (await picked(db, "usual")).map(({ account_id, field }) => ({
    account_id,
    usual: JSON.parse(field) as Usual,
  }));

/** What the norms are made of, and nothing else of them. */
export const listNormPosts = async (
  db: D1Database,
): Promise<Pick<NormRow, "account_id" | "posts">[]> =>
  (await picked(db, "posts")).map(({ account_id, field }) => ({
    account_id,
    posts: JUDGED_POSTS.unpack(field),
  }));

export const sameNorm = (a: Norm, b: Norm): boolean => NORM.pack(a) === NORM.pack(b);

/** Where accounts stand with their own norm: one row each, all of a judgement's memory. */
import type { Checkpoint } from "../model/checkpoint.ts";
import type { Instant } from "../model/snapshot.ts";
import type { JudgedPost, NormState, Usual } from "../model/streak.ts";
import { JUDGED_POSTS } from "./judged-posts.ts";
import { table } from "./table.ts";

export type NormRow = {
  account_id: number;
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
  to_learn: number | null;
};

const NORMS = table<NormRow>("norms", {
  account_id: "plain",
  half_age_hours: "plain",
  half_ages: "json",
  learned_at: "plain",
  state: "json",
  usual: "json",
  streaks_from: "plain",
  checkpoint: "json",
  posts: JUDGED_POSTS,
  to_learn: "plain",
});

const USUALS = table<Pick<NormRow, "account_id" | "usual">>("norms", {
  account_id: "plain",
  usual: "json",
});

export const listNorms = (db: D1Database, account_ids: readonly number[]) =>
  NORMS.rows(
    db
      .prepare(
        `select ${NORMS.list} from norms where account_id in (select value from json_each(?1)) order by account_id`,
      )
      .bind(JSON.stringify(account_ids)),
  );

/** What is usual of every account, without the judgement's memory. */
export const listUsuals = (db: D1Database) =>
  USUALS.rows(db.prepare(`select ${USUALS.list} from norms order by account_id`));

/** Of every account: fewer rows read than to pick out some of a handful. */
export const listAllNorms = (db: D1Database) =>
  NORMS.rows(db.prepare(`select ${NORMS.list} from norms order by account_id`));

/** What the norms are made of, and nothing else of them. */
export const listNormPosts = (db: D1Database) =>
  NORM_POSTS.rows(db.prepare(`select ${NORM_POSTS.list} from norms order by account_id`));

const NORM_POSTS = table<Pick<NormRow, "account_id" | "posts">>("norms", {
  account_id: "plain",
  posts: JUDGED_POSTS,
});

export const saveNorms = (db: D1Database, rows: readonly NormRow[]) =>
  NORMS.insert(
    db,
    rows,
    `on conflict (account_id) do update set ${NORMS.excluded(
      "half_age_hours",
      "half_ages",
      "learned_at",
      "state",
      "usual",
      "streaks_from",
      "checkpoint",
      "posts",
      "to_learn",
    )}`,
  );

export const sameNorm = NORMS.same;

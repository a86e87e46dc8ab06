/** Where accounts stand with their own norm: one row each, all of a judgement's memory. */
import type { Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";

export type NormRow = {
  account_id: number;
  /** Hours until a post has half of its reactions. */
  half_age_hours: number;
  /** JSON: one ln of hours for each settled post that told, the newest last. */
  half_ages: string;
  learned_at: Instant;
  /** JSON: a NormState. */
  state: string;
  /** JSON: a Usual. */
  usual: string;
  /** Where the first starts of the streaks that are open or ended in the last 90 days; `null`: there is none. */
  streaks_from: Instant | null;
  /** JSON: a Checkpoint; `null`: from the first post. */
  checkpoint: string | null;
  /** JSON: the posts since the norm's oldest, as judged-posts.ts packs them. */
  posts: string;
};

const COLUMNS =
  "account_id, half_age_hours, half_ages, learned_at, state, usual, streaks_from, checkpoint, posts";

export const listNorms = (db: D1Database, account_ids: readonly number[]) =>
  all<NormRow>(
    db
      .prepare(
        `select ${COLUMNS} from norms where account_id in (select value from json_each(?1)) order by account_id`,
      )
      .bind(JSON.stringify(account_ids)),
  );

/** Of every account: fewer rows read than to pick out some of a handful. */
export const listAllNorms = (db: D1Database) =>
  all<NormRow>(db.prepare(`select ${COLUMNS} from norms order by account_id`));

export const saveNorms = (db: D1Database, rows: readonly NormRow[]) =>
  forRows(
    db,
    `insert into norms (${COLUMNS})
     select value ->> 'account_id', value ->> 'half_age_hours', value ->> 'half_ages', value ->> 'learned_at',
       value ->> 'state', value ->> 'usual', value ->> 'streaks_from', value ->> 'checkpoint', value ->> 'posts'
     from json_each(?1) where true
     on conflict (account_id) do update set half_age_hours = excluded.half_age_hours, half_ages = excluded.half_ages,
       learned_at = excluded.learned_at, state = excluded.state, usual = excluded.usual,
       streaks_from = excluded.streaks_from, checkpoint = excluded.checkpoint,
       posts = excluded.posts`,
    rows,
  );

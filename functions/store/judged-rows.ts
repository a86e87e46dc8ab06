import type { Day } from "../model/snapshot.ts";
import type { PostRow } from "./posts.ts";
import { table } from "./table.ts";

/** What the judgement of streaks takes of a post. */
export type JudgedRow = Pick<
  PostRow,
  | "id"
  | "account_id"
  | "published_at"
  | "published_precision"
  | "published_on"
  | "format"
  | "paid"
  | "removed_at"
  | "person_format"
  | "topic"
  | "person_topic"
  | "person_paid"
  | "hidden_at"
  | "excused"
  | "read_at"
  | "reach"
  | "interactions"
  | "followers_at_publish"
>;

const JUDGED = table<JudgedRow>("posts", {
  id: "plain",
  account_id: "plain",
  published_at: "plain",
  published_precision: "plain",
  published_on: "plain",
  format: "plain",
  paid: "flag",
  removed_at: "plain",
  person_format: "plain",
  topic: "plain",
  person_topic: "plain",
  person_paid: "flag",
  hidden_at: "plain",
  excused: "plain",
  read_at: "plain",
  reach: "plain",
  interactions: "plain",
  followers_at_publish: "plain",
});

/** All posts of these accounts, for judging them from the first. */
export const listJudgedRows = (db: D1Database, account_ids: readonly number[]) =>
  JUDGED.rows(
    db
      .prepare(
        `select ${JUDGED.list} from posts where account_id in (select value from json_each(?1))
         order by account_id, published_at, id`,
      )
      .bind(JSON.stringify(account_ids)),
  );

/** Those that were published in a stretch of days, both ends included. */
export const listJudgedRowsOf = (
  db: D1Database,
  account_ids: readonly number[],
  { from_on, to_on }: { from_on: Day; to_on: Day },
) =>
  JUDGED.rows(
    db
      .prepare(
        `select ${JUDGED.list} from posts where account_id in (select value from json_each(?1))
           and published_at between unixepoch(?2) - 86400 and unixepoch(?3) + 172800 and published_on between ?2 and ?3
         order by account_id, published_at, id`,
      )
      .bind(JSON.stringify(account_ids), from_on, to_on),
  );

import type { Instant, Precision } from "../model/snapshot.ts";
import type { PostRow } from "./posts.ts";
import { all, valuesOf } from "./rows.ts";

/** A post as far as a plan is held against it: topic and format as a person corrected them. */
export type MatchableRow = Pick<
  PostRow,
  "id" | "account_id" | "published_at" | "format" | "topic" | "caption"
> & { published_precision: Precision; gone: 0 | 1 };

const COLUMNS: Record<keyof MatchableRow, string> = {
  id: "p.id",
  account_id: "p.account_id",
  published_at: "p.published_at",
  published_precision: "p.published_precision",
  format: "coalesce(p.person_format, p.format)",
  topic: "coalesce(p.person_topic, p.topic)",
  caption: "p.caption",
  gone: "p.removed_at is not null or p.hidden_at is not null",
};

/** Of a post `p`, as the columns of a query and as one JSON text. */
export const MATCHABLE = {
  list: Object.entries(COLUMNS)
    .map(([name, sql]) => `${sql} as ${name}`)
    .join(", "),
  json: `json_object(${Object.entries(COLUMNS)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(", ")})`,
};

/** The posts of these accounts that were published between two instants. */
export const listMatchable = (
  db: D1Database,
  account_ids: readonly number[],
  { from, to }: { from: Instant; to: Instant },
) =>
  all<MatchableRow>(
    db
      .prepare(
        `with a (id) as ${valuesOf(account_ids.map((id) => [id]))}
         select ${MATCHABLE.list} from a join posts p on p.account_id = a.id and p.published_at between ?1 and ?2`,
      )
      .bind(from, to),
  );

import { COUNTERS, type Figures } from "../model/metric.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Instant, Stamp } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

export type PostReadingRow = Figures &
  Stamp & {
    post_id: number;
    /** When the reading before this one was seen again unchanged. */
    previous_held: Repeat[];
  };

const POST_READINGS = table<PostReadingRow>("post_readings", {
  post_id: "plain",
  read_at: "plain",
  version: "plain",
  import_id: "plain",
  likes: "plain",
  comments: "plain",
  shares: "plain",
  saves: "plain",
  reach: "plain",
  views: "plain",
  clicks: "plain",
  watch_seconds: "plain",
  previous_held: "json",
});

/** All readings of these posts, oldest first. */
export const listPostReadings = (db: D1Database, post_ids: readonly number[]) =>
  POST_READINGS.rows(
    db
      .prepare(
        `select ${POST_READINGS.list} from post_readings where post_id in (select value from json_each(?1))
         order by post_id, read_at, version`,
      )
      .bind(JSON.stringify(post_ids)),
  );

export const savePostReadings = (db: D1Database, rows: readonly PostReadingRow[]) =>
  POST_READINGS.insert(
    db,
    rows,
    "on conflict (post_id, read_at, version) do update set previous_held = excluded.previous_held",
  );

export const deletePostReadings = (
  db: D1Database,
  rows: readonly Pick<PostReadingRow, "post_id" | "read_at" | "version">[],
) => POST_READINGS.remove(db, ["post_id", "read_at", "version"], rows);

export const sameReading = POST_READINGS.same;

/** How a post grew: its first readings, oldest first, as the fold of its half-age takes them. */
export type GrowthRow = Pick<
  PostReadingRow,
  "post_id" | "read_at" | "version" | "likes" | "comments" | "shares"
>;

/** @param most readings a post: the first forty of an hourly collector cover the hours in which half is reached */
export async function listGrowth(
  db: D1Database,
  post_ids: readonly number[],
  most: number,
): Promise<GrowthRow[]> {
  const rows = await all<{ growth: string }>(
    db
      .prepare(
        `select (
           select json_group_array(json_object('post_id', post_id, 'read_at', read_at, 'version', version, 'likes', likes,
             'comments', comments, 'shares', shares))
           from (select * from post_readings r where r.post_id = j.value order by r.read_at, r.version limit ?2)
         ) as growth from json_each(?1) j`,
      )
      .bind(JSON.stringify(post_ids), most),
  );
  return rows.flatMap(({ growth }) => JSON.parse(growth) as GrowthRow[]);
}

/** A reading of an account or of one of its posts, as the `snapshots` export lists them. */
export type ExportedReading = Figures & {
  account_id: number;
  post: string | null;
  read_at: Instant;
  followers: number | null;
};

/** What changed between two instants, accounts and posts together, oldest first; without the posts that a person hid. */
export const listReadingsBetween = (
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
) =>
  all<ExportedReading>(
    db
      .prepare(
        `select account_id, null as post, read_at, followers, ${COUNTERS.map((counter) => `null as ${counter}`).join(", ")},
           0 as post_id, version
         from account_readings
         where account_id in (select value from json_each(?1)) and read_at between ?2 and ?3 and followers is not null
         union all
         select p.account_id, p.external_id, r.read_at, null, ${COUNTERS.map((counter) => `r.${counter}`).join(", ")},
           p.id, r.version
         from posts p join post_readings r on r.post_id = p.id and r.read_at between ?2 and ?3
         where p.account_id in (select value from json_each(?1)) and p.published_at <= ?3 and p.read_at >= ?2
           and p.hidden_at is null
         order by read_at, account_id, post_id, version`,
      )
      .bind(JSON.stringify(account_ids), from, to),
  );

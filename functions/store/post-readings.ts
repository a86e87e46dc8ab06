import { COUNTERS, type Figures } from "../model/metric.ts";
import type { Repeat } from "../model/repeat.ts";
import type { Instant, Stamp } from "../model/snapshot.ts";
import { packing } from "./packing.ts";
import { all, valuesOf } from "./rows.ts";
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
    `on conflict (post_id, read_at, version) do update set ${POST_READINGS.excluded(...COUNTERS, "previous_held")}`,
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

/** The first forty readings of an hourly collector cover the hours in which half is reached. */
const GROWTH_READINGS = 40;

/** As JSON: the first readings of a post. */
const growthOf = (post_id: string): string =>
  `(select json_group_array(json_object('post_id', post_id, 'read_at', read_at, 'version', version, 'likes', likes,
     'comments', comments, 'shares', shares))
   from (select * from post_readings r where r.post_id = ${post_id} order by r.read_at, r.version limit ${GROWTH_READINGS}))`;

/** The first readings of posts. */
export type Growth = { post_id: number; readings: GrowthRow[] };

const growthIn = (rows: readonly { id: number; growth: string }[]): Growth[] =>
  rows.map(({ id, growth }) => ({ post_id: id, readings: JSON.parse(growth) as GrowthRow[] }));

export const listGrowth = async (db: D1Database, post_ids: readonly number[]): Promise<Growth[]> =>
  growthIn(
    await all(
      db.prepare(
        `with p (id) as ${valuesOf(post_ids.map((id) => [id]))} select id, ${growthOf("p.id")} as growth from p`,
      ),
    ),
  );

/** A reading as a post's page shows it. */
export type ShownReading = Figures & Stamp;

const SHOWN = packing<ShownReading>((next) => ({
  read_at: next.plain(),
  version: next.plain(),
  import_id: next.plain(),
  likes: next.plain(),
  comments: next.plain(),
  shares: next.plain(),
  saves: next.plain(),
  reach: next.plain(),
  views: next.plain(),
  clicks: next.plain(),
  watch_seconds: next.plain(),
}));

const SHOWN_SQL = `json_array(${SHOWN.fields.join(", ")})`;

/** Of a curve: the first readings, in which a post grows most, and steps of time through those after them. */
const FIRST_READINGS = 70;
const STEPS = 50;

/**
 * Readings enough to draw how a post grew, oldest first, however many it has: the first, and from the newest back to them one
 * look into the key for each step. `whole`: there is none beside them. As two texts, since rows on the way to others are
 * billed again.
 */
export async function listSampledReadings(
  db: D1Database,
  post_id: number,
): Promise<{ readings: ShownReading[]; whole: boolean }> {
  const steps = valuesOf(Array.from({ length: STEPS }, (_, step) => [step]));
  const row = await db
    .prepare(
      `with ends as materialized (
         select early, newest, early ->> '$[#-1][0]' as since from (select
           (select json_group_array(${SHOWN_SQL})
            from (select * from post_readings where post_id = ?1 order by read_at, version limit ${FIRST_READINGS})) as early,
           (select read_at from post_readings where post_id = ?1 order by read_at desc limit 1) as newest)
       )
       select early, iif(newest > since,
         (select json_group_array(json((select ${SHOWN_SQL} from post_readings r
            where r.post_id = ?1 and r.read_at <= newest - column1 * (newest - since) / ${STEPS}
            order by r.read_at desc, r.version desc limit 1))) from ${steps}), '[]') as late
       from ends`,
    )
    .bind(post_id)
    .first<{ early: string; late: string }>();
  const early = shownIn(row?.early ?? "[]");
  const since = early.at(-1)?.read_at ?? 0;
  const late = shownIn(row?.late ?? "[]")
    .reverse()
    // where nothing was read for long, steps meet
    .filter(({ read_at }, index, all) => read_at > since && read_at !== all[index - 1]?.read_at);
  return { readings: [...early, ...late], whole: late.length === 0 };
}

const shownIn = (json: string): ShownReading[] =>
  (JSON.parse(json) as unknown[][]).map((kept) => SHOWN.unpack(kept));

/** What a page shows and what is looked through for what its oldest leave out. */
const NEAR_READINGS = 75;

/** The newest readings before an instant, oldest first; `null`: the newest of all. `whole`: nothing is older. */
export async function listReadingsBefore(
  db: D1Database,
  post_id: number,
  before: Instant | null,
): Promise<{ readings: ShownReading[]; whole: boolean }> {
  const row = await db
    .prepare(
      `select json_group_array(${SHOWN_SQL}) as readings from (select * from post_readings
         where post_id = ?1 and read_at < ?2 order by read_at desc, version desc limit ${NEAR_READINGS})`,
    )
    .bind(post_id, before ?? Number.MAX_SAFE_INTEGER)
    .first<{ readings: string }>();
  const readings = shownIn(row?.readings ?? "[]").reverse();
  return { readings, whole: readings.length < NEAR_READINGS };
}

/** A reading of an account or of one of its posts, as the `snapshots` export lists them. */
export type ExportedReading = Figures & {
  account_id: number;
  post: string | null;
  read_at: Instant;
  followers: number | null;
};

/** In the order in which the database packs a reading. */
const PACKED = ["read_at", "version", "followers", ...COUNTERS] as const;
type Packed = [read_at: Instant, version: number, ...figures: (number | null)[]];

/** Where the figures begin. */
const FIGURES_AT = 2;

/** What an account's reading, or a post's, does not hold is null. */
const packedFrom = (...held: readonly string[]): string =>
  `json_group_array(json_array(${PACKED.map((field) => (held.includes(field) ? field : "null")).join(", ")}))`;

function unpacked(account_id: number, post: string | null, packed: Packed): ExportedReading {
  const [read_at, , followers, likes, comments, shares, saves, reach, views, clicks, watched] =
    packed;
  return {
    account_id,
    post,
    read_at,
    followers: followers ?? null,
    likes: likes ?? null,
    comments: comments ?? null,
    shares: shares ?? null,
    saves: saves ?? null,
    reach: reach ?? null,
    views: views ?? null,
    clicks: clicks ?? null,
    watch_seconds: watched ?? null,
  };
}

/**
 * What changed between two instants, accounts and posts together, oldest first: a reading that says the same as the one
 * before it, in the stretch or not, is none. Without the posts that a person hid. A
 * post's, or an account's, come as one row, packed, and are put in order here: a month of four accounts is thirteen thousand
 * readings, dear to take over one by one, and the database bills each row that it sorts a second time. One row holds 2 MB:
 * a post that said something new every minute of a month.
 */
export async function listReadingsBetween(
  db: D1Database,
  account_ids: readonly number[],
  from: Instant,
  to: Instant,
): Promise<ExportedReading[]> {
  type Row = { account_id: number; post_id: number; post: string | null; readings: string };
  const rows = await all<Row>(
    db
      .prepare(
        `select value as account_id, 0 as post_id, null as post,
           (select ${packedFrom("read_at", "version", "followers")} from account_readings r
            where r.account_id = value and r.followers is not null and r.read_at <= ?3 and r.read_at >=
              coalesce((select max(read_at) from account_readings q
                where q.account_id = value and q.read_at < ?2 and q.followers is not null), ?2)) as readings
         from json_each(?1)
         union all
         select p.account_id, p.id, p.external_id,
           (select ${packedFrom("read_at", "version", ...COUNTERS)} from post_readings r
            where r.post_id = p.id and r.read_at <= ?3 and r.read_at >=
              coalesce((select max(read_at) from post_readings q where q.post_id = p.id and q.read_at < ?2), ?2))
         from posts p
         where p.account_id in (select value from json_each(?1)) and p.published_at <= ?3 and p.read_at >= ?2
           and p.hidden_at is null`,
      )
      .bind(JSON.stringify(account_ids), from, to),
  );
  rows.sort((a, b) => a.account_id - b.account_id || a.post_id - b.post_id);
  // most are of the instants of a few hundred collections: those are sorted, and not each reading
  const instants = new Map<Instant, ExportedReading[]>();
  for (const { account_id, post, readings } of rows) {
    for (const packed of withoutRepeats(JSON.parse(readings) as Packed[])) {
      const [read_at] = packed;
      if (read_at < from) continue;
      const reading = unpacked(account_id, post, packed);
      const others = instants.get(read_at);
      if (others) others.push(reading);
      else instants.set(read_at, [reading]);
    }
  }
  return [...instants].sort(([a], [b]) => a - b).flatMap(([, read]) => read);
}

/** Of one post or account, without the instants at which all is as it was at the one before: a file's, or one of many. */
function withoutRepeats(readings: Packed[]): Packed[] {
  const ordered = readings.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const kept: Packed[] = [];
  let before: Packed | null = null;
  let index = 0;
  while (index < ordered.length) {
    const first = ordered[index] as Packed;
    let said = first;
    let end = index + 1;
    for (; ordered[end]?.[0] === first[0]; end += 1) said = together(said, ordered[end] as Packed);
    if (!before || !saySame(before, said)) kept.push(...ordered.slice(index, end));
    before = said;
    index = end;
  }
  return kept;
}

function saySame(one: Packed, other: Packed): boolean {
  for (let at = FIGURES_AT; at < PACKED.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

const together = (one: Packed, later: Packed): Packed =>
  one.map((figure, at) => (at < FIGURES_AT ? figure : (later[at] ?? figure))) as Packed;

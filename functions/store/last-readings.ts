/** When posts were read last: what the answers under them are known by. */
import { SECONDS_A_DAY } from "../model/day.ts";
import type { Instant } from "../model/snapshot.ts";
import { type AccountWatch, FOLLOWED_SECONDS, type PostWatch } from "../model/thread.ts";
import { LEFT_OUT, TEXT } from "./month-packing.ts";
import { listPostsById } from "./posts.ts";
import { all } from "./rows.ts";
import { monthOfThread } from "./thread-month.ts";
import { given, type Whose } from "./whose.ts";

/** By the posts' ids; `null`: it was never read. */
type LastReadings = ReadonlyMap<number, Instant | null>;

/**
 * Posts that were published longer before their account's newest reading are not asked for, or two years of answers would read more
 * rows than a page may. Where reading went on, the last reading of such a post came in the last week of its ninety days
 * (`FOLLOWED_SECONDS`).
 */
const ASKED_BACK = 366 * SECONDS_A_DAY;

const AT = { id: TEXT.indexOf("id"), read_at: TEXT.indexOf("read_at") };

/**
 * Of the posts under which a comment of the period may be watched: as it lies beside their months, or where it moved since in their
 * account's row (jobs/writing/posts-seen.ts). X's do without, and so do accounts that Denyut never read. A row a month, and two an
 * account.
 */
export async function listLastReadings(
  db: D1Database,
  whose: Whose,
  { from, to }: { from: Instant; to: Instant },
): Promise<LastReadings> {
  const rows = await all<{ texts: string; seen: string | null }>(
    db
      .prepare(
        `${given(whose)}
         select m.texts, a.posts_seen -> m.month as seen
         from given join accounts a on a.id = given.id and a.connected = 1 and a.platform <> 'x'
         cross join months m on m.account_id = a.id and m.month <= ?2
           and m.month >= max(?1, strftime('%Y-%m', a.collected_at - ${ASKED_BACK}, 'unixepoch'))`,
      )
      .bind(
        // a post's month is the library's, which may begin a day sooner or later
        monthOfThread({ at: from - FOLLOWED_SECONDS - SECONDS_A_DAY }),
        monthOfThread({ at: to + SECONDS_A_DAY }),
      ),
  );
  const readings = new Map<number, Instant | null>();
  for (const { texts, seen } of rows) {
    for (const text of JSON.parse(texts) as (unknown[] | typeof LEFT_OUT)[]) {
      if (text === LEFT_OUT) continue;
      readings.set(text[AT.id] as number, text[AT.read_at] as Instant | null);
    }
    for (const [id, at] of Object.entries(JSON.parse(seen ?? "{}") as Record<string, Instant>)) {
      readings.set(Number(id), at);
    }
  }
  return readings;
}

/** Is it to be known when a comment's post was read last, also where that does not lie beside its month? */
export function isReadingAsked(
  { at, followed_until }: Pick<PostWatch, "followed_until"> & { at: Instant },
  { platform, collected_at, read_until }: AccountWatch,
): boolean {
  const isRead = platform !== "x" && read_until !== null && at <= read_until;
  // of one that is gone the earliest that it can have been published; a day more, for the zone
  const published = followed_until - FOLLOWED_SECONDS;
  return isRead && published >= (collected_at ?? 0) - ASKED_BACK + SECONDS_A_DAY;
}

/** With those of posts that say more than lies beside their month: a question where there are any. */
export async function withEveryReading(
  db: D1Database,
  readings: LastReadings,
  ids: readonly number[],
): Promise<LastReadings> {
  const missing = [...new Set(ids)].filter((id) => !readings.has(id));
  if (missing.length === 0) return readings;
  const found = await listPostsById(db, missing);
  return new Map([...readings, ...found.map(({ id, read_at }) => [id, read_at] as const)]);
}

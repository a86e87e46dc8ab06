/** Accounts with two years of posts, in the database as they are asked what works. */
import { captionFacts } from "../../../functions/analyse/works/caption.ts";
import type { WorksPost } from "../../../functions/analyse/works/post.ts";
import { learn } from "../../../functions/jobs/learning/learn.ts";
import { calendarOf } from "../../../functions/model/day.ts";
import type { Instant } from "../../../functions/model/snapshot.ts";
import { random } from "../../../tools/streaks/random.ts";
import { drawPage, type PageOptions, ZONE } from "../../../tools/works/page.ts";

export const CLOCK = (iso: string) => ({ now: Date.parse(iso) / 1000, time_zone: ZONE });

/** Five days after the page's last. */
export const NOVEMBER = CLOCK("2026-11-06T03:04:00Z");
export const DECEMBER = CLOCK("2026-12-01T03:04:00Z");

/** @param seed another one another page */
export const page = (seed: number, options: PageOptions = {}): WorksPost[] =>
  drawPage(random(seed), { count: 180, ...options }).map((post) => {
    const words = [...post.hashtags.map((tag) => `#${tag}`), post.question ? "ya?" : "ya."].join(
      " ",
    );
    const caption = words.padEnd(post.caption_length ?? 0, " x");
    return { ...post, ...captionFacts(caption), caption } as WorksPost;
  });

const captionOf = (post: WorksPost): string => (post as WorksPost & { caption: string }).caption;

const dayOf = calendarOf(ZONE);

/** Its ids are those that the database gives its posts. */
export async function keepPage(
  db: D1Database,
  account_id: number,
  posts: readonly WorksPost[],
  { first = 1 + 10_000 * account_id }: { first?: number } = {},
): Promise<WorksPost[]> {
  const rows = posts.map((post, index) => {
    const at = Date.parse(String(post.published_at)) / 1000;
    return {
      id: first + index,
      at,
      on: dayOf(at),
      format: post.format,
      topic: post.topic,
      caption: captionOf(post),
      read_at: at + Math.round(post.age_hours * 3600),
      interactions: post.interactions,
      paid: post.paid ? 1 : null,
    };
  });
  await db.batch([
    db
      .prepare(
        `insert or ignore into accounts (id, platform, handle, created_at) values (?1, 'instagram', 'akun' || cast(?1 as integer), 0)`,
      )
      .bind(account_id),
    db
      .prepare(
        `insert into posts (id, account_id, external_id, published_at, published_on, format, topic, caption, read_at, interactions, paid)
         select value ->> 'id', ?1, 'p' || (value ->> 'id'), value ->> 'at', value ->> 'on', value ->> 'format', value ->> 'topic',
           value ->> 'caption', value ->> 'read_at', value ->> 'interactions', value ->> 'paid' from json_each(?2)`,
      )
      .bind(account_id, JSON.stringify(rows)),
  ]);
  return posts.map((post, index) => ({ ...post, id: String(first + index) }));
}

/** Ticks until nothing is due. */
export const learnAll = (
  db: D1Database,
  clock: { now: Instant; time_zone: string },
): Promise<void> => learn(db, clock, 1_000);

/** @returns how many slices it took */
export async function slicesOf(
  db: D1Database,
  clock: { now: Instant; time_zone: string },
): Promise<number> {
  for (let slice = 1; slice < 100; slice++) {
    await learn(db, clock);
    if ((await db.prepare("select count(*) as n from looking").first("n")) === 0) return slice;
  }
  throw new Error("it never ends");
}

export const looksAndClaims = async (db: D1Database) => {
  const [looks, claims] = await Promise.all([
    db.prepare("select account_id, month, state, posts, of, result from looks order by 1, 2").all(),
    db.prepare("select * from claims order by account_id, month, place").all(),
  ]);
  return { looks: looks.results, claims: claims.results };
};

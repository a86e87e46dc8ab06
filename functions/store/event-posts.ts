import type { Day, Instant } from "../model/snapshot.ts";
import type { PostRow } from "./posts.ts";
import { all, forRows, valuesOf } from "./rows.ts";
import { table } from "./table.ts";

/** That a post is about an event, or, by a person's word alone, that it is not. */
export type EventPostRow = { event: number; post: number; linked: boolean; by_person: boolean };

const EVENT_POSTS = table<EventPostRow>("event_posts", {
  event: "plain",
  post: "plain",
  linked: "flag",
  by_person: "flag",
});

export const listLinksOf = (db: D1Database, event: number) =>
  EVENT_POSTS.rows(
    db
      .prepare(`select ${EVENT_POSTS.list} from event_posts where event = ?1 order by post`)
      .bind(event),
  );

/** Of posts that were there before; whoever has no events reads nothing. */
export const listLinksOfPosts = (db: D1Database, posts: readonly number[]) =>
  EVENT_POSTS.rows(
    db
      .prepare(
        `select ${EVENT_POSTS.list} from event_posts
         where exists (select 1 from events) and post in (select value from json_each(?1)) order by event, post`,
      )
      .bind(JSON.stringify(posts)),
  );

/** By rule: a person's word that stands meanwhile is left as it is, and so is an event that is gone. */
export const saveRuleLinks = (
  db: D1Database,
  rows: readonly Pick<EventPostRow, "event" | "post">[],
) =>
  forRows(
    db,
    `insert into event_posts (event, post, linked, by_person)
     select value ->> 'event', value ->> 'post', 1, 0 from json_each(?1)
     where value ->> 'event' in (select id from events) on conflict do nothing`,
    rows.map(({ event, post }) => ({ event, post })),
  );

export const deleteRuleLinks = (
  db: D1Database,
  rows: readonly Pick<EventPostRow, "event" | "post">[],
) =>
  forRows(
    db,
    `delete from event_posts where by_person = 0 and (event, post) in
       (select value ->> 'event', value ->> 'post' from json_each(?1))`,
    rows.map(({ event, post }) => ({ event, post })),
  );

/** Whatever stood, it is a person's word now. */
export const saveSaidLinks = (db: D1Database, rows: readonly EventPostRow[]) =>
  EVENT_POSTS.insert(
    db,
    rows,
    "on conflict (event, post) do update set linked = excluded.linked, by_person = excluded.by_person",
  );

export const deleteLinks = (db: D1Database, rows: readonly EventPostRow[]) =>
  EVENT_POSTS.remove(db, ["event", "post"], rows);

/** A post as far as an event's rule looks at it. */
export type LinkablePost = Pick<PostRow, "id" | "published_on" | "caption">;

/** Of accounts that stand, those that are neither hidden nor gone. */
const SHOWN = `p.removed_at is null and p.hidden_at is null
  and p.account_id in (select id from accounts where merged_into is null)`;

/** The posts that were published between two instants. */
export const listLinkable = (db: D1Database, { from, to }: { from: Instant; to: Instant }) =>
  all<LinkablePost>(
    db
      .prepare(
        `select p.id, p.published_on, p.caption from accounts a
         join posts p on p.account_id = a.id and p.published_at between ?1 and ?2
         where a.merged_into is null and p.removed_at is null and p.hidden_at is null order by p.id`,
      )
      .bind(from, to),
  );

/** A post that is linked to an event, with its figures. */
export type LinkedPost = Pick<
  PostRow,
  | "id"
  | "account_id"
  | "published_at"
  | "published_on"
  | "published_precision"
  | "format"
  | "topic"
  | "caption"
  | "interactions"
  | "reach"
  | "views"
> & { event: number; by_person: boolean };

/** The posts of these events that are shown, the first first: put in order here, for a row that is sorted is billed again. */
export async function listLinkedPosts(
  db: D1Database,
  events: readonly number[],
): Promise<LinkedPost[]> {
  if (events.length === 0) return [];
  const rows = await all<Omit<LinkedPost, "by_person"> & { by_person: 0 | 1 }>(
    db.prepare(
      `with e (id) as ${valuesOf(events.map((id) => [id]))}
       select ep.event, ep.by_person, p.id, p.account_id, p.published_at, p.published_on, p.published_precision,
         coalesce(p.person_format, p.format) as format, coalesce(p.person_topic, p.topic) as topic, p.caption,
         p.interactions, p.reach, p.views
       from e cross join event_posts ep on ep.event = e.id and ep.linked = 1
       join posts p on p.id = ep.post where ${SHOWN}`,
    ),
  );
  return rows
    .map((row) => ({ ...row, by_person: row.by_person === 1 }))
    .sort((a, b) => a.published_at - b.published_at || a.id - b.id);
}

/** An event that somebody may have to do something for, with the days of its posts and of its plans that are still open. */
export type PromotedEvent = {
  id: number;
  title: string;
  starts_at: Instant;
  ends_at: Instant | null;
  judged: boolean;
  posted: Day[];
  planned: Day[];
};

/**
 * In one question, which for a library without events reads nothing.
 * @param going the events whose steps may be open: the days of the others are not asked for
 */
export async function listPromoted(
  db: D1Database,
  { from, to, going }: { from: Instant; to: Instant; going: Instant },
): Promise<PromotedEvent[]> {
  const rows = await all<
    Omit<PromotedEvent, "posted" | "planned" | "judged"> & {
      judged: number;
      posted: string | null;
      planned: string | null;
    }
  >(
    db
      .prepare(
        `select id, title, starts_at, ends_at, effect is not null as judged,
           iif(coalesce(ends_at, starts_at) < ?3, null, (select json_group_array(p.published_on)
             from event_posts ep join posts p on p.id = ep.post where ep.event = events.id and ep.linked = 1 and ${SHOWN})) as posted,
           iif(coalesce(ends_at, starts_at) < ?3, null, (select json_group_array(on_day) from plans
             where plans.event = events.id and state <> 'dropped' and matches like '%"post":null%')) as planned
         from events where coalesce(ends_at, starts_at) >= ?1 and starts_at <= ?2
         order by coalesce(ends_at, starts_at), starts_at`,
      )
      .bind(from, to, going),
  );
  return rows.map(({ judged, posted, planned, ...row }) => ({
    ...row,
    judged: judged === 1,
    posted: JSON.parse(posted ?? "[]"),
    planned: JSON.parse(planned ?? "[]"),
  }));
}

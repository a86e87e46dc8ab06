/** What an event's posts did against such posts' usual, judged once, when the last of them have had time to grow. */
import { eventEffect, judgedFrom, type ScoredPost } from "../../analyse/event-effect.ts";
import { addDays, dayOf, monthOf } from "../../model/day.ts";
import { eventDays } from "../../model/event-days.ts";
import { counts, type Post } from "../../model/post.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { listLinkedPosts, type PromotedEvent } from "../../store/event-posts.ts";
import { saveEffect } from "../../store/events.ts";
import { listMonths } from "../../store/months.ts";

/** The rule looks back a year. */
const YEAR_DAYS = 365;

/** One event a look, the one that has waited longest: the next look has the next. */
export async function effectsJudged(
  db: D1Database,
  events: readonly PromotedEvent[],
  accounts: readonly AccountRow[],
  now: Instant,
  time_zone: string,
): Promise<D1PreparedStatement[]> {
  const today = dayOf(now, time_zone);
  const due = events.find(
    (event) => !event.judged && judgedFrom(eventDays(event, time_zone)) <= today,
  );
  if (!due) return [];
  const [linked, months] = await Promise.all([
    listLinkedPosts(db, [due.id]),
    listMonths(
      db,
      accounts.map(({ id }) => id),
      { from: monthOf(addDays(today, -YEAR_DAYS)), to: monthOf(today) },
    ),
  ]);
  const own = new Set(linked.map(({ id }) => id));
  const posts = months.flatMap((month) => month.posts);
  const result = eventEffect(
    posts.filter(({ id }) => own.has(id)).flatMap(scored),
    posts.filter(({ id }) => !own.has(id)).flatMap(scored),
    now,
  );
  return [saveEffect(db, due, { at: now, result })];
}

/** Only what its account's norm has judged can be held against the usual. */
const scored = (post: Post): ScoredPost[] =>
  post.score === null || post.score <= 0 || !counts(post)
    ? []
    : [
        {
          account_id: post.account_id,
          published_at: post.published_at,
          published_precision: post.published_precision,
          topic: post.topic,
          log_score: Math.log(post.score),
        },
      ];

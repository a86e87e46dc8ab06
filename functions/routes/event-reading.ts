/** Events with what came of them. */
import { eventFigures } from "../analyse/event-figures.ts";
import type { EventFigures, JudgedEffect } from "../model/event.ts";
import type { AccountRow } from "../store/accounts.ts";
import { type LinkedPost, listLinkedPosts } from "../store/event-posts.ts";
import type { EventRow } from "../store/events.ts";
import { listClicksByEvent } from "../store/short-links.ts";
import type { Ctx } from "./env.ts";
import { visibleAccounts } from "./reading.ts";

export type EventWithFigures = {
  event: EventRow;
  figures: EventFigures;
  posts: LinkedPost[];
  /** `null` too where it was judged by posts that may not be seen. */
  effect: JudgedEffect | null;
};

/**
 * Events are the library's, and shown to all; of their posts those of accounts that may be seen.
 * @param allowed those; left out: the caller's
 */
export async function withFigures(
  c: Ctx,
  rows: readonly EventRow[],
  allowed?: readonly Pick<AccountRow, "id">[],
): Promise<EventWithFigures[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [posts, clicks, accounts] = await Promise.all([
    listLinkedPosts(c.env.DB, ids),
    listClicksByEvent(c.env.DB, ids),
    allowed ?? visibleAccounts(c, c.get("caller")?.link ?? null),
  ]);
  const seen = new Set(accounts.map(({ id }) => id));
  const clicksOf = new Map(clicks.map((one) => [one.event, one.clicks]));
  const postsOf = Map.groupBy(
    posts.filter(({ account_id }) => seen.has(account_id)),
    ({ event }) => event,
  );
  return rows.map((event) => {
    const own = postsOf.get(event.id) ?? [];
    const all = posts.filter((post) => post.event === event.id);
    return {
      event,
      figures: eventFigures(own, clicksOf.get(event.id) ?? null),
      posts: own,
      effect: effectFor(event, all, own),
    };
  });
}

/** It is told of all of an event's posts at once: to whoever may see them all. */
export const effectFor = (
  { effect }: EventRow,
  linked: readonly LinkedPost[],
  seen: readonly unknown[],
): JudgedEffect | null => (seen.length === linked.length ? effect : null);

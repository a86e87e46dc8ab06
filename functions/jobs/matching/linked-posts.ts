/** Which events the posts of a batch are about: those that came, and those that say or are something else now. */
import { eventPosts } from "../../analyse/event-posts.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { DAYS_AFTER_EVENT, DAYS_BEFORE_EVENT } from "../../model/event.ts";
import { eventDays } from "../../model/event-days.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Around } from "../../store/around.ts";
import {
  deleteRuleLinks,
  type EventPostRow,
  listLinksOfPosts,
  saveRuleLinks,
} from "../../store/event-posts.ts";
import type { EventGuard } from "../../store/library.ts";
import { endEventNotices } from "../../store/notices.ts";
import type { PostRow } from "../../store/posts.ts";

/** A day more than the rule's on either side, for a day has no instant of its own. */
const BEFORE_SECONDS = (DAYS_BEFORE_EVENT + 2) * SECONDS_A_DAY;
const AFTER_SECONDS = (DAYS_AFTER_EVENT + 2) * SECONDS_A_DAY;

/** The events that posts of some instants may be about lie around them. */
export const eventsAround = (at: readonly Instant[]) => ({
  from: Math.min(...at) - AFTER_SECONDS,
  to: Math.max(...at) + BEFORE_SECONDS,
});

/** The posts that may be about an event lie around it. */
export const postsAround = (starts_at: Instant, ends_at: Instant | null) => ({
  from: starts_at - BEFORE_SECONDS,
  to: (ends_at ?? starts_at) + AFTER_SECONDS,
});

type Link = Pick<EventPostRow, "event" | "post">;

export type LinkedAnew = {
  statements: D1PreparedStatement[];
  written: number;
  /** By which events the batch was derived; `null`: by none. */
  guard: EventGuard | null;
};

/**
 * By rule alone: what a person said of a post stands.
 * @param come posts that are new
 * @param moved posts that were there before: whatever linked them may hold no more
 * @param around the events around all of them
 * @returns what goes into their batch, after them
 */
export async function linkedAnew(
  db: D1Database,
  {
    time_zone,
    come,
    moved,
    around: { events, any_event },
  }: {
    time_zone: string;
    come: readonly PostRow[];
    moved: readonly PostRow[];
    around: Pick<Around, "events" | "any_event">;
  },
): Promise<LinkedAnew> {
  const posts = [...come, ...moved];
  if (posts.length === 0) return { statements: [], written: 0, guard: null };
  const stretch = eventsAround(posts.map(({ published_at }) => published_at));
  const links =
    moved.length === 0 || !any_event
      ? []
      : await listLinksOfPosts(
          db,
          moved.map(({ id }) => id),
        );
  const shown = posts.filter(
    ({ removed_at, hidden_at }) => removed_at === null && hidden_at === null,
  );
  const said = links.filter(({ by_person }) => by_person);
  const found = events.flatMap((event) =>
    eventPosts(
      event,
      eventDays(event, time_zone),
      shown,
      said.filter((link) => link.event === event.id),
    ).flatMap(({ post, by }): Link[] => (by === "person" ? [] : [{ event: event.id, post }])),
  );
  const stood = links.filter(({ by_person }) => !by_person);
  const come_to = without(found, stood);
  const gone = without(stood, found);
  return {
    guard: { ...stretch, known: events },
    statements: [
      ...saveRuleLinks(db, come_to),
      ...deleteRuleLinks(db, gone),
      ...endEventNotices(
        db,
        come_to.map(({ event }) => event),
      ),
    ],
    written: come_to.length,
  };
}

const without = <One extends Link>(some: readonly One[], others: readonly Link[]): One[] =>
  some.filter((one) => !others.some(({ event, post }) => one.event === event && one.post === post));

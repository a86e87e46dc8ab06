/** What a person changes of an event: checked against what stands, its posts linked anew, noted, and written in one batch. */
import { eventPosts } from "../../analyse/event-posts.ts";
import type { EventFields, LinkSaid } from "../../model/event.ts";
import { eventDays } from "../../model/event-days.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { fault, Problem } from "../../model/problem.ts";
import { saveChanges } from "../../store/changes.ts";
import {
  deleteLinks,
  type EventPostRow,
  listLinkable,
  listLinksOf,
  saveRuleLinks,
  saveSaidLinks,
} from "../../store/event-posts.ts";
import {
  deleteEvent,
  type EventRow,
  findEvent,
  giveBackPlans,
  insertEvent,
  nextEventId,
  updateEvent,
} from "../../store/events.ts";
import { findLibraryVersion, touchLibrary } from "../../store/library.ts";
import { closeEventNotices, endEventNotices } from "../../store/notices.ts";
import { listPlanIdsOf } from "../../store/plans.ts";
import { postsAround } from "../matching/linked-posts.ts";
import { untilWritten } from "../writing/until-written.ts";
import type { Planning } from "./rewrite.ts";

/** An event with a person's words on its posts, and the plans that are for it. */
export type EventState = { row: EventRow; said: LinkSaid[]; plans: number[] };

/**
 * @param id `null`: a new one
 * @param edit looks at what stands and says what becomes of it; asked again where another writer was faster
 * @returns the event as it stands now
 */
export const rewriteEvent = (
  db: D1Database,
  { now, time_zone, author }: Planning,
  id: number | null,
  edit: (before: EventState | null, id: number) => EventState | null,
): Promise<EventRow | null> =>
  untilWritten(db, async () => {
    const [row, links, plans, next, seen] = await Promise.all([
      id === null ? null : findEvent(db, id),
      id === null ? [] : listLinksOf(db, id),
      id === null ? [] : listPlanIdsOf(db, id),
      id ?? nextEventId(db),
      findLibraryVersion(db),
    ]);
    const said = links.filter(({ by_person }) => by_person);
    const before = row && { row, said: said.map(({ post, linked }) => ({ post, linked })), plans };
    const after = edit(before, next);
    const linked = after ? await linksOf(db, after, time_zone) : [];
    const moved = linkChanges(links, linked);
    const change = { at: now, ...author, what: "event" as const, subject: next };
    const isMoved = before && after && !sameDays(before.row, after.row);
    return {
      result: after?.row ?? null,
      statements: [
        ...(before && !after ? deleteEvent(db, before.row) : []),
        ...(after && !before ? insertEvent(db, after.row) : []),
        ...(after && before ? updateEvent(db, before.row, after.row) : []),
        // those of an event that goes, go with it
        ...(after ? deleteLinks(db, moved.remove) : []),
        ...saveRuleLinks(
          db,
          moved.save.filter(({ by_person }) => !by_person),
        ),
        ...saveSaidLinks(
          db,
          moved.save.filter(({ by_person }) => by_person),
        ),
        ...(after && !before ? giveBackPlans(db, next, after.plans) : []),
        // what was due before its days moved is asked for by the next look, where it still is
        ...(isMoved ? closeEventNotices(db, next, now) : []),
        ...(moved.save.length > 0 ? endEventNotices(db, [next]) : []),
        ...saveChanges(db, [
          { ...change, before: personal(before), after: personal(after) } satisfies Omit<
            PersonChange,
            "id"
          >,
        ]),
        // every post that is stored moves the library's version: what was linked here was linked among all of them
        touchLibrary(db, null, { time_zone, seen, written: 6 + 2 * moved.save.length }),
      ],
    };
  });

/** Its posts as they are to be linked, by the rule and by what people said. */
async function linksOf(
  db: D1Database,
  { row, said }: EventState,
  time_zone: string,
): Promise<EventPostRow[]> {
  const posts = await listLinkable(db, postsAround(row.starts_at, row.ends_at));
  const found = eventPosts(row, eventDays(row, time_zone), posts, said);
  return [
    ...found.flatMap(({ post, by }) =>
      by === "person" ? [] : [{ event: row.id, post, linked: true, by_person: false }],
    ),
    ...said.map(({ post, linked }) => ({ event: row.id, post, linked, by_person: true })),
  ];
}

function linkChanges(stood: readonly EventPostRow[], stands: readonly EventPostRow[]) {
  const has = (rows: readonly EventPostRow[], one: EventPostRow) =>
    rows.some(
      ({ post, linked, by_person }) =>
        post === one.post && linked === one.linked && by_person === one.by_person,
    );
  return {
    remove: stood.filter((one) => !has(stands, one)),
    save: stands.filter((one) => !has(stood, one)),
  };
}

export const sameDays = (
  a: Pick<EventFields, "starts_at" | "ends_at">,
  b: Pick<EventFields, "starts_at" | "ends_at">,
): boolean => a.starts_at === b.starts_at && a.ends_at === b.ends_at;

/** What of an event is a person's: the posts that the rule found and what was judged are not. */
function personal(state: EventState | null): Record<string, unknown> | null {
  if (!state) return null;
  const { changed_at: _, effect: _effect, ...row } = state.row;
  return { ...row, said: state.said, plans: state.plans };
}

export const noSuchEvent = (): Problem => new Problem("not_found", "there is no such event");

/** Two people at one event: the later one is told, and decides again with both before their eyes. */
export function sameEventVersion({ version }: Pick<EventRow, "version">, seen: number): void {
  if (version === seen) return;
  throw new Problem("conflict", `somebody changed this meanwhile: it is version ${version} now`, [
    fault("version", "stale_version"),
  ]);
}

import type { JudgedEffect, LibraryEvent } from "../model/event.ts";
import type { Instant } from "../model/snapshot.ts";
import { all, forRows } from "./rows.ts";
import { table } from "./table.ts";

/** An event as its row stands. `effect` `null`: it is not judged yet. */
export type EventRow = LibraryEvent & { changed_at: Instant; effect: JudgedEffect | null };

export const EVENTS = table<EventRow>("events", {
  id: "plain",
  kind: "plain",
  title: "plain",
  starts_at: "plain",
  ends_at: "plain",
  place: "plain",
  hashtags: "json",
  url: "plain",
  note: "plain",
  visitors: "plain",
  cost: "plain",
  version: "plain",
  changed_at: "plain",
  effect: "json",
});

/** More than anybody holds in a year; a list ends somewhere. */
export const MOST_EVENTS = 500;

/** An event that is going on at any moment of a stretch; the index begins with this very expression. */
const AROUND = "coalesce(ends_at, starts_at) >= ?1 and starts_at <= ?2";

/** Those that lie in a stretch, or reach into it, the first first: put in order here, for a row that is sorted is billed again. */
export async function listEvents(
  db: D1Database,
  { from, to }: { from: Instant; to: Instant },
): Promise<EventRow[]> {
  const rows = await EVENTS.rows(
    db
      .prepare(
        `select ${EVENTS.list} from events where ${AROUND}
         order by coalesce(ends_at, starts_at), starts_at limit ${MOST_EVENTS}`,
      )
      .bind(from, to),
  );
  return rows.sort((a, b) => a.starts_at - b.starts_at || a.id - b.id);
}

/** Those that were over before an instant, the newest first. */
export const listEventsBefore = (db: D1Database, before: Instant, most: number) =>
  EVENTS.rows(
    db
      .prepare(
        `select ${EVENTS.list} from events where coalesce(ends_at, starts_at) < ?1
         order by coalesce(ends_at, starts_at) desc, starts_at desc, id desc limit ?2`,
      )
      .bind(before, most),
  );

export const findEvent = (db: D1Database, id: number) =>
  EVENTS.first(db.prepare(`select ${EVENTS.list} from events where id = ?1`).bind(id));

/** Of these ids, those of events that there are. */
export async function listEventIds(db: D1Database, ids: readonly number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await all<{ id: number }>(
    db
      .prepare("select id from events where id in (select value from json_each(?1))")
      .bind(JSON.stringify(ids)),
  );
  return rows.map(({ id }) => id);
}

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextEventId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from events), 0), coalesce((select max(subject) from changes where what = 'event'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertEvent = (db: D1Database, row: EventRow) => EVENTS.insert(db, [row]);

type Seen = Pick<EventRow, "id" | "version">;

/** @param before as it was read: where it is another by now, or gone, the database refuses the whole batch */
export const updateEvent = (db: D1Database, before: Seen, row: EventRow) => [
  ...EVENTS.guard(db, ["id", "version"], [before]),
  ...EVENTS.update(db, "id", EVENTS.columns, [row]),
];

/** Gone, with its links and notices, if it is still what was read; plans keep their text and lose it. */
export const deleteEvent = (db: D1Database, before: Seen) => [
  ...EVENTS.guard(db, ["id", "version"], [before]),
  db.prepare("update plans set event = null where event = ?1").bind(before.id),
  ...EVENTS.remove(db, ["id"], [before]),
];

/** Plans that had lost an event which is back, and have no other since. */
export const giveBackPlans = (db: D1Database, event: number, plans: readonly number[]) =>
  forRows(
    db,
    `update plans set event = ${event} where event is null and id in (select value ->> 'id' from json_each(?1))`,
    plans.map((id) => ({ id })),
  );

/** Whoever writes that something belongs to these events is refused where one of them is gone. */
export const guardEventIds = (db: D1Database, ids: readonly number[]) =>
  ids.length === 0
    ? []
    : [
        db
          .prepare(
            `update library set version = null where id = 1 and exists (
               select 1 from json_each(?1) where value not in (select id from events))`,
          )
          .bind(JSON.stringify(ids)),
      ];

/** What was judged of an event, once, if it still lies on the days that it was judged by. */
export const saveEffect = (
  db: D1Database,
  { id, starts_at, ends_at }: Pick<EventRow, "id" | "starts_at" | "ends_at">,
  effect: JudgedEffect,
) =>
  db
    .prepare(
      "update events set effect = ?2 where id = ?1 and effect is null and starts_at = ?3 and ends_at is ?4",
    )
    .bind(id, JSON.stringify(effect), starts_at, ends_at);

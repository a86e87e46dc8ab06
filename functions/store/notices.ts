import type { Notice } from "../model/notice.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { STANDS } from "./rhythm.ts";
import { all, forRows, valuesOf } from "./rows.ts";
import { HAS_OPEN_QUESTION } from "./threads.ts";

/** A notice that stands open. */
export type NoticeRow = Notice & { id: number; opened_at: Instant };

/** As its row lies, with its event's title and beginning. */
export type StoredNotice = {
  id: number;
  kind: Notice["kind"];
  account_id: number | null;
  streak_id: number | null;
  event_id: number | null;
  title: string | null;
  starts_at: Instant | null;
  evidence: string;
  opened_at: Instant;
};

/** What its evidence says stands beside what its columns say. */
export const noticeOf = ({
  streak_id,
  evidence,
  event_id,
  title,
  starts_at,
  ...row
}: StoredNotice): NoticeRow =>
  ({
    ...row,
    ...(JSON.parse(evidence) as object),
    ...(streak_id === null ? {} : { streak_id }),
    ...(event_id === null ? {} : { event_id, title, starts_at }),
  }) as NoticeRow;

/** Those that stand open. */
export async function listOpenNotices(db: D1Database): Promise<NoticeRow[]> {
  const rows = await all<StoredNotice>(
    db.prepare(
      `select n.id, n.kind, n.account_id, n.streak_id, n.evidence, n.opened_at, n.event_id, e.title, e.starts_at
       from notices n left join events e on e.id = n.event_id where n.closed_at is null`,
    ),
  );
  return rows.map(noticeOf);
}

/** Opens those that became true; what is open already stays as it is. */
export const openNotices = (db: D1Database, notices: readonly Notice[], now: Instant) =>
  forRows(
    db,
    `insert into notices (kind, account_id, event_id, evidence, opened_at)
     select value ->> 'kind', value ->> 'account_id', value ->> 'event_id', value ->> 'evidence', value ->> 'opened_at'
     from json_each(?1)
     where value ->> 'event_id' is null or value ->> 'event_id' in (select id from events)
     on conflict do nothing`,
    notices.map((notice) => ({
      kind: notice.kind,
      account_id: notice.account_id,
      event_id: notice.kind === "event" ? notice.event_id : null,
      evidence: JSON.stringify(evidenceOf(notice)),
      opened_at: now,
    })),
  );

/** What is not said by its own columns, or by the event as it stands. */
function evidenceOf(notice: Notice): object {
  if (notice.kind === "event") {
    const { step, from, to } = notice;
    return { step, from, to };
  }
  const { kind: _kind, account_id: _account, ...evidence } = notice;
  return evidence;
}

/** How many wait of an open one, and since when, as it is now. */
export const renewQuestions = (
  db: D1Database,
  notices: readonly { id: number; count: number; oldest: Instant }[],
) =>
  forRows(
    db,
    `update notices set evidence = v ->> 'evidence' from (select value as v from json_each(?1))
     where notices.id = v ->> 'id' and closed_at is null`,
    notices.map(({ id, count, oldest }) => ({ id, evidence: JSON.stringify({ count, oldest }) })),
  );

/** Of these accounts no question has waited since the oldest that was told of, as the batch has written it; what is younger a look decides. */
export const endQuestions = (db: D1Database, account_ids: readonly number[]) =>
  account_ids.length === 0
    ? []
    : [
        db.prepare(
          `update notices set closed_at = max(opened_at, coalesce((select last_read_at from accounts a where a.id = notices.account_id), opened_at))
           where closed_at is null and kind = 'questions' and account_id in ${valuesOf(account_ids.map((id) => [id]))}
             and not exists (select 1 from threads t where t.account_id = notices.account_id
               and t.month >= strftime('%Y-%m', notices.evidence ->> 'oldest', 'unixepoch') and ${HAS_OPEN_QUESTION})`,
        ),
      ];

export const closeNotices = (db: D1Database, ids: readonly number[], now: Instant) =>
  forRows(
    db,
    `update notices set closed_at = ${now} where closed_at is null and id in (select value ->> 'id' from json_each(?1))`,
    ids.map((id) => ({ id })),
  );

/** A report was opened, or a newer one is made; `month`: left out, whichever stands open. */
export const closeReportNotices = (db: D1Database, now: Instant, month: string | null = null) =>
  db
    .prepare(
      `update notices set closed_at = ?1 where closed_at is null and kind = 'report'
         and coalesce(?2, evidence ->> 'month') = evidence ->> 'month'`,
    )
    .bind(now, month);

/** The silences of these accounts end with a post that was published since, as the batch has written it. */
export const endSilences = (db: D1Database, account_ids: readonly number[]) =>
  account_ids.length === 0
    ? []
    : [
        db.prepare(
          `update notices set closed_at = coalesce((select last_read_at from accounts a where a.id = notices.account_id), opened_at)
           where closed_at is null and kind = 'silence' and account_id in ${valuesOf(account_ids.map((id) => [id]))}
             and exists (select 1 from posts p where p.account_id = notices.account_id and p.published_on > evidence ->> 'from' and ${STANDS})`,
        ),
      ];

/**
 * What the events' next steps ask for is there, as the batch has written it: a post in the step's days, or a plan.
 * @param today plans count from it on, for one whose day went by keeps nothing; left out: none was made
 */
export const endEventNotices = (
  db: D1Database,
  events: readonly number[],
  today: Day | null = null,
) =>
  events.length === 0
    ? []
    : [
        db
          .prepare(
            `update notices set closed_at = max(opened_at, coalesce((select last_read_at from library where id = 1), opened_at))
             where closed_at is null and kind = 'event' and event_id in ${valuesOf([...new Set(events)].map((id) => [id]))} and (
               exists (select 1 from event_posts ep join posts p on p.id = ep.post where ep.event = notices.event_id
                 and ep.linked = 1 and p.removed_at is null and p.hidden_at is null
                 and p.published_on between evidence ->> 'from' and evidence ->> 'to')
               or exists (select 1 from plans where plans.event = notices.event_id and state <> 'dropped'
                 and on_day between max(?1, evidence ->> 'from') and evidence ->> 'to'))`,
          )
          .bind(today),
      ];

/** What was asked for an event's steps is asked for no more: its days are others. */
export const closeEventNotices = (db: D1Database, event: number, now: Instant) => [
  db
    .prepare(
      "update notices set closed_at = ?2 where closed_at is null and kind = 'event' and event_id = ?1",
    )
    .bind(event, now),
];

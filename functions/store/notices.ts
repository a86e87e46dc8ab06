import type { Notice, NoticeEvidence } from "../model/notice.ts";
import type { Instant } from "../model/snapshot.ts";
import { STANDS } from "./rhythm.ts";
import { all, forRows, valuesOf } from "./rows.ts";

/** A notice that stands open. */
export type NoticeRow = Notice & { id: number; opened_at: Instant };

type Stored = {
  id: number;
  kind: NoticeEvidence["kind"];
  account_id: number;
  streak_id: number | null;
  evidence: string;
  opened_at: Instant;
};

/** Those that stand open. */
export async function listOpenNotices(db: D1Database): Promise<NoticeRow[]> {
  const rows = await all<Stored>(
    db.prepare(
      "select id, kind, account_id, streak_id, evidence, opened_at from notices where closed_at is null",
    ),
  );
  return rows.map(
    ({ streak_id, evidence, ...row }) =>
      ({
        ...row,
        ...(JSON.parse(evidence) as object),
        ...(streak_id === null ? {} : { streak_id }),
      }) as NoticeRow,
  );
}

/** Opens those that became true; what is open already stays as it is. */
export const openNotices = (db: D1Database, notices: readonly Notice[], now: Instant) =>
  forRows(
    db,
    `insert into notices (kind, account_id, evidence, opened_at)
     select value ->> 'kind', value ->> 'account_id', value ->> 'evidence', value ->> 'opened_at' from json_each(?1) where true
     on conflict do nothing`,
    notices.map(({ kind, account_id, ...evidence }) => ({
      kind,
      account_id,
      evidence: JSON.stringify(evidence),
      opened_at: now,
    })),
  );

export const closeNotices = (db: D1Database, ids: readonly number[], now: Instant) =>
  forRows(
    db,
    `update notices set closed_at = ${now} where closed_at is null and id in (select value ->> 'id' from json_each(?1))`,
    ids.map((id) => ({ id })),
  );

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

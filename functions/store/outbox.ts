import type { AccountName } from "../model/account.ts";
import type { Platform } from "../model/platform.ts";
import { type DeliveryFault, ENDS_TOLD, type NoticeKind } from "../model/recipient.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import { type NoticeRow, noticeOf, type StoredNotice } from "./notices.ts";
import { LIVE } from "./recipients.ts";
import { STANDS } from "./rhythm.ts";
import { all, forRows } from "./rows.ts";

/** One message to one recipient, by its key. */
export type LetterKey = {
  recipient: number;
  /** The kind and whose it is: `weak 3`, `event 7`; `weekly`. */
  subject: string;
  /** When the notice opened, or the week was to be told. */
  since: Instant;
  state: "opened" | "closed";
};

export type NewLetter = LetterKey & {
  kind: NoticeKind | "weekly";
  account_id: number | null;
  notice: number | null;
  due_at: Instant;
};

/** What is to be told, before it is said when. */
export type Untold = Omit<NewLetter, "due_at"> & { quiet_from: string; quiet_to: string };

/** The kind and whose it is, of a notice `n`. */
const SUBJECT = `n.kind || ' ' || coalesce(n.account_id, n.event_id, n.evidence ->> 'month', n.evidence ->> 'year', 0)`;

/** May a recipient by its link `l` be told of a notice `n` of an account `a`? What is the library's, everybody may. */
const SEEN = `(n.account_id is null or (a.hidden_at is null and a.merged_into is null
  and (l.accounts is null or exists (select 1 from json_each(l.accounts) where value = n.account_id))))`;

/** However many devices hang on links, whoever the admin has told to be told does not wait for them. */
const ADMINS_FIRST = "r.link is not null";

const ROAD = `from recipients r left join links l on l.id = r.link`;

/** Notices that stand open and that somebody who wants to know was not told of; none that is older than who would be told. */
const OPENED = `select r.id as recipient, ${SUBJECT} as subject, n.opened_at as since, 'opened' as state, n.kind, n.account_id,
    n.id as notice, r.quiet_from, r.quiet_to
  ${ROAD} join notices n on n.closed_at is null and (n.id > r.after or n.opened_at > r.created_at)
  left join accounts a on a.id = n.account_id
  where ${LIVE} and ${SEEN} and exists (select 1 from json_each(r.kinds) where value = n.kind)
    and not exists (select 1 from outbox o where o.recipient = r.id and o.subject = ${SUBJECT}
      and o.since = n.opened_at and o.state = 'opened')
  order by ${ADMINS_FIRST}, r.id, n.id limit 500`;

/** Those that closed, of which somebody was told that they opened. */
const ENDED = `select r.id, o.subject, o.since, 'closed', o.kind, o.account_id, o.notice, r.quiet_from, r.quiet_to
  ${ROAD} join outbox o on o.recipient = r.id and o.awaiting = 1
  join notices n on n.id = o.notice and n.kind = o.kind and n.opened_at = o.since and n.closed_at is not null
  left join accounts a on a.id = n.account_id
  where ${LIVE} and ${SEEN}
    and not exists (select 1 from outbox c where c.recipient = r.id and c.subject = o.subject and c.since = o.since
      and c.state = 'closed')
  order by ${ADMINS_FIRST}, r.id, n.id limit 500`;

/** Who wants the week's message, and has not got that of this slot. */
const WEEKLY = `select r.id, 'weekly', ?2, 'opened', 'weekly', null, null, r.quiet_from, r.quiet_to
  ${ROAD} where ?2 is not null and ${LIVE} and r.weekly = 1 and r.created_at <= ?2
    and not exists (select 1 from outbox o where o.recipient = r.id and o.subject = 'weekly' and o.since = ?2)
  order by ${ADMINS_FIRST}, r.id`;

/**
 * What became true, what is over, and the week, of which somebody is to be told and was not, in one question.
 * @param slot when the week was to be told; `null`: it is not asked for
 */
export const listUntold = (db: D1Database, now: Instant, slot: Instant | null) =>
  all<Untold>(
    db
      .prepare([OPENED, ENDED, WEEKLY].map((one) => `select * from (${one})`).join(" union all "))
      .bind(now, slot),
  );

export const saveLetters = (db: D1Database, letters: readonly NewLetter[]) =>
  forRows(
    db,
    `insert into outbox (recipient, subject, since, state, kind, account_id, notice, due_at)
     select value ->> 'recipient', value ->> 'subject', value ->> 'since', value ->> 'state', value ->> 'kind',
       value ->> 'account_id', value ->> 'notice', value ->> 'due_at'
     from json_each(?1) where value ->> 'recipient' in (select id from recipients) on conflict do nothing`,
    letters,
    { surely: false },
  );

/** A message whose time has come, with what is known now of what it tells. */
export type DueLetter = NewLetter & {
  tries: number;
  fault: DeliveryFault | null;
  /** The notice as it stands; `null`: it is gone, or the week is told, which is of none. */
  stands: NoticeRow | null;
  closed_at: Instant | null;
  account: (AccountName & { id: number }) | null;
  /** The platform has more than one account here. */
  several: boolean;
  /** Of what is over: it is well again, and not only no longer asked for. */
  well: boolean;
  /** May it be told still: whoever is told, and of whom? */
  allowed: boolean;
  /** Something of the same subject went out today. */
  told_today: boolean;
};

type StoredLetter = NewLetter &
  Pick<DueLetter, "tries" | "fault" | "closed_at"> &
  Pick<StoredNotice, "streak_id" | "event_id" | "title" | "starts_at"> & {
    evidence: string | null;
    platform: Platform | null;
    handle: string | null;
  } & Record<"several" | "well" | "allowed" | "told_today", 0 | 1 | null>;

function letterOf({
  evidence,
  streak_id,
  event_id,
  title,
  starts_at,
  platform,
  handle,
  several,
  well,
  allowed,
  told_today,
  ...row
}: StoredLetter): DueLetter {
  const { kind, account_id, notice: id, since: opened_at } = row;
  const told = { streak_id, event_id, title, starts_at, account_id, opened_at };
  return {
    ...row,
    stands:
      evidence === null || id === null || kind === "weekly"
        ? null
        : noticeOf({ ...told, id, kind, evidence }),
    account:
      account_id === null || platform === null || handle === null
        ? null
        : { id: account_id, platform, handle },
    several: several === 1,
    well: well === 1,
    allowed: allowed === 1,
    told_today: told_today === 1,
  };
}

/** Well again by what is stored of an account: it was read, it is connected, it published. */
const WELL = `case o.kind
  when 'stopped' then exists (select 1 from collections c where c.account_id = o.account_id
    and c.last_success_at > n.evidence ->> 'since')
  when 'token' then exists (select 1 from collections c where c.account_id = o.account_id
    and coalesce(c.expires_at, ?1 + 1) > ?1)
  when 'silence' then exists (select 1 from posts p where p.account_id = o.account_id
    and p.published_at >= unixepoch(n.evidence ->> 'from') and p.published_on > n.evidence ->> 'from' and ${STANDS})
  else 1 end`;

/** One more look costs less than many: what is more waits for the next. */
const MOST_DUE = 60;

/** @param today the library's */
export async function listDue(db: D1Database, now: Instant, today: Day): Promise<DueLetter[]> {
  const rows = await all<StoredLetter>(
    db
      .prepare(
        `select o.recipient, o.subject, o.since, o.state, o.kind, o.account_id, o.notice, o.due_at, o.tries, o.fault,
           n.evidence, n.closed_at, n.streak_id, n.event_id, e.title, e.starts_at, a.platform, a.handle,
           (select count(*) > 1 from accounts x where x.platform = a.platform and x.hidden_at is null and x.merged_into is null)
             as several,
           ${WELL} as well,
           (${LIVE}) and iif(o.kind = 'weekly', r.weekly = 1, ${SEEN} and (o.state = 'closed'
             or exists (select 1 from json_each(r.kinds) where value = o.kind))) as allowed,
           exists (select 1 from outbox x where x.recipient = o.recipient and x.subject = o.subject and x.sent_on = ?2) as told_today
         from outbox o join recipients r on r.id = o.recipient left join links l on l.id = r.link
         left join notices n on n.id = o.notice and n.kind = o.kind and n.opened_at = o.since
         left join events e on e.id = n.event_id left join accounts a on a.id = n.account_id
         where o.outcome is null and o.due_at <= ?1
         order by ${ADMINS_FIRST}, o.due_at, o.recipient, o.subject, o.since, o.state limit ${MOST_DUE}`,
      )
      .bind(now, today),
  );
  return rows.map(letterOf);
}

const IS_IT = `outbox.recipient = v ->> 'recipient' and outbox.subject = v ->> 'subject' and outbox.since = v ->> 'since'
  and outbox.state = v ->> 'state'`;
const GIVEN = "(select value as v from json_each(?1))";

/**
 * Takes messages up: until `lease` nobody else does. Answers those that nobody else had taken since they were read; what is
 * not noted by then, since whoever sends it broke off, is due again.
 */
export async function claimLetters(
  db: D1Database,
  letters: readonly DueLetter[],
  lease: Instant,
): Promise<LetterKey[]> {
  if (letters.length === 0) return [];
  return all<LetterKey>(
    db
      .prepare(
        `update outbox set tries = tries + 1, due_at = ?2 from ${GIVEN}
         where ${IS_IT} and outcome is null and outbox.due_at = v ->> 'due_at'
         returning recipient, subject, since, state`,
      )
      .bind(JSON.stringify(letters.map(keyOf)), lease),
  );
}

const keyOf = ({ recipient, subject, since, state, due_at }: DueLetter) => ({
  recipient,
  subject,
  since,
  state,
  due_at,
});

/** How a message went: it is over, or tried again at `due_at`. */
export type Noted = LetterKey & {
  outcome: "sent" | "void" | "given_up" | null;
  fault: DeliveryFault | null;
  due_at: Instant;
  done_at: Instant | null;
  sent_on: Day | null;
};

export const noteLetters = (db: D1Database, noted: readonly Noted[]) => [
  ...forRows(
    db,
    `update outbox set outcome = v ->> 'outcome', fault = v ->> 'fault', due_at = v ->> 'due_at', done_at = v ->> 'done_at',
       sent_on = v ->> 'sent_on', awaiting = v ->> 'outcome' is 'sent' and state = 'opened' and kind in (${ENDING})
     from ${GIVEN} where ${IS_IT} and outbox.outcome is null`,
    noted,
  ),
  // of what is over nothing more is to be told
  ...forRows(
    db,
    `update outbox set awaiting = 0 where awaiting = 1 and (recipient, subject, since) in
       (select value ->> 'recipient', value ->> 'subject', value ->> 'since' from json_each(?1))`,
    noted.filter(({ state, outcome }) => state === "closed" && outcome !== null),
  ),
];

const ENDING = ENDS_TOLD.map((kind) => `'${kind}'`).join(", ");

/** Due later. One that was taken up meanwhile stays as it is. */
export const postponeLetters = (
  db: D1Database,
  letters: readonly (LetterKey & { due_at: Instant; later: Instant })[],
) =>
  forRows(
    db,
    `update outbox set due_at = v ->> 'later' from ${GIVEN}
     where ${IS_IT} and outcome is null and outbox.due_at = v ->> 'due_at'`,
    letters,
  );

/** What there is nothing to tell of any more. Where it becomes true again, it is told then. */
export const dropLetters = (db: D1Database, letters: readonly LetterKey[]) =>
  forRows(
    db,
    `delete from outbox where outcome is null and (recipient, subject, since, state) in
       (select value ->> 'recipient', value ->> 'subject', value ->> 'since', value ->> 'state' from json_each(?1))`,
    letters,
  );

const KEPT_SECONDS = 60 * 86_400;

/** What was told long ago; of what is still true it is kept, for else it would be told again. */
export const forgetLetters = (db: D1Database, now: Instant) =>
  db
    .prepare(
      `delete from outbox where outcome is not null and done_at < ?1
         and not exists (select 1 from notices n where n.id = outbox.notice and n.closed_at is null)`,
    )
    .bind(now - KEPT_SECONDS);

/** Messages of the last days that were given up, and those that wait, by recipient. */
export const countLetters = (db: D1Database, since: Instant) =>
  all<{ recipient: number; waiting: number; given_up: number }>(
    db
      .prepare(
        `select recipient, sum(outcome is null) as waiting, sum(outcome = 'given_up' and done_at > ?1) as given_up
         from outbox where outcome is null or (outcome = 'given_up' and done_at > ?1) group by recipient`,
      )
      .bind(since),
  );

/** Which notices are true by the clock alone, and how those that stand open follow. */
import { expiresSoon, isOverdue, quietSince } from "../model/aliveness.ts";
import { SECONDS_A_DAY } from "../model/day.ts";
import type { DecreeNotice, EventNotice, Notice, OpenNotice } from "../model/notice.ts";
import type { Collection } from "../model/run.ts";
import type { Instant } from "../model/snapshot.ts";

/** Figures that nobody collects are asked for when they are older than this; the count of followers moves slowly. */
const OLD_SECONDS = 7 * SECONDS_A_DAY;
const OLD_FOLLOWERS_SECONDS = 35 * SECONDS_A_DAY;

/** What is known of an account, as far as a notice may follow from it. */
export type Watched = {
  id: number;
  created_at: Instant;
  last_read_at: Instant | null;
  followers_at: Instant | null;
};

const TIMELY = ["stopped", "token", "figures"] as const;
/** What the clock alone makes true; a reader asks it again. */
export type Timely = Extract<Notice, { kind: (typeof TIMELY)[number] }>;

/** Looked at once an hour, for it takes an account's history; a post that is stored ends it. */
export type Silence = Extract<Notice, { kind: "silence" }>;

/**
 * @param collections of the accounts that have credentials; an account without is waited for, never "stopped"
 * @example
 * const silent = { id: 1, created_at: 0, last_read_at: 0, followers_at: 0 };
 * timelyNotices([silent], [], 8 * 86_400); // [{ kind: "figures", account_id: 1, missing: "all", since: 0 }]
 */
export function timelyNotices(
  accounts: readonly Watched[],
  collections: readonly Collection[],
  now: Instant,
): Timely[] {
  const collectionOf = new Map(collections.map((one) => [one.account_id, one]));
  return accounts.flatMap((account) => {
    const collection = collectionOf.get(account.id);
    const account_id = account.id;
    if (!collection) return figuresMissing(account, now);
    const found: Timely[] = [];
    if (isOverdue(collection, now)) {
      found.push({ kind: "stopped", account_id, since: quietSince(collection) });
    }
    if (collection.expires_at !== null && expiresSoon(collection, now)) {
      found.push({ kind: "token", account_id, expires_at: collection.expires_at });
    }
    return found;
  });
}

function figuresMissing(account: Watched, now: Instant): Timely[] {
  const { id: account_id, created_at, last_read_at, followers_at } = account;
  const isOld = (known: Instant | null, seconds: number) => now - (known ?? created_at) > seconds;
  const notice = { kind: "figures", account_id } as const;
  if (isOld(last_read_at, OLD_SECONDS)) return [{ ...notice, missing: "all", since: last_read_at }];
  if (isOld(followers_at, OLD_FOLLOWERS_SECONDS)) {
    return [{ ...notice, missing: "followers", since: followers_at }];
  }
  return [];
}

const isTimely = (notice: Pick<Notice, "kind">): boolean =>
  (TIMELY as readonly string[]).includes(notice.kind);

/** Looked at once an hour; answered or settled, it ends with the batch that says so. */
export type Questions = Extract<Notice, { kind: "questions" }>;

/** Of an event each step has its own. */
const sameSubject = (a: Notice, b: Notice): boolean =>
  a.kind === "event"
    ? b.kind === "event" && a.event_id === b.event_id && a.step === b.step && a.from === b.from
    : a.kind === b.kind && a.account_id === b.account_id;

/** What a look finds, of all that there is: streaks have theirs by their rows. */
type Looked = Timely | Silence | EventNotice | Questions | DecreeNotice;

const LOOKED: readonly Notice["kind"][] = ["silence", "event", "questions", "decree"];

/**
 * What a look changes: one row is opened when something becomes true, and closed when it is not any more. How many questions
 * wait is told as it is: it moves while the row stands open.
 */
export function noticeChanges<Row extends Notice>(
  open: readonly Row[],
  found: readonly Looked[],
): { open: Looked[]; close: Row[]; renew: { row: Row; found: Questions }[] } {
  return {
    renew: found.flatMap((notice) => {
      if (notice.kind !== "questions") return [];
      const row = open.find((one) => sameSubject(one, notice));
      const same =
        row?.kind !== "questions" || (row.count === notice.count && row.oldest === notice.oldest);
      return same ? [] : [{ row, found: notice }];
    }),
    open: found.filter((notice) => !open.some((row) => sameSubject(row, notice))),
    close: open.filter(
      (row) =>
        (isTimely(row) || LOOKED.includes(row.kind)) &&
        !found.some((notice) => sameSubject(row, notice)),
    ),
  };
}

/** Nobody reads the account any more: whether it is silent, or has answered, nobody knows. */
const isUnseen = ({ account_id }: Notice, timely: readonly Timely[]): boolean =>
  timely.some(
    (one) =>
      one.account_id === account_id &&
      (one.kind === "stopped" || (one.kind === "figures" && one.missing === "all")),
  );

const IF_READ: readonly Notice["kind"][] = ["silence", "questions"];

/**
 * All that is true now: whatever the rows say of what the clock decides is asked anew, for a cron that died takes no look, and
 * a person who has just typed the figure is not asked for it again.
 */
export const trueNow = (open: readonly OpenNotice[], timely: readonly Timely[]): OpenNotice[] => [
  ...timely.map((notice) => ({
    ...notice,
    opened_at: open.find((row) => sameSubject(row, notice))?.opened_at ?? null,
  })),
  ...open.filter((row) => !isTimely(row) && !(IF_READ.includes(row.kind) && isUnseen(row, timely))),
];

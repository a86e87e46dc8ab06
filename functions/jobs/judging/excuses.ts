/** Why posts are left out of the norm by when they were published: the notes of those days, the streaks of a known reason. */
import { standingIn } from "../../model/account.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { ReasonedStreak } from "../../store/excuses.ts";
import type { JudgedRow } from "../../store/judged-rows.ts";
import type { LeftOut } from "../../store/notes.ts";

/** `accounts` `null`: all, those that come later too. */
export type Excuse = { accounts: readonly number[] | null; reason: string } & (
  | { from_on: Day; to_on: Day }
  | { from_at: Instant; to_at: Instant }
);

export type KnownExcuses = {
  left_out: readonly LeftOut[];
  reasons: readonly ReasonedStreak[];
  /** Accounts that were merged into others, which count as them. */
  parked: readonly Pick<AccountRow, "id" | "merged_into">[];
};

/** Notes first, the oldest before the others: of two that say why the first one does. */
export const excusesOf = ({ left_out, reasons, parked }: KnownExcuses): Excuse[] => [
  ...left_out.map(({ accounts, from_on, to_on, text }) => ({
    accounts: standingIn(parked, accounts),
    from_on,
    to_on,
    reason: text,
  })),
  ...reasons.map(({ account_id, from_at, to_at, reason }) => ({
    accounts: [account_id],
    from_at,
    to_at,
    reason,
  })),
];

type Placed = Pick<JudgedRow, "account_id" | "published_at" | "published_on">;

/** Why a post is left out of the norm by when it was published; `null`: it is not. */
export const reasonOf = (post: Placed, excuses: readonly Excuse[]): string | null =>
  excuses.find((one) => covers(one, post))?.reason ?? null;

const covers = (one: Excuse, { account_id, published_at, published_on }: Placed): boolean =>
  (one.accounts === null || one.accounts.includes(account_id)) &&
  ("from_on" in one
    ? one.from_on <= published_on && published_on <= one.to_on
    : one.from_at <= published_at && published_at <= one.to_at);

/** The posts that other excuses make others. What a person said of one of them alone stands. */
export const excusedAnew = (
  rows: readonly JudgedRow[],
  was: readonly Excuse[],
  is: readonly Excuse[],
): JudgedRow[] =>
  rows.flatMap((row) => {
    const before = reasonOf(row, was);
    const excused = reasonOf(row, is);
    return before !== excused && row.excused === before ? [{ ...row, excused }] : [];
  });

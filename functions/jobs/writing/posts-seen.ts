/**
 * When posts were read last, where their month does not say it: an hour in which nothing moved writes the rows of its
 * account and posts, and no month for a time alone. The account's row, which is written anyway, keeps those times until the
 * month is packed for another reason.
 */
import { monthOf } from "../../model/day.ts";
import type { AccountRow, PostsSeen } from "../../store/accounts.ts";
import { type Change, pack } from "./change.ts";

/** The account's row is read by every page: with more times than a collector's quiet posts have, their months are packed. */
const MOST_SEEN = 120;

/** To be called when all other months that the change packs are known. */
export function notePostsSeen(change: Change): void {
  for (const account of change.accounts) {
    const seen = seenIn(change, account);
    if (countOf(seen) > MOST_SEEN) {
      for (const month of Object.keys(seen)) pack(change, account.id, month);
    }
    account.posts_seen = withoutPacked(change, account.id, seen);
  }
}

function seenIn(change: Change, { id, posts_seen }: AccountRow): PostsSeen {
  const seen = { ...posts_seen };
  for (const { id: post_id, account_id, published_on, read_at } of change.seen) {
    if (account_id !== id || read_at === null) continue;
    const month = monthOf(published_on);
    seen[month] = { ...seen[month], [post_id]: read_at };
  }
  return withoutPacked(change, id, seen);
}

const withoutPacked = (change: Change, account_id: number, seen: PostsSeen): PostsSeen => {
  const packed = new Set(
    [...change.months.values()].flatMap((one) => (one.account_id === account_id ? one.month : [])),
  );
  return Object.fromEntries(Object.entries(seen).filter(([month]) => !packed.has(month)));
};

const countOf = (seen: PostsSeen): number =>
  Object.values(seen).reduce((sum, posts) => sum + Object.keys(posts).length, 0);

/**
 * Everything that one arrival changes, gathered as it is found: `openChange`, then `add…` for each thing, and `closed`
 * makes of it the one batch that writes it, all of it or nothing. What follows from the whole (the days, the months to be
 * packed, the judgement) is derived when it is closed, so nothing has to be added in any order.
 */
import { dayOf, monthOf } from "../../model/day.ts";
import { isMature } from "../../model/post.ts";
import type { Day, Instant, Stretch } from "../../model/snapshot.ts";
import type { AccountReadingRow } from "../../store/account-readings.ts";
import { type AccountRow, sameIdentity } from "../../store/accounts.ts";
import type { CommentRow } from "../../store/comments.ts";
import type { DayReadingRow } from "../../store/day-readings.ts";
import type { AccountMonth } from "../../store/month-packing.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostKey } from "../../store/post-keys.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import { type PostRow, samePost } from "../../store/posts.ts";
import type { AccountChange } from "./derive-account.ts";
import { addGainsByDay, type DaysChange } from "./derive-days.ts";
import type { Difference } from "./difference.ts";
import type { History, PostChange } from "./post-change.ts";

export type Change = {
  time_zone: string;
  /** The accounts that it touches, in their next version: the batch fails when another writer was faster. */
  accounts: AccountRow[];
  /** Those whose handle, id or former handles changed. */
  identities: AccountRow[];
  accountReadings: Difference<AccountReadingRow>;
  dayReadings: Difference<DayReadingRow>;
  posts: { insert: PostRow[]; figures: PostRow[]; details: PostRow[]; remove: PostRow[] };
  /** Those of which nothing moved that their month holds, but when they were read last. */
  seen: PostRow[];
  keys: Difference<PostKey>;
  postDetails: Difference<PostDetailsRow>;
  postReadings: Difference<PostReadingRow>;
  /** `settle`: those of which a person says whether they need an answer. */
  comments: Difference<CommentRow> & { settle: CommentRow[] };
  /** The posts whose threads are told anew, as they will be; `null`: the post goes. */
  threads: Map<number, { account_id: number; post: PostRow | null }>;
  days: Map<number, DaysChange>;
  /** Where a follower count came or went: followers at publish are looked up again. */
  recounted: Stretch[];
  /** Where known posts are now: theirs are, too. */
  moved: Stretch[];
  /** The months to be packed again. */
  months: Map<string, AccountMonth>;
  /** From these on every month that stands: it may start with another follower count. */
  monthsFrom: AccountMonth[];
  last_read_at: Instant | null;
};

export const openChange = (time_zone: string): Change => ({
  time_zone,
  accounts: [],
  identities: [],
  accountReadings: { save: [], remove: [] },
  dayReadings: { save: [], remove: [] },
  posts: { insert: [], figures: [], details: [], remove: [] },
  seen: [],
  keys: { save: [], remove: [] },
  postDetails: { save: [], remove: [] },
  postReadings: { save: [], remove: [] },
  comments: { save: [], remove: [], settle: [] },
  threads: new Map(),
  days: new Map(),
  recounted: [],
  moved: [],
  months: new Map(),
  monthsFrom: [],
  last_read_at: null,
});

/** @param stored the account as it stands; `null`: it is new */
export function addAccount(change: Change, account: AccountRow, stored: AccountRow | null): void {
  const row = { ...account, version: account.version + 1 };
  change.accounts.push(row);
  if (stored && !sameIdentity(row, stored)) change.identities.push(row);
  change.last_read_at = Math.max(change.last_read_at ?? 0, row.last_read_at ?? 0) || null;
}

/** The accounts that it touches so far. */
export const accountIds = ({ accounts }: Change): ReadonlySet<number> =>
  new Set(accounts.map(({ id }) => id));

/** What was read of an account itself, or is not any more. */
export function addAccountReadings(
  change: Change,
  { readings, stretches }: Pick<AccountChange, "readings" | "stretches">,
): void {
  change.accountReadings.save.push(...readings.save);
  change.accountReadings.remove.push(...readings.remove);
  change.recounted.push(...stretches);
}

/** What is known now of an account's days. */
export function addAccountDays(
  change: Change,
  account_id: number,
  { followers, platformDays }: Partial<Pick<DaysChange, "followers" | "platformDays">>,
): void {
  const days = daysOf(change, account_id);
  for (const [day, count] of followers ?? []) days.followers.set(day, count);
  for (const [day, said] of platformDays ?? []) days.platformDays.set(day, said);
}

function daysOf(change: Change, account_id: number): DaysChange {
  const known = change.days.get(account_id);
  if (known) return known;
  const days: DaysChange = {
    account_id,
    followers: new Map(),
    platformDays: new Map(),
    gains: new Map(),
    rebuilt: new Map(),
  };
  change.days.set(account_id, days);
  return days;
}

/** @returns whether there is anything to write of it */
export function addPost(change: Change, account: AccountRow, post: PostChange): boolean {
  const { row, before, figuresChanged, detailsChanged, readings, details } = post;
  if (!figuresChanged && !detailsChanged) return false;
  change.postReadings.save.push(...readings.save);
  change.postReadings.remove.push(...readings.remove);
  change.postDetails.save.push(...details.save);
  change.postDetails.remove.push(...details.remove);
  if (!before) change.posts.insert.push(row);
  else {
    if (figuresChanged) change.posts.figures.push(row);
    if (detailsChanged) {
      change.posts.details.push(row);
      addMoved(change, row);
      if (isFollowedOtherwise(row, before)) tellThreads(change, row);
    }
  }
  addGains(change, account, row.id, post.gains);
  const seen = !before || detailsChanged || readings.save.length + readings.remove.length > 0;
  if (seen || isMature(row) !== isMature(before)) {
    pack(change, row.account_id, row.published_on);
    if (before) pack(change, row.account_id, before.published_on);
  } else change.seen.push(row);
  return true;
}

/** A post of which nothing is left. @param gains what that takes from the account's days */
export function removePost(
  change: Change,
  account: AccountRow,
  post: PostRow,
  history: History,
  gains: PostChange["gains"],
): void {
  change.posts.remove.push(post);
  change.postReadings.remove.push(...history.readings);
  change.postDetails.remove.push(...history.details);
  addGains(change, account, post.id, gains);
  pack(change, account.id, post.published_on);
  change.threads.set(post.id, { account_id: account.id, post: null });
}

/** A post derived anew while a rebuild goes on: its gains and its month wait until all are. */
export function addPostAnew(change: Change, { row, before, gains }: PostChange): void {
  if (before && !samePost(before, row)) {
    change.posts.figures.push(row);
    change.posts.details.push(row);
  }
  addMoved(change, row);
  tellThreads(change, row);
  addGainsByDay(daysOf(change, row.account_id).rebuilt, gains);
}

/** While a rebuild goes on, what belongs to posts that it has done already is added to both sums. */
function addGains(
  change: Change,
  account: AccountRow,
  post_id: number,
  more: PostChange["gains"],
): void {
  const { gains, rebuilt } = daysOf(change, account.id);
  addGainsByDay(gains, more);
  if (post_id <= (account.rebuilding ?? 0)) addGainsByDay(rebuilt, more);
}

const addMoved = (change: Change, { account_id, published_at }: PostRow): void => {
  change.moved.push({ account_id, from: published_at, to: published_at });
};

/** What a thread says of its post: how it is called, and how long the comments under it are followed. */
const isFollowedOtherwise = (row: PostRow, before: PostRow): boolean =>
  row.external_id !== before.external_id ||
  row.published_at !== before.published_at ||
  row.removed_at !== before.removed_at;

/** The threads under a post are told anew. */
export function tellThreads(change: Change, post: PostRow): void {
  change.threads.set(post.id, { account_id: post.account_id, post });
}

/** A comment under a post as it will be. */
export function addComment(change: Change, comment: CommentRow, post: PostRow): void {
  change.comments.save.push(comment);
  tellThreads(change, post);
}

/** One of which a person says whether it needs an answer. @param post `null`: it is gone */
export function settleComment(change: Change, comment: CommentRow, post: PostRow | null): void {
  change.comments.settle.push(comment);
  change.threads.set(comment.post_id, { account_id: comment.account_id, post });
}

/** A comment that goes. */
export function removeComment(change: Change, comment: CommentRow, post: PostRow): void {
  change.comments.remove.push(comment);
  tellThreads(change, post);
}

/** The month of a day is packed again. @param day a day, or a month itself */
export function pack(change: Change, account_id: number, day: Day): void {
  const month = monthOf(day);
  change.months.set(`${account_id} ${month}`, { account_id, month });
}

/** Every month from an instant's on is packed again. */
export function packFrom(change: Change, account_id: number, from: Instant): void {
  change.monthsFrom.push({ account_id, month: monthOf(dayOf(from, change.time_zone)) });
}

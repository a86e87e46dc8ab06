/** A comment by someone else that starts a thread, and the account's first reply in it. Neither who wrote nor what. */
import { SECONDS_A_DAY } from "./day.ts";
import { isId } from "./id.ts";
import type { Platform } from "./platform.ts";
import type { Instant } from "./snapshot.ts";
import { OLDEST_READ_AGAIN } from "./visit.ts";

export type Thread = {
  account_id: number;
  post_id: number;
  /** The platform's id of the post. */
  post: string;
  /** The platform's id of the comment. */
  comment: string;
  at: Instant;
  /** Does it look like a question? `null`: its text never passed by. */
  asks: boolean | null;
  answered_at: Instant | null;
  /** A person says that it needs no answer. */
  settled: boolean;
  /**
   * Would its answer be known? `false` for one of whose post the comments were not read any more, or whose account's own
   * comments nobody tells us of; unanswered then says nothing, and neither does answered beside it: it is in no figure.
   */
  watched: boolean;
  /** Up to when its answer would be known: what is unanswered is unanswered up to then, and has waited so long. */
  known_until: Instant;
};

/** As it is known, whoever watched it. */
export type Unwatched = Omit<Thread, "watched" | "known_until">;

/** One that waits: not answered, not settled, and its post is still read. */
export type WaitingThread = Unwatched & {
  /** Where it stands on its platform: itself where that has addresses for comments, else its post; `null`: neither is known. */
  permalink: string | null;
  /** Up to then it was seen to have no answer; `null`: nothing says. */
  seen_at: Instant | null;
  /** The post's first words. */
  caption: string | null;
};

/** A post near the end of its ninety days is read once a week: what came in its last one may not have been seen. */
const LAST_WEEK = 7 * SECONDS_A_DAY;

/** So long after a post was published what is written under it is surely read. */
export const FOLLOWED_SECONDS = OLDEST_READ_AGAIN - LAST_WEEK;

/** One that is followed for less than a day says nothing of whether it was answered within one. */
const LEAST_FOLLOWED = SECONDS_A_DAY;

/** What decides whether the answers of an account's comments are known. */
export type AccountWatch = {
  platform: Platform;
  /** Its newest push or collection; `null`: there was none. */
  collected_at: Instant | null;
  /** Up to when Denyut itself read its comments, the account's own with the others: the last visit that went well. `null`: it never did. */
  read_until: Instant | null;
  /** Its credentials stand, so that Denyut goes on reading. */
  reads_on: boolean;
  /** The first comment of its own that came after that: it shows that somebody else tells of its answers. */
  own_from: Instant | null;
};

/** How long the comments under a post are followed. */
export type PostWatch = {
  /** Its post was not followed any more from then on: by its age, or because it is gone from the platform. */
  followed_until: Instant;
  /** The post's last reading; `null`: nothing says when that was. */
  read_at: Instant | null;
};

/** Would Denyut itself have read an answer to what was written then? */
const isRead = (at: Instant, { read_until }: AccountWatch): boolean =>
  read_until !== null && at <= read_until;

/** Would whoever pushes have told of one? */
const isPushed = (at: Instant, { own_from }: AccountWatch): boolean =>
  own_from !== null && at >= own_from;

/**
 * Up to when the answers to a comment are known, its post's days aside; `null`: they are not.
 *
 * Where Denyut collects, the comments are read with their post, an old one's once a week: what was answered since the post's last reading
 * is not known. On X the account's replies stand in its own timeline, which each visit reads. What is pushed is told of by whoever
 * pushes.
 */
export function answersKnownUntil(
  at: Instant,
  read_at: Instant | null,
  watch: AccountWatch,
): Instant | null {
  const { platform, read_until, collected_at } = watch;
  if (read_until !== null && isRead(at, watch)) {
    return platform === "x" ? read_until : Math.min(read_until, read_at ?? at);
  }
  return isPushed(at, watch) ? collected_at : null;
}

/** @param followed_until when its post was not followed any more */
const isWatched = (at: Instant, followed_until: Instant, watch: AccountWatch): boolean =>
  (isRead(at, watch) || isPushed(at, watch)) && at + LEAST_FOLLOWED <= followed_until;

/**
 * Is an answer to this comment known, and up to when?
 *
 * Where Denyut collects, whatever it reads of a post's comments comes with all answers to them, also those of before the first
 * visit; and the post is read again for ninety days, the last of them by the week. So a comment is watched if a day after it its post was still
 * followed. That holds for what was written while the account was connected; of an account that is pushed, or was disconnected
 * and is pushed since, answers are known from the first comment of its own on of which a push told.
 */
export function watchOf(
  at: Instant,
  { followed_until, read_at }: PostWatch,
  watch: AccountWatch,
): Pick<Thread, "watched" | "known_until"> {
  const known = answersKnownUntil(at, read_at, watch) ?? watch.collected_at ?? at;
  return {
    watched: isWatched(at, followed_until, watch),
    known_until: Math.max(at, Math.min(followed_until, known)),
  };
}

/**
 * One whose post was still followed when its account was read last, and whose answer that reading would have told of; what nobody
 * follows any more waits for nobody.
 */
export function isWaiting(
  { at, answered_at, settled, followed_until }: Unwatched & Pick<PostWatch, "followed_until">,
  watch: AccountWatch,
): boolean {
  const { reads_on, read_until, collected_at } = watch;
  const newest = collected_at ?? 0;
  const told = isPushed(at, watch) || reads_on || (read_until ?? 0) >= newest;
  const open = !settled && answered_at === null;
  return open && told && isWatched(at, followed_until, watch) && followed_until >= newest;
}

/** The comment in an address: its account, and the platform's id, which holds no sign that an address would have to escape. */
export const commentId = ({ account_id, comment }: Pick<Thread, "account_id" | "comment">) =>
  `${account_id}-${comment}`;

/** `null`: it is no id of a comment. */
export function readCommentId(text: string): Pick<Thread, "account_id" | "comment"> | null {
  const [, account = "", comment] = /^(\d+)-(.+)$/s.exec(text) ?? [];
  return isId(account) && comment ? { account_id: Number(account), comment } : null;
}

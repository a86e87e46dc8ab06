/** A comment by someone else that starts a thread, and the account's first reply in it. Neither who wrote nor what. */
import { SECONDS_A_DAY } from "./day.ts";
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

/** One that waits: not answered, not settled, and its post is still read. */
export type WaitingThread = Thread & {
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
  /** Its newest push or collection; `null`: there was none. */
  collected_at: Instant | null;
  /** Denyut collects it, or did: the account's own comments are read with the others. */
  collected: boolean;
  /** The first comment of its own; of an account that others push, it shows that they tell of its answers. */
  own_from: Instant | null;
};

/**
 * Is an answer to this comment known, and up to when?
 *
 * Where Denyut collects, whatever it reads of a post's comments comes with all answers to them, also those of before the first
 * visit; and the post is read again for ninety days, the last of them by the week. So a comment is watched if a day after it its post was still
 * followed. Of an account that is pushed, answers are known from the first one on of which a push told.
 * @param followed_until when its post was not followed any more: by its age, or because it is gone from the platform
 */
export function watchOf(
  at: Instant,
  followed_until: Instant,
  { collected_at, collected, own_from }: AccountWatch,
): Pick<Thread, "watched" | "known_until"> {
  const told = collected || (own_from !== null && at >= own_from);
  return {
    watched: told && at + LEAST_FOLLOWED <= followed_until,
    known_until: Math.max(at, Math.min(followed_until, collected_at ?? at)),
  };
}

/** One whose post was still followed when its account was read last; what nobody follows any more waits for nobody. */
export const isWaiting = (
  { answered_at, settled, watched, known_until }: Thread,
  { collected_at }: Pick<AccountWatch, "collected_at">,
): boolean => watched && !settled && answered_at === null && known_until >= (collected_at ?? 0);

/** The comment in an address: its account, and the platform's id, which holds no sign that an address would have to escape. */
export const commentId = ({ account_id, comment }: Pick<Thread, "account_id" | "comment">) =>
  `${account_id}-${comment}`;

/** `null`: it is no id of a comment. */
export function readCommentId(text: string): Pick<Thread, "account_id" | "comment"> | null {
  const [, account, comment] = /^([1-9]\d{0,14})-(.+)$/s.exec(text) ?? [];
  return account && comment ? { account_id: Number(account), comment } : null;
}

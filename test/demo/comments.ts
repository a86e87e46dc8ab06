import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { CommentReading, Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "./accounts.ts";
import type { DemoPost } from "./posts.ts";
import { randomOf } from "./random.ts";

/** Comments are known of the last months, on the platforms that show them. */
const KNOWN_DAYS = 150;

/** Most comments of a post that are told apart. */
const MOST_A_POST = 3;

/** Of the comments, so many are answered, more of those that ask; usually in so many minutes. */
const ANSWERED = 0.64;
const ANSWERED_QUESTIONS = 0.92;
const ANSWER_MINUTES = 95;

/** Most of the others are answered when somebody looks through what was left. */
const ANSWERED_LATE = 0.9;
const LATE_DAYS = 6;

/** Of the comments of others so many ask something. */
const ASKING = 0.3;

/** When people commented on a post, and when the library answered: only times. */
export function demoComments(account: DemoAccount, post: DemoPost, now: Instant): CommentReading[] {
  const recent = now - post.published_at < KNOWN_DAYS * SECONDS_A_DAY;
  if (!account.days || !recent || post.removed_at !== null) return [];
  return commentsOn(account, post, MOST_A_POST).filter(({ at }) => at <= now);
}

/** The first comments on a post that there will ever be, each with the library's answer if it gave one. */
export function commentsOn(account: DemoAccount, post: DemoPost, most: number): CommentReading[] {
  const random = randomOf(account.seed, "comments", post.external_id.slice(-4));
  const count = Math.min(most, post.final.comments ?? 0);
  const comments = Array.from({ length: count }, (_, index): CommentReading[] => {
    const hours = -Math.log(1 - random.unit()) * post.halfAgeHours;
    const at = Math.round(post.published_at + 120 + hours * 3600);
    const minutes = ANSWER_MINUTES * Math.exp(1.2 * random.normal());
    const external_id = commentId(account, post, at, 2 * index);
    const asks = randomOf(account.seed, "asks", external_id).unit() < ASKING;
    const one = { external_id, post: post.external_id, at, ours: false, reply_to: null, asks };
    const late = randomOf(account.seed, "late", external_id);
    const soon = random.unit() <= (asks ? ANSWERED_QUESTIONS : ANSWERED);
    if (!soon && late.unit() > ANSWERED_LATE) return [one];
    const wait = soon ? minutes * 60 : (1 + LATE_DAYS * late.unit()) * SECONDS_A_DAY;
    const answeredAt = Math.round(at + wait);
    const answer = {
      ...one,
      external_id: commentId(account, post, answeredAt, 2 * index + 1),
      at: answeredAt,
      ours: true,
      reply_to: external_id,
      asks: false,
    };
    return [one, answer];
  });
  return comments.flat();
}

/** In each platform's manner; X's and TikTok's hold the instant. */
function commentId({ platform }: DemoAccount, post: DemoPost, at: Instant, index: number): string {
  // comments of one second on two posts are kept apart
  const place = BigInt(post.external_id.slice(-3)) * 100n + BigInt(index);
  switch (platform) {
    case "x":
      return String(((BigInt(at) * 1000n - 1_288_834_974_657n) << 22n) + place);
    case "tiktok":
      return String((BigInt(at) << 32n) + place);
    case "facebook":
      return `${post.external_id.split("_")[1]}_${at}${String(index).padStart(2, "0")}`;
    case "instagram":
      return `178${post.external_id.slice(3)}${String(index).padStart(2, "0")}`;
  }
}

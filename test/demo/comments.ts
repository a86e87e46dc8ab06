import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { CommentReading, Instant } from "../../functions/model/snapshot.ts";
import type { DemoAccount } from "./accounts.ts";
import type { DemoPost } from "./posts.ts";
import { randomOf } from "./random.ts";

/** Comments are known of the last months, on the platforms that show them. */
const KNOWN_DAYS = 150;

/** Most comments of a post that are told apart. */
const MOST_A_POST = 3;

/** Of the comments, so many are answered, usually in so many minutes. */
const ANSWERED = 0.72;
const ANSWER_MINUTES = 95;

/** When people commented on a post, and when the library answered: only times. */
export function demoComments(account: DemoAccount, post: DemoPost, now: Instant): CommentReading[] {
  const random = randomOf(account.seed, "comments", post.external_id.slice(-4));
  const recent = now - post.published_at < KNOWN_DAYS * SECONDS_A_DAY;
  if (!account.days || !recent || post.removed_at !== null) return [];
  const count = Math.min(MOST_A_POST, post.final.comments ?? 0);
  const comments = Array.from({ length: count }, (_, index): CommentReading[] => {
    const external_id = `${post.external_id}_c${index}`;
    const hours = -Math.log(1 - random.unit()) * post.halfAgeHours;
    const at = Math.round(post.published_at + 120 + hours * 3600);
    const minutes = ANSWER_MINUTES * Math.exp(1.2 * random.normal());
    const one = { external_id, post: post.external_id, at, ours: false, reply_to: null };
    if (random.unit() > ANSWERED) return [one];
    const answer = {
      ...one,
      external_id: `${external_id}r`,
      at: Math.round(at + minutes * 60),
      ours: true,
      reply_to: external_id,
    };
    return [one, answer];
  });
  return comments.flat().filter(({ at }) => at <= now);
}

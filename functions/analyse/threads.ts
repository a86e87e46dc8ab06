/**
 * The threads under a post: which comments of others start one, and when the account answered.
 *
 * A chain of replies is climbed to its top. Its first comment by someone else starts the thread; what stands above it is the account's
 * own, or unknown here. The answer is the account's first reply below it that is not older. Most platforms have one level of
 * replies: there a reply under the account's own comment names that comment alone, so the account's next reply under it answers
 * whoever had asked there before. On X each reply names what it answers.
 *
 * `a`, a reply `b` of the account to it, and a reply `c` to `b`: one thread, `a`, answered by `b`.
 */
import type { Platform } from "../model/platform.ts";
import type { CommentReading, Instant } from "../model/snapshot.ts";

type Comment = Pick<CommentReading, "external_id" | "at" | "ours" | "reply_to">;

/** @param comments all under one post; whatever order they are in, the threads are the same, the oldest first */
export function threadsOf<Row extends Comment>(
  comments: readonly Row[],
  platform: Platform,
): { comment: Row; answered_at: Instant | null }[] {
  const known = new Map(comments.map((comment) => [comment.external_id, comment]));
  const startOf = climbing(known);
  const threads = comments.filter((comment) => startOf(comment) === comment);
  const answers = new Map<Row, Instant>();
  const answered = (thread: Row, at: Instant): void => {
    if (at >= thread.at && at < (answers.get(thread) ?? Infinity)) answers.set(thread, at);
  };
  const underOurs = Map.groupBy(
    threads.filter(({ reply_to }) => known.get(reply_to ?? "")?.ours),
    ({ reply_to }) => reply_to,
  );
  for (const comment of comments) {
    if (!comment.ours) continue;
    const thread = startOf(comment);
    if (thread) answered(thread, comment.at);
    else if (platform !== "x") {
      for (const beside of underOurs.get(comment.reply_to) ?? []) answered(beside, comment.at);
    }
  }
  return threads
    .map((comment) => ({ comment, answered_at: answers.get(comment) ?? null }))
    .sort(
      (a, b) =>
        a.comment.at - b.comment.at || (a.comment.external_id < b.comment.external_id ? -1 : 1),
    );
}

/** Which comment started the thread of another; `null`: none of others is above it. Replies in a circle start nothing. */
function climbing<Row extends Comment>(known: ReadonlyMap<string, Row>) {
  const found = new Map<Row, Row | null>();
  return (comment: Row): Row | null => {
    const path: Row[] = [];
    const passed = new Set<Row>();
    let at: Row | undefined = comment;
    while (at && !found.has(at) && !passed.has(at)) {
      path.push(at);
      passed.add(at);
      at = at.reply_to === null ? undefined : known.get(at.reply_to);
    }
    const circle = new Set(at && passed.has(at) ? path.slice(path.indexOf(at)) : []);
    let above = (at && found.get(at)) ?? null;
    for (const one of path.reverse()) {
      above ??= one.ours || circle.has(one) ? null : one;
      found.set(one, above);
    }
    return found.get(comment) ?? null;
  };
}

import type { Answer } from "../model/answer.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { Instant } from "../model/snapshot.ts";
import { OLDEST_READ_AGAIN, type Seen, YOUNG_SECONDS } from "../model/visit.ts";

/**
 * Is a post of a newest page read by this visit? The page also shows known posts that are not due, and old ones that
 * the back-fill has read long ago: what is not due is not read.
 */
export function isRead(seen: Seen): (id: string, published_at: Instant | null) => boolean {
  const known = new Map(seen.posts.map((post) => [post.external_id, post]));
  return (id, at) => known.get(id)?.due ?? (at !== null && seen.now - at <= OLDEST_READ_AGAIN);
}

/**
 * The posts that this visit read: new ones and those that were due, each once. A post of which the visit left something
 * unread is kept for the next.
 */
export function postsRead(
  answers: readonly Answer[],
  seen: Seen,
  publishedAt: (post: JsonObject) => Instant | null,
): Map<string, JsonObject> {
  const isWanted = isRead(seen);
  const known = new Map(seen.posts.map((post) => [post.external_id, post]));
  const unread = new Map(
    answers.filter(({ of }) => of === "unread").map(({ post, asked }) => [post, asked]),
  );
  const read = new Map<string, JsonObject>();
  const keep = (post: JsonObject, wanted: boolean) => {
    const id = textOf(post.id);
    if (id === null || !wanted) return;
    // after a fault the half of a young post's figures is worth having: it is read again within the hour
    const young = seen.now - (publishedAt(post) ?? 0) <= YOUNG_SECONDS;
    const left = unread.get(id);
    if (left && !(young && left.includes("fault"))) return;
    read.set(id, post);
  };
  for (const { of, body } of answers) {
    for (const post of objectsOf(objectOf(body).data)) {
      if (of === "older_posts") keep(post, known.get(textOf(post.id) ?? "")?.due ?? true);
      if (of === "posts") keep(post, isWanted(textOf(post.id) ?? "", publishedAt(post)));
    }
    if (of === "post") keep(objectOf(body), true);
  }
  return read;
}

/** The answers about each post, by its id. */
export const byPost = (answers: readonly Answer[], ...kinds: string[]): Map<string, JsonObject[]> =>
  new Map(
    [
      ...Map.groupBy(
        answers.filter(({ of, post }) => post !== null && kinds.includes(of)),
        ({ post }) => post ?? "",
      ),
    ].map(([post, said]) => [post, said.map(({ body }) => objectOf(body))]),
  );

import type { Answer } from "../model/answer.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { Instant } from "../model/snapshot.ts";
import { OLDEST_READ_AGAIN, type Seen } from "../model/visit.ts";

/**
 * The posts that this visit read: new ones and those that were due, each once. The newest page also shows known posts
 * that are not due, and old ones that the back-fill has read long ago: what is not due is not read.
 */
export function postsRead(
  answers: readonly Answer[],
  seen: Seen,
  publishedAt: (post: JsonObject) => Instant | null,
): Map<string, JsonObject> {
  const known = new Map(seen.posts.map((post) => [post.external_id, post]));
  const read = new Map<string, JsonObject>();
  const keep = (post: JsonObject, wanted: boolean) => {
    const id = textOf(post.id);
    if (id !== null && wanted) read.set(id, post);
  };
  for (const { of, body } of answers) {
    for (const post of objectsOf(objectOf(body).data)) {
      const { due = null } = known.get(textOf(post.id) ?? "") ?? {};
      if (of === "older_posts") keep(post, due ?? true);
      if (of === "posts") {
        const at = publishedAt(post);
        keep(post, due ?? (at !== null && seen.now - at <= OLDEST_READ_AGAIN));
      }
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

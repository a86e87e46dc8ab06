/** The comments of TikTok's Business API, which says of each whether the account wrote it. */
import type { Answer } from "../model/answer.ts";
import { countOf, flagOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { CommentReading, PostReading } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { asksSomething } from "./asks.ts";

export function tiktokComments(
  answers: readonly Answer[],
  posts: ReadonlyMap<string, PostReading>,
  seen: Seen,
): CommentReading[] {
  const places = new Set([...posts.keys(), ...seen.posts.map((post) => post.external_id)]);
  const comments = new Map<string, CommentReading>();
  for (const { of, post, body } of answers) {
    if ((of !== "comments" && of !== "replies") || post === null || !places.has(post)) continue;
    for (const comment of objectsOf(objectOf(objectOf(body).data).comments)) {
      for (const said of [comment, ...objectsOf(comment.reply_list)]) {
        const reading = commentOf(said, post);
        if (reading) comments.set(reading.external_id, reading);
      }
    }
  }
  return [...comments.values()];
}

function commentOf(comment: JsonObject, post: string): CommentReading | null {
  const external_id = textOf(comment.comment_id);
  const at = countOf(comment.create_time);
  const ours = flagOf(comment.owner);
  if (external_id === null || at === null || ours === null) return null;
  const parent = textOf(comment.parent_comment_id);
  const isAnswer = parent !== null && ![external_id, post, "0"].includes(parent);
  return {
    external_id,
    post,
    at,
    ours,
    reply_to: isAnswer ? parent : null,
    asks: ours ? null : asksSomething(comment.text),
  };
}

import type { Answer } from "../model/answer.ts";
import { type JsonObject, objectOf, objectsOf } from "../model/json.ts";
import type { PostReading } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { isRead } from "./listed.ts";

/**
 * The videos that a visit read, by their ids: TikTok's two APIs list them alike, and name their fields differently.
 * @param videoOf a video as its API says it; `null` for one without an id or a time
 */
export function tiktokPosts(
  answers: readonly Answer[],
  seen: Seen,
  videoOf: (video: JsonObject) => PostReading | null,
): Map<string, PostReading> {
  const posts = new Map<string, PostReading>();
  const isWanted = isRead(seen);
  for (const { of, body } of answers) {
    if (of !== "posts" && of !== "older_posts") continue;
    for (const video of objectsOf(objectOf(objectOf(body).data).videos)) {
      const reading = videoOf(video);
      if (!reading?.external_id) continue;
      if (of === "posts" && !isWanted(reading.external_id, reading.published_at)) continue;
      posts.set(reading.external_id, reading);
    }
  }
  return posts;
}

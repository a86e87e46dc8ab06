import type { Answer } from "../model/answer.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import { NO_FIGURES } from "../model/metric.ts";
import type { PostReading } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { isRead } from "./listed.ts";
import { webAddress } from "./permalink.ts";

/** How an interface names what it says of a video. */
export type VideoWords = {
  id: "id" | "item_id";
  /** What it tells beside the id, the time and the address. */
  rest: (
    video: JsonObject,
    url: string | null,
  ) => Pick<PostReading, "format" | "caption"> & Partial<PostReading>;
};

/** The videos that a visit read, by their ids: TikTok's two interfaces list them alike. */
export function tiktokPosts(
  answers: readonly Answer[],
  seen: Seen,
  words: VideoWords,
): Map<string, PostReading> {
  const posts = new Map<string, PostReading>();
  const isWanted = isRead(seen);
  for (const { of, body } of answers) {
    if (of !== "posts" && of !== "older_posts") continue;
    for (const video of objectsOf(objectOf(objectOf(body).data).videos)) {
      const [id, published_at] = [textOf(video[words.id]), countOf(video.create_time)];
      if (!id || published_at === null) continue;
      if (of === "posts" && !isWanted(id, published_at)) continue;
      posts.set(id, readingOf(video, id, published_at, words));
    }
  }
  return posts;
}

function readingOf(
  video: JsonObject,
  external_id: string,
  published_at: number,
  { rest }: VideoWords,
): PostReading {
  const url = webAddress(textOf(video.share_url));
  return {
    ...NO_FIGURES,
    external_id,
    url,
    published_at,
    published_precision: "second",
    paid: null,
    removed_at: null,
    ...rest(video, url),
  };
}

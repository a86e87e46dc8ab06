/** An account's media and their figures, its stories among them. */
import { type JsonObject, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { type KnownPost, STORY_SECONDS } from "../../model/visit.ts";
import type { Notebook } from "../notebook.ts";
import { graphInstant } from "./graph-instant.ts";
import { insightsTask } from "./insights.ts";
import { type Desk, postTask, type Task } from "./tasks.ts";

export const MEDIA_FIELDS =
  "id,caption,media_type,media_product_type,permalink,timestamp,like_count,comments_count";

/** Which figures the platform gives for which kind of medium; one that does not suit fails the whole call. */
const METRICS = {
  FEED: ["reach", "views", "shares", "saved"],
  REELS: ["reach", "views", "shares", "saved", "ig_reels_video_view_total_time"],
  STORY: ["reach", "views", "shares"],
} as const;
type Product = keyof typeof METRICS;

export const postedAt = ({ timestamp }: JsonObject): Instant | null => graphInstant(timestamp);

export function mediumTasks(desk: Desk, item: JsonObject, notebook: Notebook): Task[] {
  const post = textOf(item.id);
  if (post === null) return [];
  return figuresTasks(desk, post, productOf(item), postedAt(item), notebook);
}

/** `media_type` is never REELS: the product type alone decides. Anything new is asked what suits any medium. */
const productOf = ({ media_product_type }: JsonObject): Product =>
  media_product_type === "REELS" || media_product_type === "STORY" ? media_product_type : "FEED";

function figuresTasks(
  desk: Desk,
  post: string,
  product: Product,
  at: Instant | null,
  notebook: Notebook,
): Task[] {
  const { no_insights_until } = notebook.memory;
  // everything before the account became a professional one is without insights for ever
  if (typeof no_insights_until === "number" && at !== null && at <= no_insights_until) return [];
  return [
    insightsTask(desk, {
      of: "insights",
      post,
      since: null,
      until: null,
      path: [post, "insights"],
      params: {},
      kind: product.toLowerCase(),
      metrics: METRICS[product],
      never: () => {
        const known = notebook.memory.no_insights_until;
        const until = typeof known === "number" ? known : 0;
        notebook.memory.no_insights_until = Math.max(until, at ?? 0);
      },
    }),
  ];
}

export function dueTasks(desk: Desk, post: KnownPost, notebook: Notebook): Task[] {
  const { external_id: id, format, published_at } = post;
  const product = format === "short_video" ? "REELS" : "FEED";
  return [postTask(id, MEDIA_FIELDS), ...figuresTasks(desk, id, product, published_at, notebook)];
}

/** Listed and measurable for a day only. */
export function storyTasks(desk: Desk, account: string): Task[] {
  return [
    {
      of: "stories",
      post: null,
      since: desk.now - STORY_SECONDS,
      until: null,
      asked: [],
      path: [account, "stories"],
      params: { fields: "id,media_type,media_product_type,permalink,timestamp" },
      next: (body) =>
        objectsOf(body.data).flatMap((story) => {
          const id = textOf(story.id);
          return id === null ? [] : figuresTasks(desk, id, "STORY", postedAt(story), desk.notebook);
        }),
    },
  ];
}

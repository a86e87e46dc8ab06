/** A page's stories, read as long as they are there. */
import { objectsOf, textOf } from "../../model/json.ts";
import { STORY_SECONDS } from "../../model/visit.ts";
import { insightsTask } from "./insights.ts";
import type { Desk, Task } from "./tasks.ts";

const STORY_METRICS = [
  "STORY_MEDIA_VIEW",
  "STORY_TOTAL_MEDIA_VIEW_UNIQUE",
  "PAGES_FB_STORY_SHARES",
];

/** Stories live for a day; each is read as long as it is there. */
export function storyTasks(desk: Desk, page: string): Task[] {
  const since = desk.now - STORY_SECONDS;
  return [
    {
      of: "stories",
      post: null,
      since,
      until: null,
      asked: [],
      path: [page, "stories"],
      params: {
        fields: "post_id,status,creation_time,media_type,media_id,url",
        status: '["PUBLISHED","ARCHIVED"]',
        since: String(since),
      },
      next: (body) =>
        objectsOf(body.data).flatMap((story) => {
          const post = textOf(story.post_id);
          if (post === null) return [];
          return [
            insightsTask(desk, {
              of: "story_insights",
              post,
              since: null,
              until: null,
              path: [post, "insights"],
              params: {},
              kind: "story",
              metrics: STORY_METRICS,
            }),
          ];
        }),
    },
  ];
}

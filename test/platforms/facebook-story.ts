/** A Page's stories. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Incoming } from "./call.ts";
import type { Node } from "./graph-node.ts";
import { lifetime, metricsOf } from "./insights.ts";
import { mustHave, mustOpen } from "./permission.ts";
import { nowOf } from "./state.ts";
import { type Story, type StoryFigures, storyFiguresAt } from "./stories.ts";
import type { WorldAccount } from "./world.ts";

const METRICS: Record<string, (figures: StoryFigures) => number> = {
  STORY_MEDIA_VIEW: ({ views }) => views,
  STORY_TOTAL_MEDIA_VIEW_UNIQUE: ({ reach }) => reach,
  STORY_INTERACTION: ({ replies, shares }) => replies + shares,
  PAGES_FB_STORY_REPLIES: ({ replies }) => replies,
  PAGES_FB_STORY_SHARES: ({ shares }) => shares,
};

/** The archive's stories go on being an object; their figures stand still. */
export function storyNode(call: Incoming, page: WorldAccount, story: Story): Node {
  const now = nowOf(call.state);
  const { external_id: id } = story;
  const fields = {
    post_id: () => id,
    status: () => (now - story.published_at < SECONDS_A_DAY ? "PUBLISHED" : "ARCHIVED"),
    creation_time: () => String(story.published_at),
    media_type: () => (story.video ? "video" : "photo"),
    media_id: () => `7${id}`,
    url: () => story.url,
  };
  return {
    type: "Stories",
    id,
    usual: Object.keys(fields),
    fields,
    edges: {
      insights: (parameters) => {
        mustOpen(call, page.external_id, "read_insights");
        mustHave(call, "read_insights");
        const metrics = metricsOf(call, parameters, (name) => Object.hasOwn(METRICS, name));
        const figures = storyFiguresAt(story, now);
        // asked for in capitals, answered in small letters
        const answered = metrics.map((name) =>
          lifetime(id, name.toLowerCase(), METRICS[name]?.(figures) ?? 0),
        );
        return { data: answered };
      },
    },
  };
}

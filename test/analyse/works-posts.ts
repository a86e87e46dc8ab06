/** Posts to ask what works of, long settled, in Jakarta; and their units, all alike but for what a test says. */
import type { WorksPost } from "../../functions/analyse/works/post.ts";
import type { Unit } from "../../functions/analyse/works/units.ts";

export const JAKARTA = "Asia/Jakarta";

export const worksPost = (of: Partial<WorksPost> & { id: string }): WorksPost => ({
  published_at: "2026-03-02T05:00:00Z",
  format: "image",
  topic: "events",
  hashtags: [],
  caption_length: 100,
  question: false,
  interactions: 50,
  followers: null,
  age_hours: 1000,
  ...of,
});

/** `count` posts a day apart from 1 January 2026, 12:00 in Jakarta. */
export const daily = (
  count: number,
  of: (index: number) => Partial<WorksPost> = () => ({}),
): WorksPost[] =>
  Array.from({ length: count }, (_, index) =>
    worksPost({
      id: `p${String(index).padStart(3, "0")}`,
      published_at: new Date(Date.UTC(2026, 0, 1 + index, 5)).toISOString(),
      ...of(index),
    }),
  );

export const unit = (
  log: number,
  labels: Partial<Unit["labels"]> = {},
  interactions = 50,
): Unit => ({
  post: "p",
  at: 0,
  interactions,
  log,
  labels: {
    format: "image",
    topic: "events",
    hours: "12-15",
    weekday: "1",
    length: "medium",
    hashtags: "0",
    question: null,
    tags: [],
    week_posts: 3,
    ...labels,
  },
});

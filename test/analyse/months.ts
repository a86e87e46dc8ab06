/** A post and a day as the packed months hold them. */
import { type Daily, emptyDaily } from "../../functions/model/daily.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import type { Post } from "../../functions/model/post.ts";

export const post = (over: Partial<Post> = {}): Post => ({
  ...NO_FIGURES,
  id: 1,
  account_id: 1,
  published_at: 0,
  published_on: "2026-11-02",
  published_precision: "second",
  format: "image",
  topic: null,
  paid: false,
  removed: false,
  hidden: false,
  mature: true,
  interactions: 20,
  interactions_partial: false,
  followers_at_publish: 1000,
  followers_estimated: false,
  judgement: null,
  score: null,
  weak: null,
  ...over,
});

export const day = (date: string, over: Partial<Daily> = {}): Daily => ({
  ...emptyDaily(1, date),
  ...over,
});

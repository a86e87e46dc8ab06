/** What figures are made of: of each day and of each post no more than they take. */
import type { Daily } from "./daily.ts";
import type { Post } from "./post.ts";

export type FigureDay = Pick<
  Daily,
  "date" | "followers" | "reach" | "views" | "followers_gained" | "followers_lost"
>;

export type FigurePost = Pick<
  Post,
  | "id"
  | "published_on"
  | "format"
  | "paid"
  | "removed"
  | "hidden"
  | "mature"
  | "interactions"
  | "followers_at_publish"
  | "reach"
  | "views"
>;

import type { Period } from "../model/day.ts";
import { type Post, stands } from "../model/post.ts";

type Published = Pick<Post, "format" | "removed" | "published_on">;

/** How many posts an account published in a period, as every screen counts them: stories and what is gone are left out. */
export const publishedIn = (posts: readonly Published[], { from, to }: Period): number =>
  posts.filter((post) => stands(post) && from <= post.published_on && post.published_on <= to)
    .length;

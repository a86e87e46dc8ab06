/** Where the links of the list of posts lead: what is searched and filtered stays, the order is chosen. */
import type { PostSort, PostsView } from "../../functions/present/views/posts.ts";
import { type Keep, linkTo } from "../links.ts";

export const PATH = "/posts";

/** What the address says of a list with its stories. */
export const EVERY = "all";

/** What the links of this list carry beside the period and the platforms. The cursor is not kept: it belongs to one order. */
export const keepOf = ({ q, sort, format, topic }: PostsView): Keep => ({
  q,
  sort: sort === "newest" ? null : sort,
  format: format === "posts" ? null : (format ?? EVERY),
  topic,
});

/** The same list in another order. */
export const sortedBy = (view: PostsView, sort: PostSort): string =>
  linkTo(PATH, view.choice, keepOf({ ...view, sort }));

export const isFiltered = ({ q, format, topic }: PostsView): boolean =>
  q !== "" || (format !== null && format !== "posts") || topic !== null;

/** The list of posts: searched, filtered, sorted and cut into pages. */
import { FORMATS } from "../model/format.ts";
import { isStory } from "../model/post.ts";
import { TOPICS, type Topic } from "../model/topic.ts";
import type { FormatChoice, ListedPost, PostLine, PostSort, PostsView } from "./views/posts.ts";

export type PostQuery = {
  /** Every word of it must occur in the caption. */
  q: string;
  sort: PostSort;
  format: FormatChoice;
  topic: Topic | null;
};

/** What the list looks at: a line is made of those alone that it shows. */
export type SoughtPost = Pick<
  PostLine,
  | "id"
  | "published_at"
  | "format"
  | "topic"
  | "caption"
  | "engagement_rate"
  | "interactions"
  | "reach"
  | "views"
  | "score"
>;

const folded = (text: string): string => text.normalize("NFKC").toLowerCase();

const words = (text: string): string[] =>
  folded(text)
    .split(/\s/u)
    .filter((word) => word !== "");

export function searched<Line extends SoughtPost>(
  posts: readonly Line[],
  { q, format, topic }: PostQuery,
): Line[] {
  const wanted = words(q);
  return posts.filter((post) => {
    if (format === "posts" ? isStory(post) : format !== null && post.format !== format)
      return false;
    if (topic && post.topic !== topic) return false;
    if (wanted.length === 0) return true;
    const caption = folded(post.caption ?? "");
    return wanted.every((word) => caption.includes(word));
  });
}

const FIGURE: Record<
  Exclude<PostSort, "newest" | "oldest">,
  (post: SoughtPost) => number | null
> = {
  best: (post) => post.score,
  weakest: (post) => post.score,
  rate: (post) => post.engagement_rate,
  interactions: (post) => post.interactions,
  reach: (post) => post.reach,
  views: (post) => post.views,
};

/** The largest figure first, of the weakest the smallest; an unknown one is last in either; posts alike in that, the newest first. */
export function sorted<Line extends SoughtPost>(posts: readonly Line[], sort: PostSort): Line[] {
  const newest = (a: Line, b: Line) => b.published_at - a.published_at || b.id - a.id;
  if (sort === "newest") return [...posts].sort(newest);
  if (sort === "oldest") return [...posts].sort((a, b) => newest(b, a));
  const figure = FIGURE[sort];
  const sign = sort === "weakest" ? -1 : 1;
  const rank = (post: Line) => {
    const value = figure(post);
    return value === null ? Number.NEGATIVE_INFINITY : sign * value;
  };
  return [...posts].sort((a, b) => (rank(a) === rank(b) ? newest(a, b) : rank(b) - rank(a)));
}

/** Posts on a page: two or three screens of a phone. */
const PAGE_POSTS = 30;

/** The page after the post that `cursor` names; a cursor that names none is an old link and begins anew. */
export function pageOf<Line extends SoughtPost>(
  posts: readonly Line[],
  cursor: string | undefined,
) {
  const after = posts.findIndex((post) => String(post.id) === cursor);
  const page = posts.slice(after + 1, after + 1 + PAGE_POSTS);
  const last = page.at(-1);
  const more = after + 1 + PAGE_POSTS < posts.length;
  return { page, next_cursor: more && last ? String(last.id) : null };
}

/** @param posts all of the period @param cursor where the page before ended @param lineOf one that is shown */
export function toPostList<Post extends SoughtPost>(
  posts: readonly Post[],
  query: PostQuery,
  cursor: string | undefined,
  lineOf: (post: Post) => ListedPost,
): Omit<PostsView, "screen" | "chrome" | "choice" | "works"> {
  const found = sorted(searched(posts, query), query.sort);
  const formats = new Set(posts.map(({ format }) => format));
  const topics = new Set(posts.map(({ topic }) => topic));
  const { page, next_cursor } = pageOf(found, cursor);
  return {
    ...query,
    posts: page.map(lineOf),
    total: found.length,
    stories: searched(posts, { ...query, format: "story" }).length,
    next_cursor,
    formats: FORMATS.filter((format) => formats.has(format)),
    topics: TOPICS.filter((topic) => topics.has(topic)),
  };
}

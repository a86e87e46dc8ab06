/** The posts of a period, as the list and its download ask for them. */
import { engagementRateBy } from "../analyse/rates.ts";
import { isFormat } from "../model/format.ts";
import type { RateBase } from "../model/metric.ts";
import type { Post } from "../model/post.ts";
import type { Usual } from "../model/streak.ts";
import { isTopic } from "../model/topic.ts";
import { againstUsual } from "../model/usual.ts";
import { toPostLine } from "../present/post-line.ts";
import type { PostQuery, SoughtPost } from "../present/post-list.ts";
import { type FormatChoice, type ListedPost, POST_SORTS } from "../present/views/posts.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listUsuals } from "../store/norms.ts";
import type { Ctx } from "./env.ts";
import { type Chosen, chosenMonths } from "./reading.ts";

/**
 * An unknown filter or order is an old link: the usual list is a kinder answer than a refusal.
 * @param usual the formats of an address that names none
 */
export function postQueryOf(c: Ctx, usual: FormatChoice): PostQuery {
  const { q = "", sort, format = "", topic = "" } = c.req.query();
  return {
    q: q.trim().slice(0, 200),
    sort: POST_SORTS.find((one) => one === sort) ?? "newest",
    format: format === "all" ? null : isFormat(format) || format === "posts" ? format : usual,
    topic: isTopic(topic) ? topic : null,
  };
}

/** A post of the list, and what its line is made of. */
type FoundPost = SoughtPost & { post: Post };

const found = (post: Post, caption: string | null, base: RateBase): FoundPost => ({
  post,
  caption,
  id: post.id,
  published_at: post.published_at,
  format: post.format,
  topic: post.topic,
  engagement_rate: engagementRateBy(post, base),
  interactions: post.interactions,
  reach: post.reach,
  views: post.views,
  score: post.score,
});

type FoundPosts = Chosen & { posts: FoundPost[]; lineOf: (post: FoundPost) => ListedPost };

/** What is chosen, and every post that was published in its period, oldest first. */
export async function foundPosts(c: Ctx): Promise<FoundPosts> {
  const [{ months, ...chosen }, usuals] = await Promise.all([
    chosenMonths(c),
    listUsuals(c.env.DB),
  ]);
  const { choice, accounts } = chosen;
  const posts = months.flatMap((month) =>
    month.posts.flatMap((post, index) =>
      choice.from <= post.published_on && post.published_on <= choice.to && !post.hidden
        ? found(post, month.captions[index] ?? null, choice.rate_base)
        : [],
    ),
  );
  const lineOf = ({ post, caption }: FoundPost) =>
    postLine(post, { accounts, usuals }, caption, choice.rate_base);
  return { ...chosen, posts, lineOf };
}

/** @param known the post's own account among them; before there is a norm nothing is usual */
export function postLine(
  post: Post,
  known: {
    accounts: readonly AccountRow[];
    usuals: readonly { account_id: number; usual: Usual }[];
  },
  caption: string | null,
  base: RateBase,
): ListedPost {
  const { accounts, usuals } = known;
  const account = accounts.find(({ id }) => id === post.account_id);
  if (!account) throw new Error("a post's account is among those that were asked for");
  const usual = usuals.find(({ account_id }) => account_id === post.account_id)?.usual ?? null;
  const line = toPostLine(post, {
    platform: account.platform,
    account: account.handle,
    caption,
    engagement_rate: engagementRateBy(post, base),
  });
  return { ...line, against_usual: againstUsual(post.score, usual) };
}

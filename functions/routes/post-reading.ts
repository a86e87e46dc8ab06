/** The posts of a period, as the list and its download ask for them. */
import { engagementRateBy } from "../analyse/rates.ts";
import { isFormat } from "../model/format.ts";
import type { RateBase } from "../model/metric.ts";
import type { Post } from "../model/post.ts";
import { isTopic } from "../model/topic.ts";
import { toPostLine } from "../present/post-line.ts";
import type { PostQuery } from "../present/post-list.ts";
import { type FormatChoice, POST_SORTS, type PostLine } from "../present/views/posts.ts";
import type { AccountRow } from "../store/accounts.ts";
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

/** What is chosen, and every post that was published in its period, oldest first. */
export async function postLines(c: Ctx): Promise<Chosen & { lines: PostLine[] }> {
  const { months, ...chosen } = await chosenMonths(c);
  const { choice, accounts } = chosen;
  const lines = months.flatMap(({ posts, captions }) =>
    posts.flatMap((post, index) =>
      choice.from <= post.published_on && post.published_on <= choice.to && !post.hidden
        ? postLine(post, accounts, captions[index] ?? null, choice.rate_base)
        : [],
    ),
  );
  return { ...chosen, lines };
}

/** @param accounts the post's own among them */
export function postLine(
  post: Post,
  accounts: readonly AccountRow[],
  caption: string | null,
  base: RateBase,
): PostLine {
  const account = accounts.find(({ id }) => id === post.account_id);
  if (!account) throw new Error("a post's account is among those that were asked for");
  return toPostLine(post, {
    platform: account.platform,
    account: account.handle,
    caption,
    engagement_rate: engagementRateBy(post, base),
  });
}

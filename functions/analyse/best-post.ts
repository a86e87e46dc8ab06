/** The post of a period that stands highest above its own norm; without a norm, the one with the highest rate. */
import type { FigurePost } from "../model/figure-rows.ts";
import type { RateBase } from "../model/metric.ts";
import { counts } from "../model/post.ts";
import type { AccountHead, AccountPeriod } from "./account-period.ts";
import { engagementRateBy } from "./rates.ts";

type BestPost = { account: AccountHead; post: FigurePost; rate: number | null };

/**
 * `null` where no post is old enough to be judged.
 * @param scores of the posts that were judged, by their ids
 */
export function bestPost(
  periods: readonly AccountPeriod[],
  base: RateBase,
  scores: ReadonlyMap<number, number>,
): BestPost | null {
  let best: (BestPost & { score: number }) | null = null;
  for (const { account, now } of periods) {
    for (const post of now.posts) {
      if (!post.mature || !counts(post)) continue;
      const score = scores.get(post.id) ?? 0;
      const rate = engagementRateBy(post, base);
      const above = best && (score - best.score || (rate ?? 0) - (best.rate ?? 0));
      if (above === null || above > 0) best = { account, post, rate, score };
    }
  }
  return best && { account: best.account, post: best.post, rate: best.rate };
}

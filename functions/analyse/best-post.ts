/** The post of a period that stands highest above its own norm; without a norm, the one with the highest rate. */
import type { RateBase } from "../model/metric.ts";
import { counts, type Post } from "../model/post.ts";
import type { AccountHead, AccountPeriod } from "./account-period.ts";
import { engagementRateBy } from "./rates.ts";

type BestPost = { account: AccountHead; post: Post; rate: number | null };

/** `null` where no post is old enough to be judged. */
export function bestPost(periods: readonly AccountPeriod[], base: RateBase): BestPost | null {
  const candidates = periods.flatMap(({ account, now }) =>
    now.posts
      .filter((post) => counts(post) && post.mature)
      .map((post) => ({ account, post, rate: engagementRateBy(post, base) })),
  );
  const [best] = candidates.sort(
    (a, b) => (b.post.score ?? 0) - (a.post.score ?? 0) || (b.rate ?? 0) - (a.rate ?? 0),
  );
  return best ?? null;
}

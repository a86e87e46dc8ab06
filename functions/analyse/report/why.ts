/** Why a post did well or badly: whether more people saw it than usual, or those who saw it reacted more. */
import { median } from "simple-statistics";
import { counts, type Post } from "../../model/post.ts";
import type { ReportWhy } from "../../model/report.ts";

type Seen = Pick<Post, "id" | "format" | "paid" | "removed" | "hidden" | "interactions" | "reach">;

/** A usual of fewer posts is theirs alone. */
const ENOUGH_POSTS = 5;

/**
 * Against the other posts of its account of the same format; where reach is known of too few of these, against all.
 * @param own the account's posts of two months, the post among them or not
 */
export function whyPost(post: Seen, own: readonly Seen[]): ReportWhy {
  const others = own.filter((one) => one.id !== post.id && counts(one) && one.reach);
  const alike = others.filter(({ format }) => format === post.format);
  const beside = alike.length >= ENOUGH_POSTS ? alike : others;
  if (beside.length < ENOUGH_POSTS || !post.reach) {
    return { reach_ratio: null, reaction_ratio: null };
  }
  const usualReach = median(beside.map(({ reach }) => reach ?? 0));
  const rates = beside.flatMap((one) => rateOf(one) ?? []);
  const usualRate = rates.length < ENOUGH_POSTS ? 0 : median(rates);
  const rate = rateOf(post);
  return {
    reach_ratio: post.reach / usualReach,
    reaction_ratio: rate === null || usualRate === 0 ? null : rate / usualRate,
  };
}

const rateOf = ({ interactions, reach }: Pick<Seen, "interactions" | "reach">): number | null =>
  interactions === null || !reach ? null : interactions / reach;

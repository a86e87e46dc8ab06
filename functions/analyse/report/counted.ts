/** Posts and what they drew, counted plainly. */
import { isTold } from "../../model/post.ts";
import { type AccountHead, isChoice, type Part } from "../account-period.ts";

export type Counted = { posts: number | null; interactions: number | null };

/**
 * `null` where nobody looked, or where the posts are only a choice of somebody's. Of no posts there are no reactions, which
 * is nought; where posts are and nothing is known of their reactions, that is `null`.
 */
export function counted(
  { days, posts }: Omit<Part, "followers_before">,
  head: AccountHead,
): Counted {
  const nobodyLooked = days.length === 0 && posts.length === 0;
  if (nobodyLooked || isChoice(head)) return { posts: null, interactions: null };
  const told = posts.filter(isTold);
  const known = told.flatMap((post) => post.interactions ?? []);
  return {
    posts: told.length,
    interactions:
      told.length > 0 && known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
  };
}

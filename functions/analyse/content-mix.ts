/** What was published, month by month, by topic or by format, beside what the library wishes: counts, which need no test. */
import type { ContentMix, MixRow } from "../model/content-mix.ts";
import type { Post } from "../model/post.ts";
import { isTold } from "../model/post.ts";
import { MIX_LEVELS, type MixedBy, type MixLevel, type TargetMix } from "../model/target-mix.ts";

type MixedPost = Pick<Post, "published_on" | "topic" | "format" | "removed" | "hidden">;

/**
 * @param months `YYYY-MM`, the newest first
 * @param recent so many of them, from the newest on, are compared with the wish
 */
export function contentMix(
  posts: readonly MixedPost[],
  { by, months, recent }: { by: MixedBy; months: readonly string[]; recent: number },
  wish: TargetMix | null,
): ContentMix {
  const told = posts.filter(isTold);
  const monthOf = ({ published_on }: MixedPost) => published_on.slice(0, 7);
  const inMonths = (some: readonly MixedPost[]) =>
    months.map((month) => some.filter((post) => monthOf(post) === month).length);
  const sum = (counts: readonly number[]) =>
    counts.slice(0, recent).reduce((total, count) => total + count, 0);
  const all = inMonths(told);
  const wished: Partial<Record<MixLevel, number>> = wish?.[by] ?? {};
  const rows = [...MIX_LEVELS[by], null].map((level): MixRow => {
    const counts = inMonths(told.filter((post) => post[by] === level));
    const share = level === null ? null : (wished[level] ?? null);
    return { level, posts: sum(counts), wished: share, months: counts };
  });
  return {
    by,
    since: `${months[Math.min(recent, months.length) - 1]}-01`,
    posts: sum(all),
    months: months.map((month, index) => ({ month, posts: all[index] ?? 0 })),
    rows: rows.filter((row) => row.wished !== null || row.months.some((count) => count > 0)),
  };
}

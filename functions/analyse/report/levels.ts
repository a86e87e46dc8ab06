/** What was published, by format or by topic. */
import { median } from "simple-statistics";
import type { ReportLevel, ReportPost } from "../../model/report.ts";

/**
 * The most posts first, of as many the one that comes first in `order`; what has none is left out. Posts that are gone are
 * not counted.
 */
export const reportLevels = <Level extends string>(
  posts: readonly Pick<ReportPost, "interactions" | "removed">[],
  order: readonly Level[],
  levelOf: (index: number) => Level | null,
): ReportLevel<Level | null>[] => {
  const levels: (Level | null)[] = [...order, null];
  return levels
    .map((level) => {
      const own = posts.filter((post, index) => !post.removed && levelOf(index) === level);
      const known = own.flatMap(({ interactions }) => interactions ?? []);
      return { level, posts: own.length, interactions: known.length === 0 ? null : median(known) };
    })
    .filter((one) => one.posts > 0)
    .sort((a, b) => b.posts - a.posts || levels.indexOf(a.level) - levels.indexOf(b.level));
};

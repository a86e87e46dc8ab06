/** A target as a report tells it. */
import type { AccountName } from "../../model/account.ts";
import type { ReportTarget } from "../../model/report.ts";
import type { TargetFields } from "../../model/target.ts";
import type { TargetStanding } from "../../model/target-standing.ts";

/** Of the month: what a target is held against. */
export type MonthReached = { followers: number | null; posts: number | null };

export function reportTarget(
  { metric, value }: Pick<TargetFields, "metric" | "value">,
  account: AccountName | null,
  standing: TargetStanding | null,
  month: MonthReached,
): ReportTarget {
  const actual = actualOf(metric, standing, month);
  return {
    account,
    metric,
    value,
    standing,
    actual,
    reached: actual === null ? null : actual / value,
  };
}

function actualOf(
  metric: TargetFields["metric"],
  standing: TargetStanding | null,
  { followers, posts }: MonthReached,
): number | null {
  switch (metric) {
    case "followers":
      return followers;
    case "posts_per_month":
      return posts;
    case "engagement_rate":
      return standing?.metric === metric ? standing.now : null;
  }
}

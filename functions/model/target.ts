/** What the library wants to reach in a year. */
export const TARGET_METRICS = ["followers", "engagement_rate", "posts_per_month"] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

export type TargetFields = {
  year: number;
  /** `null`: all accounts together; there is no engagement rate of them. */
  account: number | null;
  metric: TargetMetric;
  /** Followers and posts are counts, the rate a fraction. */
  value: number;
};

export type Target = TargetFields & { id: number };

/** How regularly an account posts, in a period. */
export type Consistency = {
  posts: number;
  /** Of the whole weeks so many have a post; both `null` below 28 days, and where no week is whole. */
  weeks_with: number | null;
  weeks: number | null;
  /** Days without a post between two posts, or between a post and an end of the period; `null` without posts. */
  longest_gap_days: number | null;
  /** `null` when no post is known, and when nobody read the account for days. */
  days_since_last: number | null;
};

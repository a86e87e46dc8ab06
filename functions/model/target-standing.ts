/** How far a target is: what is known of the year so far, and, of followers, what is to be expected. */

/** The words of an outlook; `null`: there is none yet. */
type OutlookWord = "on_course" | "open" | "out_of_reach" | null;

export type TargetStanding =
  | {
      metric: "followers";
      now: number | null;
      /** The growth a month, as a ratio, that would reach it; `null`: not known, or the year is over. */
      needed_a_month: number | null;
      low: number | null;
      high: number | null;
      word: OutlookWord;
    }
  | {
      metric: "engagement_rate";
      posts: number;
      now: number | null;
      /** By the 95 % interval of the median; `null`: too few posts for one. */
      word: "above" | "open" | "below" | null;
    }
  | {
      metric: "posts_per_month";
      /** Whole months that are over, those with as many posts as wanted, and posts a month in them. */
      months: number;
      kept: number;
      mean: number | null;
    };

/** A post as it is asked what works. */
import type { Instant } from "../../model/snapshot.ts";

export type WorksPost = {
  id: string;
  /** Left out: all are of one account. */
  account?: string;
  /** ISO 8601, or seconds since 1970. */
  published_at: string | Instant;
  format: string | null;
  topic: string | null;
  hashtags: readonly string[];
  caption_length: number | null;
  question: boolean | null;
  interactions: number | null;
  followers: number | null;
  /** Its age when its interactions were counted. */
  age_hours: number;
  paid?: boolean;
  /** `day`: the hour is not known, so the post is in no band of hours and in no burst. */
  precision?: "second" | "day";
};

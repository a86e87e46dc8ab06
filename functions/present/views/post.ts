/** One post with its readings. */
import type { Counter } from "../../model/metric.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { Chrome } from "./chrome.ts";
import type { ListedPost } from "./posts.ts";
import type { StreakLine } from "./streak.ts";

export type PostView = {
  screen: "post";
  chrome: Chrome;
  /** The list that the person came from. */
  back: string;
  post: ListedPost &
    Record<Counter, number | null> & {
      external_id: string;
      /** On the platform itself; `null` also for an address that leads elsewhere. */
      url: string | null;
      read_at: Instant | null;
      followers_at_publish: number | null;
      followers_estimated: boolean;
      removed_at: Instant | null;
      hidden: boolean;
      /** Why a person left it out of the norm. */
      excused: string | null;
      engagement_rate_by_reach: number | null;
      engagement_rate_by_views: number | null;
      /** What a person corrected; a correction is never overwritten. */
      corrected: ("format" | "topic" | "paid")[];
    };
  /** The streak it is in. */
  streak?: StreakLine | null;
  /** By which import its newest reading came: `typed`, or an export; `null`: it was collected or pushed. */
  source: string | null;
  /** How it grew, oldest first. `whole`: each of its readings is a point, else less than two hundred. */
  curve: { points: { read_at: Instant; interactions: number | null }[]; whole: boolean };
  /** A page of its readings, newest first. */
  readings: ({
    read_at: Instant;
    /** As `source`. */
    import: string | null;
    interactions: number | null;
  } & Record<Counter, number | null>)[];
  /** What the reading before those said. */
  earlier: Record<Counter, number | null> | null;
  /** Where the next page begins, as `?readings=`; `null`: there is none. */
  older: string | null;
};

import type { Figures } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Day } from "../../functions/model/snapshot.ts";

/** The export's rows, as far as they are compared with the truth. Instants are ISO 8601. */
export type AccountRow = {
  platform: Platform;
  account: string;
  external_id: string;
  followers: number;
  followers_at: string;
};

export type DayRow = {
  platform: Platform;
  date: Day;
  followers: number | null;
  reach: number | null;
  views: number | null;
  profile_views: number | null;
  followers_gained: number | null;
  followers_lost: number | null;
  platform_time_zone: string | null;
};

export type PostRow = Figures & {
  platform: Platform;
  account: string;
  post: string;
  published_at: string;
  format: string;
  caption: string | null;
  read_at: string;
  removed_at: string | null;
};

export type ReadingRow = Figures & {
  platform: Platform;
  /** `null`: a reading of the account. */
  post: string | null;
  read_at: string;
  followers: number | null;
};

export type Exported = {
  accounts: AccountRow[];
  days: DayRow[];
  posts: PostRow[];
  readings: ReadingRow[];
};

/** One post, whole: what the list says of it, its figures of every kind, and what a person corrected. */
import type { Format } from "../model/format.ts";
import { COUNTERS, type Figures } from "../model/metric.ts";
import { ownAddress } from "../model/platform.ts";
import type { Instant } from "../model/snapshot.ts";
import type { Topic } from "../model/topic.ts";
import type { PostRates } from "./export-rows.ts";
import type { PostView } from "./views/post.ts";
import type { ListedPost } from "./views/posts.ts";

/** A post as its row stands. */
export type WholePost = Figures & {
  external_id: string;
  url: string | null;
  read_at: Instant | null;
  followers_at_publish: number | null;
  followers_estimated: boolean;
  removed_at: Instant | null;
  hidden_at: Instant | null;
  excused: string | null;
  person_format: Format | null;
  person_topic: Topic | null;
  person_paid: boolean | null;
};

export function toWholePost(line: ListedPost, row: WholePost, rates: PostRates): PostView["post"] {
  const figures = Object.fromEntries(COUNTERS.map((counter) => [counter, row[counter]])) as Figures;
  const corrected = {
    format: row.person_format,
    topic: row.person_topic,
    paid: row.person_paid,
  };
  return {
    ...line,
    ...figures,
    external_id: row.external_id,
    url: ownAddress(line.platform, row.url),
    read_at: row.read_at,
    followers_at_publish: row.followers_at_publish,
    followers_estimated: row.followers_estimated,
    removed_at: row.removed_at,
    hidden: row.hidden_at !== null,
    excused: row.excused,
    engagement_rate: rates.by_followers,
    engagement_rate_by_reach: rates.by_reach,
    engagement_rate_by_views: rates.by_views,
    corrected: (["format", "topic", "paid"] as const).filter((what) => corrected[what] !== null),
  };
}

/** "Download what I see": the trend as a row a bucket, and the list of posts, each as columns and rows. */
import type { AccountName } from "../model/account.ts";
import { isoInstant } from "../model/day.ts";
import type { Column } from "../model/export-columns.ts";
import { HEADLINE_METRICS } from "../model/metric.ts";
import type { TrendRow } from "../model/trend.ts";
import type { Cell } from "./csv.ts";
import type { PostLine } from "./views/posts.ts";

type DownloadColumn = Pick<Column, "name" | "type">;

export const TREND_COLUMNS: DownloadColumn[] = [
  { name: "date", type: "day" },
  { name: "time_zone", type: "text" },
  { name: "platform", type: "text" },
  { name: "account", type: "text" },
  ...HEADLINE_METRICS.map((name) => ({ name, type: "rate" as const })),
  { name: "posts", type: "count" },
  { name: "interactions", type: "count" },
];

export const toTrendCells = (
  { platform, handle }: AccountName,
  row: TrendRow,
  time_zone: string,
): Cell[] => [
  row.date,
  time_zone,
  platform,
  handle,
  ...HEADLINE_METRICS.map((metric) => row[metric]),
  row.posts,
  row.interactions,
];

export const POST_COLUMNS: DownloadColumn[] = [
  { name: "platform", type: "text" },
  { name: "account", type: "text" },
  { name: "published_at", type: "instant" },
  { name: "format", type: "text" },
  { name: "topic", type: "text" },
  { name: "caption", type: "text" },
  { name: "interactions", type: "count" },
  { name: "engagement_rate", type: "rate" },
  { name: "reach", type: "count" },
  { name: "views", type: "count" },
  { name: "score", type: "rate" },
  { name: "weak", type: "yes_no" },
];

export const toPostCells = (line: PostLine): Cell[] => [
  line.platform,
  line.account,
  isoInstant(line.published_at),
  line.format,
  line.topic,
  line.caption,
  line.interactions,
  line.engagement_rate,
  line.reach,
  line.views,
  line.score,
  line.weak,
];

/**
 * "Download what I see", for people: the trend as a row a bucket, and the list of posts. In their words, by the library's
 * clock, percent as percent, people and posts as whole numbers; the export gives machines the exact ones.
 */
import type { AccountName } from "../model/account.ts";
import { wallClock } from "../model/day.ts";
import { HEADLINE_METRICS, type RateBase } from "../model/metric.ts";
import { PLATFORM_NAMES } from "../model/platform.ts";
import type { TrendRow } from "../model/trend.ts";
import type { Cell } from "./csv.ts";
import type { Language } from "./views/chrome.ts";
import type { DownloadWords } from "./views/download.ts";
import type { PostLine } from "./views/posts.ts";

export type DownloadContext = {
  words: DownloadWords;
  language: Language;
  time_zone: string;
  rate_base: RateBase;
};

/** A table as it leaves: what its columns are called, and its rows. */
export type Table = { columns: { name: string; type: "text" }[]; rows: Cell[][] };

export const table = (names: readonly string[], rows: Cell[][]): Table => ({
  columns: names.map((name) => ({ name, type: "text" })),
  rows,
});

export function toTrendTable(
  rows: readonly (TrendRow & { account: AccountName })[],
  context: DownloadContext,
): Table {
  const { columns } = context.words;
  return table(
    [
      columns.date,
      columns.whole,
      columns.platform,
      columns.account,
      ...HEADLINE_METRICS.map((metric) =>
        metric === "engagement_rate" ? rateName(context) : columns[metric],
      ),
      columns.posts,
      columns.interactions,
    ],
    rows.map(({ account, ...row }) => [
      row.date,
      yesNo(row.whole, context),
      PLATFORM_NAMES[account.platform],
      account.handle,
      ...HEADLINE_METRICS.map((metric) =>
        metric === "engagement_rate" ? percent(row[metric], context) : whole(row[metric]),
      ),
      row.posts,
      row.interactions,
    ]),
  );
}

/** A post of the list, with its address on its platform. */
export type DownloadedPost = PostLine & { url: string | null };

export function toPostTable(posts: readonly DownloadedPost[], context: DownloadContext): Table {
  const { words, time_zone } = context;
  const { columns } = words;
  return table(
    [
      columns.published,
      columns.platform,
      columns.account,
      columns.format,
      columns.topic,
      columns.caption,
      columns.link,
      columns.likes,
      columns.comments,
      columns.shares,
      columns.interactions,
      rateName(context),
      columns.reach,
      columns.views,
      columns.times_usual,
      columns.weak,
      columns.paid,
    ],
    posts.map((post) => [
      post.precision === "day"
        ? wallClock(post.published_at, time_zone).slice(0, 10)
        : wallClock(post.published_at, time_zone),
      PLATFORM_NAMES[post.platform],
      post.account,
      post.format && words.formats[post.format],
      post.topic && words.topics[post.topic],
      post.caption,
      post.url,
      post.likes,
      post.comments,
      post.shares,
      post.interactions,
      percent(post.engagement_rate, context),
      post.reach,
      post.views,
      post.score === null ? null : Number(post.score.toFixed(2)),
      post.weak === null ? null : yesNo(post.weak, context),
      post.paid === null ? null : yesNo(post.paid, context),
    ]),
  );
}

const rateName = ({ words, rate_base }: DownloadContext): string =>
  `${words.columns.engagement_rate} (${words.rate_bases[rate_base]})`;

const whole = (value: number | null): number | null => (value === null ? null : Math.round(value));

/** As a spreadsheet of the language reads a percentage: `2.53%`, `2,53%`. */
export function percent(
  rate: number | null,
  { language }: Pick<DownloadContext, "language">,
): string | null {
  if (rate === null) return null;
  const text = String(Number((100 * rate).toFixed(2)));
  return `${language === "id" ? text.replace(".", ",") : text}%`;
}

const yesNo = (value: boolean, { words }: DownloadContext): string =>
  value ? words.yes : words.no;

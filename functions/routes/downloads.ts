/** "Download what I see": the chosen period and platforms, for Excel. */
import type { AccountPeriod } from "../analyse/account-period.ts";
import { bucketOf, type Cut, cut, points } from "../analyse/buckets.ts";
import { isoInstant } from "../model/day.ts";
import type { Column } from "../model/export-columns.ts";
import { HEADLINE_METRICS } from "../model/metric.ts";
import { grainOf } from "../present/choice.ts";
import { type Cell, toCsv } from "../present/csv.ts";
import { searched, sorted } from "../present/post-list.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { Answers } from "./addresses.ts";
import { cached } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";
import { postLines, postQueryOf } from "./posts.ts";
import { chosenOf, periodsOf } from "./reading.ts";

export const downloads = {
  "GET /download.csv": (c) =>
    file(c, "denyut", async () => {
      const { choice, accounts } = await chosenOf(c);
      const grain = grainOf(c.req.query("grain")) ?? "day";
      const periods = await periodsOf(c, accounts, choice);
      const buckets = cut(choice, grain);
      const rows = periods.flatMap((period) =>
        trendRows(period, choice, buckets, c.get("time_zone")),
      );
      return { columns: TREND_COLUMNS, rows };
    }),

  "GET /download-posts.csv": (c) =>
    file(c, "denyut-posts", async () => {
      const chosen = await chosenOf(c);
      const query = postQueryOf(c, "posts");
      const lines = sorted(searched(await postLines(c, chosen), query), query.sort);
      const rows = lines.map((line) => [
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
      ]);
      return { columns: POST_COLUMNS, rows };
    }),
} satisfies Answers;

const TREND_COLUMNS: Pick<Column, "name" | "type">[] = [
  { name: "date", type: "day" },
  { name: "time_zone", type: "text" },
  { name: "platform", type: "text" },
  { name: "account", type: "text" },
  ...HEADLINE_METRICS.map((name) => ({ name, type: "rate" as const })),
  { name: "posts", type: "count" },
  { name: "interactions", type: "count" },
];

/** One account, a row a bucket: each figure made by the same formula as on the screen. */
function trendRows(
  { account, now }: AccountPeriod,
  choice: Choice,
  buckets: Cut,
  time_zone: string,
): Cell[][] {
  const lines = HEADLINE_METRICS.map((metric) => points(metric, now, buckets, choice.rate_base));
  const posts = Map.groupBy(now.posts, (post) => bucketOf(post.published_on, buckets.grain));
  return buckets.dates.map((date, index) => {
    const published = posts.get(date) ?? [];
    const known = published.flatMap((post) => post.interactions ?? []);
    return [
      date,
      time_zone,
      account.platform,
      account.handle,
      ...lines.map((line) => line[index]?.value ?? null),
      published.length,
      known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0),
    ];
  });
}

const POST_COLUMNS: Pick<Column, "name" | "type">[] = [
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

type Table = { columns: readonly Pick<Column, "name" | "type">[]; rows: Cell[][] };

/** A file for Excel in the person's language, unless `dialect=plain`. */
function file(c: Ctx, name: string, table: () => Promise<Table>): Promise<Response> {
  const language = languageOf(c);
  const excel = c.req.query("dialect") !== "plain";
  return cached(c, [c.req.url, language, c.get("caller")?.link?.id ?? null], async () => {
    const { columns, rows } = await table();
    return c.body(toCsv(columns, rows, { excel, language }), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
    });
  });
}

/** "Download what I see": the chosen period and platforms, for a person's Excel. */
import { wordsOfDownload } from "#page";
import { cut } from "../analyse/buckets.ts";
import { overBy, trendRows } from "../analyse/trend.ts";
import { secondsIn } from "../model/day.ts";
import type { RateBase } from "../model/metric.ts";
import { ownAddress } from "../model/platform.ts";
import { grainOf } from "../present/choice.ts";
import { type DownloadContext, toPostTable, toTrendTable } from "../present/download-rows.ts";
import { searched, sorted } from "../present/post-list.ts";
import { listPostTexts } from "../store/posts.ts";
import type { Handlers } from "./addresses.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";
import { foundPosts, postQueryOf } from "./post-reading.ts";
import { chosenPeriods, todayOf } from "./reading.ts";
import { tableFile } from "./table-file.ts";

export const downloads = {
  "GET /download.csv": (c) =>
    tableFile(c, "denyut", async () => {
      const { choice, periods } = await chosenPeriods(c);
      const buckets = cut(choice, grainOf(c.req.query("grain")) ?? "day");
      const over = overBy(choice, todayOf(c));
      const rows = periods.flatMap(({ account, now }) =>
        trendRows(now, buckets, choice.rate_base, over).map((row) => ({ ...row, account })),
      );
      return toTrendTable(rows, contextOf(c, choice.rate_base));
    }),

  "GET /download-posts.csv": (c) =>
    tableFile(c, "denyut-posts", async () => {
      const { choice, accounts, posts, lineOf } = await foundPosts(c);
      const { from, to } = secondsIn(choice, c.get("time_zone"));
      const ids = accounts.map(({ id }) => id);
      const texts = await listPostTexts(c.env.DB, ids, from, to);
      const urls = new Map(texts.map(({ id, url }) => [id, url]));
      const query = postQueryOf(c, "posts");
      const lines = sorted(searched(posts, query), query.sort).map(lineOf);
      return toPostTable(
        lines.map((post) => ({
          ...post,
          url: ownAddress(post.platform, urls.get(post.id) ?? null),
        })),
        contextOf(c, choice.rate_base),
      );
    }),
} satisfies Handlers;

function contextOf(c: Ctx, rate_base: RateBase): DownloadContext {
  const language = languageOf(c);
  return { words: wordsOfDownload(language), language, time_zone: c.get("time_zone"), rate_base };
}

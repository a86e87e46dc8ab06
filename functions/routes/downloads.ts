/** "Download what I see": the chosen period and platforms, for Excel. */
import { cut } from "../analyse/buckets.ts";
import { trendRows } from "../analyse/trend.ts";
import { grainOf } from "../present/choice.ts";
import { type Cell, toCsv } from "../present/csv.ts";
import {
  POST_COLUMNS,
  TREND_COLUMNS,
  toPostCells,
  toTrendCells,
} from "../present/download-rows.ts";
import { searched, sorted } from "../present/post-list.ts";
import type { Handlers } from "./addresses.ts";
import { cached } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";
import { postLines, postQueryOf } from "./post-reading.ts";
import { chosenOf, periodsOf } from "./reading.ts";

export const downloads = {
  "GET /download.csv": (c) =>
    file(c, "denyut", async () => {
      const { choice, accounts } = await chosenOf(c);
      const buckets = cut(choice, grainOf(c.req.query("grain")) ?? "day");
      const periods = await periodsOf(c, accounts, choice);
      const rows = periods.flatMap(({ account, now }) =>
        trendRows(now, buckets, choice.rate_base).map((row) =>
          toTrendCells(account, row, c.get("time_zone")),
        ),
      );
      return { columns: TREND_COLUMNS, rows };
    }),

  "GET /download-posts.csv": (c) =>
    file(c, "denyut-posts", async () => {
      const query = postQueryOf(c, "posts");
      const lines = await postLines(c, await chosenOf(c));
      const rows = sorted(searched(lines, query), query.sort).map(toPostCells);
      return { columns: POST_COLUMNS, rows };
    }),
} satisfies Handlers;

type Table = { columns: typeof POST_COLUMNS; rows: Cell[][] };

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

/** A table for a person's spreadsheet. */
import { toCsv } from "../present/csv.ts";
import type { Table } from "../present/download-rows.ts";
import { cached } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { languageOf } from "./page.ts";

/** A file for Excel in the person's language, unless `dialect=plain`. */
export function tableFile(c: Ctx, name: string, table: () => Promise<Table>): Promise<Response> {
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

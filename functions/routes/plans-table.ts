/** All plans as a table that goes out, and comes in again through the calendar's form. */
import { FILE_TYPES, toFile } from "../present/export-file.ts";
import type { Handlers } from "./addresses.ts";
import { cached } from "./answer.ts";
import { rowsOf } from "./export-reading.ts";
import { visibleAccounts } from "./reading.ts";

export const plansTable = {
  "GET /plans.csv": (c) =>
    cached(c, [c.req.url, c.get("caller")?.link?.id ?? null], async () => {
      const accounts = await visibleAccounts(c, c.get("caller")?.link ?? null);
      const { rows } = await rowsOf(c, "plans", accounts);
      return c.body(toFile("plans", "csv", rows, { excel: false, language: "en" }), 200, {
        "content-type": FILE_TYPES.csv,
        "content-disposition": 'attachment; filename="plans.csv"',
      });
    }),
} satisfies Handlers;

/** How a file is read where nobody says anything of it. */

import type { Instant } from "../../functions/model/snapshot.ts";
import type { ExportOptions } from "../../functions/normalise/export-options.ts";

export const optionsAt = (now: Instant): ExportOptions => ({
  now,
  library_zone: "Asia/Jakarta",
  time_zone: null,
  platform: null,
  account: null,
  read_at: null,
  date_order: null,
  numbers: null,
  seconds: null,
  newest_day: null,
  ids: null,
  owner: null,
  known: [],
  name: null,
  modified: null,
  dry_run: false,
  first_row: 2,
});

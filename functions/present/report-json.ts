/** A report as the API answers it: the same figures, with the names and the instants of the export. */
import { isoInstant } from "../model/day.ts";
import type { Report } from "../model/report.ts";
import type { ReportView } from "./views/report.ts";

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };

const isName = (value: Json): value is { platform: Json; handle: Json } =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).sort().join() === "handle,platform";

/** Whatever a later report has more is told alike. */
function told(value: Json): Json {
  if (Array.isArray(value)) return value.map(told);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]): [string, Json][] => {
      if (key === "handle") return [["account", one]];
      if (key.endsWith("_at") && typeof one === "number") return [[key, isoInstant(one)]];
      if (key === "account" && one !== null && isName(one)) {
        return [
          ["platform", one.platform],
          ["account", one.handle],
        ];
      }
      return [[key, told(one)]];
    }),
  );
}

export const toReportJson = ({
  report,
  revision,
  revisions,
  moved,
}: Pick<ReportView, "report" | "revision" | "revisions" | "moved">) => ({
  month: report.month,
  revision,
  revisions: revisions.map((one) => ({ ...one, made_at: isoInstant(one.made_at) })),
  moved,
  report: told(report as Report & Json),
});

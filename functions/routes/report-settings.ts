/** What stands on top of the monthly report and who signs it: a plain form, which works without a script. */
import { NO_REPORT_SETTINGS } from "../model/report.ts";
import {
  asTyped,
  reportSettings,
  reportSettingsWire,
  typedReportSettings,
} from "../normalise/report-settings.ts";
import type { TypedReportSettings } from "../present/views/report.ts";
import { findReportHead, saveSettings } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { checked, formOf } from "./body.ts";
import { chromeOf, page } from "./page.ts";

export const reportSettingsPages = {
  "GET /report/settings": (c) =>
    page(c, async () => {
      const { settings } = await findReportHead(c.env.DB);
      const typed = asTyped(settings ?? NO_REPORT_SETTINGS);
      return { screen: "report_settings", chrome: chromeOf(c), typed, faults: [] };
    }),

  "POST /report/settings": async (c) => {
    const typed = typedIn(await formOf(c));
    return orAgain(
      c,
      async () => {
        const report = reportSettings(checked(reportSettingsWire, typedReportSettings(typed)));
        await saveSettings(c.env.DB, { report }).run();
        return c.redirect("/report?just=settings", 303);
      },
      async ({ problems }) => ({
        screen: "report_settings",
        chrome: chromeOf(c),
        typed,
        // the form's own names
        faults: problems.map((fault) => ({ ...fault, path: fault.path.replace(".", "_") })),
      }),
    );
  },
} satisfies Handlers;

function typedIn(form: URLSearchParams): TypedReportSettings {
  const fields = Object.keys(asTyped(NO_REPORT_SETTINGS));
  return Object.fromEntries(
    fields.map((field) => [field, form.get(field) ?? ""]),
  ) as TypedReportSettings;
}

/** When the library is open to answer: a plain form, which works without a script. */
import type { Fault } from "../model/problem.ts";
import { workingHours, workingHoursWire } from "../normalise/working-hours.ts";
import type { TypedWorkingHours, WorkingHoursView } from "../present/views/working-hours.ts";
import { findWorkingHours, saveSettings } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { checked, formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";

export const workingHoursPages = {
  "GET /answers/settings": (c) =>
    page(c, async () => {
      const { days, from, to } = await findWorkingHours(c.env.DB);
      return viewOf(c, { days: [...days], from, to }, []);
    }),

  "POST /answers/settings": async (c) => {
    const typed = typedIn(await formOf(c));
    return orAgain(
      c,
      async () => {
        const hours = workingHours(checked(workingHoursWire, typed));
        await saveSettings(c.env.DB, { working_hours: hours }).run();
        return c.redirect("/answers?just=hours", 303);
      },
      async ({ problems }) => viewOf(c, typed, problems),
    );
  },
} satisfies Handlers;

const viewOf = (c: Ctx, typed: TypedWorkingHours, faults: Fault[]): WorkingHoursView => ({
  screen: "working_hours",
  chrome: chromeOf(c),
  typed,
  faults,
});

/** An hour as browsers send it, and as people type it: `08.00` is `08:00`. */
const typedIn = (form: URLSearchParams): TypedWorkingHours => ({
  days: form.getAll("days").map(Number),
  from: hourIn(form.get("from")),
  to: hourIn(form.get("to")),
});

const hourIn = (text: string | null): string =>
  (text ?? "")
    .trim()
    .replace(/^(\d{1,2})[.:](\d\d)$/, (_, hour, minute) => `${hour.padStart(2, "0")}:${minute}`);

/** The library's own settings, and deriving everything anew. */
import * as z from "zod";
import { beginRebuild, rebuild } from "../jobs/writing/rebuild.ts";
import { isTimeZone, USUAL_ZONE } from "../model/day.ts";
import { fault, Problem } from "../model/problem.ts";
import { NO_REPORT_SETTINGS } from "../model/report.ts";
import { reportSettings, reportSettingsWire } from "../normalise/report-settings.ts";
import { typedText } from "../normalise/snapshot-schema.ts";
import { workingHours, workingHoursWire } from "../normalise/working-hours.ts";
import { LANGUAGES } from "../present/views/chrome.ts";
import { findArrival } from "../store/arrival.ts";
import { findReportHead, findWorkingHours, saveSettings } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { checked, jsonOf } from "./body.ts";
import { settingsOf } from "./data-reading.ts";
import type { Ctx } from "./env.ts";

export const settingsWire = z
  .strictObject({
    name: typedText(200).min(1).optional(),
    language: z.enum(LANGUAGES).optional(),
    time_zone: z.string().max(60).optional().meta({
      description: "The zone of the library's days (IANA name); a change needs a rebuild",
      example: "Asia/Jakarta",
    }),
    x_ceiling_usd: z
      .number()
      .min(0)
      .max(10_000)
      .optional()
      .meta({ description: "What reading X may cost in a month, in US dollars" }),
    contact: z.email("not_an_email").max(200).nullable().optional().meta({
      description:
        "The e-mail address that browsers' push services are told, so that they can reach whoever sends; null: push is not offered",
      example: "perpustakaan@example.go.id",
    }),
    demo: z
      .boolean()
      .optional()
      .meta({ description: "The figures are made up: said on every page" }),
    report: reportSettingsWire.optional(),
    working_hours: workingHoursWire.optional(),
  })
  .meta({ id: "Settings" });

/** As it is by now: while the request came, another may have moved it. */
async function zoneNow(c: Ctx): Promise<string> {
  const { library } = await findArrival(c.env.DB, null);
  return library.time_zone ?? c.env.TIME_ZONE ?? USUAL_ZONE;
}

export const settings = {
  "GET /api/settings": async (c) => {
    const [{ settings: report }, working_hours] = await Promise.all([
      findReportHead(c.env.DB),
      findWorkingHours(c.env.DB),
    ]);
    return c.json({ ...settingsOf(c), report: report ?? NO_REPORT_SETTINGS, working_hours });
  },

  "PATCH /api/settings": async (c) => {
    const { report, working_hours: hours, ...rest } = checked(settingsWire, await jsonOf(c));
    const said = {
      ...rest,
      ...(report === undefined ? {} : { report: reportSettings(report) }),
      ...(hours === undefined ? {} : { working_hours: workingHours(hours) }),
    };
    const { time_zone } = said;
    if (time_zone !== undefined && !isTimeZone(time_zone)) {
      throw new Problem("invalid", "time_zone is not known", [
        fault("time_zone", "unknown_time_zone"),
      ]);
    }
    const moved = time_zone !== undefined && time_zone !== (await zoneNow(c));
    // a zone is never written without the rebuild that it needs
    const save = saveSettings(c.env.DB, { ...said, time_zone: moved ? time_zone : undefined });
    const rebuild = moved
      ? await beginRebuild(c.env.DB, { now: c.get("now"), time_zone }, [save])
      : null;
    if (!moved) await save.run();
    return c.json({ ...settingsOf(c), ...said, rebuild_needed: rebuild !== null && !rebuild.done });
  },

  "POST /api/rebuild": async (c) => {
    const context = { now: c.get("now"), time_zone: c.get("time_zone") };
    return c.json(await rebuild(c.env.DB, context));
  },
} satisfies Handlers;

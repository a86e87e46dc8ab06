/** The form of the report's letterhead and signatures: as it stands, or as it was typed. */
import type { Fault } from "../model/problem.ts";
import type { ReportSettings } from "../model/report.ts";
import type { ReportSettingsView, TypedReportSettings } from "../present/views/report.ts";
import type { Ctx } from "./env.ts";
import { chromeOf } from "./page.ts";

export function standingReportSettings(settings: ReportSettings | null): TypedReportSettings {
  const { letterhead = [], place, approver, author } = settings ?? {};
  return {
    letterhead: letterhead.join("\n"),
    place: place ?? "",
    approver_title: approver?.title ?? "",
    approver_name: approver?.name ?? "",
    approver_nip: approver?.nip ?? "",
    author_title: author?.title ?? "",
    author_name: author?.name ?? "",
    author_nip: author?.nip ?? "",
  };
}

export function typedReportSettings(form: URLSearchParams): TypedReportSettings {
  const said = (name: keyof TypedReportSettings): string => form.get(name) ?? "";
  return {
    letterhead: said("letterhead"),
    place: said("place"),
    approver_title: said("approver_title"),
    approver_name: said("approver_name"),
    approver_nip: said("approver_nip"),
    author_title: said("author_title"),
    author_name: said("author_name"),
    author_nip: said("author_nip"),
  };
}

/** @param faults as the API names them: `approver.title` is the form's `approver_title` */
export const reportSettingsView = (
  c: Ctx,
  typed: TypedReportSettings,
  faults: readonly Fault[] = [],
): ReportSettingsView => ({
  screen: "report_settings",
  chrome: chromeOf(c),
  typed,
  faults: faults.map((fault) => ({
    ...fault,
    path: fault.path.replace(/^(approver|author)\./, "$1_"),
  })),
});

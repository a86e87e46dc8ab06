import { expect, test } from "vitest";
import { NO_REPORT_SETTINGS, type ReportSettings } from "../../functions/model/report.ts";
import {
  asTyped,
  reportSettings,
  reportSettingsWire,
  typedReportSettings,
} from "../../functions/normalise/report-settings.ts";

const read = (said: unknown) => reportSettings(reportSettingsWire.parse(said));
const FULL: ReportSettings = {
  letterhead: ["PEMERINTAH KOTA PASURUAN", "DINAS PERPUSTAKAAN", "", "Jl. Pahlawan 1"].filter(
    Boolean,
  ),
  place: "Pasuruan",
  approver: { title: "Kepala", name: "Siti", nip: "1970 01" },
  author: { title: null, name: "Budi", nip: null },
};

test.each([
  ["nothing said: all of it is written by hand", {}, NO_REPORT_SETTINGS],
  [
    "null says as much",
    { letterhead: null, place: null, approver: null, author: null },
    NO_REPORT_SETTINGS,
  ],
  [
    "spaces do too",
    { letterhead: ["  ", ""], place: " ", author: { name: "" } },
    NO_REPORT_SETTINGS,
  ],
  ["what is said stands", FULL, FULL],
  [
    "in one form of writing",
    { place: "Cafe\u0301" },
    { ...NO_REPORT_SETTINGS, place: "Caf\u00e9" },
  ],
])("%s", (_, said, expected) => expect(read(said)).toEqual(expected));

test.each([[FULL], [NO_REPORT_SETTINGS]])("what the form shows, it takes back: %j", (settings) =>
  expect(read(typedReportSettings(asTyped(settings)))).toEqual(settings),
);

test("a letterhead is typed a line each, blank ones between", () =>
  expect(
    read(typedReportSettings({ ...asTyped(NO_REPORT_SETTINGS), letterhead: "A\r\n\r\n B \nC\n" }))
      .letterhead,
  ).toEqual(["A", "B", "C"]));

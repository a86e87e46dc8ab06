/** What a report's head and foot say, as a person types it. */
import * as z from "zod";
import {
  LONGEST_REPORT_TEXT,
  MOST_LETTERHEAD_LINES,
  type ReportSettings,
  type Signatory,
} from "../model/report.ts";
import { typedText } from "./snapshot-schema.ts";

const line = typedText(LONGEST_REPORT_TEXT);
/** What is left empty is written by hand. */
const orBlank = (example: string) => line.nullish().meta({ example });

const signatory = z
  .strictObject({
    title: orBlank("Kepala Perpustakaan Kota Pasuruan"),
    name: orBlank("Dra. Siti Aminah, M.Si."),
    nip: orBlank("19700101 199503 2 001"),
  })
  .nullish();

export const reportSettingsWire = z
  .strictObject({
    letterhead: z
      .array(line)
      .max(MOST_LETTERHEAD_LINES, "too_long")
      .nullish()
      .meta({ description: `On top, at most ${MOST_LETTERHEAD_LINES} lines` }),
    place: orBlank("Pasuruan"),
    approver: signatory.meta({ description: "Mengetahui" }),
    author: signatory.meta({ description: "Pengelola" }),
  })
  .meta({
    id: "ReportSettings",
    description: "The head and the foot of the monthly report, whole: what is left out is blank",
  });

const keptLine = z.string().max(LONGEST_REPORT_TEXT).nullable();
const keptSignatory = z.looseObject({ title: keptLine, name: keptLine, nip: keptLine });

/** As they lie in the database and in a report. */
export const storedReportSettings = z.looseObject({
  letterhead: z.array(z.string().max(LONGEST_REPORT_TEXT)).max(MOST_LETTERHEAD_LINES),
  place: keptLine,
  approver: keptSignatory,
  author: keptSignatory,
});

/** @param said as the schema has checked it */
export const reportSettings = (said: z.output<typeof reportSettingsWire>): ReportSettings => ({
  letterhead: (said.letterhead ?? []).flatMap((text) => tidied(text) ?? []),
  place: tidied(said.place),
  approver: signatoryOf(said.approver),
  author: signatoryOf(said.author),
});

const signatoryOf = (said: z.output<typeof signatory>): Signatory => ({
  title: tidied(said?.title),
  name: tidied(said?.name),
  nip: tidied(said?.nip),
});

const tidied = (text: string | null | undefined): string | null => text?.normalize("NFC") || null;

const SIGNATORIES = ["approver", "author"] as const;
const OF_A_SIGNATORY = ["title", "name", "nip"] as const;

/** The fields of the plain form: the letterhead in one, a line each. */
type TypedFields = Record<
  "letterhead" | "place" | `${(typeof SIGNATORIES)[number]}_${(typeof OF_A_SIGNATORY)[number]}`,
  string
>;

/** As the API takes them. */
export const typedReportSettings = (typed: TypedFields): Record<string, unknown> => ({
  letterhead: typed.letterhead.split(/\r?\n/).filter((text) => text.trim() !== ""),
  place: typed.place,
  ...Object.fromEntries(
    SIGNATORIES.map((who) => [
      who,
      Object.fromEntries(OF_A_SIGNATORY.map((field) => [field, typed[`${who}_${field}`]])),
    ]),
  ),
});

/** What was kept, as its form shows it. */
export const asTyped = ({ letterhead, place, approver, author }: ReportSettings): TypedFields => ({
  letterhead: letterhead.join("\n"),
  place: place ?? "",
  approver_title: approver.title ?? "",
  approver_name: approver.name ?? "",
  approver_nip: approver.nip ?? "",
  author_title: author.title ?? "",
  author_name: author.name ?? "",
  author_nip: author.nip ?? "",
});

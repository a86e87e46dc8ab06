/** What stands on top of the monthly report, and who signs it. */
import { LONGEST_REPORT_TEXT, MOST_LETTERHEAD_LINES } from "../../functions/model/report.ts";
import type {
  ReportSettingsView,
  TypedReportSettings,
} from "../../functions/present/views/report.ts";
import { reportSettingsWords } from "../language/report-settings.ts";
import { shellWords } from "../language/shell.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Field } from "../parts/field.tsx";

export const reportSettingsTitle = ({ chrome }: ReportSettingsView): string =>
  reportSettingsWords[chrome.language].title;

export function ReportSettingsPage({ view }: { view: ReportSettingsView }) {
  const { chrome, typed, faults } = view;
  const words = reportSettingsWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const wrong = isWrongIn(view);
  return (
    <div class="narrow">
      <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />
      <h1>{words.title}</h1>
      <p class="lead soft">{words.help}</p>
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        textOf={({ path, code }) =>
          path === "letterhead" && code === "too_long"
            ? `${words.fields.letterhead}: ${words.too_many_lines(MOST_LETTERHEAD_LINES)}`
            : null
        }
        nameOf={(path) => words.fields[path.split(/[[.]/)[0] as keyof TypedReportSettings] ?? path}
      />
      <form class="form lead" method="post" action="/report/settings" autocomplete="off">
        <label>
          {words.fields.letterhead}
          <textarea
            name="letterhead"
            rows={MOST_LETTERHEAD_LINES}
            placeholder={words.hints.letterhead}
            aria-invalid={wrong("letterhead")}
          >
            {typed.letterhead}
          </textarea>
          <small>{words.letterhead_help(MOST_LETTERHEAD_LINES)}</small>
        </label>
        <Field
          label={words.fields.place}
          name="place"
          value={typed.place}
          maxLength={LONGEST_REPORT_TEXT}
          placeholder={words.hints.place}
          aria-invalid={wrong("place")}
        />
        <Signatory view={view} who="approver" />
        <Signatory view={view} who="author" />
        <button type="submit">{words.save}</button>
      </form>
    </div>
  );
}

const isWrongIn =
  ({ faults }: ReportSettingsView) =>
  (field: string): true | undefined =>
    faults.some(({ path }) => path.startsWith(field)) || undefined;

function Signatory({ view, who }: { view: ReportSettingsView; who: "approver" | "author" }) {
  const { chrome, typed } = view;
  const words = reportSettingsWords[chrome.language];
  const wrong = isWrongIn(view);
  const field = (part: "title" | "name" | "nip", hint?: string) => {
    const name = `${who}_${part}` as const;
    return (
      <Field
        label={words.labels[part]}
        name={name}
        value={typed[name]}
        maxLength={LONGEST_REPORT_TEXT}
        placeholder={hint}
        aria-invalid={wrong(name)}
      />
    );
  };
  return (
    <fieldset>
      <legend>{words[who]}</legend>
      {field("title", words.hints[`${who}_title`])}
      {field("name")}
      {field("nip", words.hints.nip)}
    </fieldset>
  );
}

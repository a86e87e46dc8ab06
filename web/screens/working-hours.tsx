/** When the library is open to answer. */
import type { WorkingHoursView } from "../../functions/present/views/working-hours.ts";
import { shellWords } from "../language/shell.ts";
import { workingHoursWords } from "../language/working-hours.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Field } from "../parts/field.tsx";

export const workingHoursTitle = ({ chrome }: WorkingHoursView): string =>
  workingHoursWords[chrome.language].title;

export function WorkingHoursPage({ view }: { view: WorkingHoursView }) {
  const { chrome, typed, faults } = view;
  const words = workingHoursWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path.startsWith(field)) || undefined;
  const names: Record<string, string> = { days: words.days, from: words.from, to: words.to };
  return (
    <div class="narrow">
      <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />
      <h1>{words.title}</h1>
      <p class="lead soft">{words.help}</p>
      <Faults
        language={chrome.language}
        lead={words.refused}
        faults={faults}
        nameOf={(path) => names[path.split("[")[0] ?? ""] ?? path}
      />
      <form class="form lead" method="post" action="/answers/settings" autocomplete="off">
        <fieldset aria-invalid={wrong("days")}>
          <legend>{words.days}</legend>
          {words.weekdays.map((name, index) => (
            <label key={name} class="tick">
              <input
                type="checkbox"
                name="days"
                value={index + 1}
                checked={typed.days.includes(index + 1)}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
        <div class="fields">
          <Field
            label={words.from}
            name="from"
            type="time"
            value={typed.from}
            aria-invalid={wrong("from")}
            required
          />
          <Field
            label={words.to}
            name="to"
            type="time"
            value={typed.to}
            aria-invalid={wrong("to")}
            required
          />
        </div>
        <button type="submit">{words.save}</button>
      </form>
    </div>
  );
}

/** The almanac of a year: what is known of it, and the forms that correct it. */
import { ALMANAC_KINDS } from "../../functions/model/almanac.ts";
import type { AlmanacLine, AlmanacView } from "../../functions/present/views/almanac.ts";
import { almanacWords } from "../language/almanac.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Choose, Field, More } from "../parts/field.tsx";

export const almanacTitle = ({ chrome, year }: AlmanacView): string =>
  almanacWords[chrome.language].title(String(year));

export function Almanac({ view }: { view: AlmanacView }) {
  const { chrome, year, this_year, days, removed, faults } = view;
  const words = almanacWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <>
      <Back href="/calendar" name={tabs.calendar} label={back_to(tabs.calendar)} />
      <h1>{almanacTitle(view)}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      {view.decree_missing && (
        <p class="note weak">{words.decree_missing(String(this_year + 1))}</p>
      )}
      <Faults
        language={chrome.language}
        lead={planWords[chrome.language].plan.refused}
        faults={faults}
        nameOf={(path) => words.fields[path] ?? null}
      />
      <nav class="presets choice" aria-label={words.years}>
        {[this_year, this_year + 1, this_year + 2].map((one) => (
          <a
            key={one}
            href={`/almanac?year=${one}`}
            aria-current={one === year ? "page" : undefined}
          >
            {String(one)}
          </a>
        ))}
      </nav>
      <ul class="rows">
        {days.map((day) => (
          <li key={day.key ?? day.id} class="stacked">
            <Line view={view} day={day} />
          </li>
        ))}
      </ul>
      {view.may_plan && (
        <section>
          <More title={words.add}>
            <DayForm view={view} day={null} />
          </More>
        </section>
      )}
      {view.may_plan && removed.length > 0 && (
        <section>
          <h2>{words.removed}</h2>
          <ul class="rows">
            {removed.map(({ id, name_id, name_en }) => (
              <li key={id}>
                <form class="row-between" method="post" action={`/almanac?year=${year}`}>
                  <span>{chrome.language === "id" ? name_id : name_en}</span>
                  <input type="hidden" name="id" value={id} />
                  <button name="do" value="back" class="plain" type="submit">
                    {words.back}
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Line({ view, day }: { view: AlmanacView; day: AlmanacLine }) {
  const { chrome } = view;
  const words = almanacWords[chrome.language];
  const speech = speechOf(chrome);
  const { from_on, to_on, kind, id, key, may_move } = day;
  const name = chrome.language === "id" ? day.name_id : day.name_en;
  const when = from_on === to_on ? speech.fullDay(from_on) : speech.stretch(from_on, to_on);
  const said = [
    words.kinds[kind],
    may_move && words.perhaps,
    id !== null && key !== null && words.corrected,
  ];
  return (
    <>
      <b>{name}</b>
      <small>{[when, ...said].filter(Boolean).join(" · ")}</small>
      {view.may_plan && (
        <More title={words.correct(name)}>
          <DayForm view={view} day={day} />
        </More>
      )}
    </>
  );
}

function DayForm({ view, day }: { view: AlmanacView; day: AlmanacLine | null }) {
  const { chrome, year } = view;
  const words = almanacWords[chrome.language];
  const { fields } = words;
  return (
    <form class="form" method="post" action={`/almanac?year=${year}`}>
      {day?.key && <input type="hidden" name="key" value={day.key} />}
      {day?.id && <input type="hidden" name="id" value={day.id} />}
      <div class="fields">
        <Field
          label={fields.from_on ?? ""}
          name="from_on"
          type="date"
          value={day?.from_on}
          required
        />
        <Field label={fields.to_on ?? ""} name="to_on" type="date" value={day?.to_on} />
      </div>
      <Field
        label={fields.name_id ?? ""}
        name="name_id"
        value={day?.name_id}
        maxLength={200}
        required
      />
      <Field label={fields.name_en ?? ""} name="name_en" value={day?.name_en} maxLength={200} />
      <Choose
        label={fields.kind ?? ""}
        name="kind"
        value={day?.kind ?? "own"}
        options={ALMANAC_KINDS.map((kind) => [kind, words.kinds[kind]])}
      />
      <Choose
        label={fields.certainty ?? ""}
        name="certainty"
        value="decree"
        options={[
          ["decree", words.certainties.decree],
          ["computed", words.certainties.computed],
        ]}
      />
      <Field label={fields.source ?? ""} name="source" value={day?.source} maxLength={200} />
      <p class="actions">
        <button name="do" value="save" type="submit">
          {words.save}
        </button>
        {day?.key && (
          <button name="do" value="remove" class="quiet danger" type="submit">
            {words.remove}
          </button>
        )}
        {day?.id && (
          <button name="do" value="back" class="quiet" type="submit">
            {day.key ? words.as_shipped : words.remove}
          </button>
        )}
      </p>
    </form>
  );
}

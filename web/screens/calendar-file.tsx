import type { CalendarView } from "../../functions/present/views/calendar.ts";
import { planWords } from "../language/plans.ts";
import { Faults } from "../parts/faults.tsx";
import { Field, More } from "../parts/field.tsx";

/** What an imported file did, or why it was not taken. */
export function Brought(props: {
  view: CalendarView;
  brought: NonNullable<CalendarView["brought"]>;
}) {
  const { chrome } = props.view;
  const words = planWords[chrome.language];
  const { brought } = props;
  if (!("faults" in brought)) {
    return (
      <p class="note" role="status">
        {words.brought(brought.added, brought.changed, brought.unchanged)}
      </p>
    );
  }
  return (
    <Faults
      language={chrome.language}
      lead={words.not_brought}
      faults={brought.faults}
      nameOf={(path) => path.replace(/^row (\d+) ?/, words.row)}
    />
  );
}

/** The calendar as a table, out and in again, and where to subscribe to it. */
export function File({ view }: { view: CalendarView }) {
  const words = planWords[view.chrome.language];
  return (
    <section>
      <More title={words.file}>
        <p class="small soft">{words.calendar_file}</p>
        <p class="actions">
          <a class="action" href="/almanac">
            {words.almanac}
          </a>
          <a class="action" href="/plans.csv">
            {words.file_out}
          </a>
        </p>
        {view.may_plan && (
          <form class="form" method="post" action="/plans/import" enctype="multipart/form-data">
            <Field label={words.file_in} type="file" name="file" accept=".csv,text/csv" required />
            <p class="small soft">{words.file_help}</p>
            <button class="quiet" type="submit">
              {words.file_take}
            </button>
          </form>
        )}
      </More>
    </section>
  );
}

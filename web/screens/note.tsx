/** One note: its form, and who changed what. A new one is the form alone. */
import { LONGEST_NOTE } from "../../functions/model/note.ts";
import type { NoteLine, NoteView } from "../../functions/present/views/note.ts";
import { noteWords } from "../language/notes.ts";
import { planWords } from "../language/plans.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { formAddress } from "../links.ts";
import { accountName } from "../parts/account-name.ts";
import { AccountTicks } from "../parts/account-ticks.tsx";
import { Back } from "../parts/back.tsx";
import { Faults } from "../parts/faults.tsx";
import { Field, More } from "../parts/field.tsx";
import { CALENDAR } from "./calendar.tsx";
import { Changes } from "./plan-changes.tsx";

export const noteTitle = ({ chrome, note }: NoteView): string =>
  note?.text ?? noteWords[chrome.language].new;

export function NotePage({ view }: { view: NoteView }) {
  const { chrome, note, may_plan } = view;
  const words = noteWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <>
      <Back
        href={`${CALENDAR}${note ? `?month=${note.from_on.slice(0, 7)}#d-${note.from_on}` : ""}`}
        name={tabs.calendar}
        label={back_to(tabs.calendar)}
      />
      <h1>{noteTitle(view)}</h1>
      <p class="lead soft">{note ? lineOf(view, note) : words.help}</p>
      <Refused view={view} />
      {may_plan && <NoteForm view={view} />}
      {note && may_plan && (
        <section>
          <More title={words.remove}>
            <p class="small soft">{words.remove_help}</p>
            <form method="post" action={`/notes/${note.id}`} class="form">
              <input type="hidden" name="version" value={note.version} />
              <button name="do" value="remove" class="quiet danger" type="submit">
                {words.remove}
              </button>
            </form>
          </More>
        </section>
      )}
      <Changes view={view} words={words} />
    </>
  );
}

/** Its days, whose it is, and whether they count. */
function lineOf({ chrome, accounts }: NoteView, note: NoteLine): string {
  const words = noteWords[chrome.language];
  return [
    speechOf(chrome).period(note.from_on, note.to_on),
    note.accounts?.map((one) => accountName(one, accounts)).join(", ") ?? words.all,
    note.left_out && words.is_left_out,
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Why it was not saved: what is wrong, or what somebody else saved meanwhile. */
function Refused({ view }: { view: NoteView }) {
  const { chrome, faults, stands, changes } = view;
  const words = noteWords[chrome.language];
  const { plan } = planWords[chrome.language];
  if (stands) {
    const [who] = changes;
    return (
      <div class="note weak" role="alert">
        <p>{words.stale(who?.admin ? plan.by_admin : (who?.who ?? plan.somebody))}</p>
        <p>
          <b>{stands.text}</b>
        </p>
        <p>{lineOf(view, stands)}</p>
        <p>{plan.stale_help}</p>
      </div>
    );
  }
  return (
    <Faults
      language={chrome.language}
      lead={plan.refused}
      faults={faults}
      nameOf={(path) => fieldName(view, path)}
    />
  );
}

/** A field as the form calls it. */
function fieldName({ chrome }: NoteView, path: string): string {
  const words = noteWords[chrome.language];
  const [field = ""] = path.split(/[[.]/);
  const { from_on, to_on, text, accounts } = words;
  const called: Record<string, string> = { from_on, to_on, text, accounts, version: "" };
  return called[field] ?? field;
}

function NoteForm({ view }: { view: NoteView }) {
  const { chrome, accounts, note, typed, faults } = view;
  const words = noteWords[chrome.language];
  const wrong = (field: string) => faults.some(({ path }) => path.startsWith(field)) || undefined;
  return (
    <form
      class="form lead"
      method="post"
      action={note ? `/notes/${note.id}` : formAddress("/notes", chrome)}
      autocomplete="off"
    >
      {typed.version !== null && <input type="hidden" name="version" value={typed.version} />}
      <Field
        label={words.text}
        name="text"
        value={typed.text}
        maxLength={LONGEST_NOTE}
        placeholder={words.text_hint}
        aria-invalid={wrong("text")}
        required
      />
      <div class="fields">
        <Field
          label={words.from_on}
          name="from_on"
          type="date"
          value={typed.from_on}
          aria-invalid={wrong("from_on")}
          required
        />
        <Field
          label={words.to_on}
          name="to_on"
          type="date"
          value={typed.to_on}
          aria-invalid={wrong("to_on")}
          required
        />
      </div>
      <fieldset aria-invalid={wrong("accounts")}>
        <legend>{words.accounts}</legend>
        <p class="small soft">{words.accounts_help}</p>
        <AccountTicks accounts={accounts} chosen={typed.accounts} />
      </fieldset>
      <label class="tick">
        <input type="checkbox" name="left_out" value="true" checked={typed.left_out} />
        <span>
          {words.left_out} <small>{words.left_out_help}</small>
        </span>
      </label>
      <button name="do" value="save" type="submit">
        {words.save}
      </button>
    </form>
  );
}

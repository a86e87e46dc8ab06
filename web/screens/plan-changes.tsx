import type { ChangeLine, PlanView } from "../../functions/present/views/calendar.ts";
import { names } from "../language/names.ts";
import { noteWords } from "../language/notes.ts";
import { planWords } from "../language/plans.ts";
import { speechOf } from "../language/speech.ts";
import { accountName } from "../parts/account-name.ts";
import { More } from "../parts/field.tsx";

type Changed = Pick<PlanView, "chrome" | "accounts" | "changes">;

/** What the thing is called that was changed, and its fields. */
type Called = { made: string; removed: string; fields: Record<string, string> };

/** Who changed what of a plan or a note, the newest first. */
export function Changes({ view, words: called }: { view: Changed; words: Called }) {
  const { chrome, changes } = view;
  const words = planWords[chrome.language];
  const speech = speechOf(chrome);
  if (changes.length === 0) return null;
  return (
    <section>
      <More title={words.plan.changes}>
        <ul class="rows">
          {changes.map((change) => (
            <li key={change.id} class="stacked">
              {change.admin ? words.plan.by_admin : change.who}
              {change.made && ` ${called.made}`}
              {change.removed && ` ${called.removed}`}
              <small>{speech.moment(change.at)}</small>
              {!change.made &&
                !change.removed &&
                change.fields.map(({ field, before, after }) => (
                  <small key={field}>
                    {words.plan.from_to(
                      called.fields[field] ?? field,
                      inWords(view, field, before),
                      inWords(view, field, after),
                    )}
                  </small>
                ))}
            </li>
          ))}
        </ul>
      </More>
    </section>
  );
}

const DAYS = ["on_day", "from_on", "to_on", "broken_on"];

/** A value of a change, as the screen says it elsewhere. */
function inWords(
  view: Changed,
  field: string,
  value: ChangeLine["fields"][number]["before"],
): string {
  const { chrome, accounts } = view;
  const { plan: words, states } = planWords[chrome.language];
  const { format, topics } = names[chrome.language];
  const notes = noteWords[chrome.language];
  const nameOf = (id: unknown): string => {
    const account = accounts.find((one) => one.id === id);
    return account ? accountName(account, accounts) : `#${String(id)}`;
  };
  if (field === "left_out") return value === true ? notes.is_left_out : notes.is_counted;
  // a plan has accounts always; a note without any is of all
  if (field === "accounts" && value === null) return notes.all;
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) {
    return words.nothing;
  }
  if (field === "accounts" && Array.isArray(value)) return value.map(nameOf).join(", ");
  if (field === "said" && Array.isArray(value)) {
    return (value as { account: unknown; post: unknown }[])
      .map(
        ({ account, post }) =>
          `${nameOf(account)}: ${post === null ? words.post_none : `#${String(post)}`}`,
      )
      .join(", ");
  }
  const text = String(value);
  const tables: Record<string, Record<string, string>> = { state: states, format, topic: topics };
  if (DAYS.includes(field)) return speechOf(chrome).fullDay(text);
  return tables[field]?.[text] ?? text;
}

/** Who changed what, for the admin. */
import type { ChangedLine, ChangesView } from "../../functions/present/views/changes.ts";
import { changesWords } from "../language/changes.ts";
import { dataWords } from "../language/data.ts";
import { shellWords } from "../language/shell.ts";
import { speechOf } from "../language/speech.ts";
import { Back } from "../parts/back.tsx";

export const changesTitle = ({ chrome }: ChangesView): string =>
  changesWords[chrome.language].title;

export function Changes({ view }: { view: ChangesView }) {
  const { chrome, changes, next } = view;
  const words = changesWords[chrome.language];
  const data = dataWords[chrome.language].title;
  return (
    <>
      <Back href="/data/settings" name={data} label={shellWords[chrome.language].back_to(data)} />
      <h1>{words.title}</h1>
      <p class="lead soft">{changes.length === 0 ? words.none : words.lead}</p>
      <ul class="rows">
        {changes.map((change) => (
          <li key={change.id} class="stacked">
            <Line view={view} change={change} />
          </li>
        ))}
      </ul>
      {next !== null && (
        <a class="action" href={`/changes?before=${next}`}>
          {words.older} ›
        </a>
      )}
    </>
  );
}

/** Where a thing that is still there has its page. */
const PAGES: Partial<Record<ChangedLine["what"], string>> = {
  plan: "/plans",
  event: "/events",
  note: "/notes",
  trial: "/trials",
  post: "/posts",
  streak: "/streaks",
  comment: "/posts",
};

function Line({ view: { chrome }, change }: { view: ChangesView; change: ChangedLine }) {
  const words = changesWords[chrome.language];
  const { admin, who, done, what, subject, name, at } = change;
  const page = done === "removed" ? undefined : PAGES[what];
  const called = name === null ? `#${subject}` : words.named(name);
  return (
    <>
      {admin ? words.admin : who} {words.done[done]} {words.things[what]}{" "}
      {page ? <a href={`${page}/${subject}`}>{called}</a> : called}
      <small>{speechOf(chrome).moment(at)}</small>
    </>
  );
}

/** What came in by file and by hand, each to be undone. */
import type { BringData, ImportLine } from "../../functions/present/views/data.ts";
import { cameIn } from "../language/came-in.ts";
import { dataWords } from "../language/data.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { More } from "../parts/field.tsx";

/** The newest are the ones that somebody may want to undo. */
const SHOWN = 5;

export function Imports({ view }: { view: BringData }) {
  const { chrome, imports } = view;
  const words = dataWords[chrome.language];
  return (
    <section id="imports">
      <h2>{words.imports}</h2>
      {imports.length === 0 ? (
        <p class="soft small">{words.no_imports}</p>
      ) : (
        <>
          <ImportRows view={view} lines={imports.slice(0, SHOWN)} />
          {imports.length > SHOWN && (
            <More title={words.imports_more(imports.length - SHOWN)}>
              <ImportRows view={view} lines={imports.slice(SHOWN)} />
            </More>
          )}
        </>
      )}
    </section>
  );
}

const ImportRows = ({ view, lines }: { view: BringData; lines: readonly ImportLine[] }) => (
  <ul class="rows">
    {lines.map((one) => (
      <ImportRow key={one.id} view={view} line={one} />
    ))}
  </ul>
);

/** How it came in: what undoing it does is said for each. */
const wayOf = ({ kind }: ImportLine): "file" | "typed" | "merged" =>
  kind === "typed" || kind === "merged" ? kind : "file";

function ImportRow({ view, line }: { view: BringData; line: ImportLine }) {
  const { language } = view.chrome;
  const words = dataWords[language];
  const { title, about, counts } = cameIn(line, view);
  return (
    <li class="stacked">
      <span class={line.undone_at === null ? "" : "soft"}>
        {line.post === null ? title : <a href={`/posts/${line.post}`}>{title}</a>}
        <small class="under">
          {about.join(" · ")}
          {line.undone_at !== null && !line.undoing && ` · ${words.undone}`}
          {line.undoing && <span class="weak"> · {words.half_undone}</span>}
        </small>
        {counts !== "" && <small class="under">{counts}</small>}
      </span>
      {(line.undone_at === null || line.undoing) && (
        <More title={line.undoing ? words.undo_rest : words.undo}>
          <ApiForm language={language} method="DELETE" path={`/api/imports/${line.id}`} repeat>
            <p class="soft small">{words.undo_help[wayOf(line)]}</p>
            <button class="quiet" type="submit">
              {line.undoing ? words.undo_rest : words.undo}
            </button>
          </ApiForm>
        </More>
      )}
    </li>
  );
}

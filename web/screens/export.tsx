/** The human page of the export, for somebody who was given its link: what is here, and how to use it. */

import {
  type ColumnKey,
  EXPORT_NAMES,
  EXPORTS,
  type ExportName,
} from "../../functions/model/export-columns.ts";
import type { ExportView } from "../../functions/present/views/export.ts";
import { exportWords } from "../language/export.ts";
import { columnWords } from "../language/export-columns.ts";
import { Copyable } from "../parts/copyable.tsx";
import { More } from "../parts/field.tsx";
import { Rich } from "../parts/rich.tsx";

const EXTENSIONS = ["csv", "json", "ndjson"] as const;

export const exportTitle = ({ chrome }: ExportView): string =>
  exportWords[chrome.language].title(chrome.library);

export function Export({ view }: { view: ExportView }) {
  const { chrome, base, dashboard } = view;
  const words = exportWords[chrome.language];
  return (
    <>
      <h1>{words.title(chrome.library)}</h1>
      <p class="lead soft narrow">{words.lead}</p>
      {dashboard !== null && (
        <a class="action" href={dashboard}>
          {words.dashboard}
        </a>
      )}
      <div class="columns">
        <div>
          <section>
            <h2>{words.quick}</h2>
            <p class="soft lead">{words.quick_text}</p>
            <Copyable language={chrome.language} text={`=IMPORTDATA("${base}days.csv")`} />
          </section>
          <Files view={view} />
        </div>
        <div>
          <How view={view} />
          <Filters view={view} />
          <Promises view={view} />
        </div>
      </div>
    </>
  );
}

function Files({ view }: { view: ExportView }) {
  const words = exportWords[view.chrome.language];
  return (
    <section>
      <h2>{words.files}</h2>
      <p class="soft small">{words.files_help}</p>
      <ul class="rows">
        {EXPORT_NAMES.map((name) => (
          <File key={name} view={view} name={name} />
        ))}
      </ul>
    </section>
  );
}

function File({ view: { chrome, base }, name }: { view: ExportView; name: ExportName }) {
  const words = exportWords[chrome.language];
  return (
    <li class="stacked">
      <h3>{name}</h3>
      <p class="soft">{columnWords[chrome.language].files[name]}</p>
      <p class="actions">
        {EXTENSIONS.map((extension) => (
          <a key={extension} class="action" href={`${base}${name}.${extension}`}>
            {extension.toUpperCase()}
          </a>
        ))}
        <a class="action" href={`${base}${name}.csv?download=1`}>
          {words.download}
        </a>
      </p>
      <More title={words.columns(EXPORTS[name].length)}>
        <Columns view={{ chrome }} name={name} />
      </More>
    </li>
  );
}

function Columns({ view, name }: { view: Pick<ExportView, "chrome">; name: ExportName }) {
  const { types, columns } = columnWords[view.chrome.language];
  return (
    <dl class="terms">
      {EXPORTS[name].map((column) => (
        <>
          <dt key={column.name}>
            <code>{column.name}</code> <small>{types[column.type]}</small>
          </dt>
          <dd>{columns ? columns[`${name}.${column.name}` as ColumnKey] : column.description}</dd>
        </>
      ))}
    </dl>
  );
}

function How({ view: { chrome, base } }: { view: ExportView }) {
  const words = exportWords[chrome.language];
  return (
    <section>
      <h2>{words.how}</h2>
      <div class="rows">
        {words.hows(base).map(({ tool, steps }) => (
          <More key={tool} title={tool}>
            <ol class="steps">
              {steps.map(({ text, paste }) => (
                <li key={text}>
                  <Rich text={text} />
                  {paste && <Copyable language={chrome.language} text={paste} />}
                </li>
              ))}
            </ol>
          </More>
        ))}
      </div>
    </section>
  );
}

function Filters({ view: { chrome } }: { view: ExportView }) {
  const words = exportWords[chrome.language];
  const filters = [
    ["?from=2026-01-01", words.filter.from],
    ["&to=2026-12-31", words.filter.to],
    ["&account=perpustakaan", words.filter.account],
    ["&download=1", words.filter.download],
    ["&dialect=excel", words.filter.dialect],
    ["&lang=en", words.filter.lang],
  ] as const;
  return (
    <section>
      <h2>{words.filters}</h2>
      <p class="soft lead">{words.filters_text}</p>
      <dl class="terms">
        {filters.map(([code, meaning]) => (
          <>
            <dt key={code}>
              <code>{code}</code>
            </dt>
            <dd>{meaning}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

function Promises({ view: { chrome, base } }: { view: ExportView }) {
  const words = exportWords[chrome.language];
  return (
    <section class="prose">
      <h2>{words.promise}</h2>
      <ul class="soft">
        {words.promises.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <h3>{words.licence}</h3>
      <p class="soft">
        {words.licence_before}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="noopener license">
          CC BY 4.0
        </a>
      </p>
      <h3>{words.machine}</h3>
      <p class="soft">{words.machine_text}</p>
      <a class="action" href={`${base}datapackage.json`}>
        datapackage.json
      </a>
    </section>
  );
}

/** Data: the accounts, how figures come in, the links that lead out, the settings. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { DataTabView, RunLine } from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { speechOf } from "../language/speech.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { Accounts, problemWords } from "./data-accounts.tsx";
import { Bring } from "./data-bring.tsx";
import { Imports } from "./data-imports.tsx";
import { Links } from "./data-links.tsx";

export const dataTitle = ({ chrome }: DataTabView): string => dataWords[chrome.language].title;

export function Data({ view }: { view: DataTabView }) {
  const { chrome, settings } = view;
  const words = dataWords[chrome.language];
  return (
    <>
      <h1>{words.title}</h1>
      {settings && (
        <noscript>
          <p class="note">{words.no_script}</p>
        </noscript>
      )}
      {view.accounts.length === 0 && (
        <div class="stack lead">
          <p>{words.empty}</p>
          <p class="soft">{settings ? words.empty_help : words.empty_viewer}</p>
        </div>
      )}
      {settings?.room.scarce && <Room view={view} />}
      {settings?.going.map(({ id, name, left }) => (
        <div key={id} class="note">
          <p>{words.going(name, speechOf(chrome).count(left))}</p>
          <ApiForm
            language={chrome.language}
            method="DELETE"
            path={`/api/accounts/${id}?erase=true`}
            repeat
          >
            <button class="quiet" type="submit">
              {words.going_on}
            </button>
          </ApiForm>
        </div>
      ))}
      {settings?.rebuilding && (
        <div class="note weak">
          <p>{words.rebuilding}</p>
          <Rebuild language={chrome.language} />
        </div>
      )}
      <div class="columns">
        <div>
          {view.accounts.length > 0 && <Accounts view={view} />}
          <Spend view={view} />
          {settings && <Bring view={view} />}
        </div>
        <div>
          {settings && <Links view={view} />}
          {settings && <Imports view={view} />}
          <Runs view={view} />
          {settings && <Settings view={view} />}
        </div>
      </div>
      <p class="lead">
        <a class="action" href="/licences.txt">
          {words.licences}
        </a>
      </p>
    </>
  );
}

function Spend({ view: { chrome, x_spend } }: { view: DataTabView }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  if (!x_spend) return null;
  const { usd, ceiling_usd, month, paused } = x_spend;
  return (
    <section>
      <h2>{words.spend}</h2>
      <p class="lead soft">
        {words.spend_text(speech.money(usd), speech.money(ceiling_usd), speech.month(month))}
      </p>
      {paused && <p class="note weak">{words.spend_paused}</p>}
    </section>
  );
}

function Runs({ view }: { view: DataTabView }) {
  const { chrome, runs, settings } = view;
  const words = dataWords[chrome.language];
  return (
    <section id="runs">
      <h2>{words.runs}</h2>
      {settings && view.collection.length > 0 && (
        <ApiForm language={chrome.language} method="POST" path="/api/collect">
          <button class="quiet" type="submit">
            {words.collect_all}
          </button>
        </ApiForm>
      )}
      {runs.length === 0 ? (
        <p class="soft small">{words.no_runs}</p>
      ) : (
        <>
          <ul class="rows">
            {runs.slice(0, 5).map((run) => (
              <OneRun key={run.id} view={view} run={run} />
            ))}
          </ul>
          {runs.length > 5 && (
            <More title={words.runs_more(runs.length - 5)}>
              <ul class="rows">
                {runs.slice(5).map((run) => (
                  <OneRun key={run.id} view={view} run={run} />
                ))}
              </ul>
            </More>
          )}
        </>
      )}
    </section>
  );
}

function OneRun({ view: { chrome }, run }: { view: DataTabView; run: RunLine }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const counts = words.run_counts(run.calls, run.readings, run.seconds);
  return (
    <li class="stacked">
      <span>
        {speech.instant(run.started_at)}
        {counts !== "" && <small class="under">{counts}</small>}
      </span>
      {run.problems.length === 0 ? (
        <small>{words.no_problem}</small>
      ) : (
        run.problems.map((problem, index) => (
          <small key={index} class="weak">
            {problem.platform && `${PLATFORM_NAMES[problem.platform]}`}
            {problem.account && ` @${problem.account}`}
            {(problem.platform || problem.account) && ": "}
            {problemWords(chrome.language, problem)}
          </small>
        ))
      )}
    </li>
  );
}

function Rebuild({ language }: { language: Language }) {
  return (
    <ApiForm language={language} method="POST" path="/api/rebuild" repeat>
      <button class="quiet" type="submit">
        {dataWords[language].rebuild}
      </button>
    </ApiForm>
  );
}

/** How full the database is: on top once that is worth a warning, else a line among the settings. */
function Room({ view: { chrome, settings } }: { view: DataTabView }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  if (!settings) return null;
  const { bytes, written, most, scarce } = settings.room;
  const full = words.room(speech.megabytes(bytes), speech.megabytes(most.bytes));
  const spent = words.written(speech.count(written), speech.count(most.written));
  return scarce ? (
    <div class="note weak">
      <p>
        {full} {spent}
      </p>
      <p class="small">{words.room_help}</p>
    </div>
  ) : (
    <p class="soft small">
      {full} {spent}
    </p>
  );
}

/** The zones of Indonesia, and what the library has now. Any other can be set through the API. */
const ZONES: Record<string, string> = {
  "Asia/Jakarta": "WIB (Asia/Jakarta)",
  "Asia/Makassar": "WITA (Asia/Makassar)",
  "Asia/Jayapura": "WIT (Asia/Jayapura)",
};

function Settings({ view }: { view: DataTabView }) {
  const { chrome, settings } = view;
  const words = dataWords[chrome.language];
  if (!settings) return null;
  const zones = [...new Set([settings.time_zone, ...Object.keys(ZONES)])];
  return (
    <section id="settings">
      <h2>{words.settings}</h2>
      <ApiForm language={chrome.language} method="PATCH" path="/api/settings">
        <Field label={words.library} name="name" value={settings.name} required maxLength={200} />
        <Choose
          label={words.language}
          name="language"
          value={settings.language}
          options={[
            ["id", words.languages.id],
            ["en", words.languages.en],
          ]}
        />
        <Choose
          label={words.zone}
          name="time_zone"
          value={settings.time_zone}
          options={zones.map((zone) => [zone, ZONES[zone] ?? zone])}
        />
        <p class="soft small">{words.zone_help}</p>
        <Field
          label={words.ceiling}
          name="x_ceiling_usd"
          type="number"
          min={0}
          max={10_000}
          step="0.5"
          value={settings.x_ceiling_usd}
        />
        <button type="submit">{words.save}</button>
      </ApiForm>
      {!settings.room.scarce && <Room view={view} />}
      <More title={words.rebuild}>
        <p class="soft small">{words.rebuild_help}</p>
        <Rebuild language={chrome.language} />
      </More>
      <p>
        <a class="action" href="/api/docs">
          {words.docs}: {words.api}
        </a>
      </p>
    </section>
  );
}

/** Data: for a viewer what may be taken along; for the admin four short parts. */
import type { AccountsData, DataPart, DataTabView } from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { speechOf } from "../language/speech.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Accounts } from "./data-accounts.tsx";
import { Bring } from "./data-bring.tsx";
import { Imports } from "./data-imports.tsx";
import { Links } from "./data-links.tsx";
import { Runs } from "./data-runs.tsx";
import { Rebuild, RoomNote, Settings } from "./data-settings.tsx";
import { Viewer } from "./data-viewer.tsx";

export function dataTitle(view: DataTabView): string {
  const words = dataWords[view.chrome.language];
  return view.part === "viewer" || view.part === "accounts"
    ? words.title
    : `${words.parts[view.part]} · ${words.title}`;
}

export function Data({ view }: { view: DataTabView }) {
  if (view.part === "viewer") return <Viewer view={view} />;
  const words = dataWords[view.chrome.language];
  return (
    <>
      <h1>{words.title}</h1>
      <Parts view={view} />
      <noscript>
        <p class="note">{words.no_script}</p>
      </noscript>
      <Part view={view} />
    </>
  );
}

/** Where each part is, and which anchors of the one long page that it was lead to it now (web/client.tsx). */
const PARTS: Record<DataPart, { path: string; was: string }> = {
  accounts: { path: "/data", was: "" },
  bring: { path: "/data/bring", was: "bring import typed connect imports" },
  links: { path: "/data/links", was: "links" },
  settings: { path: "/data/settings", was: "settings" },
};

function Parts({ view }: { view: DataTabView }) {
  const words = dataWords[view.chrome.language];
  return (
    <nav class="options choice" aria-label={words.parts_label}>
      {(Object.keys(PARTS) as DataPart[]).map((part) => (
        <a
          key={part}
          href={PARTS[part].path}
          data-was={PARTS[part].was || undefined}
          aria-current={part === view.part ? "page" : undefined}
        >
          {words.parts[part]}
        </a>
      ))}
    </nav>
  );
}

function Part({ view }: { view: Exclude<DataTabView, { part: "viewer" }> }) {
  switch (view.part) {
    case "accounts":
      return <AccountsPart view={view} />;
    case "bring":
      return (
        <div class="columns">
          <Bring view={view} />
          <Imports view={view} />
        </div>
      );
    case "links":
      return <Links view={view} />;
    case "settings":
      return <Settings view={view} />;
  }
}

function AccountsPart({ view }: { view: AccountsData }) {
  const { chrome, accounts, bring } = view;
  const words = dataWords[chrome.language];
  return (
    <>
      <Notices view={view} />
      {accounts.length === 0 && (
        <div class="stack lead">
          <p>{words.empty}</p>
          <p class="soft">{words.empty_help}</p>
        </div>
      )}
      {bring && <Bring view={bring} />}
      {accounts.length > 0 && <Accounts view={view} />}
      {view.collection.length > 0 && (
        <section>
          <ApiForm language={chrome.language} method="POST" path="/api/collect">
            <button class="quiet" type="submit">
              {words.collect_all}
            </button>
          </ApiForm>
        </section>
      )}
      <Runs view={view} />
      <Spend view={view} />
    </>
  );
}

/** What a person has to know before all else. */
function Notices({ view: { chrome, notices } }: { view: AccountsData }) {
  const words = dataWords[chrome.language];
  return (
    <>
      {notices.room.scarce && <RoomNote chrome={chrome} room={notices.room} />}
      {notices.going.map(({ id, name, left }) => (
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
      {notices.rebuilding && (
        <div class="note weak">
          <p>{words.rebuilding}</p>
          <Rebuild language={chrome.language} />
        </div>
      )}
    </>
  );
}

function Spend({ view: { chrome, x_spend } }: { view: AccountsData }) {
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

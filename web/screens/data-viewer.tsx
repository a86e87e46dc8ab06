/** What a viewer finds: first what may be taken along, then whose figures there are. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { AccountLine, ViewerData } from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { downloadWords } from "../language/downloads.ts";
import { speechOf } from "../language/speech.ts";
import { bothNames } from "../language/who.ts";
import { ChoiceBar } from "../parts/choice-bar.tsx";
import { DownloadLinks } from "../parts/downloads.tsx";

export function Viewer({ view }: { view: ViewerData }) {
  const { chrome, choice, accounts } = view;
  const words = dataWords[chrome.language];
  return (
    <>
      <h1>{words.title}</h1>
      {accounts.length === 0 ? (
        <div class="stack lead">
          <p>{words.empty}</p>
          <p class="soft">{words.empty_viewer}</p>
        </div>
      ) : (
        <>
          <ChoiceBar chrome={chrome} choice={choice} path="/data" rate />
          <div class="columns">
            <section id="downloads">
              <h2>{downloadWords[chrome.language].take}</h2>
              <DownloadLinks chrome={chrome} choice={choice} posts={{}} />
              <Sheets view={view} />
            </section>
            <section id="accounts">
              <h2>{words.accounts}</h2>
              <ul class="rows">
                {accounts.map((account) => (
                  <Account key={account.id} view={view} account={account} />
                ))}
              </ul>
            </section>
          </div>
        </>
      )}
      <p class="lead">
        <a class="action" href="/licences.txt">
          {words.licences}
        </a>
      </p>
    </>
  );
}

/** Files that stay fresh in a spreadsheet: by the link that the person holds, else by one that the admin makes. */
function Sheets({ view: { chrome, files } }: { view: ViewerData }) {
  const words = downloadWords[chrome.language];
  return (
    <>
      <h3 class="lead">{words.sheets}</h3>
      {files === null ? (
        <p class="soft small">{words.sheets_ask}</p>
      ) : (
        <>
          <p class="soft small">{words.sheets_help}</p>
          <p>
            <a class="action" href={files}>
              {words.sheets_open} ›
            </a>
          </p>
        </>
      )}
    </>
  );
}

function Account({ view: { chrome }, account }: { view: ViewerData; account: AccountLine }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const { followers, last_read_at, first_day_on } = account;
  const read = last_read_at === null ? words.never : speech.instant(last_read_at);
  return (
    <li class="line">
      <span>
        {PLATFORM_NAMES[account.platform]}
        <small class="under">{bothNames(account)}</small>
        <small class="under">
          {words.last_read}: {read}
        </small>
        {first_day_on !== null && (
          <small class="under">
            {words.since} {speech.day(first_day_on)}
          </small>
        )}
      </span>
      <span>
        {followers === null ? (
          <span class="soft small">{words.no_followers}</span>
        ) : (
          <>
            <b>{speech.count(followers)}</b>
            <small class="under">{words.followers.toLowerCase()}</small>
          </>
        )}
      </span>
    </li>
  );
}

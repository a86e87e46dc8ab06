/** The accounts, how each is collected, and what the admin may do with it. */
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type {
  AccountLine,
  AccountsData,
  CollectionLine,
  RunProblemLine,
} from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { names } from "../language/names.ts";
import { runWords } from "../language/runs.ts";
import { speechOf } from "../language/speech.ts";
import { bothNames } from "../language/who.ts";
import { More } from "../parts/field.tsx";
import { Manage } from "./data-manage.tsx";

/** A problem of the closed list in words, with what exactly it was about. */
export function problemWords(language: Language, { code, detail }: RunProblemLine): string {
  const known: Record<string, string> = runWords[language].problems;
  const said = known[code] ?? code;
  return detail ? `${said} (${whatWords(language, detail)})` : said;
}

/** What a platform refuses, `posts/clicks` or `stories`; what has no name here keeps the platform's. */
function whatWords(language: Language, what: string): string {
  const words = dataWords[language];
  const [kind = "", metric] = what.split("/");
  if (metric === undefined) return words.whats[kind] ?? what;
  const known: Record<string, string> = names[language].metrics;
  const name = known[metric]?.toLowerCase();
  if (!name) return what;
  return words.of_kind[kind]?.(name) ?? name;
}

export function Accounts({ view }: { view: AccountsData }) {
  const words = dataWords[view.chrome.language];
  return (
    <section id="accounts">
      <h2>{words.accounts}</h2>
      <div class="rows">
        {view.accounts.map((account) => (
          <OneAccount
            key={account.id}
            view={view}
            account={account}
            collection={view.collection.find((one) => one.account === account.id) ?? null}
          />
        ))}
      </div>
    </section>
  );
}

type Props = { view: AccountsData; account: AccountLine; collection: CollectionLine | null };

/** What a person has to act on is orange. */
const ALARMING: CollectionLine["state"][] = ["dead", "overdue", "paused"];

function OneAccount({ view, account, collection }: Props) {
  const { language } = view.chrome;
  const words = dataWords[language];
  const speech = speechOf(view.chrome);
  const alarming = collection !== null && ALARMING.includes(collection.state);
  const ends =
    collection?.token_expires_soon && collection.token_expires_at !== null
      ? speech.dayOf(collection.token_expires_at)
      : null;
  return (
    // what a person has to act on stands open
    <details open={alarming || ends !== null}>
      <summary class="line">
        <span>
          {PLATFORM_NAMES[account.platform]}
          <small class="under">{bothNames(account)}</small>
        </span>
        <span>
          {account.followers === null ? (
            <span class="soft small">{words.no_followers}</span>
          ) : (
            <b>{speech.count(account.followers)}</b>
          )}
          <small class={alarming ? "under weak" : "under"}>
            {collection ? runWords[language].states[collection.state] : words.manual}
          </small>
          {ends !== null && (
            <small class="under weak">{words.token_ends(speech.shortDay(ends))}</small>
          )}
        </span>
      </summary>
      <div class="stack opened">
        {collection && <Warnings view={view} collection={collection} />}
        <Facts view={view} account={account} collection={collection} />
        <p>
          <a class="action" href={account.url} target="_blank" rel="noopener noreferrer">
            {words.open(PLATFORM_NAMES[account.platform])} ↗
          </a>
        </p>
        {collection && collection.unavailable.length > 0 && (
          <More title={words.unavailable}>
            <ul class="rows">
              {[...Map.groupBy(collection.unavailable, ({ reason }) => reason)].map(
                ([reason, all]) => (
                  <li key={reason} class="stacked">
                    {problemWords(language, { code: reason, detail: null })}:
                    <small>{all.map(({ what }) => whatWords(language, what)).join(", ")}</small>
                  </li>
                ),
              )}
            </ul>
          </More>
        )}
        <Manage view={view} account={account} collected={collection !== null} />
      </div>
    </details>
  );
}

function Warnings({ view, collection }: { view: AccountsData; collection: CollectionLine }) {
  const words = dataWords[view.chrome.language];
  const speech = speechOf(view.chrome);
  const { problem, token_expires_soon, token_expires_at } = collection;
  return (
    <>
      {problem && <p class="note weak">{problemWords(view.chrome.language, problem)}</p>}
      {token_expires_soon && token_expires_at !== null && (
        <p class="note weak">{words.expires_soon(speech.moment(token_expires_at))}</p>
      )}
    </>
  );
}

function Facts({ view, account, collection }: Props) {
  const words = dataWords[view.chrome.language];
  const speech = speechOf(view.chrome);
  const moment = (at: number | null) => (at === null ? words.never : speech.instant(at));
  const facts: [string, string][] = [
    [words.followers_at, moment(account.followers_at)],
    [words.last_read, moment(account.last_read_at)],
    [words.posts_year, speech.count(account.posts)],
  ];
  if (account.first_day_on !== null) facts.push([words.since, speech.day(account.first_day_on)]);
  if (account.external_id !== null) facts.push([words.platform_id, account.external_id]);
  if (collection) {
    facts.push([words.last_success, moment(collection.last_success_at)]);
    if (collection.next_due_at !== null) {
      facts.push([words.next_due, speech.instant(collection.next_due_at)]);
    }
    if (collection.throttled_until !== null) {
      facts.push([words.throttled_until, speech.instant(collection.throttled_until)]);
    }
    if (collection.token_expires_at !== null) {
      facts.push([words.token_expires, speech.instant(collection.token_expires_at)]);
    }
  }
  return (
    <dl class="pairs">
      {facts.map(([name, value]) => (
        <>
          <dt key={name}>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

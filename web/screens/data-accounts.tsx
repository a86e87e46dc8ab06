/** The accounts, how each is collected, and what the admin may do with it. */

import { dayOf } from "../../functions/model/day.ts";
import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type {
  AccountLine,
  CollectionLine,
  DataTabView,
  RunProblemLine,
} from "../../functions/present/views/data.ts";
import { dataWords } from "../language/data.ts";
import { names } from "../language/names.ts";
import { runWords } from "../language/runs.ts";
import { speechOf } from "../language/speech.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Field, More } from "../parts/field.tsx";
import { ReasonFields } from "../parts/reason-fields.tsx";

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
  const name = known[metric]?.split(",")[0]?.toLowerCase();
  if (!name) return what;
  return words.of_kind[kind]?.(name) ?? name;
}

export function Accounts({ view }: { view: DataTabView }) {
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

type Props = { view: DataTabView; account: AccountLine; collection: CollectionLine | null };

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
          <small class="under">
            @{account.handle}
            {account.name !== null && ` · ${account.name}`}
          </small>
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
        {view.settings && <Manage view={view} account={account} collection={collection} />}
      </div>
    </details>
  );
}

function Warnings({ view, collection }: { view: DataTabView; collection: CollectionLine }) {
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
  if (account.first_post_on !== null) facts.push([words.since, speech.day(account.first_post_on)]);
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

function Manage({ view, account, collection }: Props) {
  const { language } = view.chrome;
  const words = dataWords[language];
  const path = `/api/accounts/${account.id}`;
  return (
    <>
      <ApiForm language={language} method="PATCH" path={path}>
        <Field
          label={words.name}
          name="name"
          value={account.name ?? ""}
          maxLength={200}
          data-empty="null"
        />
        <button class="quiet" type="submit">
          {words.save}
        </button>
      </ApiForm>
      {collection && (
        <ApiForm language={language} method="POST" path={`/api/collect?account=${account.id}`}>
          <button class="quiet" type="submit">
            {words.collect}
          </button>
        </ApiForm>
      )}
      <Excused view={view} account={account} />
      <More title={words.remove}>
        <ApiForm language={language} method="DELETE" path={path}>
          <p class="soft small">{words.remove_help}</p>
          <button class="quiet" type="submit">
            {words.remove_button}
          </button>
        </ApiForm>
        <ApiForm
          language={language}
          method="DELETE"
          path={`${path}?erase=true`}
          confirm={words.erase_sure(`${PLATFORM_NAMES[account.platform]} @${account.handle}`)}
        >
          <p class="soft small">{words.erase_help}</p>
          <button class="quiet danger" type="submit">
            {words.erase_button}
          </button>
        </ApiForm>
      </More>
    </>
  );
}

/** Days that say nothing of the usual, and why. */
function Excused({ view, account }: Pick<Props, "view" | "account">) {
  const { chrome } = view;
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const today = dayOf(chrome.now, chrome.time_zone);
  const call = { language: chrome.language, method: "POST", path: "/api/excused" } as const;
  const own = view.excused.filter((one) => one.account === account.id);
  return (
    <More title={words.excused}>
      <p class="soft small">{words.excused_help}</p>
      {own.map(({ from, to, reason }) => (
        <ApiForm key={`${from} ${to}`} {...call}>
          <p>
            {speech.period(from, to)} · {reason}
          </p>
          <input type="hidden" name="account" value={account.id} data-as="number" />
          <input type="hidden" name="from" value={from} />
          <input type="hidden" name="to" value={to} />
          <ReasonFields language={chrome.language} reason={reason} />
        </ApiForm>
      ))}
      <ApiForm {...call}>
        <input type="hidden" name="account" value={account.id} data-as="number" />
        <div class="fields">
          <Field label={words.from} name="from" type="date" max={today} required />
          <Field label={words.to} name="to" type="date" required />
        </div>
        <ReasonFields language={chrome.language} reason={null} />
      </ApiForm>
    </More>
  );
}

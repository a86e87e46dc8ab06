/** What the admin may do with an account: name it, correct who it is, take back what was typed, let it go. */

import type { AccountLine, AccountsData, TypedLine } from "../../functions/present/views/data.ts";
import { accountWords } from "../language/account.ts";
import { dataWords } from "../language/data.ts";
import { speechOf } from "../language/speech.ts";
import { atName, bothNames, whoInWords } from "../language/who.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field, More } from "../parts/field.tsx";

type Props = { view: AccountsData; account: AccountLine };

export function Manage({ view, account, collected }: Props & { collected: boolean }) {
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
      {collected && (
        <ApiForm language={language} method="POST" path={`/api/collect?account=${account.id}`}>
          <button class="quiet" type="submit">
            {words.collect}
          </button>
        </ApiForm>
      )}
      <Typed view={view} account={account} />
      <LeftOut view={view} account={account} />
      <Identity view={view} account={account} />
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
          confirm={words.erase_sure(whoInWords(account))}
          repeat
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

/** Days that say nothing of the usual, and why: notes, which have their own pages. */
function LeftOut({ view, account }: Props) {
  const { chrome } = view;
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const own = view.left_out.filter(
    ({ accounts }) => accounts === null || accounts.some(({ id }) => id === account.id),
  );
  return (
    <More title={words.left_out}>
      <p class="soft small">{words.left_out_help}</p>
      {own.length > 0 && (
        <ul class="rows">
          {own.map(({ id, from_on, to_on, text }) => (
            <li key={id}>
              <a class="line" href={`/notes/${id}`}>
                <span>
                  {text} <small class="under">{speech.period(from_on, to_on)}</small>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="action" href={`/notes/new?account=${account.id}&left_out=true`}>
          {words.left_out_new}
        </a>
      </p>
    </More>
  );
}

/** What was typed of it, each to be taken back. */
function Typed({ view, account }: Props) {
  const words = accountWords[view.chrome.language];
  const own = view.typed.filter((one) => one.account === account.id);
  if (own.length === 0) return null;
  return (
    <More title={words.typed(own.length)}>
      <ul class="rows">
        {own.map((line) => (
          <TypedRow key={line.import} view={view} line={line} />
        ))}
      </ul>
    </More>
  );
}

function TypedRow({ view: { chrome }, line }: { view: AccountsData; line: TypedLine }) {
  const words = accountWords[chrome.language];
  const speech = speechOf(chrome);
  const day = speech.day(speech.dayOf(line.read_at));
  const what =
    line.followers === null
      ? words.typed_post(day)
      : words.typed_followers(speech.count(line.followers), day);
  return (
    <li class="line">
      <span>
        {line.post === null ? what : <a href={`/posts/${line.post}`}>{what}</a>}
        <small class="under">{words.typed_at(speech.instant(line.created_at))}</small>
      </span>
      <ApiForm
        language={chrome.language}
        method="DELETE"
        path={`/api/imports/${line.import}`}
        confirm={words.take_back_sure(what)}
        repeat
      >
        <button class="plain" type="submit" aria-label={`${words.take_back}: ${what}`}>
          {words.take_back}
        </button>
      </ApiForm>
    </li>
  );
}

/** Its handle and its id, where they are wrong; and that it is an account which stands here already. */
function Identity({ view, account }: Props) {
  const { language } = view.chrome;
  const words = accountWords[language];
  const others = view.accounts.filter(
    ({ id, platform }) => platform === account.platform && id !== account.id,
  );
  const path = `/api/accounts/${account.id}`;
  return (
    <More title={words.identity}>
      <ApiForm language={language} method="PATCH" path={path}>
        <Field
          label={words.handle}
          name="handle"
          value={account.handle}
          maxLength={200}
          autocapitalize="none"
          spellcheck={false}
          required
        />
        <p class="soft small">{words.handle_help}</p>
        <button class="quiet" type="submit">
          {words.correct}
        </button>
      </ApiForm>
      <ApiForm language={language} method="PATCH" path={path}>
        <Field
          label={words.external_id}
          name="external_id"
          value={account.external_id ?? ""}
          maxLength={200}
          autocapitalize="none"
          spellcheck={false}
          data-empty="null"
        />
        <p class="soft small">{words.external_id_help}</p>
        <button class="quiet" type="submit">
          {words.save_id}
        </button>
      </ApiForm>
      {others.length > 0 && (
        <ApiForm
          language={language}
          method="POST"
          path={`${path}/merge`}
          confirm={words.merge_sure(atName(account))}
          repeat
        >
          <Choose
            label={words.merge_into}
            name="into"
            as="number"
            options={others.map((other) => [String(other.id), bothNames(other)])}
          />
          <p class="soft small">{words.merge_help(atName(account))}</p>
          <button class="quiet" type="submit">
            {words.merge}
          </button>
        </ApiForm>
      )}
    </More>
  );
}

/** After a platform's consent page: which of the offered accounts are the library's. Works without JavaScript. */

import { PLATFORM_NAMES } from "../../functions/model/platform.ts";
import type { ChooseView } from "../../functions/present/views/choose.ts";
import { chooseWords } from "../language/choose.ts";

export const chooseTitle = ({ chrome }: ChooseView): string => chooseWords[chrome.language].title;

export function ChooseAccounts({ view }: { view: ChooseView }) {
  const { chrome, platform, accounts } = view;
  const words = chooseWords[chrome.language];
  return (
    <div class="narrow">
      <h1>{words.title}</h1>
      <p class="lead soft">
        {accounts.length > 0 ? words.lead(PLATFORM_NAMES[platform]) : words.none}
      </p>
      {accounts.length > 0 && <Offered view={view} />}
      <p>
        <a class="action" href="/data">
          {words.cancel}
        </a>
      </p>
    </div>
  );
}

function Offered({ view: { chrome, platform, state, accounts } }: { view: ChooseView }) {
  const words = chooseWords[chrome.language];
  return (
    <form method="post" action={`/connect/${platform}/choose`} class="form lead" data-unkept>
      <input type="hidden" name="state" value={state} />
      <fieldset class="plain">
        <legend class="hidden">{words.accounts}</legend>
        <ul class="rows">
          {accounts.map((account) => (
            <li key={account.platform + account.external_id}>
              <label class="tick">
                <input type="checkbox" name="account" value={account.external_id} />
                <span>
                  {account.name ?? `@${account.handle}`}
                  <small class="under">
                    {PLATFORM_NAMES[account.platform]} · @{account.handle}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <p class="small">{words.soon}</p>
      <button type="submit">{words.connect}</button>
    </form>
  );
}

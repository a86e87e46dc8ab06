/** Figures by hand: the followers of all accounts on a day, and one post's figures. */

import { dayOf } from "../../functions/model/day.ts";
import { COUNTERS } from "../../functions/model/metric.ts";
import type { AccountLine, Bring } from "../../functions/present/views/data.ts";
import type { FollowersProps } from "../islands/followers.ts";
import { accountWords } from "../language/account.ts";
import { dataWords } from "../language/data.ts";
import { names } from "../language/names.ts";
import { type Speech, speechOf } from "../language/speech.ts";
import { whoInWords } from "../language/who.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field } from "../parts/field.tsx";
import { Island } from "../parts/island.tsx";

/** One form for all of them: once a week, with the phone in the other hand. */
export function TypedFollowers({ view: { chrome, accounts } }: { view: Bring }) {
  const { language } = chrome;
  const words = dataWords[language];
  const speech = speechOf(chrome);
  const today = dayOf(chrome.now, chrome.time_zone);
  return (
    <Island
      name="followers"
      props={
        {
          language,
          time_zone: chrome.time_zone,
          now: chrome.now,
        } satisfies FollowersProps
      }
    >
      <form method="post" class="form" id="followers">
        <h3>{words.typed_followers}</h3>
        <p class="soft small">{accountWords[language].count_help}</p>
        <Field label={words.day} name="date" type="date" value={today} max={today} required />
        {accounts.map((account) => (
          <div key={account.id} data-account={account.id}>
            <Field label={whoInWords(account)} name="followers" {...COUNT} />
            <small
              data-on={account.followers_at === null ? "" : speech.dayOf(account.followers_at)}
            >
              {lastKnown(account, language, speech)}
            </small>
            <p class="said" role="status" />
          </div>
        ))}
        <button type="submit">{words.save}</button>
        <p class="said" role="status" />
      </form>
    </Island>
  );
}

function lastKnown(
  { followers, followers_at }: AccountLine,
  language: "id" | "en",
  speech: Speech,
): string {
  const words = accountWords[language];
  if (followers === null || followers_at === null) return words.none_known;
  return words.last_known(speech.count(followers), speech.day(speech.dayOf(followers_at)));
}

/** A count as the screens print it: with its marks, from the keyboard of digits. */
const COUNT = { type: "text", inputMode: "numeric", autocomplete: "off", maxLength: 20 } as const;

export function TypedPost({ view }: { view: Bring }) {
  const { chrome, accounts } = view;
  const words = dataWords[chrome.language];
  const { metrics } = names[chrome.language];
  return (
    <ApiForm language={chrome.language} method="POST" path="/api/typed">
      <h3>{words.typed_post}</h3>
      <Choose
        label={words.account}
        name="account"
        as="number"
        options={accounts.map((account) => [String(account.id), whoInWords(account)])}
      />
      <Field label={words.post_url} name="post.url" type="url" required placeholder="https://" />
      <Field
        label={words.published}
        name="post.published_at"
        type="date"
        max={dayOf(chrome.now, chrome.time_zone)}
      />
      <p class="soft small">{words.typed_all}</p>
      <div class="fields">
        {COUNTERS.slice(0, 6).map((counter) => (
          <Field key={counter} label={metrics[counter]} name={`post.${counter}`} {...COUNT} />
        ))}
      </div>
      <button type="submit">{words.save}</button>
    </ApiForm>
  );
}

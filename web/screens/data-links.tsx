/** The links that lead out: for who looks, for spreadsheets, for programs that push. */
import type { LinksData } from "../../functions/present/views/data.ts";
import type { LinkLine } from "../../functions/present/views/link.ts";
import { dataWords } from "../language/data.ts";
import { speechOf } from "../language/speech.ts";
import { whoInWords } from "../language/who.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field, More } from "../parts/field.tsx";

export function Links({ view }: { view: LinksData }) {
  const { chrome, links, accounts } = view;
  const words = dataWords[chrome.language];
  return (
    <section id="links">
      <h2>{words.links}</h2>
      <p class="soft small">{words.links_help}</p>
      <More title={words.make}>
        <ApiForm language={chrome.language} method="POST" path="/api/links" then="link">
          <Choose
            label={words.kind}
            name="kind"
            options={[
              ["view", words.kind_choices.view],
              ["plan", words.kind_choices.plan],
              ["export", words.kind_choices.export],
              ["push", words.kind_choices.push],
            ]}
          />
          <Field
            label={words.link_name}
            name="name"
            required
            maxLength={100}
            placeholder={words.link_example}
          />
          <Field label={words.expires} name="expires_at" type="date" data-as="instant" />
          {accounts.length > 1 && (
            <fieldset>
              <legend class="small">{words.only_accounts}</legend>
              {accounts.map((account) => (
                <label key={account.id} class="tick">
                  <input type="checkbox" name="accounts[]" value={account.id} />
                  {whoInWords(account)}
                </label>
              ))}
            </fieldset>
          )}
          <label class="tick">
            <input type="checkbox" name="with_dashboard" />
            <span>{words.with_dashboard}</span>
          </label>
          <label class="tick">
            <input type="checkbox" name="preview_figures" />
            <span>{words.preview_figures}</span>
          </label>
          <button type="submit">{words.make}</button>
        </ApiForm>
      </More>
      {links.length === 0 ? (
        <p class="soft small">{words.no_links}</p>
      ) : (
        <ul class="rows">
          {links.map((link) => (
            <LinkRow key={link.id} view={view} link={link} />
          ))}
        </ul>
      )}
    </section>
  );
}

function LinkRow({ view: { chrome }, link }: { view: LinksData; link: LinkLine }) {
  const words = dataWords[chrome.language];
  const speech = speechOf(chrome);
  const { expires_at, revoked_at, last_used_on } = link;
  const expired = expires_at !== null && expires_at <= chrome.now;
  const open = revoked_at === null && !expired;
  const about = [
    words.kinds[link.kind],
    link.with_dashboard && words.and_dashboard,
    last_used_on === null ? words.not_used : words.last_used(speech.shortDay(last_used_on)),
    revoked_at !== null
      ? words.revoked
      : expired
        ? words.expired
        : expires_at !== null && words.expires_on(speech.shortDay(speech.dayOf(expires_at))),
  ];
  return (
    <li class="stacked">
      <span class={open ? "" : "soft"}>
        {link.name}
        <small class="under">{about.filter(Boolean).join(" · ")}</small>
      </span>
      {open && (
        <span class="actions">
          {link.url !== null && (
            <a class="action" href={`/links/${link.id}`}>
              {words.open_link}
            </a>
          )}
          <ApiForm
            language={chrome.language}
            method="DELETE"
            path={`/api/links/${link.id}`}
            confirm={words.revoke_sure(link.name)}
          >
            <button class="plain" type="submit" aria-label={`${words.revoke}: ${link.name}`}>
              {words.revoke}
            </button>
          </ApiForm>
        </span>
      )}
    </li>
  );
}

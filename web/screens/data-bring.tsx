/** The three ways in: a file, a connected account, a hand. */

import type { ComponentChildren } from "preact";
import { PLATFORM_NAMES, PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Language } from "../../functions/present/views/chrome.ts";
import type { Bring as BringView } from "../../functions/present/views/data.ts";
import type { ImportProps } from "../islands/import.tsx";
import { dataWords } from "../language/data.ts";
import { ApiForm } from "../parts/api-form.tsx";
import { Choose, Field, More } from "../parts/field.tsx";
import { Island } from "../parts/island.tsx";
import { TypedFollowers, TypedPost } from "./data-typed.tsx";

export function Bring({ view }: { view: BringView }) {
  const { chrome, accounts } = view;
  const words = dataWords[chrome.language];
  return (
    <section id="bring">
      <h2>{words.bring}</h2>
      <div class="rows">
        <More title={words.import} id="import">
          <p class="soft small">{words.import_help}</p>
          <Island
            name="import"
            props={
              {
                language: chrome.language,
                time_zone: chrome.time_zone,
                now: chrome.now,
                accounts: accounts.map(({ platform, handle, name, followers }) => ({
                  platform,
                  handle,
                  name,
                  followers,
                })),
              } satisfies ImportProps
            }
          >
            <p class="soft small">{words.needs_script}</p>
          </Island>
        </More>
        <More title={words.typed} id="typed">
          {accounts.length > 0 && (
            <>
              <TypedFollowers view={view} />
              <TypedPost view={view} />
            </>
          )}
          <AddAccount language={chrome.language} />
        </More>
        <More title={words.connect} id="connect">
          <Connect view={view} />
        </More>
      </div>
    </section>
  );
}

/** To be filled by hand or file: nothing collects it. */
function AddAccount({ language }: { language: Language }) {
  const words = dataWords[language];
  return (
    <ApiForm language={language} method="POST" path="/api/accounts">
      <h3>{words.new_account}</h3>
      <p class="soft small">{words.new_account_help}</p>
      <Choose
        label={words.platform}
        name="platform"
        options={PLATFORMS.map((platform) => [platform, PLATFORM_NAMES[platform]])}
      />
      <Field
        label={words.handle}
        name="handle"
        maxLength={200}
        autocapitalize="none"
        spellcheck={false}
        required
      />
      <button type="submit">{words.add}</button>
    </ApiForm>
  );
}

function Connect({ view: { chrome, connectable } }: { view: BringView }) {
  const words = dataWords[chrome.language];
  return (
    <>
      <p class="soft small">{words.connect_help}</p>
      {connectable.length > 0 && (
        <p class="actions">
          {connectable.map((platform) => (
            <a key={platform} class="button" href={`/connect/${platform}`}>
              {words.connect_button(PLATFORM_NAMES[platform])}
            </a>
          ))}
        </p>
      )}
      {PLATFORMS.map((platform) => (
        <More key={platform} title={words.paste(PLATFORM_NAMES[platform])}>
          <p>
            <a class="action" href={`/guide/${platform}`}>
              {words.guide}
            </a>
          </p>
          <Paste chrome={chrome} platform={platform} />
        </More>
      ))}
    </>
  );
}

type Chrome = BringView["chrome"];
type CredentialField = keyof (typeof dataWords)["id"]["credential"];

function Paste({ chrome, platform }: { chrome: Chrome; platform: Platform }) {
  const words = dataWords[chrome.language];
  switch (platform) {
    case "facebook":
      return <Token {...{ chrome, platform }} fields={["access_token"]} id={words.ids.facebook} />;
    case "instagram":
      return (
        <Token {...{ chrome, platform }} fields={["access_token"]} id={words.ids.instagram}>
          <Choose
            label={words.login}
            name="credentials.login"
            options={[
              ["facebook", words.login_facebook],
              ["instagram", words.login_instagram],
            ]}
          />
        </Token>
      );
    case "x":
      return (
        <>
          <Token
            {...{ chrome, platform }}
            title={words.x_app}
            fields={["bearer_token"]}
            id={words.ids.x}
          />
          <Token
            {...{ chrome, platform }}
            title={words.x_user}
            fields={["client_id", "client_secret", "refresh_token"]}
            optional="client_secret"
          />
        </>
      );
    case "tiktok":
      return (
        <>
          <Token
            {...{ chrome, platform }}
            title={words.tiktok_display}
            fields={["client_key", "client_secret", "refresh_token"]}
          />
          <Token
            {...{ chrome, platform }}
            title={words.tiktok_business}
            fields={["app_id", "secret", "refresh_token"]}
          >
            <input type="hidden" name="credentials.api" value="business" />
          </Token>
        </>
      );
  }
}

type TokenProps = {
  chrome: Chrome;
  platform: Platform;
  title?: string;
  fields: CredentialField[];
  optional?: CredentialField;
  /** What the platform calls the account, where the token does not say it. */
  id?: string;
  children?: ComponentChildren;
};

function Token({ chrome, platform, title, fields, optional, id, children }: TokenProps) {
  const words = dataWords[chrome.language];
  return (
    <ApiForm language={chrome.language} method="POST" path="/api/accounts">
      {title && <h3>{title}</h3>}
      <input type="hidden" name="platform" value={platform} />
      {id && <Field label={id} name="external_id" maxLength={200} autocapitalize="none" required />}
      {children}
      {fields.map((field) => (
        <Field
          key={field}
          label={words.credential[field]}
          name={`credentials.${field}`}
          required={field !== optional}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
        />
      ))}
      <button type="submit">{words.test}</button>
    </ApiForm>
  );
}

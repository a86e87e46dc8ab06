/** Handing the library over, among the settings: what to give to whom, and a backup by one button. */
import { SHORTEST_PASSPHRASE } from "../../functions/model/backup-seal.ts";
import type { Chrome, Language } from "../../functions/present/views/chrome.ts";
import { handOverWords } from "../language/hand-over.ts";
import { Field, More } from "./field.tsx";
import { Island } from "./island.tsx";

export function HandOver({ chrome: { language } }: { chrome: Chrome }) {
  const words = handOverWords[language];
  return (
    <section id="hand-over">
      <h2>{words.title}</h2>
      <p class="lead soft">{words.help}</p>
      <ol class="steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <More title={words.backup}>
        <p class="soft small">{words.backup_help}</p>
        <Island name="backup" props={{ language }}>
          <form method="post" class="form" autocomplete="off">
            <label class="tick">
              <input type="checkbox" name="secrets" />
              <span>{words.secrets}</span>
            </label>
            <div class="stack" hidden data-locked>
              <Field
                label={words.passphrase}
                name="passphrase"
                type="password"
                autocomplete="new-password"
                minLength={SHORTEST_PASSPHRASE}
              />
              <Shown language={language} />
              <p class="soft small">{words.passphrase_help(SHORTEST_PASSPHRASE)}</p>
              <Field
                label={words.password}
                name="password"
                type="password"
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck={false}
              />
              <p class="soft small">{words.password_help}</p>
            </div>
            <button type="submit">{words.backup}</button>
            <p class="said" role="status" />
          </form>
        </Island>
        <noscript>
          <p class="small">{words.no_script}</p>
        </noscript>
        <p class="soft small">{words.by_cron}</p>
      </More>
      <p class="actions">
        <a class="action" href="/admin-token">
          {words.to_token}
        </a>
        <a class="action" href="/restore">
          {words.to_restore}
        </a>
      </p>
    </section>
  );
}

/** Lets the passphrase be read as it is typed: it is typed once, and nobody can open the file by another. */
export function Shown({ language }: { language: Language }) {
  return (
    <label class="tick">
      <input type="checkbox" name="shown" />
      <span>{handOverWords[language].show}</span>
    </label>
  );
}

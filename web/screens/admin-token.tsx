/** Another admin password: asked for the one that holds, and shown once. */
import type { AdminTokenView } from "../../functions/present/views/hand-over.ts";
import { handOverWords } from "../language/hand-over.ts";
import { shellWords } from "../language/shell.ts";
import { Back } from "../parts/back.tsx";
import { Copyable } from "../parts/copyable.tsx";

export const adminTokenTitle = ({ chrome }: AdminTokenView): string =>
  handOverWords[chrome.language].token;

export function AdminToken({ view: { chrome, token, wrong } }: { view: AdminTokenView }) {
  const words = handOverWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <div class="narrow">
      <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />
      <h1>{token === null ? words.token : words.token_made}</h1>
      {token === null ? (
        <>
          <p class="lead soft">{words.token_help}</p>
          {wrong && (
            <p class="note weak" role="alert">
              {words.token_wrong}
            </p>
          )}
          <form method="post" action="/admin-token" class="form lead">
            <label>
              {words.token_current}
              <input
                type="password"
                name="token"
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck={false}
                required
              />
            </label>
            <button type="submit">{words.token_make}</button>
          </form>
        </>
      ) : (
        <>
          <Copyable language={chrome.language} text={token} />
          <p class="lead">{words.token_once}</p>
        </>
      )}
      <p class="lead soft small">{words.token_lost}</p>
    </div>
  );
}

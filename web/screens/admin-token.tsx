/** Another admin password: asked for the one that holds, and shown once. */
import type { AdminTokenView } from "../../functions/present/views/hand-over.ts";
import { adminTokenWords } from "../language/admin-token.ts";
import { shellWords } from "../language/shell.ts";
import { Back } from "../parts/back.tsx";
import { Copyable } from "../parts/copyable.tsx";

export const adminTokenTitle = ({ chrome }: AdminTokenView): string =>
  adminTokenWords[chrome.language].title;

export function AdminToken({ view: { chrome, token, wrong } }: { view: AdminTokenView }) {
  const words = adminTokenWords[chrome.language];
  const { tabs, back_to } = shellWords[chrome.language];
  return (
    <div class="narrow">
      <Back href="/data/settings" name={tabs.data} label={back_to(tabs.data)} />
      <h1>{token === null ? words.title : words.made}</h1>
      {token === null ? (
        <>
          <p class="lead soft">{words.help}</p>
          {wrong && (
            <p class="note weak" role="alert">
              {words.wrong}
            </p>
          )}
          <form method="post" action="/admin-token" class="form lead">
            <label>
              {words.current}
              <input
                type="password"
                name="token"
                autocomplete="current-password"
                autocapitalize="none"
                spellcheck={false}
                required
              />
            </label>
            <button type="submit">{words.make}</button>
          </form>
        </>
      ) : (
        <>
          <Copyable language={chrome.language} text={token} />
          <p class="lead">{words.once}</p>
        </>
      )}
      <p class="lead soft small">{words.lost}</p>
    </div>
  );
}

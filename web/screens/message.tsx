import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { MessageView } from "../../functions/present/views/message.ts";
import { faultWords } from "../language/faults.ts";
import { messageWords } from "../language/message.ts";

/** Pages on which a person may type the token. */
const WITH_LOGIN: readonly MessageView["message"][] = ["login", "wrong_token", "forbidden"];

export const messageTitle = ({ chrome, message }: MessageView): string =>
  messageWords[chrome.language].titles[message];

/** A page that says one thing: what happened, and what to do next. */
export function Message({ view }: { view: MessageView }) {
  const { chrome, message, problems } = view;
  const words = messageWords[chrome.language];
  const faults: Record<string, string> = faultWords[chrome.language].faults;
  return (
    <div class="narrow">
      <h1>{messageTitle(view)}</h1>
      <div class="lead stack">
        <p class="soft">{words.texts[message]}</p>
        {problems.length > 0 && (
          <ul class="rows">
            {problems.map((problem) => (
              <li key={problem.path + problem.code}>
                <p class="lead">
                  {fieldName(words, problem.path)} {faults[problem.code] ?? problem.message}
                </p>
              </li>
            ))}
          </ul>
        )}
        {WITH_LOGIN.includes(message) ? (
          <LoginForm chrome={chrome} />
        ) : (
          <p class="actions">
            {problems.some(({ path }) => path === "from" || path === "to") && (
              <a class="action" href={withoutDates(chrome.path)}>
                {words.other_dates}
              </a>
            )}
            <a class="action" href="/">
              {words.home}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}

const fieldName = (words: (typeof messageWords)["id"], path: string) =>
  path === "from" || path === "to" ? <b>{words.fields[path]}</b> : path && <code>{path}</code>;

function withoutDates(path: string): string {
  const [page = "/", query = ""] = path.split("?");
  const kept = new URLSearchParams(query);
  kept.delete("from");
  kept.delete("to");
  return kept.size > 0 ? `${page}?${kept}` : page;
}

/** Where the person was on the way to; the login's own page leads to the Overview, or to its `next`. */
function nextOf(path: string): string {
  if (!path.startsWith("/login")) return path;
  const query = path.split("?")[1] ?? "";
  return new URLSearchParams(query).get("next") ?? "/";
}

function LoginForm({ chrome }: { chrome: Chrome }) {
  const words = messageWords[chrome.language];
  return (
    <form method="post" action="/login" class="stack">
      <input type="hidden" name="next" value={nextOf(chrome.path)} />
      <label>
        {words.token}
        <input
          type="password"
          name="token"
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          required
        />
      </label>
      <button type="submit">{words.enter}</button>
    </form>
  );
}

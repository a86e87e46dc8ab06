import type { Chrome } from "../../functions/present/views/chrome.ts";
import type { MessageView } from "../../functions/present/views/message.ts";
import { faultWords } from "../language/faults.ts";
import { messageWords } from "../language/message.ts";

type Said = MessageView["message"];

/** Pages on which the admin types the password. */
const WITH_LOGIN: readonly Said[] = ["login", "wrong_token"];

/** Pages of which most who meet them hold a link, or did: they are told whom to ask, and the login is a quiet link. */
const ASKING: readonly Said[] = ["no_link", "link_unknown", "link_expired", "link_revoked"];
const WITH_WAY_TO_LOGIN: readonly Said[] = [
  ...ASKING,
  "forbidden",
  "forbidden_to_plan",
  "forbidden_to_view",
];

export const messageTitle = ({ chrome, message }: MessageView): string =>
  messageWords[chrome.language].titles[message];

/** A page that says one thing: what happened, and what to do next. */
export function Message({ view }: { view: MessageView }) {
  const { chrome, message, problems } = view;
  const words = messageWords[chrome.language];
  const faults: Record<string, string> = faultWords[chrome.language].faults;
  return (
    <div class="narrow" data-message={message}>
      <h1>{messageTitle(view)}</h1>
      <div class="lead stack">
        <p class="soft" id={message === "offline" ? "unseen" : undefined}>
          {words.texts[message]}
        </p>
        {message === "offline" && (
          <p class="soft" id="unkept" hidden>
            {words.unkept}
          </p>
        )}
        {ASKING.includes(message) && <p>{words.ask(chrome.library)}</p>}
        {problems.length > 0 && (
          <ul class="rows">
            {problems.map((problem) => (
              <li key={problem.path + problem.code}>
                <p class="lead">
                  {fieldName(words, problem.path)}{" "}
                  {problem.path === "month"
                    ? words.no_month
                    : (faults[problem.code] ?? problem.message)}
                </p>
              </li>
            ))}
          </ul>
        )}
        <Next view={view} />
      </div>
    </div>
  );
}

/** What a person can do from here. */
function Next({ view: { chrome, message, problems } }: { view: MessageView }) {
  const words = messageWords[chrome.language];
  if (WITH_LOGIN.includes(message)) return <LoginForm chrome={chrome} />;
  if (message === "offline") return <Kept chrome={chrome} />;
  if (message === "leave") return <LeaveForm chrome={chrome} />;
  return (
    <p class="actions">
      {problems.some(({ path }) => path === "from" || path === "to") && (
        <a class="action" href={withoutDates(chrome.path)}>
          {words.other_dates}
        </a>
      )}
      {problems.some(({ path }) => path === "month") && (
        <a class="action" href="/calendar">
          {words.to_calendar}
        </a>
      )}
      {!ASKING.includes(message) && (
        <a class="action" href="/">
          {words.home}
        </a>
      )}
      {WITH_WAY_TO_LOGIN.includes(message) && (
        <a
          class="action small link"
          href={`/login?next=${encodeURIComponent(nextOf(chrome.path))}`}
        >
          {words.to_login}
        </a>
      )}
    </p>
  );
}

const fieldName = (words: (typeof messageWords)["id"], path: string) =>
  words.fields[path] ? <b>{words.fields[path]}</b> : path && <code>{path}</code>;

function withoutDates(path: string): string {
  const [page = "/", query = ""] = path.split("?");
  const kept = new URLSearchParams(query);
  kept.delete("from");
  kept.delete("to");
  return kept.size > 0 ? `${page}?${kept}` : page;
}

/** Where the person was on the way to; the login's own page leads to the Overview, or to its `next`. */
function nextOf(path: string): string {
  // the address of a link that is over leads nowhere, for the admin either
  if (path.startsWith("/v/")) return "/";
  if (!path.startsWith("/login")) return path;
  const query = path.split("?")[1] ?? "";
  return new URLSearchParams(query).get("next") ?? "/";
}

/** The views that are on this phone: `web/public/sw.js` fills in which. */
function Kept({ chrome }: { chrome: Chrome }) {
  const words = messageWords[chrome.language];
  return (
    <section id="kept" hidden>
      <h2>{words.kept}</h2>
      <ul class="rows" />
    </section>
  );
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

function LeaveForm({ chrome }: { chrome: Chrome }) {
  const words = messageWords[chrome.language];
  return (
    <form method="post" action="/logout" class="actions">
      <button type="submit">{words.leave}</button>
      <a class="button quiet" href="/">
        {words.stay}
      </a>
    </form>
  );
}

/** What every page has in common: its frame, its language, how it is answered. */
import { setCookie } from "hono/cookie";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { renderPage } from "#page";
import { SECONDS_A_DAY } from "../model/day.ts";
import type { Fault } from "../model/problem.ts";
import type { Chrome, Language } from "../present/views/chrome.ts";
import type { MessageView } from "../present/views/message.ts";
import type { View } from "../present/views/view.ts";
import { savePage } from "../store/pages.ts";
import { maySee } from "./access.ts";
import { cached, NO_STORE } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { askedLanguage, isLanguage, LANGUAGE_COOKIE } from "./language.ts";

const A_YEAR = 365 * SECONDS_A_DAY;

/** Asked for in the address, else remembered, else the library's. */
export const languageOf = (c: Ctx): Language => askedLanguage(c) ?? c.get("library").language;

export const isHttps = (c: Ctx): boolean => new URL(c.req.url).protocol === "https:";

/** What the address asks for holds for the pages after it too. */
export function rememberLanguage(c: Ctx): void {
  const asked = c.req.query("lang");
  if (!isLanguage(asked)) return;
  setCookie(c, LANGUAGE_COOKIE, asked, {
    path: "/",
    maxAge: A_YEAR,
    sameSite: "Lax",
    httpOnly: true,
    secure: isHttps(c),
  });
}

function roleOf(c: Ctx): Chrome["role"] {
  const kind = c.get("caller")?.kind;
  if (kind === "admin" || kind === "plan") return kind;
  return maySee(c) ? "view" : null;
}

/** The page of this dashboard that a person was on; `null`: none, or the browser does not say. */
export function cameFrom(c: Ctx): URL | null {
  const referer = c.req.header("referer");
  const from = referer && URL.canParse(referer) ? new URL(referer) : null;
  return from?.origin === new URL(c.req.url).origin ? from : null;
}

export function chromeOf(c: Ctx): Chrome {
  const { name, demo, last_read_at } = c.get("library");
  // an answer to a form stands at the form's own page, which can be opened again, as in the other language
  const url =
    c.req.method === "POST" ? (cameFrom(c) ?? new URL("/", c.req.url)) : new URL(c.req.url);
  url.searchParams.delete("lang");
  return {
    library: name,
    language: languageOf(c),
    time_zone: c.get("time_zone"),
    now: c.get("now"),
    demo,
    role: roleOf(c),
    last_read_at,
    origin: url.origin,
    // the page links to itself by it, and what begins with two slashes is another site's address
    path: url.pathname.replace(/^\/+/, "/") + url.search,
  };
}

/**
 * The page of what `view` gives; 304 when the browser has it already.
 * @param named what else it is made of, beside the library's figures
 */
export function page(
  c: Ctx,
  view: () => Promise<View> | View,
  named: readonly (string | number | null)[] = [],
): Promise<Response> {
  rememberLanguage(c);
  const { language, role, path, origin } = chromeOf(c);
  const who = c.get("caller")?.link?.id ?? null;
  return cached(
    c,
    [language, role, origin + path, who, ...named],
    async (tag) => c.html(await keep(c, tag, await renderPage(await view()))),
    { kept: (tag) => keptPage(c, tag) },
  );
}

/** The page as it was sent before, where it was made of the same. */
function keptPage(c: Ctx, tag: string): Response | null {
  const page = c.get("kept")?.page;
  return page?.tag === tag ? c.html(page.body) : null;
}

/** A longer one is not kept. */
const MOST_KEPT = 300_000;

/** For the next who opens it; nobody waits for that, and nothing is lost where it fails. */
async function keep(c: Ctx, tag: string, body: string): Promise<string> {
  const kept = c.get("kept");
  if (kept && body.length <= MOST_KEPT) {
    const saved = savePage(c.env.DB, { key: kept.key, tag, body }, c.get("library").version).run();
    c.executionCtx.waitUntil(saved.catch((error) => console.error(error)));
  }
  return body;
}

/** A page that is shown once, or holds a token: nobody keeps it. */
export async function viewPage(c: Ctx, view: View, status = 200): Promise<Response> {
  rememberLanguage(c);
  return c.html(await renderPage(view), status as ContentfulStatusCode, NO_STORE);
}

/** A page that says one thing. */
export function messagePage(
  c: Ctx,
  message: MessageView["message"],
  status: number,
  problems: Fault[] = [],
): Promise<Response> {
  return viewPage(c, { screen: "message", chrome: chromeOf(c), message, problems }, status);
}

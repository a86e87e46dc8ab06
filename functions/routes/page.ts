/** What every page has in common: its frame, its language, how it is answered. */
import { getCookie, setCookie } from "hono/cookie";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { renderPage } from "#page";
import { SECONDS_A_DAY } from "../model/day.ts";
import type { Fault } from "../model/problem.ts";
import { type Chrome, LANGUAGES, type Language } from "../present/views/chrome.ts";
import type { MessageView } from "../present/views/message.ts";
import type { View } from "../present/views/view.ts";
import { cached, NO_STORE } from "./answer.ts";
import type { Ctx } from "./env.ts";

const LANGUAGE_COOKIE = "lang";
const A_YEAR = 365 * SECONDS_A_DAY;

const isLanguage = (text: string | undefined): text is Language =>
  LANGUAGES.some((language) => language === text);

/** Asked for in the address, else remembered, else the library's. */
export function languageOf(c: Ctx): Language {
  const asked = c.req.query("lang");
  if (isLanguage(asked)) return asked;
  const remembered = getCookie(c, LANGUAGE_COOKIE);
  return isLanguage(remembered) ? remembered : c.get("library").language;
}

export const isHttps = (c: Ctx): boolean => new URL(c.req.url).protocol === "https:";

function rememberLanguage(c: Ctx): void {
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

export function chromeOf(c: Ctx): Chrome {
  const { name, demo, last_read_at } = c.get("library");
  const url = new URL(c.req.url);
  url.searchParams.delete("lang");
  const kind = c.get("caller")?.kind;
  return {
    library: name,
    language: languageOf(c),
    time_zone: c.get("time_zone"),
    now: c.get("now"),
    demo,
    role: kind === "admin" ? "admin" : kind || c.env.PUBLIC_DASHBOARD === "true" ? "view" : null,
    last_read_at,
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
  const { language, role, path } = chromeOf(c);
  const who = c.get("caller")?.link?.id ?? null;
  return cached(c, [language, role, path, who, ...named], async () =>
    c.html(await renderPage(await view())),
  );
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

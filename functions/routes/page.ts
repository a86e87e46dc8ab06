/** What every page has in common: its frame, its language, how it is answered. */
import { setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { renderPage } from "#page";
import { SECONDS_A_DAY } from "../model/day.ts";
import type { Fault } from "../model/problem.ts";
import type { Chrome, Language } from "../present/views/chrome.ts";
import type { MessageView } from "../present/views/message.ts";
import type { View } from "../present/views/view.ts";
import { type KeptPage, markOpened, savePage } from "../store/pages.ts";
import { maySee } from "./access.ts";
import { cached, isKnown, madeNow, NO_STORE, notModified, tagged, tagOf } from "./answer.ts";
import type { Ctx, Env } from "./env.ts";
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
  return cached(c, [...partsOf(c), ...named], async (tag) =>
    c.html(keep(c, tag, await renderPage(await view()))),
  );
}

/** What every page is made of, beside its moment and its path. */
function partsOf(c: Ctx): (string | number | null)[] {
  const { language, role, path, origin } = chromeOf(c);
  return [language, role, origin + path, c.get("caller")?.link?.id ?? null];
}

/**
 * Before the handler of a usual view, which then is not even loaded: 304 when the browser has it already, or the page as it was
 * sent before. A usual view is made of nothing else than every page is.
 */
export const asSent = createMiddleware<Env>(async (c, next) => {
  const kept = c.get("kept");
  if (!kept) return next();
  const { page } = kept;
  const tag = await tagOf(c, partsOf(c));
  const known = isKnown(c, tag);
  const body = page?.tag === tag ? page.body : null;
  if (!known && body === null) return next();
  rememberLanguage(c);
  if (page) noteOpened(c, page);
  return known || body === null ? notModified(c, tag) : tagged(c, c.html(body), tag);
});

/** In seconds: a row that is written whenever a page is opened would be a row too many. */
export const NOTED_AGAIN = 3 * SECONDS_A_DAY;

function noteOpened(c: Ctx, { key, opened_at }: KeptPage): void {
  const now = c.get("now");
  if (now - opened_at < NOTED_AGAIN) return;
  const noted = markOpened(c.env.DB, key, now).run();
  c.executionCtx.waitUntil(noted.catch((error) => console.error(error)));
}

const MOST_KEPT = 300_000;

export const isKeepable = (body: string): boolean => body.length <= MOST_KEPT;

/** For the next who opens it; nobody waits for that, and nothing is lost where it fails. */
function keep(c: Ctx, tag: string, body: string): string {
  const kept = c.get("kept");
  if (!kept || !isKeepable(body)) return body;
  const { hash, opened_at = c.get("now") } = c.get("arrived");
  const { version } = c.get("library");
  const opening = { key: kept.key, hash, address: addressOf(c), opened_at };
  const page = { ...opening, made_of: madeNow(c), tag, body };
  const saved = savePage(c.env.DB, page, version).run();
  c.executionCtx.waitUntil(saved.catch((error) => console.error(error)));
  return body;
}

/** By which the same page can be asked for without what the browser remembers. */
function addressOf(c: Ctx): string {
  const url = new URL(c.req.url);
  const language = askedLanguage(c);
  if (language) url.searchParams.set("lang", language);
  return url.href;
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

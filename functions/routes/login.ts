/** Getting in: the admin token typed once, and view links that management opens. */
import { deleteCookie, setCookie } from "hono/cookie";
import { SECONDS_A_DAY } from "../model/day.ts";
import { opensDashboard } from "../model/link.ts";
import { Problem } from "../model/problem.ts";
import { newToken, sha256 } from "../model/token.ts";
import { failureOf } from "../store/failures.ts";
import { revokeLink, saveLink } from "../store/links.ts";
import { COOKIE, limitGuesses, openLink } from "./access.ts";
import type { Handlers } from "./addresses.ts";
import { isAdminToken } from "./admin-token.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { isHttps, messagePage, rememberLanguage } from "./page.ts";
import { isFetcher } from "./person.ts";

const LOGIN_SECONDS = 30 * SECONDS_A_DAY;
/** By the admin's own token, where the database takes no other in: long enough to make room. */
const MAKING_ROOM_SECONDS = 3600;
/** As long as browsers keep any cookie; the link's own end and revocation decide. */
const LINK_SECONDS = 400 * SECONDS_A_DAY;

export const login = {
  "GET /login": (c) => messagePage(c, "login", 200),

  // kept by the installed app (`web/public/sw.js`), which fills in what it has
  "GET /offline": (c) => messagePage(c, "offline", 200),

  "POST /login": async (c) => {
    sameOrigin(c);
    const form = await formOf(c);
    const token = (form.get("token") ?? "").trim();
    const admin = c.get("admin");
    if (!admin || !isAdminToken(admin, await sha256(token))) {
      await limitGuesses(c);
      return messagePage(c, "wrong_token", 401);
    }
    await logIn(c, admin.login, token);
    c.header("cache-control", "no-store");
    return c.redirect(innerPath(c, form.get("next")), 303);
  },

  // asked before it is done, since getting in again needs the password; nobody else here is logged in
  "GET /logout": (c) =>
    c.get("caller")?.kind === "admin" ? messagePage(c, "leave", 200) : c.redirect("/", 303),

  "POST /logout": async (c) => {
    sameOrigin(c);
    const link = c.get("caller")?.link;
    // only the login is ended; a view link that others hold stays
    if (link?.kind === "admin") await revokeLink(c.env.DB, link.id, c.get("now")).run();
    deleteCookie(c, COOKIE, { path: "/" });
    // going back, a browser may show what it kept without asking whether it still may (`web/client.tsx` for the others)
    c.header("clear-site-data", '"cache"');
    return c.redirect("/login", 303);
  },

  "GET /v/:token": async (c) => {
    const token = c.req.param("token") ?? "";
    if (isFetcher(c)) return (await import("./preview.ts")).previewOf(c, token);
    const link = await openLink(c, token);
    if (link === "revoked") return messagePage(c, "link_revoked", 410);
    if (link === "expired") return messagePage(c, "link_expired", 404);
    // a login's own token has no address
    if (link === "unknown" || link.kind === "admin" || !opensDashboard(link)) {
      return messagePage(c, "link_unknown", 404);
    }
    // whoever is the admin here stays it
    if (c.get("caller")?.kind !== "admin") keep(c, token, LINK_SECONDS);
    rememberLanguage(c);
    return c.redirect(innerPath(c, c.req.query("next") ?? null), 303);
  },
} satisfies Handlers;

/**
 * The browser keeps a token of its own, which can be revoked, and not the admin's; but where the database is full, for the
 * admin has to get in to make room.
 * @param name what such a login is called
 */
export async function logIn(c: Ctx, name: string, token: string): Promise<void> {
  const own = newToken();
  const now = c.get("now");
  try {
    await saveLink(c.env.DB, {
      kind: "admin",
      name,
      sealed: null,
      accounts: null,
      with_dashboard: false,
      preview_figures: false,
      created_at: now,
      expires_at: now + LOGIN_SECONDS,
      hash: await sha256(own),
    });
    keep(c, own, LOGIN_SECONDS);
  } catch (error) {
    if (failureOf(error) !== "full") throw error;
    keep(c, token, MAKING_ROOM_SECONDS);
  }
}

function keep(c: Ctx, token: string, maxAge: number): void {
  setCookie(c, COOKIE, token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: isHttps(c),
    maxAge,
  });
}

/** A page elsewhere could log a person in as somebody else, or out: its form brings no cookie, and the answer sets one. */
export function sameOrigin(c: Ctx): void {
  const origin = c.req.header("origin");
  if (origin && origin !== new URL(c.req.url).origin) {
    throw new Problem("forbidden", "this request did not come from the page itself");
  }
}

/** Only a path of this dashboard: `//elsewhere` and `/\elsewhere` lead away, and so does `/.//elsewhere` once it is read. */
function innerPath(c: Ctx, next: string | null): string {
  if (!next || !/^\/(?!\/)[\w\-./?=&%,]*$/.test(next)) return "/";
  const { pathname, search } = new URL(next, c.req.url);
  return pathname.startsWith("//") ? "/" : pathname + search;
}

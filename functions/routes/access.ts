/** Who calls, and what they may. A token comes as `Authorization: Bearer`, in the cookie, or as part of an address. */

import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { build } from "#page";
import { dayOf, USUAL_ZONE } from "../model/day.ts";
import { type LinkKind, opensDashboard, type Who } from "../model/link.ts";
import { Problem } from "../model/problem.ts";
import { restoringOf } from "../model/restoring.ts";
import { SCHEMA } from "../model/schema.ts";
import { sha256 } from "../model/token.ts";
import { usualPage } from "../present/usual-page.ts";
import { findArrival } from "../store/arrival.ts";
import { findLink, type LinkRow, markUsed } from "../store/links.ts";
import { findPage, type KeptPage } from "../store/pages.ts";
import { adminOf, isAdminToken, stillMade } from "./admin-token.ts";
import { beingRestored, otherSchema } from "./answer.ts";
import type { Arrived, Caller, Closed, Ctx, Env } from "./env.ts";
import { askedLanguage } from "./language.ts";
import { isAhead } from "./person.ts";

export const COOKIE = "denyut";

/**
 * The link that a token in an address opens; or why it opens nothing.
 * @param noted whether this is a use of it: what a messenger fetches to show a link is none
 */
export async function openLink(c: Ctx, token: string, noted = true): Promise<LinkRow | Closed> {
  const link = await findLink(c.env.DB, await sha256(token));
  if (!link) await limitGuesses(c);
  return opened(c, link, noted);
}

/** A link that holds, its last use noted; or why it opens nothing. */
function opened(c: Ctx, link: LinkRow | null, noted = true): LinkRow | Closed {
  if (!link) return "unknown";
  if (link.revoked_at !== null) return "revoked";
  const now = c.get("now");
  if (link.expires_at !== null && link.expires_at <= now) return "expired";
  const today = dayOf(now, c.get("time_zone"));
  if (noted && !isHandedOn(c) && !isAhead(c) && link.last_used_on !== today) {
    // a day's first use only, and nobody waits for it
    c.executionCtx.waitUntil(markUsed(c.env.DB, link.id, today).run());
  }
  return link;
}

/**
 * In the workroom, where a request comes that was let in already: what was found out of it. For a while after a deploy a Worker and
 * a room may be of two builds, and then the room asks for itself.
 */
const handedOver = ({ env: { arrived } }: Ctx): Arrived | null =>
  arrived?.build === build ? arrived : null;

const isHandedOn = (c: Ctx): boolean => handedOver(c) !== null;

const bearerOf = (c: Ctx): string | null =>
  /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;

/** Finds out whose house it is and who calls, once for each request. A token that opens nothing is nobody's. */
export const arrive = createMiddleware<Env>(async (c, next) => {
  const bearer = bearerOf(c);
  const cookie = bearer === null ? (getCookie(c, COOKIE) ?? null) : null;
  const token = bearer ?? cookie;
  // a page that is made anew for nobody in particular comes without its token
  const hash = handedOver(c)?.hash ?? (token === null ? null : await sha256(token));
  const key = keptKey(c, hash);
  const { page, ...arrived } = await foundFor(c, hash, key);
  const { library, link, schema, restoring, admin_token } = arrived.arrival;
  c.set("arrived", arrived);
  if (schema !== SCHEMA) throw otherSchema(schema);
  const admin = await adminOf(c.env, admin_token);
  c.set("admin", admin);
  c.set("admin_made", await stillMade(c, admin, admin_token));
  const isAdmin = hash !== null && isAdminToken(admin, hash);
  // for a token that nobody was given nothing is kept: there is no end of those
  const someones = hash === null || link !== null;
  c.set("kept", key !== null && someones ? { key, page } : null);
  c.set("library", library);
  c.set("time_zone", library.time_zone ?? c.env.TIME_ZONE ?? USUAL_ZONE);
  const outlived = link?.kind === "admin" && link.name !== admin?.login;
  const found = hash === null || isAdmin ? null : outlived ? "unknown" : opened(c, link);
  // of a login that ended nobody gives another: it is made anew
  c.set("closed", typeof found === "string" && link?.kind !== "admin" ? found : null);
  c.set("caller", isAdmin ? { kind: "admin", link: null } : callerBy(found));
  // one that opened something once is no guess; and whoever comes to log in is asked for another than the browser has
  if (
    !isHandedOn(c) &&
    hash !== null &&
    !isAdmin &&
    !link &&
    (bearer !== null || c.req.path !== LOGIN)
  ) {
    await limitGuesses(c);
  }
  if (cookie !== null && c.get("caller")) sameOriginOnly(c);
  c.set("restoring", restoringOf(restoring));
  if (restoring !== null && !WHILE_RESTORING.includes(c.req.path)) throw beingRestored();
  await next();
});

/** In one question, which the workroom need not ask again: what was kept did not hold, where a request gets there. */
async function foundFor(
  c: Ctx,
  hash: string | null,
  key: string | null,
): Promise<Arrived & { page: KeptPage | null }> {
  const arrived = handedOver(c);
  if (arrived) return { ...arrived, page: null };
  const { DB } = c.env;
  const export_hash = await exportHash(c);
  const [arrival, page, exported] = await Promise.all([
    findArrival(DB, hash),
    key === null ? null : findPage(DB, key),
    export_hash === null ? null : findLink(DB, export_hash),
  ]);
  return { build, hash, arrival, page, exported };
}

/** What is answered while a backup is put back; all else would be half of a library. */
const WHILE_RESTORING = ["/login", "/logout", "/restore", "/api/restore"];

const LOGIN = "/login";

/** Of the token that the address of an export holds; `null`: it is none. */
async function exportHash(c: Ctx): Promise<string | null> {
  const [, token] = EXPORT_TOKEN.exec(c.req.path) ?? [];
  return token === undefined ? null : sha256(token);
}

const EXPORT_TOKEN = /^\/export\/v1\/([^/]+)(?:\/|$)/;

/** By what a page that is kept is found before it is known who asks; `null`: it is not one of the usual views. */
function keptKey(c: Ctx, hash: string | null): string | null {
  const url = new URL(c.req.url);
  const view = c.req.method === "GET" ? usualPage(url) : null;
  return view === null ? null : [view, askedLanguage(c) ?? "", url.origin, hash ?? ""].join(" ");
}

const callerBy = (found: LinkRow | Closed | null): Caller | null =>
  found === null || typeof found === "string" ? null : { kind: found.kind, link: found };

/** A cookie travels with any request to us; what changes something must come from our own page. */
function sameOriginOnly(c: Ctx): void {
  if (c.req.method === "GET" || c.req.method === "HEAD" || c.req.method === "OPTIONS") return;
  if (c.req.header("origin") === new URL(c.req.url).origin) return;
  throw new Problem("forbidden", "this request did not come from the page itself");
}

/** May see the dashboard: whoever holds what opens it, or anyone when it is public. */
export function maySee(c: Ctx): boolean {
  const caller = c.get("caller");
  if (c.env.PUBLIC_DASHBOARD === "true") return true;
  return caller !== null && (caller.link === null || opensDashboard(caller.link));
}

function refuse(c: Ctx, needed: string): Problem {
  if (c.get("caller")) return new Problem("forbidden", `this needs a token of kind ${needed}`);
  switch (c.get("closed")) {
    case "revoked":
      return new Problem("gone", "this token was revoked");
    case "expired":
      return new Problem("unauthorized", "this token has expired");
    default:
      return new Problem(
        "unauthorized",
        `this needs a token of kind ${needed}: Authorization: Bearer …`,
      );
  }
}

/** Only for holders of a token of one of these kinds: the admin's opens nothing that does not name it. */
const only = (...kinds: LinkKind[]) =>
  createMiddleware<Env>(async (c, next) => {
    const caller = c.get("caller");
    if (!caller || !kinds.includes(caller.kind)) {
      c.set("for_planners", kinds.includes("plan"));
      throw refuse(c, kinds.join(" or "));
    }
    await next();
  });

const viewers = createMiddleware<Env>(async (c, next) => {
  if (!maySee(c)) throw refuse(c, "view");
  await next();
});

/** Opens the export to whoever holds its token. Asked for everything below it, files that there are not among them. */
export const exportHolders = createMiddleware<Env>(async (c, next) => {
  const { exported } = c.get("arrived");
  if (!exported) await limitGuesses(c);
  const link = opened(c, exported);
  if (link === "revoked") throw new Problem("gone", "this export link was revoked");
  if (typeof link === "string" || link.kind !== "export") {
    throw new Problem("not_found", "there is no such export link");
  }
  // counted where it came in
  if (!isHandedOn(c)) await limit(c.env.EXPORT_LIMIT, `export ${link.id}`, "at most 60 a minute");
  c.set("export_link", link);
  await next();
});

/** What stands before an address. */
export const GUARDS: Record<Who, MiddlewareHandler<Env>[]> = {
  anyone: [],
  view: [viewers],
  // a page for each way in which a link is over: `/v/:token` tells them apart
  "view (in the address)": [],
  // `exportHolders`, before all of the export at once
  "export (in the address)": [],
  "push, admin": [only("push", "admin")],
  "plan, admin": [only("plan", "admin")],
  admin: [only("admin")],
};

/** Refuses what comes too often. Without the binding (a local database) nothing is limited. */
export async function limit(
  binding: RateLimit | undefined,
  key: string,
  often: string,
): Promise<void> {
  if (!binding) return;
  const { success } = await binding.limit({ key });
  if (!success) throw new Problem("rate_limited", `too often: ${often}`);
}

/**
 * Wrong tokens by address, at every door: a right one passes before it is counted. Who has it would else be locked out by
 * whoever guesses behind the same address, a town hall's or a phone network's; and a token has 32 characters or more, so
 * that no number of tries a minute finds one. What is refused is the noise of trying.
 */
export const limitGuesses = (c: Ctx): Promise<void> =>
  limit(c.env.LOGIN_LIMIT, addressOf(c), "at most 10 tries of a token a minute");

const addressOf = (c: Ctx): string => c.req.header("cf-connecting-ip") ?? "local";

/** The ids of the accounts that the caller is limited to; `null`: all. */
export function allowedAccounts(link: LinkRow | null): number[] | null {
  return link?.accounts ?? null;
}

/** Is a report for whoever asks, to read, sign and send: the admin, or who was given a link to all of it? */
export function isReader(c: Ctx): boolean {
  const caller = c.get("caller");
  return (
    (caller?.kind === "admin" || caller?.kind === "view") && allowedAccounts(caller.link) === null
  );
}

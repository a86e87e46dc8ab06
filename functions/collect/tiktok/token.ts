import type { Kept, TikTokCredentials } from "../../model/credentials.ts";
import { countOf, type JsonObject, objectOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import type { Http } from "../http.ts";
import { isAppRefused } from "../oauth.ts";
import { type Notebook, refuse } from "../visit.ts";

/** What a token is got with: of a visit, or of a trial. */
export type TokenDesk<C extends TikTokCredentials> = {
  http: Http;
  base: string;
  kept: Kept<C>;
  save: (kept: Kept<C>) => Promise<void>;
};

/** A usable access token, and the account that it is of, where a refresh has just said so. */
export type TikTokToken<C extends TikTokCredentials> = {
  token: string;
  open_id: string | null;
  kept: Kept<C>;
};

/** How one of TikTok's two products renews a token: the fresh pair, or a CollectFault. */
export type Renew<C extends TikTokCredentials> = (desk: TokenDesk<C>) => Promise<JsonObject>;

/** A token that ends within these seconds is renewed before it is used: no visit lasts longer. */
const RENEW_BEFORE_SECONDS = 300;

export async function tiktokToken<C extends TikTokCredentials>(
  desk: TokenDesk<C>,
  renew: Renew<C>,
): Promise<TikTokToken<C>> {
  const { access } = desk.kept;
  if (access && access.expires_at - RENEW_BEFORE_SECONDS > desk.http.now) {
    return { token: access.token, open_id: null, kept: desk.kept };
  }
  return renewedTikTokToken(desk, renew);
}

/**
 * Exchanges the refresh token. TikTok gives a new one each time and the old one ends with that: the new pair is saved
 * before anything is asked with it. How long they live is what TikTok says, never what it once said.
 */
export async function renewedTikTokToken<C extends TikTokCredentials>(
  desk: TokenDesk<C>,
  renew: Renew<C>,
): Promise<TikTokToken<C>> {
  const { kept, http } = desk;
  const pair = await renew(desk);
  const token = textOf(pair.access_token);
  const seconds = countOf(pair.expires_in);
  if (token === null || seconds === null) throw new CollectFault("refresh_failed", "no token came");
  const renewed: Kept<C> = {
    given: { ...kept.given, refresh_token: textOf(pair.refresh_token) ?? kept.given.refresh_token },
    access: { token, expires_at: http.now + seconds },
    refreshed_at: http.now,
    expires_at: endOf(pair, http.now) ?? kept.expires_at,
    scopes: textOf(pair.scope)?.split(/[\s,]+/) ?? kept.scopes,
  };
  await desk.save(renewed);
  return { token, open_id: textOf(pair.open_id), kept: renewed };
}

/** Is the token known to lack a permission? The run says so the first time. */
export function lacks(
  { notebook, http }: { notebook: Notebook; http: Http },
  { kept }: { kept: Kept<TikTokCredentials> },
  scope: string,
): boolean {
  if (kept.scopes === null || kept.scopes.includes(scope)) return false;
  refuse(notebook, { what: scope, reason: "permission_missing", at: http.now });
  return true;
}

/** When the new refresh token ends: the two products name it differently. */
function endOf(pair: JsonObject, now: Instant): Instant | null {
  const seconds = countOf(pair.refresh_expires_in ?? pair.refresh_token_expires_in);
  return seconds === null ? null : now + seconds;
}

export type DisplayCredentials = Exclude<TikTokCredentials, { api: "business" }>;
export type BusinessCredentials = Extract<TikTokCredentials, { api: "business" }>;

/** Login Kit's refresh: a form; its errors are flat, with `error` a text. */
export const renewDisplay: Renew<DisplayCredentials> = async ({ http, base, kept }) => {
  const { client_key, client_secret, refresh_token } = kept.given;
  const { status, body } = await http.ask(`${base}/v2/oauth/token/`, {
    form: { client_key, client_secret, grant_type: "refresh_token", refresh_token },
  });
  const pair = objectOf(body);
  const error = textOf(pair.error) ?? textOf(objectOf(pair.error).code);
  if (status === 200 && (error === null || error === "ok")) return pair;
  const said = error ?? `HTTP ${status}`;
  if (status === 429 || error === "rate_limit_exceeded") {
    throw new CollectFault("throttled", "/v2/oauth/token/", http.now + PAUSE_SECONDS);
  }
  if (isAppRefused(error)) throw new CollectFault("app_refused", said);
  throw new CollectFault(DEAD_ERRORS.has(said) ? "token_dead" : "refresh_failed", said);
};

/** What the token page answers when it will never answer otherwise. */
const DEAD_ERRORS = new Set(["access_denied", "invalid_grant", "invalid_request", "invalid_scope"]);

/** Limits are counted over a sliding minute. */
export const PAUSE_SECONDS = 60;

/** The Business API has one code for all that is wrong with a question: its words tell when it is the app. */
export const isBusinessAppRefused = (code: unknown, message: string | null): boolean =>
  code === 40002 && /\bclient_(id|secret)\b/.test(message ?? "");

/** The Business API's refresh: JSON; its errors are a `code` in HTTP 200. */
export const renewBusiness: Renew<BusinessCredentials> = async ({ http, base, kept }) => {
  const { app_id, secret, refresh_token } = kept.given;
  const { status, body } = await http.ask(`${base}/open_api/v1.3/tt_user/oauth2/refresh_token/`, {
    json: { client_id: app_id, client_secret: secret, grant_type: "refresh_token", refresh_token },
  });
  const { code, message, data } = objectOf(body);
  if (status === 200 && code === 0) return objectOf(data);
  const words = textOf(message);
  const said = `${code ?? `HTTP ${status}`}: ${words ?? ""}`;
  if (isBusinessAppRefused(code, words)) throw new CollectFault("app_refused", said);
  if (code === 40100) throw new CollectFault("throttled", said, http.now + PAUSE_SECONDS);
  // 4xxxx: the token is refused; 5xxxx and everything else: TikTok is in trouble
  const refused = typeof code === "number" && code >= 40_000 && code < 50_000;
  throw new CollectFault(refused ? "token_dead" : "refresh_failed", said);
};

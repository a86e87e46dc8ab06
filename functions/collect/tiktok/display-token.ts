/** Renewing a token of the Display API. */
import { objectOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { isAppRefused } from "../oauth.ts";
import { type DisplayCredentials, PAUSE_SECONDS, type Renew } from "./token.ts";

/** Login Kit's refresh: a form; its errors are flat, with `error` a text. */
export const renewDisplay: Renew<DisplayCredentials> = async ({ http, base, kept }) => {
  const { client_key, client_secret, refresh_token } = kept.given;
  const { status, body } = await http.ask(`${base}/v2/oauth/token/`, {
    form: { client_key, client_secret, grant_type: "refresh_token", refresh_token },
  });
  const grant = objectOf(body);
  const error = textOf(grant.error) ?? textOf(objectOf(grant.error).code);
  if (status === 200 && (error === null || error === "ok")) return grant;
  const said = error ?? `HTTP ${status}`;
  if (status === 429 || error === "rate_limit_exceeded") {
    throw new CollectFault("throttled", "/v2/oauth/token/", http.now + PAUSE_SECONDS);
  }
  if (isAppRefused(error)) throw new CollectFault("app_refused", said);
  throw new CollectFault(DEAD_ERRORS.has(said) ? "token_dead" : "refresh_failed", said);
};

/** What the token page answers when it will never answer otherwise. */
const DEAD_ERRORS = new Set(["access_denied", "invalid_grant", "invalid_request", "invalid_scope"]);

/** The page on which a person lets an app in. Here nobody has to be asked: it answers at once, yes or no. */
import { type Answer, type Incoming, list, redirect } from "./call.ts";
import { LIFETIMES, SCOPES } from "./credentials.ts";
import { type Code, expired, nextName, type RefreshToken } from "./grants.ts";
import { nowOf } from "./state.ts";

type Asked = { client_id: string; account: string | null; separator?: string };

/** Back to the app with a code and the app's own state, or with the reason why not. */
export function askPerson(call: Incoming, { client_id, account, separator = "," }: Asked): Answer {
  const { query, state, door, fault } = call;
  const { redirect_uri, response_type } = query;
  if (redirect_uri === undefined || (query.client_id ?? query.client_key) !== client_id) {
    return { status: 400, body: "<!doctype html><title>Error</title>Invalid app or redirect_uri" };
  }
  const back = (answer: Record<string, string>) => {
    const address = new URL(redirect_uri);
    for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value);
    if (query.state !== undefined) address.searchParams.set("state", query.state);
    return redirect(address.href);
  };
  if (response_type !== undefined && response_type !== "code") {
    return back({ error: "unsupported_response_type" });
  }
  if (fault?.kind === "login_denied") {
    return back({ error: "access_denied", error_description: "The person said no." });
  }
  const scopes = list((query.scope ?? "").replaceAll(separator, ","));
  const unknown = scopes.filter((scope) => !SCOPES[door].includes(scope) && !HARMLESS.has(scope));
  if (unknown.length > 0)
    return back({ error: "invalid_scope", error_description: unknown.join() });
  const code: Code = {
    code: `code-${nextName(state.grants)}`,
    door,
    account,
    scopes,
    redirect_uri,
    challenge: query.code_challenge ?? null,
    expires_at: nowOf(state) + LIFETIMES.code_seconds,
    used: false,
  };
  state.grants.codes.set(code.code, code);
  return back({ code: code.code });
}

/** Scopes that an app may ask for beside those it needs. */
const HARMLESS = new Set([
  "business_management",
  "public_profile",
  "email",
  "broadcast.read",
  "ads_read",
  "ads_management",
]);

/** A code works once, for the address that it was made for. */
export function spendCode(call: Incoming, name: string, redirect_uri: string): Code | null {
  const code = call.state.grants.codes.get(name);
  const good =
    code !== undefined &&
    code.door === call.door &&
    !code.used &&
    code.redirect_uri === redirect_uri &&
    !expired(code, nowOf(call.state));
  if (!good) return null;
  code.used = true;
  return code;
}

/** The refresh token, if it may still be used; from now on it may not. */
export function spendRefresh({ state, door }: Incoming, token: string): RefreshToken | null {
  const old = state.grants.refreshTokens.get(token);
  if (!old || old.door !== door || old.used || expired(old, nowOf(state))) return null;
  old.used = true;
  return old;
}

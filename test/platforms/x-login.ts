/** X's OAuth 2: the page that asks, codes with PKCE, refresh tokens that work once. */
import { type Answer, bodyOf, type Incoming, ok, textOf } from "./call.ts";
import { ACCOUNT_IDS, APPS, LIFETIMES } from "./credentials.ts";
import { nextName } from "./grants.ts";
import { askPerson, spendCode, spendRefresh } from "./login.ts";
import { nowOf } from "./state.ts";
import { appRefused } from "./x-answers.ts";

export async function xLogin(call: Incoming): Promise<Answer | null> {
  switch (`${call.method} ${call.path}`) {
    case "GET /i/oauth2/authorize": {
      const { code_challenge, code_challenge_method } = call.query;
      if (!code_challenge || code_challenge_method !== "S256") {
        return refused("invalid_request", "Value passed for the code_challenge was invalid.");
      }
      const { client_id } = APPS.x;
      return askPerson(call, { client_id, account: ACCOUNT_IDS.library.x, separator: " " });
    }
    case "POST /2/oauth2/token":
      return token(call);
    default:
      return null;
  }
}

const refused = (error: string, error_description: string): Answer => ({
  status: 400,
  body: { error, error_description },
});

async function token(call: Incoming): Promise<Answer> {
  const form = bodyOf(call);
  if (!isApp(call, textOf(form.client_id))) {
    return appRefused();
  }
  switch (form.grant_type) {
    case "authorization_code": {
      const code = spendCode(call, textOf(form.code), textOf(form.redirect_uri));
      const answered = code?.challenge === (await challengeOf(textOf(form.code_verifier)));
      if (!code || !answered || code.account === null) {
        return refused("invalid_request", "Value passed for the authorization code was invalid.");
      }
      return granted(call, code.account, code.scopes);
    }
    case "refresh_token": {
      const old = spendRefresh(call, textOf(form.refresh_token));
      if (!old) return refused("invalid_request", "Value passed for the token was invalid.");
      return granted(call, old.account, old.scopes);
    }
    default:
      return refused("unsupported_grant_type", "The grant_type is not supported.");
  }
}

/** A confidential client shows its secret, a public one only its name. */
function isApp({ headers }: Incoming, client_id: string): boolean {
  const basic = /^Basic (.+)$/.exec(headers.get("authorization") ?? "")?.[1];
  if (basic === undefined) return client_id === APPS.x.client_id;
  return atob(basic) === `${APPS.x.client_id}:${APPS.x.client_secret}`;
}

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function granted(call: Incoming, account: string, scopes: readonly string[]): Answer {
  const { grants } = call.state;
  const now = nowOf(call.state);
  const name = nextName(grants);
  const expires_in = LIFETIMES.x_access_seconds;
  const access_token = `x-access-${name}`;
  grants.grants.set(access_token, {
    token: access_token,
    door: "x",
    kind: "account",
    account,
    scopes,
    granted_at: now,
    expires_at: now + expires_in,
    dead: null,
  });
  const answer = { token_type: "bearer", expires_in, access_token, scope: scopes.join(" ") };
  if (!scopes.includes("offline.access")) return ok(answer);
  const refresh_token = `x-refresh-${name}`;
  const one = {
    token: refresh_token,
    door: "x" as const,
    account,
    scopes,
    expires_at: null,
    used: false,
  };
  grants.refreshTokens.set(refresh_token, one);
  return ok({ ...answer, refresh_token });
}

/** Facebook Login and Instagram Login: the page that asks a person, codes, tokens for longer, what a token may. */
import { type Answer, bodyOf, type Incoming, ok, textOf } from "./call.ts";
import { ACCOUNT_IDS, APPS, LIFETIMES, SCOPES } from "./credentials.ts";
import { expired, type Grant, nextName } from "./grants.ts";
import { deadToken, graphAnswer, refuse } from "./graph-errors.ts";
import { askPerson, spendCode } from "./login.ts";
import { goodGrant } from "./permission.ts";
import { nowOf } from "./state.ts";

/** `null`: the address has nothing to do with logging in. */
export async function loginAnswer(call: Incoming, rest: string): Promise<Answer | null> {
  switch (`${call.door} ${rest}`) {
    case "facebook /dialog/oauth":
      return askPerson(call, { client_id: APPS.facebook.client_id, account: null });
    case "facebook /oauth/access_token":
      return facebookToken(call);
    case "facebook /debug_token":
      return debugToken(call);
    case "instagram /oauth/authorize":
      return askPerson(call, {
        client_id: APPS.instagram.client_id,
        account: ACCOUNT_IDS.library.instagram,
      });
    case "instagram /oauth/access_token":
      return instagramShortToken(call);
    case "instagram /access_token":
      return instagramLongToken(call);
    case "instagram /refresh_access_token":
      return instagramRefresh(call);
    default:
      return null;
  }
}

function grantNew(call: Incoming, prefix: string, seconds: number, of: Partial<Grant>): Grant {
  const { grants } = call.state;
  const now = nowOf(call.state);
  const grant: Grant = {
    token: `${prefix}-${nextName(grants)}`,
    door: call.door,
    kind: call.door === "facebook" ? "user" : "account",
    account: null,
    scopes: SCOPES[call.door],
    granted_at: now,
    expires_at: now + seconds,
    dead: null,
    ...of,
  };
  grants.grants.set(grant.token, grant);
  return grant;
}

const given = (call: Incoming): Record<string, string> => ({
  ...call.query,
  ...Object.fromEntries(Object.entries(bodyOf(call)).map(([name, value]) => [name, textOf(value)])),
});

const wrongApp = { code: 101, message: "Error validating application. Invalid application ID." };
const wrongSecret = { code: 1, message: "Error validating client secret." };
const wrongCode = { code: 100, subcode: 36007, message: "Invalid verification code format." };

function mustBeApp(call: Incoming, { client_id, client_secret }: Record<string, string>): void {
  const app = call.door === "facebook" ? APPS.facebook : APPS.instagram;
  if (client_id !== app.client_id) refuse(wrongApp);
  if (client_secret !== app.client_secret) refuse(wrongSecret);
}

/** A code for a short token, a short token for a long one. */
function facebookToken(call: Incoming): Answer {
  const asked = given(call);
  mustBeApp(call, asked);
  if (asked.grant_type === "client_credentials") {
    return ok({ access_token: appToken(), token_type: "bearer" });
  }
  if (asked.grant_type === "fb_exchange_token") {
    const short = call.state.grants.grants.get(asked.fb_exchange_token ?? "");
    if (!short || expired(short, nowOf(call.state)) || short.dead !== null) {
      return refuse(deadToken(short?.dead ?? null));
    }
    const { scopes, account, kind } = short;
    const long = grantNew(call, "EAAF-long", LIFETIMES.meta_long_seconds, {
      scopes,
      account,
      kind,
    });
    return ok(bearer(long, call));
  }
  const code = spendCode(call, asked.code ?? "", asked.redirect_uri ?? "");
  if (!code) return refuse(wrongCode);
  const { scopes } = code;
  return ok(bearer(grantNew(call, "EAAF-short", LIFETIMES.meta_short_seconds, { scopes }), call));
}

const bearer = ({ token, expires_at }: Grant, call: Incoming) => ({
  access_token: token,
  token_type: "bearer",
  expires_in: (expires_at ?? 0) - nowOf(call.state),
});

const appToken = () => `${APPS.facebook.client_id}|${APPS.facebook.client_secret}`;

/** Says of a token whether it is good and what it may; asked with the app's or any good token. */
function debugToken(call: Incoming): Answer {
  const asker = call.query.access_token ?? call.headers.get("authorization")?.slice(7) ?? "";
  if (asker !== appToken() && !call.grant) return graphAnswer(deadToken(null));
  const now = nowOf(call.state);
  const grant = call.state.grants.grants.get(call.query.input_token ?? "");
  if (!grant) {
    const error = { code: 190, message: "Invalid OAuth access token.", subcode: 0 };
    return ok({ data: { is_valid: false, error, scopes: [] } });
  }
  const dead = grant.dead ?? (expired(grant, now) ? 463 : null);
  const refusal = deadToken(dead);
  return ok({
    data: {
      app_id: APPS.facebook.client_id,
      application: "Denyut",
      type: grant.kind === "page" ? "PAGE" : "USER",
      is_valid: dead === null,
      ...(dead === null ? {} : { error: { code: 190, subcode: dead, message: refusal.message } }),
      expires_at: grant.expires_at ?? 0,
      data_access_expires_at: grant.granted_at + 90 * 86_400,
      issued_at: grant.granted_at,
      scopes: grant.scopes,
      ...(grant.kind === "page" ? { profile_id: grant.account } : {}),
      user_id: "122000000000000001",
    },
  });
}

function instagramShortToken(call: Incoming): Answer {
  const asked = given(call);
  mustBeApp(call, asked);
  const code = spendCode(call, asked.code ?? "", asked.redirect_uri ?? "");
  if (!code) {
    return {
      status: 400,
      body: {
        error_type: "OAuthException",
        code: 400,
        error_message: "Invalid authorization code",
      },
    };
  }
  const { scopes, account } = code;
  const short = grantNew(call, "IGAA-short", LIFETIMES.meta_short_seconds, { scopes, account });
  return ok({ access_token: short.token, user_id: account, permissions: scopes.join(",") });
}

function instagramLongToken(call: Incoming): Answer {
  if (call.query.grant_type !== "ig_exchange_token") refuse(wrongCode);
  if (call.query.client_secret !== APPS.instagram.client_secret) refuse(wrongSecret);
  const short = goodGrant(call);
  const { scopes, account } = short;
  const long = grantNew(call, "IGAA-long", LIFETIMES.meta_long_seconds, { scopes, account });
  return ok(bearer(long, call));
}

/** A token of at least a day gets another 60; one that ran out gets nothing. */
function instagramRefresh(call: Incoming): Answer {
  if (call.query.grant_type !== "ig_refresh_token") refuse(wrongCode);
  const old = goodGrant(call);
  const now = nowOf(call.state);
  if (now - old.granted_at < LIFETIMES.instagram_refresh_from_seconds) {
    refuse({
      code: 10,
      message: "(#10) The access token must be at least 24 hours old to be refreshed.",
    });
  }
  const { scopes, account } = old;
  const fresh = grantNew(call, "IGAA-long", LIFETIMES.meta_long_seconds, { scopes, account });
  return ok({ ...bearer(fresh, call), permissions: scopes.join(",") });
}

/**
 * Logging in by a platform's own consent page (OAuth 2): where it is, and what the code that it sends back is worth.
 * The app's secret goes to the platform's token address alone.
 */
import type {
  Credentials,
  FacebookCredentials,
  InstagramCredentials,
  Kept,
  TikTokCredentials,
  XCredentials,
} from "../model/credentials.ts";
import { countOf, type JsonObject, objectOf, objectsOf, textOf } from "../model/json.ts";
import type { Platform } from "../model/platform.ts";
import { CollectFault } from "./fault.ts";
import type { Http, HttpAnswer } from "./http.ts";
import { GRAPH_VERSION, openGraph } from "./meta/graph.ts";
import { tried } from "./meta/token.ts";
import { formOfApp, isAppRefused } from "./oauth.ts";
import { isBusinessAppRefused } from "./tiktok/token.ts";

/** An app as it is registered with a platform. */
export type App = { id: string; secret: string | undefined };

/** What a person is asked for. */
type Asking = { app: App; redirect_uri: string; state: string; challenge: string };

/** What comes back, and what it is exchanged with. */
type Exchange = { app: App; redirect_uri: string; code: string; verifier: string };

/** An account that the person let us see, with what opens it. `external_id` is `null` where it is still to be learnt. */
export type Offered = {
  platform: Platform;
  external_id: string | null;
  handle: string;
  name: string | null;
  kept: Kept<Credentials>;
};

export type Consent = {
  /** @param login the platform's origin for people */
  address: (login: string, asking: Asking) => string;
  /** @param base the platform's origin for programs */
  exchange: (http: Http, base: string, exchange: Exchange) => Promise<Offered[]>;
};

const addressWith = (address: string, query: Record<string, string>): string =>
  `${address}?${new URLSearchParams(query)}`;

const META_SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "read_insights",
  "pages_read_user_content",
  "instagram_basic",
  "instagram_manage_insights",
  "instagram_manage_comments",
];

/** One login opens the pages of a person and the Instagram accounts that belong to them. */
export const metaConsent: Consent = {
  address: (login, { app, redirect_uri, state }) =>
    addressWith(`${login}/${GRAPH_VERSION}/dialog/oauth`, {
      client_id: app.id,
      redirect_uri,
      state,
      response_type: "code",
      scope: META_SCOPES.join(),
    }),
  exchange: async (http, base, { app, redirect_uri, code }) => {
    const own = { client_id: app.id, client_secret: app.secret ?? "" };
    const url = `${base}/${GRAPH_VERSION}/oauth/access_token`;
    const short = await http.ask(url, { form: { ...own, redirect_uri, code } });
    const form = {
      ...own,
      grant_type: "fb_exchange_token",
      fb_exchange_token: tokenOf(short, "access_token"),
    };
    // the tokens of pages do not expire when the person's own lives long
    const long = tokenOf(await http.ask(url, { form }), "access_token");
    const { body, error } = await tried(openGraph(http, base, long, true), "me/accounts", {
      fields: "id,name,username,access_token,instagram_business_account{id,username,name}",
      limit: "100",
    });
    if (error) throw new CollectFault("permission_missing", error.message);
    return objectsOf(body.data).flatMap((page) => offeredBy(page, http.now));
  },
};

function offeredBy(page: JsonObject, refreshed_at: number): Offered[] {
  const [id, access_token] = [textOf(page.id), textOf(page.access_token)];
  if (id === null || access_token === null) return [];
  const rest = { access: null, refreshed_at, expires_at: null, scopes: null };
  const facebook: FacebookCredentials = { access_token };
  const offered: Offered[] = [
    {
      platform: "facebook",
      external_id: id,
      handle: textOf(page.username) ?? id,
      name: textOf(page.name),
      kept: { given: facebook, ...rest },
    },
  ];
  const linked = objectOf(page.instagram_business_account);
  const account = textOf(linked.id);
  if (account === null) return offered;
  const instagram: InstagramCredentials = { access_token, login: "facebook" };
  offered.push({
    platform: "instagram",
    external_id: account,
    handle: textOf(linked.username) ?? account,
    name: textOf(linked.name),
    kept: { given: instagram, ...rest },
  });
  return offered;
}

export const xConsent: Consent = {
  address: (login, { app, redirect_uri, state, challenge }) =>
    addressWith(`${login}/i/oauth2/authorize`, {
      response_type: "code",
      client_id: app.id,
      redirect_uri,
      state,
      // without offline.access there is no refresh token, and the connection dies after two hours
      scope: "tweet.read users.read offline.access",
      code_challenge: challenge,
      code_challenge_method: "S256",
    }),
  exchange: async (http, base, { app, redirect_uri, code, verifier }) => {
    const form = { grant_type: "authorization_code", code, redirect_uri, code_verifier: verifier };
    const answer = await http.ask(`${base}/2/oauth2/token`, formOfApp(app, form));
    const given: XCredentials = {
      client_id: app.id,
      ...(app.secret ? { client_secret: app.secret } : {}),
      refresh_token: tokenOf(answer, "refresh_token"),
    };
    return [offeredAlone("x", null, given, objectOf(answer.body), http.now)];
  },
};

export const tiktokConsent: Consent = {
  address: (login, { app, redirect_uri, state }) =>
    addressWith(`${login}/v2/auth/authorize/`, {
      client_key: app.id,
      response_type: "code",
      scope: "user.info.basic,user.info.profile,user.info.stats,video.list",
      redirect_uri,
      state,
    }),
  exchange: async (http, base, { app, redirect_uri, code }) => {
    const own = { client_key: app.id, client_secret: app.secret ?? "" };
    const form = { ...own, code, grant_type: "authorization_code", redirect_uri };
    const answer = await http.ask(`${base}/v2/oauth/token/`, { form });
    const given: TikTokCredentials = { ...own, refresh_token: tokenOf(answer, "refresh_token") };
    const pair = objectOf(answer.body);
    return [offeredAlone("tiktok", textOf(pair.open_id), given, pair, http.now)];
  },
};

const BUSINESS_SCOPES = [
  "user.info.basic",
  "user.info.username",
  "user.info.stats",
  "user.info.profile",
  "user.account.type",
  "user.insights",
  "video.list",
  "video.insights",
  "comment.list",
];

export const tiktokBusinessConsent: Consent = {
  address: (login, { app, redirect_uri, state }) =>
    addressWith(`${login}/v2/auth/authorize`, {
      client_key: app.id,
      scope: BUSINESS_SCOPES.join(),
      response_type: "code",
      state,
      redirect_uri,
    }),
  exchange: async (http, base, { app, redirect_uri, code }) => {
    const answer = await http.ask(`${base}/open_api/v1.3/tt_user/oauth2/token/`, {
      json: {
        client_id: app.id,
        client_secret: app.secret ?? "",
        grant_type: "authorization_code",
        auth_code: code,
        redirect_uri,
      },
    });
    const { code: kind, data, message } = objectOf(answer.body);
    const pair = objectOf(data);
    const refresh_token = textOf(pair.refresh_token);
    if (refresh_token === null) {
      const said = textOf(message);
      throw new CollectFault(isBusinessAppRefused(kind, said) ? "app_refused" : "token_dead", said);
    }
    const given: TikTokCredentials = {
      api: "business",
      app_id: app.id,
      secret: app.secret ?? "",
      refresh_token,
    };
    return [offeredAlone("tiktok", textOf(pair.open_id), given, pair, http.now)];
  },
};

/** A login that opens one account only: which, is found out when it is tried. */
function offeredAlone(
  platform: Platform,
  external_id: string | null,
  given: Credentials,
  pair: JsonObject,
  now: number,
): Offered {
  const token = textOf(pair.access_token);
  const seconds = countOf(pair.expires_in);
  const lasts = countOf(pair.refresh_expires_in ?? pair.refresh_token_expires_in);
  return {
    platform,
    external_id,
    handle: external_id ?? "",
    name: null,
    kept: {
      given,
      access: token === null || seconds === null ? null : { token, expires_at: now + seconds },
      refreshed_at: now,
      expires_at: lasts === null ? null : now + lasts,
      scopes: textOf(pair.scope)?.split(/[\s,]+/) ?? null,
    },
  };
}

/** The token of an answer; a CollectFault in the platform's own words when there is none. */
function tokenOf({ body }: HttpAnswer, name: "access_token" | "refresh_token"): string {
  const said = objectOf(body);
  const token = textOf(said[name]);
  if (token !== null) return token;
  const error = textOf(said.error);
  const words = textOf(said.error_description) ?? textOf(objectOf(said.error).message) ?? error;
  const code = isAppRefused(error) ? "app_refused" : "token_dead";
  throw new CollectFault(code, words?.slice(0, 200) ?? null);
}

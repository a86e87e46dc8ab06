import type { Kept, XCredentials } from "../../model/credentials.ts";
import { countOf, objectOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import type { Http, HttpAnswer } from "../http.ts";
import { formOfApp, isAppRefused } from "../oauth.ts";

/** What a token is got with: of a visit, or of a trial. */
export type XTokenDesk = {
  http: Http;
  base: string;
  kept: Kept<XCredentials>;
  save: (kept: Kept<XCredentials>) => Promise<void>;
};

/** `user`: the account's own token, which also opens private figures and the price of own posts. */
export type XToken = { token: string; user: boolean; kept: Kept<XCredentials> };

/** A token that ends within these seconds is renewed before it is used: no visit lasts longer. */
const RENEW_BEFORE_SECONDS = 300;

/** X grants two hours; used only where it does not say. */
const USUAL_LIFE_SECONDS = 7200;

export async function xToken(desk: XTokenDesk): Promise<XToken> {
  const { kept, http } = desk;
  if ("bearer_token" in kept.given) return { token: kept.given.bearer_token, user: false, kept };
  const { access } = kept;
  if (access && access.expires_at - RENEW_BEFORE_SECONDS > http.now) {
    return { token: access.token, user: true, kept };
  }
  return renewedXToken(desk);
}

/** Exchanges the refresh token and has what comes back saved before anything is asked with it. */
export async function renewedXToken({ http, base, kept, save }: XTokenDesk): Promise<XToken> {
  const { given } = kept;
  if ("bearer_token" in given) throw new CollectFault("token_dead");
  const { client_id, client_secret, refresh_token } = given;
  const app = { id: client_id, secret: client_secret };
  const answer = await http.ask(
    `${base}/2/oauth2/token`,
    formOfApp(app, { grant_type: "refresh_token", refresh_token }),
  );
  const body = objectOf(answer.body);
  const token = textOf(body.access_token);
  if (answer.status !== 200 || token === null) throw refusedRefresh(answer, http.now);
  const renewed: Kept<XCredentials> = {
    // X does not promise a new refresh token: the old one stays until another comes
    given: { ...given, refresh_token: textOf(body.refresh_token) ?? refresh_token },
    access: { token, expires_at: http.now + (countOf(body.expires_in) ?? USUAL_LIFE_SECONDS) },
    refreshed_at: http.now,
    expires_at: null,
    scopes: textOf(body.scope)?.split(" ") ?? kept.scopes,
  };
  await save(renewed);
  return { token, user: true, kept: renewed };
}

/** A token that X does not know any more is dead; an app or a server in trouble says nothing of the token. */
function refusedRefresh({ status, body }: HttpAnswer, now: Instant): CollectFault {
  const error = textOf(objectOf(body).error);
  const said = error ?? `HTTP ${status}`;
  if (isAppRefused(error)) return new CollectFault("app_refused", said);
  if (status === 429) return new CollectFault("throttled", "/2/oauth2/token", now + 900);
  if (status === 400 || status === 401) return new CollectFault("token_dead", said);
  return new CollectFault("refresh_failed", said);
}

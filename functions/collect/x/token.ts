/** X's tokens: the app's own, or a user's that is renewed. */
import type { Kept, XCredentials } from "../../model/credentials.ts";
import { countOf, objectOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import { scopesOf, usableToken } from "../grant.ts";
import type { HttpAnswer } from "../http.ts";
import { formOfApp, isAppRefused } from "../oauth.ts";
import type { TokenDesk } from "../visit.ts";

type XTokenDesk = TokenDesk<XCredentials>;

/** `user`: the account's own token, which also opens private figures and the price of own posts. */
export type XToken = { token: string; user: boolean; kept: Kept<XCredentials> };

/** X grants two hours; used only where it does not say. */
const USUAL_LIFE_SECONDS = 7200;

export async function xToken(desk: XTokenDesk): Promise<XToken> {
  const { kept, http } = desk;
  if ("bearer_token" in kept.given) return { token: kept.given.bearer_token, user: false, kept };
  const token = usableToken(kept, http.now);
  return token === null ? renewedXToken(desk) : { token, user: true, kept };
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
    scopes: scopesOf(body) ?? kept.scopes,
  };
  await save(renewed);
  return { token, user: true, kept: renewed };
}

/** X's limits are counted over a quarter of an hour. */
const PAUSE_SECONDS = 900;

/** A token that X does not know any more is dead; an app or a server in trouble says nothing of the token. */
function refusedRefresh({ status, body }: HttpAnswer, now: Instant): CollectFault {
  const error = textOf(objectOf(body).error);
  const said = error ?? `HTTP ${status}`;
  if (isAppRefused(error)) return new CollectFault("app_refused", said);
  if (status === 429) return new CollectFault("throttled", "/2/oauth2/token", now + PAUSE_SECONDS);
  if (status === 400 || status === 401) return new CollectFault("token_dead", said);
  return new CollectFault("refresh_failed", said);
}

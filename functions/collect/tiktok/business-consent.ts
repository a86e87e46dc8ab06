/** The consent page of TikTok's Business API. */
import type { TikTokCredentials } from "../../model/credentials.ts";
import { objectOf, textOf } from "../../model/json.ts";
import { addressWith, type Consent, offeredAlone } from "../consent.ts";
import { CollectFault } from "../fault.ts";
import { isBusinessAppRefused } from "./business-token.ts";

const SCOPES = [
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
      scope: SCOPES.join(),
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
    const grant = objectOf(data);
    const refresh_token = textOf(grant.refresh_token);
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
    return [offeredAlone("tiktok", textOf(grant.open_id), given, grant, http.now)];
  },
};

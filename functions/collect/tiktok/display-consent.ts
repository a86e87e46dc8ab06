/** The consent page of TikTok's Login Kit, which opens the Display API. */
import type { TikTokCredentials } from "../../model/credentials.ts";
import { objectOf, textOf } from "../../model/json.ts";
import { addressWith, type Consent, offeredAlone, tokenOf } from "../consent.ts";

export const tiktokDisplayConsent: Consent = {
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
    const grant = objectOf(answer.body);
    return [offeredAlone("tiktok", textOf(grant.open_id), given, grant, http.now)];
  },
};

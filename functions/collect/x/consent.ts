/** X's consent page (PKCE). */
import type { XCredentials } from "../../model/credentials.ts";
import { objectOf } from "../../model/json.ts";
import { addressWith, type Consent, offeredAlone, tokenOf } from "../consent.ts";
import { formOfApp } from "../oauth.ts";

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

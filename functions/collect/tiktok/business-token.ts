/** Renewing a token of the Business API. */
import { objectOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { type BusinessCredentials, PAUSE_SECONDS, type Renew } from "./token.ts";

/** The Business API has one code for all that is wrong with a question: its words tell when it is the app. */
export const isBusinessAppRefused = (code: unknown, message: string | null): boolean =>
  code === 40002 && /\bclient_(id|secret)\b/.test(message ?? "");

/** The Business API's refresh: JSON; its errors are a `code` in HTTP 200. */
export const renewBusiness: Renew<BusinessCredentials> = async ({ http, base, kept }) => {
  const { app_id, secret, refresh_token } = kept.given;
  const { status, body } = await http.ask(`${base}/open_api/v1.3/tt_user/oauth2/refresh_token/`, {
    json: { client_id: app_id, client_secret: secret, grant_type: "refresh_token", refresh_token },
  });
  const { code, message, data } = objectOf(body);
  if (status === 200 && code === 0) return objectOf(data);
  const words = textOf(message);
  const said = `${code ?? `HTTP ${status}`}: ${words ?? ""}`;
  if (isBusinessAppRefused(code, words)) throw new CollectFault("app_refused", said);
  if (code === 40100) throw new CollectFault("throttled", said, http.now + PAUSE_SECONDS);
  // 4xxxx: the token is refused; 5xxxx and everything else: TikTok is in trouble
  const refused = typeof code === "number" && code >= 40_000 && code < 50_000;
  throw new CollectFault(refused ? "token_dead" : "refresh_failed", said);
};

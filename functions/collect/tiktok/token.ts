/** TikTok's tokens: how the Display API and the Business API keep them usable, each by its own way to renew. */
import type { Kept, TikTokCredentials } from "../../model/credentials.ts";
import { type JsonObject, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { accessOf, renewableUntil, scopesOf, usableToken } from "../grant.ts";
import type { TokenDesk } from "../visit.ts";

export type DisplayCredentials = Exclude<TikTokCredentials, { api: "business" }>;
export type BusinessCredentials = Extract<TikTokCredentials, { api: "business" }>;

/** A usable access token, and the account that it is of, where a refresh has just said so. */
export type TikTokToken<C extends TikTokCredentials> = {
  token: string;
  open_id: string | null;
  kept: Kept<C>;
};

/** How an interface renews a token: what it grants, or a CollectFault. */
export type Renew<C extends TikTokCredentials> = (desk: TokenDesk<C>) => Promise<JsonObject>;

/** Limits are counted over a sliding minute. */
export const PAUSE_SECONDS = 60;

export async function tiktokToken<C extends TikTokCredentials>(
  desk: TokenDesk<C>,
  renew: Renew<C>,
): Promise<TikTokToken<C>> {
  const { kept, http } = desk;
  const token = usableToken(kept, http.now);
  return token === null ? renewedTikTokToken(desk, renew) : { token, open_id: null, kept };
}

/**
 * Exchanges the refresh token. TikTok gives a new one each time and the old one ends with that: the new pair is saved
 * before anything is asked with it. How long they live is what TikTok says, never what it once said.
 */
export async function renewedTikTokToken<C extends TikTokCredentials>(
  desk: TokenDesk<C>,
  renew: Renew<C>,
): Promise<TikTokToken<C>> {
  const { kept, http } = desk;
  const grant = await renew(desk);
  const access = accessOf(grant, http.now);
  if (access === null) throw new CollectFault("refresh_failed", "no token came");
  const refresh_token = textOf(grant.refresh_token) ?? kept.given.refresh_token;
  const renewed: Kept<C> = {
    given: { ...kept.given, refresh_token },
    access,
    refreshed_at: http.now,
    expires_at: renewableUntil(grant, http.now) ?? kept.expires_at,
    scopes: scopesOf(grant) ?? kept.scopes,
  };
  await desk.save(renewed);
  return { token: access.token, open_id: textOf(grant.open_id), kept: renewed };
}

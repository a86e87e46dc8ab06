/**
 * What a platform grants for a code or a refresh token (OAuth 2): an access token, for how long and for what, and how long
 * it can be renewed.
 */
import type { Kept } from "../model/credentials.ts";
import { countOf, type JsonObject, textOf } from "../model/json.ts";
import type { Instant } from "../model/snapshot.ts";

/** `null`: no token, or nobody said how long it lives. */
export function accessOf({ access_token, expires_in }: JsonObject, now: Instant): Kept["access"] {
  const [token, seconds] = [textOf(access_token), countOf(expires_in)];
  return token === null || seconds === null ? null : { token, expires_at: now + seconds };
}

/** When the refresh token ends: TikTok's two interfaces name it differently. `null`: not said. */
export function renewableUntil(grant: JsonObject, now: Instant): Instant | null {
  const seconds = countOf(grant.refresh_expires_in ?? grant.refresh_token_expires_in);
  return seconds === null ? null : now + seconds;
}

/** What the token may do, parted by spaces or commas; `null`: not said. */
export const scopesOf = ({ scope }: JsonObject): string[] | null =>
  textOf(scope)?.split(/[\s,]+/) ?? null;

/** The permissions that a token lacks, as far as it is known which it has. */
export const lacking = (scopes: readonly string[] | null, needed: readonly string[]): string[] =>
  scopes === null ? [] : needed.filter((scope) => !scopes.includes(scope));

/** A token that ends within these seconds is renewed before it is used: no visit lasts longer. */
const RENEW_BEFORE_SECONDS = 300;

/** The access token that is still good for a visit; `null`: it has to be renewed first. */
export const usableToken = ({ access }: Pick<Kept, "access">, now: Instant): string | null =>
  access && access.expires_at - RENEW_BEFORE_SECONDS > now ? access.token : null;

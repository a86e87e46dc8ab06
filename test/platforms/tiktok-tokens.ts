/** TikTok's tokens: short ones to read with, and refresh tokens that work once. Both products give them alike. */
import type { Incoming } from "./call.ts";
import type { Door } from "./credentials.ts";
import { nextName } from "./grants.ts";
import { nowOf } from "./state.ts";

export type Pair = { access_token: string; refresh_token: string };

export function newPair(
  { state }: Incoming,
  of: { door: Door; account: string; scopes: readonly string[] },
  seconds: { access: number; refresh: number },
): Pair {
  const { grants } = state;
  const now = nowOf(state);
  const name = nextName(grants);
  const [access_token, refresh_token] = [`act.${name}`, `rft.${name}`];
  grants.grants.set(access_token, {
    ...of,
    token: access_token,
    kind: "account",
    granted_at: now,
    expires_at: now + seconds.access,
    dead: null,
  });
  grants.refreshTokens.set(refresh_token, {
    ...of,
    token: refresh_token,
    expires_at: now + seconds.refresh,
    used: false,
  });
  return { access_token, refresh_token };
}

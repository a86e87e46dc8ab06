/** What opens an account on its platform. Write-only: encrypted at rest, never answered, never logged. */
import type { Instant } from "./snapshot.ts";

/** A page token: it does not expire, until it dies. */
export type FacebookCredentials = { access_token: string };

/** `facebook`: a page token, through the page; `instagram`: a token of its own, 60 days, renewed weekly. */
export type InstagramCredentials = { access_token: string; login: "facebook" | "instagram" };

/** The app's own token, or a user's that is renewed. */
export type XCredentials =
  | { bearer_token: string }
  | { client_id: string; client_secret?: string | undefined; refresh_token: string };

export type TikTokCredentials =
  | {
      api?: "display" | undefined;
      client_key: string;
      client_secret: string;
      refresh_token: string;
    }
  | { api: "business"; app_id: string; secret: string; refresh_token: string };

export type Credentials =
  | FacebookCredentials
  | InstagramCredentials
  | XCredentials
  | TikTokCredentials;

/**
 * Credentials as they are kept: what was given (a rotating refresh token replaced by its successor) and the access
 * token that the last refresh gave. `refreshed_at` is that refresh, or when the token was connected; `expires_at` is
 * when the thing that keeps the account connected dies (the 60-day token, the refresh token), `null` when it does not
 * or nobody said; `access` is `null` where the given token is used as it is.
 */
export type Kept<C extends Credentials = Credentials> = {
  given: C;
  access: { token: string; expires_at: Instant } | null;
  refreshed_at: Instant;
  expires_at: Instant | null;
  /** What the token may do, where the platform said; `null`: not said. */
  scopes: string[] | null;
};

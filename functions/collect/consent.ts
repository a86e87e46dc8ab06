/**
 * Logging in by a platform's own consent page (OAuth 2): where it is, and what the code that it sends back is worth.
 * The app's secret goes to the platform's token address alone. Each platform's folder has its own, `…consent.ts`.
 */
import type { Credentials, Kept } from "../model/credentials.ts";
import { type JsonObject, objectOf, textOf } from "../model/json.ts";
import type { Platform } from "../model/platform.ts";
import { CollectFault } from "./fault.ts";
import { accessOf, renewableUntil, scopesOf } from "./grant.ts";
import type { Http, HttpAnswer } from "./http.ts";
import { isAppRefused } from "./oauth.ts";

/** An app as it is registered with a platform. */
export type App = { id: string; secret: string | undefined };

/** What a person is asked for. */
type Asking = { app: App; redirect_uri: string; state: string; challenge: string };

/** What comes back, and what it is exchanged with. */
type Exchange = { app: App; redirect_uri: string; code: string; verifier: string };

/** An account that the person let us see, with what opens it. `external_id` is `null` where it is still to be learnt. */
export type Offered = {
  platform: Platform;
  external_id: string | null;
  handle: string;
  name: string | null;
  kept: Kept<Credentials>;
};

export type Consent = {
  /** @param login the platform's origin for people */
  address: (login: string, asking: Asking) => string;
  /** @param base the platform's origin for programs */
  exchange: (http: Http, base: string, exchange: Exchange) => Promise<Offered[]>;
};

export const addressWith = (address: string, query: Record<string, string>): string =>
  `${address}?${new URLSearchParams(query)}`;

/** A login that opens one account only: which, is found out when it is tried. */
export const offeredAlone = (
  platform: Platform,
  external_id: string | null,
  given: Credentials,
  grant: JsonObject,
  now: number,
): Offered => ({
  platform,
  external_id,
  handle: external_id ?? "",
  name: null,
  kept: {
    given,
    access: accessOf(grant, now),
    refreshed_at: now,
    expires_at: renewableUntil(grant, now),
    scopes: scopesOf(grant),
  },
});

/** The token of an answer; a CollectFault in the platform's own words when there is none. */
export function tokenOf({ body }: HttpAnswer, name: "access_token" | "refresh_token"): string {
  const said = objectOf(body);
  const token = textOf(said[name]);
  if (token !== null) return token;
  const error = textOf(said.error);
  const words = textOf(said.error_description) ?? textOf(objectOf(said.error).message) ?? error;
  const code = isAppRefused(error) ? "app_refused" : "token_dead";
  throw new CollectFault(code, words?.slice(0, 200) ?? null);
}

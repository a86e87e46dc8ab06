/**
 * The "connect" buttons: to the platform's consent page and back. What a login needs to go on is kept sealed in the
 * database under the hash of its state: it works once, for ten minutes, and no token ever passes through the browser.
 */
import type { App, Consent, Offered } from "../../collect/consent.ts";
import { CollectFault } from "../../collect/fault.ts";
import { openHttp } from "../../collect/http.ts";
import { metaConsent } from "../../collect/meta/consent.ts";
import { tiktokBusinessConsent } from "../../collect/tiktok/business-consent.ts";
import { tiktokDisplayConsent } from "../../collect/tiktok/display-consent.ts";
import { xConsent } from "../../collect/x/consent.ts";
import { base64url } from "../../model/base64url.ts";
import { PLATFORMS, type Platform } from "../../model/platform.ts";
import { Problem } from "../../model/problem.ts";
import { type SealKey, seal, unseal } from "../../model/seal.ts";
import { newToken, sha256 } from "../../model/token.ts";
import { saveConsent, takeConsent } from "../../store/consents.ts";
import {
  type CollectEnv,
  facebookBase,
  tiktokBase,
  tiktokBusinessBase,
  xBase,
} from "./adapters.ts";
import type { Tick } from "./collect.ts";
import { type Connected, connectWith, refusal } from "./connect-account.ts";
import { sealKeyOf } from "./sealed-credentials.ts";

/** The apps as they are registered with the platforms: secrets. A platform without one has no button. */
export type ConsentEnv = CollectEnv & {
  FACEBOOK_APP_ID?: string;
  FACEBOOK_APP_SECRET?: string;
  X_CLIENT_ID?: string;
  X_CLIENT_SECRET?: string;
  TIKTOK_CLIENT_KEY?: string;
  TIKTOK_CLIENT_SECRET?: string;
  TIKTOK_BUSINESS_APP_ID?: string;
  TIKTOK_BUSINESS_SECRET?: string;
};

type Door = { consent: Consent; app: App; login: string; base: string };

/** TikTok's Business API tells more: where both apps are set, it is taken. */
function doorOf(env: ConsentEnv, platform: Platform): Door | null {
  const door = (
    consent: Consent,
    id: string | undefined,
    secret: string | undefined,
    login: string,
    base: string,
  ): Door | null => (id ? { consent, app: { id, secret }, login, base } : null);
  switch (platform) {
    case "facebook":
    case "instagram":
      return env.FACEBOOK_APP_SECRET
        ? door(
            metaConsent,
            env.FACEBOOK_APP_ID,
            env.FACEBOOK_APP_SECRET,
            env.FACEBOOK_URL ?? "https://www.facebook.com",
            facebookBase(env),
          )
        : null;
    case "x":
      return door(
        xConsent,
        env.X_CLIENT_ID,
        env.X_CLIENT_SECRET,
        env.X_URL ?? "https://x.com",
        xBase(env),
      );
    case "tiktok":
      return env.TIKTOK_BUSINESS_APP_ID && env.TIKTOK_BUSINESS_SECRET
        ? door(
            tiktokBusinessConsent,
            env.TIKTOK_BUSINESS_APP_ID,
            env.TIKTOK_BUSINESS_SECRET,
            env.TIKTOK_BUSINESS_URL ?? "https://www.tiktok.com",
            tiktokBusinessBase(env),
          )
        : env.TIKTOK_CLIENT_SECRET
          ? door(
              tiktokDisplayConsent,
              env.TIKTOK_CLIENT_KEY,
              env.TIKTOK_CLIENT_SECRET,
              env.TIKTOK_URL ?? "https://www.tiktok.com",
              tiktokBase(env),
            )
          : null;
  }
}

/** The platforms that have a button here. */
export const connectable = (env: ConsentEnv): Platform[] =>
  PLATFORMS.filter((platform) => env.CREDENTIALS_KEY && doorOf(env, platform) !== null);

const LIFE_SECONDS = 600;

/** `asked`: the person is at the platform's page; `offered`: the choice of an account is open. */
type Step =
  | { step: "asked"; verifier: string; redirect_uri: string }
  | { step: "offered"; offered: Offered[] };

const placeOf = (hash: string): string => `consents/${hash}`;

async function keep(
  db: D1Database,
  key: SealKey,
  platform: Platform,
  kept: Step,
  { now }: Tick,
): Promise<string> {
  const state = newToken();
  const hash = await sha256(state);
  const sealed = await seal(key, placeOf(hash), JSON.stringify(kept));
  const expires_at = now + LIFE_SECONDS;
  await db.batch(saveConsent(db, { hash, platform, sealed, expires_at }, now));
  return state;
}

async function take(db: D1Database, key: SealKey, state: string, { now }: Tick) {
  const hash = await sha256(state);
  const row = await takeConsent(db, hash, now);
  const text = row && (await unseal(key, placeOf(hash), row.sealed));
  if (!row || !text) {
    throw new Problem("invalid", "this login is over or was used already; press connect again");
  }
  return { platform: row.platform, kept: JSON.parse(text) as Step };
}

/**
 * Where to send the person.
 * @param redirect_uri where the platform sends them back: the same text as is registered with the app
 */
export async function authorizeUrl(
  db: D1Database,
  env: ConsentEnv,
  tick: Tick,
  platform: Platform,
  redirect_uri: string,
): Promise<string> {
  const door = doorOf(env, platform);
  if (!door) throw new Problem("not_found", `no app for ${platform} is set up here`);
  const verifier = newToken();
  const state = await keep(
    db,
    await sealKeyOf(env),
    platform,
    { step: "asked", verifier, redirect_uri },
    tick,
  );
  const challenge = await challengeOf(verifier);
  return door.consent.address(door.login, { app: door.app, redirect_uri, state, challenge });
}

/** PKCE, S256: SHA-256 of the verifier in base64url. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

export type Finished =
  | { kind: "connected"; connected: Connected[] }
  /** Several accounts: which? `state` goes back with the choice, to `chooseAccounts`. */
  | { kind: "choose"; platform: Platform; state: string; accounts: Choice[] };

type Choice = {
  platform: Platform;
  external_id: string;
  handle: string;
  name: string | null;
};

/** The person is back. `answer`: the parameters of the address to which the platform sent them. */
export async function finishConsent(
  db: D1Database,
  env: ConsentEnv,
  tick: Tick,
  answer: { state?: string | undefined; code?: string | undefined; error?: string | undefined },
): Promise<Finished> {
  const key = await sealKeyOf(env);
  const { platform, kept } = await take(db, key, answer.state ?? "", tick);
  const door = doorOf(env, platform);
  if (!door || kept.step !== "asked") throw new Problem("invalid", "press connect again");
  if (!answer.code) {
    // the platform's word for why not: only what such words are made of
    const why = (answer.error ?? "").replaceAll(/[^\w ]/g, "").slice(0, 60);
    throw new Problem("invalid", `the login was not completed${why ? ` (${why})` : ""}`);
  }
  const offered = await exchanged(door, tick, {
    redirect_uri: kept.redirect_uri,
    verifier: kept.verifier,
    code: answer.code,
  });
  const [only] = offered;
  if (!only) throw new Problem("invalid", "this login opens no page and no account");
  if (offered.length === 1) {
    return { kind: "connected", connected: [await connectOffered(db, env, tick, only)] };
  }
  const state = await keep(db, key, platform, { step: "offered", offered }, tick);
  return { kind: "choose", platform, state, accounts: offered.map(choiceOf) };
}

const choiceOf = ({ platform, external_id, handle, name }: Offered): Choice => ({
  platform,
  external_id: external_id ?? "",
  handle,
  name,
});

async function exchanged(
  { consent, app, base }: Door,
  { now, timeoutMs }: Tick,
  rest: { redirect_uri: string; verifier: string; code: string },
): Promise<Offered[]> {
  const http = openHttp({ now, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  try {
    return await consent.exchange(http, base, { app, ...rest });
  } catch (thrown) {
    throw thrown instanceof CollectFault ? refusal(thrown) : thrown;
  }
}

/** Connects those that the person chose, by the platform's id. A state works once: what is left out is forgotten. */
export async function chooseAccounts(
  db: D1Database,
  env: ConsentEnv,
  tick: Tick,
  state: string,
  external_ids: readonly string[],
): Promise<Connected[]> {
  const { kept } = await take(db, await sealKeyOf(env), state, tick);
  const offered = kept.step === "offered" ? kept.offered : [];
  const chosen = offered.filter(({ external_id }) => external_ids.includes(external_id ?? ""));
  if (chosen.length === 0) throw new Problem("invalid", "choose at least one of the accounts");
  const connected: Connected[] = [];
  for (const one of chosen) connected.push(await connectOffered(db, env, tick, one));
  return connected;
}

const connectOffered = (
  db: D1Database,
  env: ConsentEnv,
  tick: Tick,
  { platform, external_id, kept }: Offered,
): Promise<Connected> =>
  connectWith(
    db,
    env,
    tick,
    { platform, external_id, handle: null, name: null, credentials: kept.given },
    kept,
  );

/** The "connect" buttons: to the platform's consent page and back. No token ever passes through the browser. */
import type { Offered } from "../../collect/consent.ts";
import { CollectFault } from "../../collect/fault.ts";
import { base64url } from "../../model/base64url.ts";
import type { Platform } from "../../model/platform.ts";
import { Problem } from "../../model/problem.ts";
import { newToken } from "../../model/token.ts";
import type { CollectEnv } from "./adapters.ts";
import { type Connected, connectWith } from "./connect-account.ts";
import { type Apps, type Door, doorOf } from "./consent-doors.ts";
import { saveProgress, takeProgress } from "./consent-progress.ts";
import { sealKeyOf } from "./sealed-credentials.ts";
import { httpOf, type Tick } from "./tick.ts";
import { refusal } from "./try-credentials.ts";

export type ConsentEnv = CollectEnv & Apps;

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
  const state = await saveProgress(
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
  const { platform, progress } = await takeProgress(db, key, answer.state ?? "", tick);
  const door = doorOf(env, platform);
  if (!door || progress.step !== "asked") throw new Problem("invalid", "press connect again");
  if (!answer.code) {
    // the platform's word for why not: only what such words are made of
    const why = (answer.error ?? "").replaceAll(/[^\w ]/g, "").slice(0, 60);
    throw new Problem("invalid", `the login was not completed${why ? ` (${why})` : ""}`);
  }
  const offered = await exchanged(door, tick, {
    redirect_uri: progress.redirect_uri,
    verifier: progress.verifier,
    code: answer.code,
  });
  const [only] = offered;
  if (!only) throw new Problem("invalid", "this login opens no page and no account");
  if (offered.length === 1) {
    return { kind: "connected", connected: [await connectOffered(db, env, tick, only)] };
  }
  const state = await saveProgress(db, key, platform, { step: "offered", offered }, tick);
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
  tick: Tick,
  rest: { redirect_uri: string; verifier: string; code: string },
): Promise<Offered[]> {
  try {
    return await consent.exchange(httpOf(tick), base, { app, ...rest });
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
  const { progress } = await takeProgress(db, await sealKeyOf(env), state, tick);
  const offered = progress.step === "offered" ? progress.offered : [];
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

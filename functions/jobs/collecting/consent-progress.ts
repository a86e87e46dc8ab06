/**
 * How far a login has come. What it needs to go on is sealed in the database under the hash of its state: it works once,
 * for ten minutes.
 */
import type { Offered } from "../../collect/consent.ts";
import type { Platform } from "../../model/platform.ts";
import { Problem } from "../../model/problem.ts";
import { type SealKey, seal, unseal } from "../../model/seal.ts";
import { newToken, sha256 } from "../../model/token.ts";
import { saveConsent, takeConsent } from "../../store/consents.ts";
import type { Tick } from "./tick.ts";

const LIFE_SECONDS = 600;

/** `asked`: the person is at the platform's page; `offered`: the choice of an account is open. */
type Progress =
  | { step: "asked"; verifier: string; redirect_uri: string }
  | { step: "offered"; offered: Offered[] };

const placeOf = (hash: string): string => `consents/${hash}`;

export async function saveProgress(
  db: D1Database,
  key: SealKey,
  platform: Platform,
  progress: Progress,
  { now }: Tick,
): Promise<string> {
  const state = newToken();
  const hash = await sha256(state);
  const sealed = await seal(key, placeOf(hash), JSON.stringify(progress));
  const expires_at = now + LIFE_SECONDS;
  await db.batch(saveConsent(db, { hash, platform, sealed, expires_at }, now));
  return state;
}

export async function takeProgress(db: D1Database, key: SealKey, state: string, { now }: Tick) {
  const hash = await sha256(state);
  const row = await takeConsent(db, hash, now);
  const text = row && (await unseal(key, placeOf(hash), row.sealed));
  if (!row || !text) {
    throw new Problem("invalid", "this login is over or was used already; press connect again");
  }
  return { platform: row.platform, progress: JSON.parse(text) as Progress };
}

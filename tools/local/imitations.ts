/** The demo library lives: imitations of the four platforms go on from where its history ends, and are collected from. */
import { PLATFORMS } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import { ACCOUNT_IDS, CREDENTIALS } from "../../test/platforms/credentials.ts";
import { startPlatforms } from "../../test/platforms/start.ts";
import type { Api } from "./api.ts";

/** More often than any real collection, so that figures move while somebody looks on. */
const TICK_MS = 60_000;

/** @param ended where the demo's history ends */
export async function startImitations(ended: Instant) {
  const { origin, close } = await startPlatforms({ ended });
  return {
    close,
    /** Where the collectors find them. */
    vars: {
      FACEBOOK_URL: `${origin}/facebook`,
      INSTAGRAM_URL: `${origin}/instagram`,
      X_URL: `${origin}/x`,
      TIKTOK_URL: `${origin}/tiktok`,
      TIKTOK_BUSINESS_URL: `${origin}/tiktok-business`,
    },
  };
}

/** Connects the demo's accounts, at every start anew: what the imitations granted ended with them. */
export async function connectDemo(admin: Api): Promise<void> {
  for (const platform of PLATFORMS) {
    await admin("POST", "/api/accounts", {
      platform,
      external_id: ACCOUNT_IDS.library[platform],
      credentials: CREDENTIALS.library[platform],
    });
  }
}

/** Collects at once, and again as long as the process lives. */
export function keepCollecting(admin: Api): void {
  const collect = () =>
    admin("POST", "/api/collect").catch((error: Error) => console.error(error.message));
  collect();
  setInterval(collect, TICK_MS);
}

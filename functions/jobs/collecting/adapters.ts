/**
 * Which files speak with which platform (its visit, its trial and its normaliser), and where it is. What they owe is said in
 * `collect/visit.ts`; a further platform is a further case here.
 */
import { visitFacebook } from "../../collect/meta/facebook.ts";
import { tryFacebook } from "../../collect/meta/facebook-trial.ts";
import { visitInstagram } from "../../collect/meta/instagram.ts";
import { tryInstagram } from "../../collect/meta/instagram-trial.ts";
import { visitTikTokBusiness } from "../../collect/tiktok/business.ts";
import { tryTikTokBusiness } from "../../collect/tiktok/business-trial.ts";
import { visitTikTokDisplay } from "../../collect/tiktok/display.ts";
import { tryTikTokDisplay } from "../../collect/tiktok/display-trial.ts";
import type { TryCredentials, VisitAccount } from "../../collect/visit.ts";
import { visitX } from "../../collect/x/x.ts";
import { tryX } from "../../collect/x/x-trial.ts";
import type { Answer } from "../../model/answer.ts";
import type { Credentials } from "../../model/credentials.ts";
import type { Platform } from "../../model/platform.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import type { Seen } from "../../model/visit.ts";
import { fromFacebook } from "../../normalise/facebook.ts";
import { fromInstagram } from "../../normalise/instagram.ts";
import { fromTikTok } from "../../normalise/tiktok.ts";
import { fromTikTokBusiness } from "../../normalise/tiktok-business.ts";
import { fromX } from "../../normalise/x.ts";

/** What collecting takes from the environment. The addresses are for tests and the local demo: left out, the real hosts. */
export type CollectEnv = {
  CREDENTIALS_KEY?: string;
  TIME_ZONE?: string;
  FACEBOOK_URL?: string;
  INSTAGRAM_URL?: string;
  X_URL?: string;
  TIKTOK_URL?: string;
  TIKTOK_BUSINESS_URL?: string;
};

export type Adapter = {
  base: string;
  visit: VisitAccount<Credentials>;
  trial: TryCredentials<Credentials>;
  snapshot: (answers: readonly Answer[], seen: Seen) => Snapshot | null;
};

const adapter = <C extends Credentials>(
  base: string,
  visit: VisitAccount<C>,
  trial: TryCredentials<C>,
  snapshot: Adapter["snapshot"],
): Adapter => ({
  base: base.replace(/\/+$/, ""),
  // an adapter is chosen by the platform, and is only ever given that platform's credentials
  visit: visit as unknown as VisitAccount<Credentials>,
  trial: trial as unknown as TryCredentials<Credentials>,
  snapshot,
});

export const facebookBase = (env: CollectEnv): string =>
  env.FACEBOOK_URL ?? "https://graph.facebook.com";
const instagramBase = (env: CollectEnv): string =>
  env.INSTAGRAM_URL ?? "https://graph.instagram.com";
export const xBase = (env: CollectEnv): string => env.X_URL ?? "https://api.x.com";
export const tiktokBase = (env: CollectEnv): string =>
  env.TIKTOK_URL ?? "https://open.tiktokapis.com";
export const tiktokBusinessBase = (env: CollectEnv): string =>
  env.TIKTOK_BUSINESS_URL ?? "https://business-api.tiktok.com";

/** A platform can have two doors: the credentials say which. */
export function adapterOf(env: CollectEnv, platform: Platform, given: Credentials): Adapter {
  switch (platform) {
    case "facebook":
      return adapter(facebookBase(env), visitFacebook, tryFacebook, fromFacebook);
    case "instagram": {
      const own = "login" in given && given.login === "instagram";
      const base = own ? instagramBase(env) : facebookBase(env);
      return adapter(base, visitInstagram, tryInstagram, fromInstagram);
    }
    case "x":
      return adapter(xBase(env), visitX, tryX, fromX);
    case "tiktok":
      return "api" in given && given.api === "business"
        ? adapter(
            tiktokBusinessBase(env),
            visitTikTokBusiness,
            tryTikTokBusiness,
            fromTikTokBusiness,
          )
        : adapter(tiktokBase(env), visitTikTokDisplay, tryTikTokDisplay, fromTikTok);
  }
}

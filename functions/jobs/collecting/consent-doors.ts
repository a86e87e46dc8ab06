/** By which consent page a platform is entered here, and with which app. */
import type { App, Consent } from "../../collect/consent.ts";
import { metaConsent } from "../../collect/meta/consent.ts";
import { tiktokBusinessConsent } from "../../collect/tiktok/business-consent.ts";
import { tiktokDisplayConsent } from "../../collect/tiktok/display-consent.ts";
import { xConsent } from "../../collect/x/consent.ts";
import { PLATFORMS, type Platform } from "../../model/platform.ts";
import {
  type CollectEnv,
  facebookBase,
  tiktokBase,
  tiktokBusinessBase,
  xBase,
} from "./adapters.ts";

/** The apps as they are registered with the platforms: secrets. A platform without one has no button. */
export type Apps = {
  FACEBOOK_APP_ID?: string;
  FACEBOOK_APP_SECRET?: string;
  X_CLIENT_ID?: string;
  X_CLIENT_SECRET?: string;
  TIKTOK_CLIENT_KEY?: string;
  TIKTOK_CLIENT_SECRET?: string;
  TIKTOK_BUSINESS_APP_ID?: string;
  TIKTOK_BUSINESS_SECRET?: string;
};

export type Door = { consent: Consent; app: App; login: string; base: string };

/** TikTok's Business API tells more: where both apps are set, it is taken. */
export function doorOf(env: CollectEnv & Apps, platform: Platform): Door | null {
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
export const connectable = (env: CollectEnv & Apps): Platform[] =>
  PLATFORMS.filter((platform) => env.CREDENTIALS_KEY && doorOf(env, platform) !== null);

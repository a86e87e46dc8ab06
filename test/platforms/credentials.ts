/**
 * Everything that opens a door of the fake platforms, in one place. The tokens are made up and open nothing else.
 * What is here holds from the start; what is granted later (by a login, by a refresh) lives in `grants.ts`.
 */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Platform } from "../../functions/model/platform.ts";
import { DEMO_ACCOUNTS } from "../demo/accounts.ts";
import { BRANCH_ACCOUNTS } from "./branch.ts";

/** A host that is imitated; it is also the first part of its path. */
export const DOORS = ["facebook", "instagram", "x", "tiktok", "tiktok-business"] as const;
export type Door = (typeof DOORS)[number];

/** The apps of the "connect" buttons, as they are entered on the developer portals. */
export const APPS = {
  facebook: { client_id: "700000000000001", client_secret: "meta-app-secret" },
  instagram: { client_id: "700000000000002", client_secret: "instagram-app-secret" },
  x: { client_id: "x-client-id", client_secret: "x-client-secret" },
  tiktok: { client_key: "tiktok-client-key", client_secret: "tiktok-client-secret" },
  "tiktok-business": { app_id: "7300000000000000001", secret: "tiktok-business-secret" },
} as const;

export const SCOPES: Record<Door, readonly string[]> = {
  facebook: [
    "pages_show_list",
    "pages_read_engagement",
    "read_insights",
    "pages_read_user_content",
    "instagram_basic",
    "instagram_manage_insights",
    "instagram_manage_comments",
  ],
  instagram: [
    "instagram_business_basic",
    "instagram_business_manage_insights",
    "instagram_business_manage_comments",
  ],
  x: ["tweet.read", "users.read", "offline.access"],
  tiktok: ["user.info.basic", "user.info.profile", "user.info.stats", "video.list"],
  "tiktok-business": [
    "user.info.basic",
    "user.info.username",
    "user.info.stats",
    "user.info.profile",
    "user.account.type",
    "user.insights",
    "video.list",
    "video.insights",
    "comment.list",
  ],
};

const [MAIN, BRANCH] = [DEMO_ACCOUNTS, BRANCH_ACCOUNTS].map((accounts) => {
  const idOn = (platform: Platform) =>
    accounts.find((account) => account.platform === platform)?.external_id ?? "";
  return {
    facebook: idOn("facebook"),
    instagram: idOn("instagram"),
    x: idOn("x"),
    tiktok: idOn("tiktok"),
  };
}) as [Record<Platform, string>, Record<Platform, string>];

/** The accounts' ids: the library's of the demo, and the branch's. */
export const ACCOUNT_IDS = { library: MAIN, branch: BRANCH } as const;

/** What `POST /api/accounts` of the product takes as `credentials`, for every door of both libraries. */
export const CREDENTIALS = {
  library: credentialsOf("library"),
  branch: credentialsOf("branch"),
} as const;

function credentialsOf(library: "library" | "branch") {
  return {
    facebook: { access_token: `EAAF-page-${library}` },
    instagram: { access_token: `EAAF-page-${library}`, login: "facebook" },
    instagram_login: { access_token: `IGAA-${library}`, login: "instagram" },
    x_app: { bearer_token: "AAAA-x-app" },
    x: { ...APPS.x, refresh_token: `x-refresh-${library}` },
    tiktok: { ...APPS.tiktok, refresh_token: `rft-${library}` },
    tiktok_business: {
      api: "business",
      ...APPS["tiktok-business"],
      refresh_token: `rft-business-${library}`,
    },
  } as const;
}

/** Tokens with something wrong. Each belongs to the library, but for `expired`'s kind of account. */
export const BROKEN_TOKENS = {
  /** A page token without `read_insights` and `instagram_manage_insights`. */
  page_without_insights: "EAAF-page-without-insights",
  /** A page token without `pages_read_user_content` and `instagram_manage_comments`. */
  page_without_comments: "EAAF-page-without-comments",
  /** A page token whose owner changed the password (190, subcode 460). */
  page_dead: "EAAF-page-dead",
  /** A user token: reads no page's insights, and lists the pages. */
  user: "EAAF-user",
  /** An Instagram-login token that has run out (190, subcode 463). */
  instagram_expired: "IGAA-expired",
  /** An Instagram-login token without `instagram_business_manage_insights`. */
  instagram_without_insights: "IGAA-without-insights",
  /** A TikTok refresh token without `video.list`. */
  tiktok_without_videos: "rft-without-videos",
  /** A TikTok Business refresh token without `video.insights` and `comment.list`. */
  tiktok_business_without_insights: "rft-business-without-insights",
  /** An X refresh token without `tweet.read`. */
  x_without_posts: "x-refresh-without-posts",
} as const;

/** How long what a platform grants is good for. */
export const LIFETIMES = {
  meta_short_seconds: 3600,
  meta_long_seconds: 5_183_944,
  /** An Instagram token is refreshed when it is so old, and not before. */
  instagram_refresh_from_seconds: SECONDS_A_DAY,
  x_access_seconds: 7_200,
  tiktok_access_seconds: 7_200,
  tiktok_refresh_seconds: 180 * SECONDS_A_DAY,
  business_access_seconds: SECONDS_A_DAY,
  business_refresh_seconds: 365 * SECONDS_A_DAY,
  code_seconds: 600,
} as const;

/** The token that a page hands to a person who manages it. */
export const pageToken = (page: string): string =>
  page === ACCOUNT_IDS.branch.facebook
    ? CREDENTIALS.branch.facebook.access_token
    : CREDENTIALS.library.facebook.access_token;

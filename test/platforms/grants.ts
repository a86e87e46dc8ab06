/** Tokens: who may read what, until when. The one part of the fake that remembers, because the platforms do. */
import { SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import {
  ACCOUNT_IDS,
  BROKEN_TOKENS,
  CREDENTIALS,
  type Door,
  LIFETIMES,
  SCOPES,
} from "./credentials.ts";

export type Grant = {
  token: string;
  door: Door;
  /** `page`, `user` on Meta; `app` on X; otherwise `account`. */
  kind: "page" | "user" | "app" | "account";
  /** The account that it opens; `null`: every one (a Facebook user, an X app). */
  account: string | null;
  scopes: readonly string[];
  granted_at: Instant;
  /** `null`: never. */
  expires_at: Instant | null;
  /** Meta's subcode, once the owner withdrew it. */
  dead: number | null;
};

export type RefreshToken = {
  token: string;
  door: Door;
  account: string;
  scopes: readonly string[];
  expires_at: Instant | null;
  /** Every refresh gives a new one and ends the old. */
  used: boolean;
};

/** What a login page handed to the app, to be changed into a token once. */
export type Code = {
  code: string;
  door: Door;
  account: string | null;
  scopes: readonly string[];
  redirect_uri: string;
  challenge: string | null;
  expires_at: Instant;
  used: boolean;
};

export type Grants = {
  grants: Map<string, Grant>;
  refreshTokens: Map<string, RefreshToken>;
  codes: Map<string, Code>;
  /** So many were made: names the next. */
  made: number;
};

export const nextName = (grants: Grants): string => String(++grants.made).padStart(6, "0");

export const expired = (one: { expires_at: Instant | null }, now: Instant): boolean =>
  one.expires_at !== null && one.expires_at <= now;

const without = (door: Door, ...missing: string[]) =>
  SCOPES[door].filter((scope) => !missing.includes(scope));

/** What the two libraries hold when the clock starts at `ended`. */
export function firstGrants(ended: Instant): Grants {
  const grants: Grant[] = [];
  const refreshTokens: RefreshToken[] = [];
  const grant = (one: Partial<Grant> & Pick<Grant, "token" | "door" | "kind" | "account">) =>
    grants.push({
      scopes: SCOPES[one.door],
      granted_at: ended,
      expires_at: null,
      dead: null,
      ...one,
    });
  const refresh = (
    token: string,
    door: Door,
    account: string,
    seconds: number | null,
    scopes = SCOPES[door],
  ) =>
    refreshTokens.push({
      token,
      door,
      account,
      scopes,
      expires_at: seconds === null ? null : ended + seconds,
      used: false,
    });

  for (const library of ["library", "branch"] as const) {
    const [ids, held] = [ACCOUNT_IDS[library], CREDENTIALS[library]];
    grant({
      token: held.facebook.access_token,
      door: "facebook",
      kind: "page",
      account: ids.facebook,
    });
    grant({
      token: held.instagram_login.access_token,
      door: "instagram",
      kind: "account",
      account: ids.instagram,
      // old enough to be refreshed at once
      granted_at: ended - 2 * SECONDS_A_DAY,
      expires_at: ended - 2 * SECONDS_A_DAY + LIFETIMES.meta_long_seconds,
    });
    refresh(held.x.refresh_token, "x", ids.x, null);
    refresh(held.tiktok.refresh_token, "tiktok", ids.tiktok, LIFETIMES.tiktok_refresh_seconds);
    refresh(
      held.tiktok_business.refresh_token,
      "tiktok-business",
      ids.tiktok,
      LIFETIMES.business_refresh_seconds,
    );
  }
  const { library } = ACCOUNT_IDS;
  const page = { door: "facebook", kind: "page", account: library.facebook } as const;
  const person = { door: "instagram", kind: "account", account: library.instagram } as const;
  grant({ token: CREDENTIALS.library.x_app.bearer_token, door: "x", kind: "app", account: null });
  grant({
    ...page,
    token: BROKEN_TOKENS.page_without_insights,
    scopes: without("facebook", "read_insights", "instagram_manage_insights"),
  });
  grant({
    ...page,
    token: BROKEN_TOKENS.page_without_comments,
    scopes: without("facebook", "pages_read_user_content", "instagram_manage_comments"),
  });
  grant({ ...page, token: BROKEN_TOKENS.page_dead, dead: 460 });
  grant({ token: BROKEN_TOKENS.user, door: "facebook", kind: "user", account: null });
  grant({ ...person, token: BROKEN_TOKENS.instagram_expired, expires_at: ended - 1 });
  grant({
    ...person,
    token: BROKEN_TOKENS.instagram_without_insights,
    scopes: without("instagram", "instagram_business_manage_insights"),
  });
  refresh(
    BROKEN_TOKENS.tiktok_without_videos,
    "tiktok",
    library.tiktok,
    null,
    without("tiktok", "video.list"),
  );
  refresh(
    BROKEN_TOKENS.tiktok_business_without_insights,
    "tiktok-business",
    library.tiktok,
    null,
    without("tiktok-business", "video.insights", "comment.list"),
  );
  refresh(BROKEN_TOKENS.x_without_posts, "x", library.x, null, without("x", "tweet.read"));

  return {
    grants: new Map(grants.map((one) => [one.token, one])),
    refreshTokens: new Map(refreshTokens.map((one) => [one.token, one])),
    codes: new Map(),
    made: 0,
  };
}

import { describe, expect, test } from "vitest";
import { PAGE, platforms, TIKTOK, X_USER } from "./asking.ts";

const redirect_uri = "https://denyut.example/connect/back";
const { ask, fault, page } = platforms();

/** Where the login page sends the person. */
async function back(path: string, query: Record<string, string>) {
  const { status, headers } = await ask(path, {
    query: { redirect_uri, state: "s1", response_type: "code", ...query },
  });
  expect(status).toBe(302);
  const address = new URL(headers.get("location") ?? "");
  expect(address.origin + address.pathname).toBe(redirect_uri);
  const answer = Object.fromEntries(address.searchParams);
  expect(answer.state).toBe("s1");
  return answer;
}

describe("connecting", () => {
  test("Facebook: code, long token, the list of pages, a page's token", async () => {
    const app = { client_id: "700000000000001", client_secret: "meta-app-secret" };
    const { code = "" } = await back("/facebook/v26.0/dialog/oauth", {
      client_id: app.client_id,
      scope: "pages_show_list,pages_read_engagement,read_insights",
    });
    const token = (query: Record<string, string>) =>
      ask("/facebook/v26.0/oauth/access_token", { query: { ...app, ...query } });
    const { body: short } = await token({ code, redirect_uri });
    expect(short).toEqual({
      access_token: expect.stringMatching(/^EAAF-short/),
      token_type: "bearer",
      expires_in: 3_600,
    });
    expect((await token({ code, redirect_uri })).status).toBe(400);
    const { body: long } = await token({
      grant_type: "fb_exchange_token",
      fb_exchange_token: short.access_token,
    });
    expect(long.expires_in).toBe(5_183_944);
    const pages = await ask("/facebook/v26.0/me/accounts", {
      token: long.access_token,
      query: { fields: "id,name,access_token,instagram_business_account{id,username}" },
    });
    expect(pages.body.data).toMatchObject([
      {
        id: PAGE,
        access_token: `EAAF-page-library-of-${long.access_token}`,
        instagram_business_account: { username: "perpustakaan.pasuruan" },
      },
      { id: "104500000000001", access_token: expect.stringMatching(/^EAAF-page-branch-of-/) },
    ]);
    // the person allowed no comments, so the page's token reads none
    const [{ access_token }] = pages.body.data;
    const posts = await ask(`/facebook/v26.0/${PAGE}/published_posts`, { token: access_token });
    const comments = `/facebook/v26.0/${posts.body.data[0].id}/comments`;
    expect((await ask(comments, { token: access_token })).body.error.code).toBe(10);
    const whole = await ask("/facebook/v26.0/me/accounts", { token: "EAAF-user" });
    expect(whole.body.data[0].access_token).toBe("EAAF-page-library");
    const debug = await ask("/facebook/v26.0/debug_token", {
      query: {
        input_token: "EAAF-page-library",
        access_token: `${app.client_id}|${app.client_secret}`,
      },
    });
    expect(debug.body.data).toMatchObject({ is_valid: true, expires_at: 0, profile_id: PAGE });
    const dead = await page("debug_token", { input_token: "EAAF-page-dead" });
    expect(dead.body.data).toMatchObject({ is_valid: false, error: { subcode: 460 } });
    expect((await token({ code, redirect_uri, client_secret: "wrong" })).status).toBe(400);
  });

  test("Instagram: code, short token, 60 days", async () => {
    const { code = "" } = await back("/instagram/oauth/authorize", {
      client_id: "700000000000002",
      scope: "instagram_business_basic,instagram_business_manage_insights",
    });
    const { body: short } = await ask("/instagram/oauth/access_token", {
      form: {
        client_id: "700000000000002",
        client_secret: "instagram-app-secret",
        grant_type: "authorization_code",
        redirect_uri,
        code,
      },
    });
    expect(short.user_id).toBe("17841400000000000");
    const { body: long } = await ask("/instagram/access_token", {
      query: {
        grant_type: "ig_exchange_token",
        client_secret: "instagram-app-secret",
        access_token: short.access_token,
      },
    });
    expect(long.expires_in).toBe(5_183_944);
    expect((await ask("/instagram/v26.0/me", { token: long.access_token })).status).toBe(200);
  });

  test("X: the code needs the verifier of its challenge", async () => {
    // the pair of RFC 7636, appendix B
    const verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const asked = {
      client_id: "x-client-id",
      scope: "tweet.read users.read offline.access",
      code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
      code_challenge_method: "S256",
    };
    const exchange = (code: string, code_verifier: string) =>
      ask("/x/2/oauth2/token", {
        form: {
          grant_type: "authorization_code",
          client_id: "x-client-id",
          redirect_uri,
          code,
          code_verifier,
        },
      });
    const { code = "" } = await back("/x/i/oauth2/authorize", asked);
    expect((await exchange(code, "wrong")).status).toBe(400);
    const { code: second = "" } = await back("/x/i/oauth2/authorize", asked);
    const { body } = await exchange(second, verifier);
    expect(body).toMatchObject({ token_type: "bearer", expires_in: 7_200, scope: asked.scope });
    const me = await ask("/x/2/users/me", { token: body.access_token });
    expect(me.body.data.id).toBe(X_USER);
    const { status } = await ask("/x/i/oauth2/authorize", {
      query: { ...asked, redirect_uri, code_challenge: "" },
    });
    expect(status).toBe(400);
  });

  test("TikTok: through both portals", async () => {
    const { code = "" } = await back("/tiktok/v2/auth/authorize/", {
      client_key: "tiktok-client-key",
      scope: "user.info.basic,video.list",
    });
    const display = await ask("/tiktok/v2/oauth/token/", {
      form: {
        client_key: "tiktok-client-key",
        client_secret: "tiktok-client-secret",
        grant_type: "authorization_code",
        redirect_uri,
        code,
      },
    });
    expect(display.body).toMatchObject({ open_id: TIKTOK, scope: "user.info.basic,video.list" });
    const { code: auth_code = "" } = await back("/tiktok-business/v2/auth/authorize", {
      client_key: "7300000000000000001",
      scope: "user.info.basic,video.list",
    });
    const business = await ask("/tiktok-business/open_api/v1.3/tt_user/oauth2/token/", {
      json: {
        client_id: "7300000000000000001",
        client_secret: "tiktok-business-secret",
        grant_type: "authorization_code",
        auth_code,
        redirect_uri,
      },
    });
    expect(business.body).toMatchObject({ code: 0, data: { open_id: TIKTOK, expires_in: 86_400 } });
    const unknown = await back("/tiktok/v2/auth/authorize/", {
      client_key: "tiktok-client-key",
      scope: "user.info.basic,video.insights",
    });
    expect(unknown.error).toBe("invalid_scope");
  });

  test("a person may say no", async () => {
    await fault({ kind: "login_denied", count: 1 });
    const { error } = await back("/facebook/v26.0/dialog/oauth", { client_id: "700000000000001" });
    expect(error).toBe("access_denied");
  });
});

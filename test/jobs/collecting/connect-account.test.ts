import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { connectAccount } from "../../../functions/jobs/collecting/connect-account.ts";
import { Problem } from "../../../functions/model/problem.ts";
import { dump } from "../../database.ts";
import { ACCOUNT_IDS, APPS, BROKEN_TOKENS, CREDENTIALS } from "../../platforms/credentials.ts";
import { type Collecting, codesOf, DAY, openCollecting } from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting({ days: 6 });
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const { library, branch } = ACCOUNT_IDS;
const connect = (body: unknown) => connectAccount(on.db, on.env, on.at(), body);

async function refusalOf(body: unknown): Promise<Problem> {
  try {
    await connect(body);
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
  throw new Error("it was connected");
}

describe("every way in connects, and is collected at the next tick", () => {
  const ways = [
    ["facebook", library.facebook, CREDENTIALS.library.facebook, "perpustakaanpasuruan"],
    ["instagram", library.instagram, CREDENTIALS.library.instagram, "perpustakaan.pasuruan"],
    ["instagram", library.instagram, CREDENTIALS.library.instagram_login, "perpustakaan.pasuruan"],
    ["x", library.x, CREDENTIALS.library.x, null],
    ["x", library.x, CREDENTIALS.library.x_app, null],
    ["tiktok", library.tiktok, CREDENTIALS.library.tiktok, null],
    ["tiktok", library.tiktok, CREDENTIALS.library.tiktok_business, null],
  ] as const;
  for (const [platform, external_id, credentials, handle] of ways) {
    test(`${platform}: ${Object.keys(credentials).join(", ")}`, async () => {
      const { account, missing } = await connect({ platform, external_id, credentials });
      expect(account).toMatchObject({ platform, external_id, hidden_at: null });
      if (handle) expect(account.handle).toBe(handle);
      expect(missing).toEqual([]);
      const run = await on.tick();
      expect(run?.readings).toBeGreaterThan(2);
      expect(codesOf(run).filter((code) => code !== "metric_retired")).toEqual([]);
      const [row] = await on.rows<{ state: string }>("select state from collections");
      expect(row?.state).toBe("ok");
    });
  }

  test("the id is learnt where it is not given", async () => {
    const { access_token } = CREDENTIALS.library.facebook;
    const page = await connect({ platform: "facebook", credentials: { access_token } });
    expect(page.account.external_id).toBe(library.facebook);
    const linked = await connect({
      platform: "instagram",
      credentials: { access_token, login: "facebook" },
    });
    expect(linked.account.external_id).toBe(library.instagram);
  });

  test("a person's token is exchanged for the page's own", async () => {
    const { account } = await connect({
      platform: "facebook",
      external_id: library.facebook,
      credentials: { access_token: BROKEN_TOKENS.user },
    });
    expect(account.handle).toBe("perpustakaanpasuruan");
    expect((await on.tick())?.readings).toBeGreaterThan(5);
  });
});

describe("what is missing is said in words", () => {
  test("a scope that costs figures: connected, and what stays unknown", async () => {
    const { missing } = await connect({
      platform: "facebook",
      external_id: library.facebook,
      credentials: { access_token: BROKEN_TOKENS.page_without_insights },
    });
    expect(missing).toEqual([
      {
        scope: "read_insights",
        message:
          "the token lacks the permission read_insights: reach, views, clicks and the days of the page cannot be read",
      },
    ]);
  });

  test("Instagram's own login tells of no scopes: they are tried", async () => {
    const { missing } = await connect({
      platform: "instagram",
      credentials: { access_token: BROKEN_TOKENS.instagram_without_insights, login: "instagram" },
    });
    expect(missing.map(({ scope }) => scope)).toEqual(["instagram_business_manage_insights"]);
  });

  const refused = [
    [
      "a token that is dead",
      {
        platform: "facebook",
        external_id: library.facebook,
        credentials: { access_token: BROKEN_TOKENS.page_dead },
      },
      "token_dead",
    ],
    [
      "a token that has run out",
      {
        platform: "instagram",
        credentials: { access_token: BROKEN_TOKENS.instagram_expired, login: "instagram" },
      },
      "token_dead",
    ],
    [
      "another page's token",
      {
        platform: "facebook",
        external_id: "999000000000000",
        credentials: CREDENTIALS.branch.facebook,
      },
      "wrong_account",
    ],
    [
      "another Instagram account's token",
      {
        platform: "instagram",
        external_id: branch.instagram,
        credentials: CREDENTIALS.library.instagram_login,
      },
      "wrong_account",
    ],
    [
      "a refresh token that nobody knows",
      { platform: "tiktok", credentials: { ...APPS.tiktok, refresh_token: "rft-nothing" } },
      "token_dead",
    ],
  ] as const;
  for (const [name, body, code] of refused) {
    test(`${name}: refused, and nothing is stored`, async () => {
      const problem = await refusalOf(body);
      expect(problem.code).toBe("invalid");
      expect(problem.problems).toMatchObject([{ path: "credentials", code }]);
      const { accounts, collections } = await dump(on.db);
      expect([accounts, collections]).toEqual([[], []]);
    });
  }

  test("a body of another shape names the place, and never repeats a token", async () => {
    const problem = await refusalOf({
      platform: "instagram",
      credentials: { access_token: "EAAF secret", login: "google" },
    });
    expect(problem.problems.map(({ path }) => path).sort()).toEqual([
      "credentials.access_token",
      "credentials.login",
    ]);
    expect(JSON.stringify(problem)).not.toContain("EAAF");
    expect((await refusalOf({ platform: "myspace" })).message).toContain("platform must be");
    expect((await refusalOf({ platform: "x" })).problems).toMatchObject([{ path: "handle" }]);
  });

  test("without a key nothing can be kept", async () => {
    const env = { ...on.env, CREDENTIALS_KEY: "too short" };
    const body = { platform: "facebook", credentials: CREDENTIALS.library.facebook };
    await expect(connectAccount(on.db, env, on.at(), body)).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

describe("what is kept", () => {
  test("is sealed: no secret stands anywhere in the database", async () => {
    await on.connect("facebook");
    await on.connect("tiktok");
    await on.tick();
    const everything = JSON.stringify(await dump(on.db));
    for (const secret of ["EAAF-page-library", "rft-library", APPS.tiktok.client_secret]) {
      expect(everything).not.toContain(secret);
    }
  });

  test("an account without credentials is an account to push to", async () => {
    const { account } = await connect({ platform: "x", handle: "@Perpus_Kota", name: "Perpus" });
    expect(account).toMatchObject({ handle: "perpus_kota", given_name: "Perpus" });
    expect(await on.rows("select account_id from collections")).toEqual([]);
  });

  test("connecting again replaces the token, keeps the history, and shows a hidden account", async () => {
    const { account } = await on.connect("facebook");
    await on.tick();
    await on.db.prepare("update accounts set hidden_at = 1").run();
    await on.pass(DAY);
    const again = await on.connect("facebook");
    expect(again.account).toMatchObject({ id: account.id, hidden_at: null });
    const rows = await on.rows<{ generation: number; state: string; cursor: string }>(
      "select generation, state, cursor from collections",
    );
    expect(rows).toMatchObject([{ generation: 2, state: "waiting" }]);
    expect(rows[0]?.cursor).not.toBe("");
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  authorizeUrl,
  type ConsentEnv,
  chooseAccounts,
  finishConsent,
} from "../../../functions/jobs/collecting/consent.ts";
import { connectable } from "../../../functions/jobs/collecting/consent-doors.ts";
import { dump } from "../../database.ts";
import { ACCOUNT_IDS, APPS } from "../../platforms/credentials.ts";
import { type Collecting, openCollecting } from "./collecting.ts";

let on: Collecting;
let env: ConsentEnv;
beforeAll(async () => {
  on = await openCollecting({ days: 6 });
  env = {
    ...on.env,
    FACEBOOK_APP_ID: APPS.facebook.client_id,
    FACEBOOK_APP_SECRET: APPS.facebook.client_secret,
    X_CLIENT_ID: APPS.x.client_id,
    X_CLIENT_SECRET: APPS.x.client_secret,
    TIKTOK_CLIENT_KEY: APPS.tiktok.client_key,
    TIKTOK_CLIENT_SECRET: APPS.tiktok.client_secret,
  };
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const BACK = "https://denyut.example/connect/back";

/** The person presses the button and says yes (or what the platform has them say). */
async function loggedIn(platform: "facebook" | "x" | "tiktok", by: ConsentEnv = env) {
  const address = await authorizeUrl(on.db, by, on.at(), platform, BACK);
  const response = await fetch(address, { redirect: "manual" });
  const back = new URL(response.headers.get("location") ?? "");
  expect(`${back.origin}${back.pathname}`).toBe(BACK);
  return Object.fromEntries(back.searchParams);
}
const finish = (answer: object, by: ConsentEnv = env) => finishConsent(on.db, by, on.at(), answer);

describe("a button for each app that is set up", () => {
  test("and none for the others", () => {
    expect(connectable(env)).toEqual(["instagram", "facebook", "tiktok", "x"]);
    expect(connectable({ ...on.env, X_CLIENT_ID: "id" })).toEqual(["x"]);
    expect(connectable({ X_CLIENT_ID: "id" })).toEqual([]);
  });

  test("one that is not set up leads nowhere", async () => {
    await expect(authorizeUrl(on.db, on.env, on.at(), "x", BACK)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("back from the platform", () => {
  test("Facebook: pages and their Instagram accounts to choose from, and both are collected", async () => {
    const finished = await finish(await loggedIn("facebook"));
    if (finished.kind !== "choose") throw new Error("nothing to choose");
    const { facebook, instagram } = ACCOUNT_IDS.library;
    expect(finished.accounts.map(({ external_id }) => external_id).sort()).toEqual(
      [...Object.values(ACCOUNT_IDS).flatMap((ids) => [ids.facebook, ids.instagram])].sort(),
    );
    expect(JSON.stringify(finished)).not.toContain("EAAF");
    const connected = await chooseAccounts(on.db, env, on.at(), finished.state, [
      facebook,
      instagram,
    ]);
    expect(connected.map(({ account }) => account.external_id)).toEqual([facebook, instagram]);
    expect(connected.flatMap(({ missing }) => missing)).toEqual([]);
    const run = await on.tick();
    expect(run?.readings).toBeGreaterThan(10);
    // a state works once
    await expect(
      chooseAccounts(on.db, env, on.at(), finished.state, [facebook]),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  for (const platform of ["x", "tiktok"] as const) {
    test(`${platform}: connected at once`, async () => {
      const finished = await finish(await loggedIn(platform));
      expect(finished).toMatchObject({
        kind: "connected",
        connected: [{ account: { external_id: ACCOUNT_IDS.library[platform] }, missing: [] }],
      });
      expect((await on.tick())?.readings).toBeGreaterThan(2);
    });
  }

  test("TikTok's Business app is taken where it is set up", async () => {
    const business = {
      ...env,
      TIKTOK_BUSINESS_APP_ID: APPS["tiktok-business"].app_id,
      TIKTOK_BUSINESS_SECRET: APPS["tiktok-business"].secret,
    };
    expect(await finish(await loggedIn("tiktok", business), business)).toMatchObject({
      kind: "connected",
      connected: [{ account: { external_id: ACCOUNT_IDS.library.tiktok }, missing: [] }],
    });
    await on.tick();
    expect((await on.rows("select date from day_readings")).length).toBeGreaterThan(3);
  });
});

describe("a login that goes wrong connects nothing", () => {
  test("the person says no", async () => {
    await on.fault({ kind: "login_denied" });
    const answer = await loggedIn("facebook");
    await expect(finish(answer)).rejects.toMatchObject({
      code: "invalid",
      message: "the login was not completed (access_denied)",
    });
  });

  test("a state that nobody began, one that was used, one that is too old", async () => {
    await expect(finish({ state: "made-up", code: "x" })).rejects.toMatchObject({
      code: "invalid",
    });
    const answer = await loggedIn("x");
    await finish(answer);
    await expect(finish(answer)).rejects.toMatchObject({ code: "invalid" });
    const old = await loggedIn("x");
    await on.pass(601);
    await expect(finish(old)).rejects.toMatchObject({ code: "invalid" });
  });

  test.each([
    ["x", { X_CLIENT_SECRET: "other" }],
    ["tiktok", { TIKTOK_CLIENT_SECRET: "other" }],
    ["tiktok", { TIKTOK_BUSINESS_APP_ID: "7300000000000000001", TIKTOK_BUSINESS_SECRET: "other" }],
  ] as const)("an app of %s whose secret is wrong", async (platform, wrong) => {
    const by = { ...env, ...wrong };
    await expect(finish(await loggedIn(platform, by), by)).rejects.toMatchObject({
      code: "invalid",
      problems: [{ path: "credentials", code: "app_refused" }],
    });
  });

  test("a code that is not good", async () => {
    const answer = await loggedIn("x");
    await expect(finish({ ...answer, code: "code-of-another" })).rejects.toMatchObject({
      code: "invalid",
      problems: [{ path: "credentials", code: "token_dead" }],
    });
    const { accounts, collections } = await dump(on.db);
    expect([accounts, collections]).toEqual([[], []]);
  });
});

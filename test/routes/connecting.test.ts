/** The connect buttons, from the Data tab to the platform's consent page and back, as a browser goes. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT_IDS, APPS } from "../platforms/credentials.ts";
import { type StartedPlatforms, startPlatforms } from "../platforms/start.ts";
import { startWorker, type TestWorker } from "../worker.ts";

const NOW = Date.parse("2026-11-23T05:00:00Z") / 1000;

let platforms: StartedPlatforms;
let worker: TestWorker;
let cookie: string;
beforeAll(async () => {
  platforms = await startPlatforms({ clock: { now: NOW }, ended: NOW, days: 6 });
  worker = await startWorker({
    now: new Date(NOW * 1000).toISOString(),
    vars: {
      FACEBOOK_URL: `${platforms.origin}/facebook`,
      INSTAGRAM_URL: `${platforms.origin}/instagram`,
      X_URL: `${platforms.origin}/x`,
      FACEBOOK_APP_ID: APPS.facebook.client_id,
      FACEBOOK_APP_SECRET: APPS.facebook.client_secret,
      X_CLIENT_ID: APPS.x.client_id,
      X_CLIENT_SECRET: APPS.x.client_secret,
    },
  });
  cookie = `denyut=${await worker.token("admin")}`;
});
afterAll(async () => {
  await worker.close();
  await platforms.close();
});

const get = (path: string) => worker.fetch(path, { headers: { cookie, accept: "text/html" } });
const whereTo = (answer: Response): URL =>
  new URL(answer.headers.get("location") ?? "", worker.url);

/** Pressed the button, said yes there: the path to which the platform sends the person back. */
async function saidYes(platform: string): Promise<string> {
  const pressed = await get(`/connect/${platform}`);
  expect(pressed.status).toBe(303);
  const there = whereTo(pressed);
  expect(there.origin).toBe(platforms.origin);
  const back = whereTo(await fetch(there, { redirect: "manual" }));
  expect(`${back.origin}${back.pathname}`).toBe(
    `${worker.url.origin}/connect/${platform}/callback`,
  );
  return back.pathname + back.search;
}

const choose = (state: string, accounts: readonly string[]) =>
  worker.fetch("/connect/facebook/choose", {
    method: "POST",
    headers: {
      cookie,
      accept: "text/html",
      origin: worker.url.origin,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams([["state", state], ...accounts.map((id) => ["account", id])]),
  });

const accounts = async () =>
  (
    (await (await worker.send("GET", "/api/accounts")).json()) as {
      accounts: { external_id: string }[];
    }
  ).accounts.map(({ external_id }) => external_id);

test("a button stands for each app that is set up, and for no other", async () => {
  const html = await (await get("/data/bring")).text();
  expect(html).toContain('href="/connect/facebook"');
  expect(html).toContain('href="/connect/x"');
  expect(html).not.toContain('href="/connect/tiktok"');
  expect((await get("/connect/tiktok")).status).toBe(404);
});

test("several pages: the person chooses, may tick nothing by mistake, and no token is ever shown", async () => {
  const html = await (await get(await saidYes("facebook"))).text();
  expect(html).toContain(ACCOUNT_IDS.library.facebook);
  expect(html).not.toContain("EAAF");
  const state = /name="state" value="([^"]+)"/.exec(html)?.[1] ?? "";
  expect((await choose(state, [])).status).toBe(400);
  const chosen = await choose(state, [ACCOUNT_IDS.library.facebook]);
  expect([chosen.status, whereTo(chosen).pathname]).toEqual([303, "/data"]);
  expect(await accounts()).toEqual([ACCOUNT_IDS.library.facebook]);
  // a state works once
  expect((await choose(state, [ACCOUNT_IDS.library.instagram])).status).toBe(400);
});

test("one account: connected at once, and a state that was used or made up is nothing", async () => {
  const back = await saidYes("x");
  expect([(await get(back)).status, await accounts()]).toEqual([
    303,
    [ACCOUNT_IDS.library.facebook, ACCOUNT_IDS.library.x],
  ]);
  expect((await get(back)).status).toBe(400);
  expect((await get("/connect/x/callback?state=made-up&code=1")).status).toBe(400);
});

test("is the admin's alone", async () => {
  const view = await worker.token("view");
  for (const path of ["/connect/x", "/connect/x/callback?state=a&code=b"]) {
    expect((await worker.send("GET", path, undefined, view)).status).toBe(403);
    expect((await worker.fetch(path)).status).toBe(401);
  }
});

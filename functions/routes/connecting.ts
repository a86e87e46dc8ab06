/** Connecting by a platform's own consent page: there, back, and which account it is. */
import { Hono } from "hono";
import { authorizeUrl, chooseAccounts, finishConsent } from "../jobs/collecting/consent.ts";
import { isPlatform, type Platform } from "../model/platform.ts";
import { fault, Problem } from "../model/problem.ts";
import { only } from "./access.ts";
import { formOf } from "./body.ts";
import type { Ctx, Env } from "./env.ts";
import { chromeOf, viewPage } from "./page.ts";

/** Where the person finds the new account. */
const CONNECTED = "/data#accounts";

export const connecting = new Hono<Env>();

connecting.get("/connect/:platform", only("admin"), async (c) => {
  const back = new URL(`/connect/${platformOf(c)}/callback`, c.req.url).href;
  const { DB, ...env } = c.env;
  const address = await authorizeUrl(DB, env, { now: c.get("now") }, platformOf(c), back);
  return c.redirect(address, 303);
});

connecting.get("/connect/:platform/callback", only("admin"), async (c) => {
  const { state, code, error } = c.req.query();
  const { DB, ...env } = c.env;
  const finished = await finishConsent(
    DB,
    zoned(c, env),
    { now: c.get("now") },
    { state, code, error },
  );
  if (finished.kind === "connected") return c.redirect(CONNECTED, 303);
  const { platform, accounts } = finished;
  return viewPage(c, {
    screen: "choose",
    chrome: chromeOf(c),
    platform,
    state: finished.state,
    accounts,
  });
});

connecting.post("/connect/:platform/choose", only("admin"), async (c) => {
  const form = await formOf(c);
  const { DB, ...env } = c.env;
  const state = form.get("state") ?? "";
  const chosen = form.getAll("account");
  // before the state is used up: the person goes back and ticks one
  if (chosen.length === 0) {
    throw new Problem("invalid", "choose at least one of the accounts", [
      fault("account", "required"),
    ]);
  }
  await chooseAccounts(DB, zoned(c, env), { now: c.get("now") }, state, chosen);
  return c.redirect(CONNECTED, 303);
});

const zoned = <Of extends object>(c: Ctx, env: Of) => ({ ...env, TIME_ZONE: c.get("time_zone") });

function platformOf(c: Ctx): Platform {
  const platform = c.req.param("platform") ?? "";
  if (!isPlatform(platform)) throw new Problem("not_found", "there is no such platform");
  return platform;
}

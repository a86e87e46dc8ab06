/** Connecting by a platform's own consent page: there, back, and which account it is. */
import { authorizeUrl, chooseAccounts, finishConsent } from "../jobs/collecting/consent.ts";
import { fault, Problem } from "../model/problem.ts";
import type { Handlers } from "./addresses.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, viewPage } from "./page.ts";
import { platformOf } from "./reading.ts";

/** Where the person finds the new account. */
const CONNECTED = "/data#accounts";

export const connecting = {
  "GET /connect/:platform": async (c) => {
    const back = new URL(`/connect/${platformOf(c)}/callback`, c.req.url).href;
    const { DB, ...env } = c.env;
    const address = await authorizeUrl(DB, env, { now: c.get("now") }, platformOf(c), back);
    return c.redirect(address, 303);
  },

  "GET /connect/:platform/callback": async (c) => {
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
  },

  "POST /connect/:platform/choose": async (c) => {
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
  },
} satisfies Handlers;

const zoned = <Of extends object>(c: Ctx, env: Of) => ({ ...env, TIME_ZONE: c.get("time_zone") });

import type { Handlers } from "./addresses.ts";
import { page, viewPage } from "./page.ts";
import { idOf } from "./reading.ts";
import { newTrialView, trialView } from "./trial-reading.ts";

export const trialPages = {
  "GET /trials/new": async (c) => viewPage(c, await newTrialView(c)),

  // what was just done is told once, and is nobody else's page
  "GET /trials/:id": async (c) =>
    c.req.query("changed") === undefined
      ? page(c, () => trialView(c, idOf(c)))
      : viewPage(c, await trialView(c, idOf(c))),
} satisfies Handlers;

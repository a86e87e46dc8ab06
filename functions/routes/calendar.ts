import type { Handlers } from "./addresses.ts";
import { calendarView } from "./calendar-reading.ts";
import { page, viewPage } from "./page.ts";
import { planView } from "./plan-reading.ts";
import { idOf } from "./reading.ts";

export const calendar = {
  // what was just done is told once, and is nobody else's page
  "GET /calendar": async (c) =>
    c.req.query("changed") === undefined
      ? page(c, () => calendarView(c))
      : viewPage(c, await calendarView(c)),

  "GET /plans/new": async (c) => viewPage(c, await planView(c, { id: null })),

  "GET /plans/:id": (c) => page(c, () => planView(c, { id: idOf(c) })),
} satisfies Handlers;

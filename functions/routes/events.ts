/** Events over HTTP: listed, made, changed, taken away; every change noted, and taken back by its number. */
import * as z from "zod";
import { changeEvent, createEvent, removeEvent, sayOfPost } from "../jobs/planning/events.ts";
import { addDays, startOfDay } from "../model/day.ts";
import { eventChange, newEvent } from "../normalise/event.ts";
import { toEventJson } from "../present/event-lines.ts";
import { type EventRow, listEvents } from "../store/events.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { withFigures } from "./event-reading.ts";
import { plannedPeriod, planningOf, wholePlanningOf } from "./planning.ts";
import { removalWire } from "./plans.ts";
import { idOf } from "./reading.ts";

/** A person's word on whether a post is about an event. */
export const linkWire = z
  .strictObject({
    version: z.int().positive(),
    post: z.int().positive().meta({ description: "The post's number here" }),
    linked: z.boolean().optional().meta({
      description: "true: it is about the event; false: it is not, for ever; left out: found again",
    }),
  })
  .meta({ id: "EventPost" });

/** Without `from=` those of the last year too. */
const BACK_DAYS = 365;

export const events = {
  "GET /api/events": (c) =>
    cachedRead(c, async () => {
      const { from, to } = plannedPeriod(c, BACK_DAYS);
      const zone = c.get("time_zone");
      const stretch = { from: startOfDay(from, zone), to: startOfDay(addDays(to, 1), zone) - 1 };
      return c.json({ events: await shown(c, await listEvents(c.env.DB, stretch)) });
    }),

  "POST /api/events": async (c) => {
    const fields = newEvent(await jsonOf(c));
    const [event] = await shown(c, [await createEvent(c.env.DB, wholePlanningOf(c), fields)]);
    return c.json({ event }, 201, NO_STORE);
  },

  "PATCH /api/events/:id": async (c) => {
    const id = idOf(c);
    const { version, fields } = eventChange(await jsonOf(c));
    const [event] = await shown(c, [
      await changeEvent(c.env.DB, wholePlanningOf(c), id, version, fields),
    ]);
    return c.json({ event }, 200, NO_STORE);
  },

  "DELETE /api/events/:id": async (c) => {
    const id = idOf(c);
    const { version } = checked(removalWire, await jsonOf(c));
    await removeEvent(c.env.DB, wholePlanningOf(c), id, version);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },

  "POST /api/events/:id/post": async (c) => {
    const id = idOf(c);
    const { version, post, linked } = checked(linkWire, await jsonOf(c));
    const [event] = await shown(c, [
      await sayOfPost(c.env.DB, planningOf(c), id, { version, post, linked }),
    ]);
    return c.json({ event }, 200, NO_STORE);
  },
} satisfies Handlers;

const shown = async (c: Ctx, rows: readonly EventRow[]) =>
  (await withFigures(c, rows)).map(({ event, figures, posts, effect }) =>
    toEventJson(
      event,
      figures,
      effect,
      posts.map(({ id }) => id),
    ),
  );

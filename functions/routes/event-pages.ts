/** The pages of events, and their forms: plain ones, which work without a script. */
import { attendance } from "../analyse/attendance.ts";
import { eventSteps } from "../analyse/event-steps.ts";
import { eventDays } from "../model/event-days.ts";
import type { EventLine, EventsView } from "../present/views/event.ts";
import { listEvents, listEventsBefore } from "../store/events.ts";
import { listClicks, listShortLinks } from "../store/short-links.ts";
import type { Handlers } from "./addresses.ts";
import { justChanged } from "./calendar-reading.ts";
import type { Ctx } from "./env.ts";
import { type EventWithFigures, withFigures } from "./event-reading.ts";
import { eventView, shortLinkLine } from "./event-view.ts";
import { chromeOf, page, viewPage } from "./page.ts";
import { mayPlanAll } from "./planning.ts";
import { idOf, todayOf } from "./reading.ts";

/** Past events of one page: with their posts they stay a page's few hundred rows. */
const MOST_PAST = 20;

/** Nobody plans farther ahead. */
const FOR_EVER = 9_999_999_999;

export const eventPages = {
  "GET /events": async (c) =>
    c.req.query("changed") === undefined
      ? page(c, () => eventsView(c))
      : viewPage(c, await eventsView(c)),

  "GET /events/new": async (c) => viewPage(c, await eventView(c, { id: null })),

  // what was just done is told once, and is nobody else's page
  "GET /events/:id": async (c) =>
    c.req.query("changed") === undefined
      ? page(c, () => eventView(c, { id: idOf(c) }))
      : viewPage(c, await eventView(c, { id: idOf(c) })),
} satisfies Handlers;

async function eventsView(c: Ctx): Promise<EventsView> {
  const now = c.get("now");
  const asked = c.req.query("before") ?? "";
  const older = /^[1-9]\d{0,11}$/.test(asked) ? Number(asked) : null;
  const [coming, past, links, changed] = await Promise.all([
    older === null ? listEvents(c.env.DB, { from: now, to: FOR_EVER }) : [],
    listEventsBefore(c.env.DB, older ?? now, MOST_PAST),
    older === null ? listShortLinks(c.env.DB) : [],
    justChanged(c, "event"),
  ]);
  const free = links.filter(({ event }) => event === null);
  const [figures, clicks] = await Promise.all([
    withFigures(c, [...coming, ...past]),
    listClicks(
      c.env.DB,
      free.map(({ id }) => id),
    ),
  ]);
  const lines = new Map(figures.map((one) => [one.event.id, lineOf(c, one)]));
  const linesOf = (rows: readonly { id: number }[]) =>
    rows.flatMap(({ id }) => lines.get(id) ?? []);
  const last = past.at(-1);
  return {
    screen: "events",
    chrome: chromeOf(c),
    may_change: mayPlanAll(c),
    coming: linesOf(coming),
    past: linesOf(past),
    older: past.length === MOST_PAST && last ? (last.ends_at ?? last.starts_at) : null,
    attendance: attendance(
      linesOf(past).map(({ visitors, reach }) => ({ visitors, measure: reach })),
    ),
    links: free.map((link) => shortLinkLine(c, link, clicks)),
    changed,
  };
}

function lineOf(c: Ctx, { event, figures, posts }: EventWithFigures): EventLine {
  const { id, kind, title, place, visitors, starts_at } = event;
  const days = eventDays(event, c.get("time_zone"));
  const steps = eventSteps(
    days,
    posts.map(({ published_on }) => published_on),
    [],
    todayOf(c),
  );
  return {
    ...{ id, kind, title, place, visitors, starts_at },
    ...figures,
    ...days,
    done: steps.filter(({ state }) => state === "done").length,
    steps: steps.length,
  };
}

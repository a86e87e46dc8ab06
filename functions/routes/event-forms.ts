import { changeEvent, createEvent, removeEvent, sayOfPost } from "../jobs/planning/events.ts";
import { dayNumber, instantOfWall, instantOrNull, isDay, SECONDS_A_DAY } from "../model/day.ts";
import { isHour } from "../model/plan-time.ts";
import { fault, Problem } from "../model/problem.ts";
import { typedCount } from "../model/typed-count.ts";
import { eventChange, newEvent } from "../normalise/event.ts";
import type { TypedEvent } from "../present/views/event.ts";
import { findNewestChange } from "../store/changes.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { formOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { eventView } from "./event-view.ts";
import { planningOf, wholePlanningOf } from "./planning.ts";
import { idOf } from "./reading.ts";

export const eventForms = {
  "POST /events": async (c) => {
    const form = await formOf(c);
    return orAgain(
      c,
      async () => {
        const { id } = await createEvent(c.env.DB, wholePlanningOf(c), newEvent(fieldsOf(c, form)));
        return toEvent(c, id);
      },
      (problem) => again(c, null, form, problem),
    );
  },

  "POST /events/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    return orAgain(
      c,
      () => done(c, id, form),
      (problem) => again(c, id, form, problem),
    );
  },
} satisfies Handlers;

/** One tap, or the whole form. */
async function done(c: Ctx, id: number, form: URLSearchParams): Promise<Response> {
  const planning = planningOf(c);
  const version = Number(form.get("version"));
  switch (form.get("do")) {
    case "remove": {
      await removeEvent(c.env.DB, wholePlanningOf(c), id, version);
      return afterChange(c, id, "/events");
    }
    case "link":
    case "unlink": {
      const post = Number(form.get("post"));
      const linked = form.get("do") === "link";
      await sayOfPost(c.env.DB, planning, id, { version, post, linked });
      return toEvent(c, id);
    }
    default: {
      const { version: seen, fields } = eventChange({ ...fieldsOf(c, form), version });
      await changeEvent(c.env.DB, wholePlanningOf(c), id, seen, fields);
      return toEvent(c, id);
    }
  }
}

/** To the event, where what was done can be taken back. */
export const toEvent = (c: Ctx, id: number): Promise<Response> =>
  afterChange(c, id, `/events/${id}`);

async function afterChange(c: Ctx, id: number, path: string): Promise<Response> {
  const change = await findNewestChange(c.env.DB, "event", id);
  return c.redirect(change ? `${path}?changed=${change.id}` : path, 303);
}

/** A tap has no title to be shown again. */
const again = (c: Ctx, id: number | null, form: URLSearchParams, { problems: faults }: Problem) =>
  eventView(c, { id, ...(form.has("title") ? { typed: typedEvent(form) } : {}), faults });

/** As it was typed, also where it is refused. */
function typedEvent(form: URLSearchParams): TypedEvent {
  const text = (name: string) => form.get(name) ?? "";
  return {
    kind: text("kind"),
    title: text("title"),
    starts_at: text("starts_at"),
    ends_at: text("ends_at"),
    place: text("place"),
    hashtags: text("hashtags"),
    url: text("url"),
    note: text("note"),
    visitors: text("visitors"),
    cost: text("cost"),
    version: form.has("version") ? Number(form.get("version")) : null,
  };
}

/** The form's fields as the API takes them: what is left empty is not said. */
const fieldsOf = (c: Ctx, form: URLSearchParams): Record<string, unknown> => ({
  kind: form.get("kind") ?? "",
  title: form.get("title") ?? "",
  starts_at: instantIn(c, form.get("starts_at") ?? "") ?? "",
  ends_at: instantIn(c, form.get("ends_at") ?? ""),
  place: form.get("place") || null,
  hashtags: (form.get("hashtags") ?? "").split(/[\s,;]+/).filter((tag) => tag !== ""),
  url: form.get("url") || null,
  note: form.get("note") || null,
  visitors: countIn(form, "visitors"),
  cost: countIn(form, "cost"),
});

/** What a browser's clock says is the library's; what is no clock's is left to be refused. */
function instantIn(c: Ctx, text: string): string | null {
  if (text.trim() === "") return null;
  const [day = "", clock = ""] = text.trim().split(/[T ]/);
  const hour = clock.slice(0, 5);
  if (!isDay(day) || !isHour(hour)) return text;
  const seconds = Number(hour.slice(0, 2)) * 3600 + Number(hour.slice(3)) * 60;
  return instantOrNull(instantOfWall(dayNumber(day) * SECONDS_A_DAY + seconds, c.get("time_zone")));
}

/** `2.480`, `2,480`, `Rp2.480` and `2480` are one number. Throws for what is none. */
function countIn(form: URLSearchParams, name: string): number | null {
  const text = (form.get(name) ?? "").replace(/^\s*rp\.?/i, "");
  if (text.trim() === "") return null;
  const count = typedCount(text);
  if (typeof count === "number") return count;
  throw new Problem("invalid", `${name} is no whole number`, [fault(name, count)]);
}

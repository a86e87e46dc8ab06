/** What the calendar's forms do: plain ones, which work without a script. */
import { changePlan, createPlans, removePlan, sayWhich } from "../jobs/planning/plans.ts";
import { undoChange } from "../jobs/planning/undo.ts";
import { addDays } from "../model/day.ts";
import { fault, Problem } from "../model/problem.ts";
import { newPlan, planChange } from "../normalise/plan.ts";
import type { CalendarView } from "../present/views/calendar.ts";
import { listEventIds } from "../store/events.ts";
import { findNote } from "../store/notes.ts";
import { findPlan } from "../store/plans.ts";
import { findTrial } from "../store/trials.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { backToUnsettled } from "./answers-back.ts";
import { bytesOf, checked, formOf, textOf } from "./body.ts";
import { calendarView } from "./calendar-reading.ts";
import type { Ctx } from "./env.ts";
import { toEvent } from "./event-forms.ts";
import { viewPage } from "./page.ts";
import { planView, typedPlan } from "./plan-reading.ts";
import { backToCalendar, planningOf } from "./planning.ts";
import { broughtPlans, FILE_MEGABYTES, matchWire } from "./plans.ts";
import { idOf, todayOf } from "./reading.ts";

export const calendarForms = {
  "POST /plans/import": async (c) => {
    const brought = await orFaults(async () => broughtPlans(c, await fileOf(c)));
    const view = { ...(await calendarView(c)), brought };
    return viewPage(c, view, "faults" in brought ? 400 : 200);
  },

  "POST /plans": async (c) => {
    const form = await formOf(c);
    return orAgain(
      c,
      async () => {
        const { fields, days } = newPlan(newPlanOf(form));
        const [first] = await createPlans(c.env.DB, planningOf(c), fields, days);
        if (!first) throw new Error("a plan that was made comes back");
        // whoever plans an event's steps goes on with the next one
        return first.event === null
          ? backToCalendar(c, "plan", first.id, first.on_day, null)
          : c.redirect(`/events/${first.event}#steps`, 303);
      },
      (problem) => planView(c, { id: null, typed: typedPlan(form), faults: problem.problems }),
    );
  },

  "POST /plans/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    return orAgain(
      c,
      () => done(c, id, form),
      (problem) => planView(c, { id, typed: typedPlan(form), faults: problem.problems }),
    );
  },

  "POST /changes/:id/undo": async (c) => {
    const id = idOf(c);
    const { what, subject } = await undoChange(c.env.DB, planningOf(c), id);
    if (what === "event") {
      const [stands] = await listEventIds(c.env.DB, [subject]);
      return stands === undefined ? c.redirect("/events", 303) : toEvent(c, subject);
    }
    // the admin's, and not of the calendar
    if (what === "target") return c.redirect("/targets", 303);
    if (what === "comment") return backToUnsettled(c, id, (await formOf(c)).get("back") ?? "");
    if (what === "trial") {
      const stands = await findTrial(c.env.DB, subject);
      return c.redirect(stands ? `/trials/${subject}` : "/calendar", 303);
    }
    const on =
      what === "note"
        ? (await findNote(c.env.DB, subject))?.from_on
        : (await findPlan(c.env.DB, subject))?.on_day;
    return backToCalendar(c, what, subject, on ?? null, null);
  },
} satisfies Handlers;

/** The file that a form sends along. */
async function fileOf(c: Ctx): Promise<string> {
  const bytes = await bytesOf(c, FILE_MEGABYTES);
  const type = c.req.header("content-type") ?? "";
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  // the types of the runtime know a form's files as texts alone
  const file = (form?.get("file") ?? null) as File | string | null;
  if (file === null || typeof file === "string") {
    throw new Problem("invalid", "no file was chosen", [fault("file", "required")]);
  }
  return textOf(new Uint8Array(await file.arrayBuffer()));
}

/** What a file brought, or why it was refused: said on the page. */
async function orFaults(
  bring: () => ReturnType<typeof broughtPlans>,
): Promise<NonNullable<CalendarView["brought"]>> {
  try {
    return await bring();
  } catch (error) {
    if (!(error instanceof Problem) || (error.code !== "invalid" && error.code !== "conflict")) {
      throw error;
    }
    return { faults: error.problems };
  }
}

/** One tap, or the whole form. */
async function done(c: Ctx, id: number, form: URLSearchParams): Promise<Response> {
  const planning = planningOf(c);
  const version = Number(form.get("version"));
  const month = form.get("back");
  switch (form.get("do")) {
    case "earlier":
    case "later": {
      const row = await findPlan(c.env.DB, id);
      if (!row) throw new Problem("not_found", "there is no such plan");
      const on = addDays(row.on_day, form.get("do") === "later" ? 1 : -1);
      const { version: seen, fields } = planChange({ version, on });
      await changePlan(c.env.DB, planning, id, seen, fields);
      return backToCalendar(c, "plan", id, on, month);
    }
    case "today":
    case "tomorrow": {
      const on = addDays(todayOf(c), form.get("do") === "tomorrow" ? 1 : 0);
      await changePlan(c.env.DB, planning, id, version, { on });
      return backToCalendar(c, "plan", id, on, month);
    }
    case "drop":
    case "plan": {
      const state = form.get("do") === "drop" ? "dropped" : "planned";
      const { on_day } = await changePlan(c.env.DB, planning, id, version, { state });
      return backToCalendar(c, "plan", id, on_day, month);
    }
    case "remove": {
      await removePlan(c.env.DB, planning, id, version);
      return backToCalendar(c, "plan", id, null, month);
    }
    case "match": {
      const said = form.get("post") ?? "";
      const post = said === "none" ? null : said === "any" ? undefined : Number(said);
      const account = Number(form.get("account"));
      const word = checked(matchWire, {
        version,
        account,
        ...(post === undefined ? {} : { post }),
      });
      await sayWhich(c.env.DB, planning, id, { ...word, post: word.post });
      return c.redirect(`/plans/${id}#posts`, 303);
    }
    default: {
      const { version: seen, fields } = planChange({ ...fieldsOf(form), version });
      const { on_day } = await changePlan(c.env.DB, planning, id, seen, fields);
      return backToCalendar(c, "plan", id, on_day, month);
    }
  }
}

/** The form's fields as the API takes them: what is left empty is not said. */
const fieldsOf = (form: URLSearchParams): Record<string, unknown> => ({
  on: form.get("on") ?? "",
  // a browser's clock may say seconds
  at: (form.get("at") ?? "").replace(/^(\d\d:\d\d):\d\d$/, "$1") || null,
  accounts: form.getAll("accounts").map(Number),
  title: form.get("title") ?? "",
  note: form.get("note") || null,
  person: form.get("person") || null,
  format: form.get("format") || null,
  topic: form.get("topic") || null,
  ...(form.has("event") ? { event: Number(form.get("event")) || null } : {}),
  state: form.get("state") ?? "planned",
});

function newPlanOf(form: URLSearchParams): Record<string, unknown> {
  const [every, until] = [form.get("every_weeks"), form.get("until")];
  if (!every && !until) return fieldsOf(form);
  return {
    ...fieldsOf(form),
    repeat: { every_weeks: Number(every || 1), ...(until ? { until } : {}) },
  };
}

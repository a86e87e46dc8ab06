/** One plan's page: what stands, what is in its form, which posts it may have been, who changed it. */
import { addDays, dayOf, isDay } from "../model/day.ts";
import { isId } from "../model/id.ts";
import { LONGEST_TITLE } from "../model/plan.ts";
import { type Fault, Problem } from "../model/problem.ts";
import { drawnFor, type Trial } from "../model/trial.ts";
import { toChangeLine, toPlanLine } from "../present/plan-lines.ts";
import type { PlanLine, PlanView, TypedPlan } from "../present/views/calendar.ts";
import { listChanges, listChangesOf } from "../store/changes.ts";
import { type EventRow, findEvent, listEvents } from "../store/events.ts";
import { findPlan, type PlanRow, planOfRow } from "../store/plans.ts";
import { findTrial } from "../store/trials.ts";
import { publishedLines, publishedOf } from "./calendar-reading.ts";
import type { Ctx } from "./env.ts";
import { comingStretch } from "./event-view.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayTell, plannable, planningOf } from "./planning.ts";
import { todayOf, visibleAccounts } from "./reading.ts";
import { isOffLot } from "./trial-reading.ts";

/** Of a plan so many changes are told. */
const MOST_CHANGES = 30;

/** Posts of so many days around it may have been meant. */
const AROUND_DAYS = 7;

type Asked = { id: number | null; typed?: TypedPlan; faults?: readonly Fault[] };

export async function planView(c: Ctx, { id, typed, faults = [] }: Asked): Promise<PlanView> {
  const today = todayOf(c);
  const frame = { screen: "plan", chrome: chromeOf(c), may_plan: mayPlan(c) } as const;
  if (id === null) {
    const [visible, events] = await Promise.all([
      visibleAccounts(c, c.get("caller")?.link ?? null),
      listEvents(c.env.DB, comingStretch(c)),
    ]);
    const accounts = plannable(visible);
    return {
      ...frame,
      accounts,
      events: eventsToChoose(c, events),
      plan: null,
      typed: typed ?? offered(c, accounts, await plannedLast(c)),
      faults: [...faults],
      stands: null,
      trial: null,
      candidates: [],
      changes: [],
    };
  }
  const [row, changes, visible, events] = await Promise.all([
    findPlan(c.env.DB, id),
    listChangesOf(c.env.DB, "plan", id, MOST_CHANGES),
    visibleAccounts(c, c.get("caller")?.link ?? null),
    listEvents(c.env.DB, comingStretch(c)),
  ]);
  const plan = row && toPlanLine(planOfRow(row), row.matches, plannable(visible), today);
  if (!plan || plan.in.length === 0) throw new Problem("not_found", "there is no such plan");
  const near = { from: addDays(plan.on, -AROUND_DAYS), to: addDays(plan.on, AROUND_DAYS) };
  const isListed = plan.event === null || events.some((event) => event.id === plan.event);
  const [{ accounts, months }, trial, own_event] = await Promise.all([
    publishedOf(c, near, { captions: true }),
    row.trial === null ? null : findTrial(c.env.DB, row.trial),
    plan.event === null || isListed ? null : findEvent(c.env.DB, plan.event),
  ]);
  const own = months.filter(({ account_id }) => plan.in.some((one) => one.id === account_id));
  const stale = faults.some(({ code }) => code === "stale_version");
  return {
    ...frame,
    accounts: plannable(accounts),
    events: eventsToChoose(c, own_event ? [own_event, ...events] : events),
    plan,
    // saved again, it replaces what stands now, which is shown beside it
    typed: typed ? { ...typed, version: plan.version } : formOfPlan(plan),
    faults: stale ? [] : [...faults],
    stands: stale ? plan : null,
    trial: trial && drawnBy(trial, row),
    candidates: publishedLines(c, accounts, own, [])
      .filter(({ on }) => near.from <= on && on <= near.to)
      .map((post) => ({
        ...post,
        account_id:
          accounts.find(
            (one) => one.platform === post.account.platform && one.handle === post.account.handle,
          )?.id ?? 0,
      })),
    changes: changes.filter((change) => mayTell(c, change)).map(toChangeLine),
  };
}

/** What a trial drew for a plan; `null`: it is none of its plans any more. */
function drawnBy(trial: Trial, row: PlanRow): PlanView["trial"] {
  const lot = trial.lots.find(({ plan }) => plan === row.id);
  if (!lot) return null;
  const { id, kind, a, b, state } = trial;
  const off_lot = isOffLot(trial, lot, row, drawnFor(trial, lot.side));
  return { id, kind, a, b, state, side: lot.side, off_lot };
}

const eventsToChoose = (c: Ctx, events: readonly EventRow[]): PlanView["events"] =>
  events.map(({ id, title, starts_at }) => ({
    id,
    title,
    on: dayOf(starts_at, c.get("time_zone")),
  }));

/** Of so many changes the newest of a plan by the same link is looked for. */
const LOOKED_BACK = 20;

/** The accounts that the same person planned for last. */
async function plannedLast(c: Ctx): Promise<number[]> {
  const { author } = planningOf(c);
  const changes = await listChanges(c.env.DB, null, LOOKED_BACK);
  const last = changes.find(
    ({ what, link, after }) => what === "plan" && link === author.link && after !== null,
  );
  const accounts = last?.after?.accounts;
  return Array.isArray(accounts) ? accounts.map(Number) : [];
}

/**
 * What an address offers: `?on=&at=&title=&event=`; of the accounts the one that is named, else those that were planned for last.
 */
function offered(c: Ctx, accounts: PlanView["accounts"], last: readonly number[]): TypedPlan {
  const query = c.req.query();
  const account = Number(query.account);
  const one = accounts.filter(({ id }) => id === account);
  return {
    ...EMPTY,
    on: isDay(query.on ?? "") ? (query.on ?? "") : todayOf(c),
    at: /^([01]\d|2[0-3]):[0-5]\d$/.test(query.at ?? "") ? (query.at ?? "") : "",
    title: (query.title ?? "").slice(0, LONGEST_TITLE),
    note: isId(query.post ?? "") ? `${new URL(c.req.url).origin}/posts/${query.post}` : "",
    event: isId(query.event ?? "") ? (query.event ?? "") : "",
    accounts: (one.length > 0
      ? one
      : accounts.filter(({ id }) => accounts.length === 1 || last.includes(id))
    ).map(({ id }) => id),
  };
}

const EMPTY: TypedPlan = {
  on: "",
  at: "",
  accounts: [],
  format: "",
  topic: "",
  title: "",
  note: "",
  person: "",
  event: "",
  state: "planned",
  version: null,
  every_weeks: "",
  until: "",
};

const formOfPlan = (plan: PlanLine): TypedPlan => ({
  ...EMPTY,
  on: plan.on,
  at: plan.at ?? "",
  accounts: plan.accounts,
  format: plan.format ?? "",
  topic: plan.topic ?? "",
  title: plan.title,
  note: plan.note ?? "",
  person: plan.person ?? "",
  event: plan.event === null ? "" : String(plan.event),
  state: plan.state,
  version: plan.version,
});

/** As it was typed, also where it is refused. */
export function typedPlan(form: URLSearchParams): TypedPlan {
  const text = (name: string) => form.get(name) ?? "";
  return {
    on: text("on"),
    at: text("at"),
    accounts: form.getAll("accounts").map(Number),
    format: text("format"),
    topic: text("topic"),
    title: text("title"),
    note: text("note"),
    person: text("person"),
    event: text("event"),
    state: text("state") || "planned",
    version: form.has("version") ? Number(form.get("version")) : null,
    every_weeks: text("every_weeks"),
    until: text("until"),
  };
}

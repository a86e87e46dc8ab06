/** One event's page: its checklist, its posts against the usual, who came, who clicked, who changed it. */
import { visitorCost } from "../analyse/attendance.ts";
import { judgedFrom } from "../analyse/event-effect.ts";
import { eventFigures } from "../analyse/event-figures.ts";
import { eventSteps } from "../analyse/event-steps.ts";
import { addDays, isDay, startOfDay, wallClock } from "../model/day.ts";
import { DAYS_AFTER_EVENT, DAYS_BEFORE_EVENT, type ShortLink } from "../model/event.ts";
import { eventDays } from "../model/event-days.ts";
import { excerpt } from "../model/excerpt.ts";
import { type Fault, Problem } from "../model/problem.ts";
import type { Day } from "../model/snapshot.ts";
import { toChangeLine } from "../present/plan-lines.ts";
import type {
  EventPostLine,
  EventView,
  ShortLinkLine,
  TypedEvent,
} from "../present/views/event.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listChangesOf } from "../store/changes.ts";
import { type LinkedPost, listLinkedPosts } from "../store/event-posts.ts";
import { type EventRow, findEvent } from "../store/events.ts";
import { listPlansForEvent } from "../store/plans.ts";
import { type ClicksOfLink, listClicksOfEvent, listShortLinksOf } from "../store/short-links.ts";
import { justChanged, publishedLines, publishedOf, seenPlans } from "./calendar-reading.ts";
import type { Ctx } from "./env.ts";
import { effectFor } from "./event-reading.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayPlanAll, mayTell, plannable } from "./planning.ts";
import { todayOf } from "./reading.ts";

/** Of an event so many changes are told. */
const MOST_CHANGES = 30;

type Asked = { id: number | null; typed?: TypedEvent; faults?: readonly Fault[] };

export async function eventView(c: Ctx, { id, typed, faults = [] }: Asked): Promise<EventView> {
  const frame = {
    screen: "event",
    chrome: chromeOf(c),
    may_plan: mayPlan(c),
    may_change: mayPlanAll(c),
    today: todayOf(c),
  } as const;
  if (id === null) {
    return { ...frame, ...NOTHING, typed: typed ?? offered(c), faults: [...faults] };
  }
  const event = await findEvent(c.env.DB, id);
  if (!event) throw new Problem("not_found", "there is no such event");
  return { ...frame, ...(await told(c, event)), ...formOf(c, event, typed, faults) };
}

const NOTHING = {
  accounts: [],
  event: null,
  days: null,
  stale: false,
  steps: [],
  posts: [],
  figures: eventFigures([], null),
  effect: null,
  judged_from: null,
  visitor_cost: null,
  plans: [],
  links: [],
  candidates: [],
  changes: [],
  changed: null,
};

/** All that is known of it, in one round trip. */
async function told(c: Ctx, event: EventRow) {
  const { DB } = c.env;
  const today = todayOf(c);
  const days = eventDays(event, c.get("time_zone"));
  const around = {
    from: addDays(days.from, -DAYS_BEFORE_EVENT),
    to: addDays(days.to, DAYS_AFTER_EVENT),
  };
  const [linked, planned, links, clicks, changes, { accounts, months }, changed] =
    await Promise.all([
      listLinkedPosts(DB, [event.id]),
      listPlansForEvent(DB, event.id),
      listShortLinksOf(DB, event.id),
      listClicksOfEvent(DB, event.id),
      listChangesOf(DB, "event", event.id, MOST_CHANGES),
      // of what was linked by hand elsewhere the post itself is read
      publishedOf(
        c,
        { from: earlier(around.from, today), to: earlier(around.to, today) },
        { captions: mayPlan(c) },
      ),
      // whoever may not take it back is not offered it
      mayPlanAll(c) ? justChanged(c, "event") : null,
    ]);
  const posts = linked.flatMap((post) => postLine(post, accounts));
  const own = new Set(posts.map(({ id }) => id));
  const plans = seenPlans(planned, accounts, today);
  const clicked = clicks.reduce((sum, one) => sum + one.clicks, 0);
  return {
    accounts: plannable(accounts),
    event,
    days,
    steps: eventSteps(
      days,
      // of the accounts that may be seen: a link for one of them is told of its own steps
      posts.map(({ on }) => on),
      plans
        .filter(({ state, in: kept }) => state !== "dropped" && kept.some(({ post }) => !post))
        .map(({ on }) => on),
      today,
    ),
    posts,
    figures: eventFigures(posts, links.length === 0 ? null : clicked),
    effect: effectFor(event, linked, posts),
    judged_from: judgedFrom(days),
    visitor_cost: visitorCost(event.cost, event.visitors),
    plans,
    links: links.map((link) => shortLinkLine(c, link, clicks)),
    candidates: mayPlan(c)
      ? publishedLines(c, accounts, months, []).filter(
          ({ id, on }) => !own.has(id) && around.from <= on && on <= around.to,
        )
      : [],
    changes: changes.filter((change) => mayTell(c, change)).map(toChangeLine),
    changed,
  };
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function postLine(post: LinkedPost, accounts: readonly AccountRow[]): EventPostLine[] {
  const account = accounts.find(({ id }) => id === post.account_id);
  if (!account) return [];
  const { id, format, interactions, reach, views, by_person } = post;
  return [
    {
      ...{ id, format, interactions, reach, views, by_person },
      account: { platform: account.platform, handle: account.handle },
      on: post.published_on,
      caption: excerpt(post.caption),
    },
  ];
}

export const shortLinkLine = (
  c: Ctx,
  { id, slug, target, name }: ShortLink,
  clicks: readonly ClicksOfLink[],
): ShortLinkLine => {
  const own = clicks.filter(({ link }) => link === id);
  return {
    ...{ id, slug, target, name },
    url: `${new URL(c.req.url).origin}/e/${slug}`,
    clicks: own.reduce((sum, one) => sum + one.clicks, 0),
    refused: own.some(({ refused }) => refused > 0),
    sources: own.map(({ source, clicks: of }) => ({ source, clicks: of })),
  };
};

/** What an address offers: `?on=&title=`. */
function offered(c: Ctx): TypedEvent {
  const { on = "", title = "" } = c.req.query();
  return { ...EMPTY, title: title.slice(0, 200), starts_at: isDay(on) ? `${on}T09:00` : "" };
}

const EMPTY: TypedEvent = {
  kind: "discussion",
  title: "",
  starts_at: "",
  ends_at: "",
  place: "",
  hashtags: "",
  url: "",
  note: "",
  visitors: "",
  cost: "",
  version: null,
};

function formOf(
  c: Ctx,
  event: EventRow,
  typed: TypedEvent | undefined,
  faults: readonly Fault[],
): Pick<EventView, "typed" | "faults" | "stale"> {
  const wall = (at: number | null) =>
    at === null ? "" : wallClock(at, c.get("time_zone")).replace(" ", "T");
  const stale = faults.some(({ code }) => code === "stale_version");
  // saved again, it replaces what stands now, which is shown beside it
  if (typed) {
    return { typed: { ...typed, version: event.version }, faults: stale ? [] : [...faults], stale };
  }
  return {
    typed: {
      kind: event.kind,
      title: event.title,
      starts_at: wall(event.starts_at),
      ends_at: wall(event.ends_at),
      place: event.place ?? "",
      hashtags: event.hashtags.map((tag) => `#${tag}`).join(" "),
      url: event.url ?? "",
      note: event.note ?? "",
      visitors: event.visitors === null ? "" : String(event.visitors),
      cost: event.cost === null ? "" : String(event.cost),
      version: event.version,
    },
    faults: [...faults],
    stale: false,
  };
}

/** So far ahead an event may be planned for from a plan's form. */
const AHEAD_DAYS = 400;
const BACK_DAYS = 8;

/** The stretch in which a plan's event lies. */
export const comingStretch = (c: Ctx) => {
  const today = todayOf(c);
  const zone = c.get("time_zone");
  return {
    from: startOfDay(addDays(today, -BACK_DAYS), zone),
    to: startOfDay(addDays(today, AHEAD_DAYS), zone),
  };
};

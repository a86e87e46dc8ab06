/** Trials as whoever asks may see them, one trial's page, and the form of a new one. */
import { judgedFrom } from "../analyse/trial/due.ts";
import { isKept } from "../analyse/trial/kept.ts";
import { drawsFew, noiseOfPosts } from "../analyse/trial/noise.ts";
import { trialPower } from "../analyse/trial/power.ts";
import { trialProgress } from "../analyse/trial/result.ts";
import type { AlmanacFields, AlmanacKind } from "../model/almanac.ts";
import { almanacOf } from "../model/almanac-days-between.ts";
import { addDays, daysBetween, weekOf } from "../model/day.ts";
import { FORMATS, type Format, isFormat } from "../model/format.ts";
import { isId } from "../model/id.ts";
import { LONGEST_TITLE } from "../model/plan.ts";
import { isHour } from "../model/plan-time.ts";
import { isStory, isTold, type Post } from "../model/post.ts";
import { type Fault, Problem } from "../model/problem.ts";
import {
  type DrawnLot,
  drawnFor,
  FEWEST_A_WEEK,
  MOST_DAYS_AHEAD,
  suggestedStart,
  TRIAL_KINDS,
  type Trial,
  type TrialKind,
} from "../model/trial.ts";
import { toChangeLine } from "../present/plan-lines.ts";
import type { PlannedAccount } from "../present/views/calendar.ts";
import type {
  LotLine,
  NewTrialView,
  TrialLine,
  TrialView,
  TypedTrial,
} from "../present/views/trial.ts";
import { listAlmanac } from "../store/almanac.ts";
import { findChange, listChangesOf } from "../store/changes.ts";
import { listPlans, listPlansOfTrials, type PlanRow } from "../store/plans.ts";
import { listDrawn, listPostsToTry } from "../store/trial-posts.ts";
import { findTrial, type ListedTrial, listTrials } from "../store/trials.ts";
import type { Ctx } from "./env.ts";
import { chromeOf } from "./page.ts";
import { mayPlan, mayTell, plannable } from "./planning.ts";
import { todayOf, visibleAccounts } from "./reading.ts";

const MOST_CHANGES = 30;

/** What of a change a person reads: the rest is how it lies in its row. */
const TOLD = ["broken_on", "why"];

/** With more a week nobody plans; fewer cannot be compared. */
const MOST_OFFERED = 6;

/** With one there is nothing to choose. */
const FEWEST_FORMATS = 2;

/** On which few people are at work to publish. */
const DAYS_OFF: readonly AlmanacKind[] = ["public", "shared_leave"];

const BLANK: Omit<TypedTrial, "starts_on" | "weekdays" | "title"> = { a: "", b: "", at: "" };

/**
 * All of accounts that may be seen, those that run first, then the newest.
 * @param progress of those that run: two questions more
 */
export async function seenTrials(
  c: Ctx,
  accounts: readonly PlannedAccount[] | Promise<readonly PlannedAccount[]>,
  { progress }: { progress: boolean },
): Promise<TrialLine[]> {
  const [rows, seen] = await Promise.all([listTrials(c.env.DB), accounts]);
  const mine = rows.filter((row) => accountOf(row, seen));
  const drawn = progress
    ? await listDrawn(
        c.env.DB,
        mine.filter(({ state }) => state === "running"),
      )
    : new Map<number, DrawnLot[]>();
  return mine.flatMap((row) => toTrialLine(c, row, seen, drawn.get(row.id)) ?? []);
}

/** Throws `not_found` where it is of no account that may be seen. */
export async function seenTrial(c: Ctx, row: ListedTrial | null): Promise<TrialLine> {
  const accounts = plannable(await visibleAccounts(c, c.get("caller")?.link ?? null));
  const drawn = row?.state === "running" ? await listDrawn(c.env.DB, [row]) : new Map();
  return found(row && toTrialLine(c, row, accounts, drawn.get(row.id)));
}

export const toTrialJson = ({ account, ...line }: TrialLine) => ({ ...line, account: account.id });

function found(line: TrialLine | null): TrialLine {
  if (!line) throw new Problem("not_found", "there is no such trial");
  return line;
}

const accountOf = ({ stands_for }: ListedTrial, accounts: readonly PlannedAccount[]) =>
  accounts.find(({ id }) => id === stands_for);

function toTrialLine(
  c: Ctx,
  row: ListedTrial,
  accounts: readonly PlannedAccount[],
  drawn: readonly DrawnLot[] | undefined,
): TrialLine | null {
  const { lots, seed: _, stands_for: __, ...line } = row;
  const account = accountOf(row, accounts);
  if (!account) return null;
  const today = todayOf(c);
  const passed = Math.floor(daysBetween(row.starts_on, today) / 7) + 1;
  return {
    ...line,
    account: { id: account.id, platform: account.platform, handle: account.handle },
    ends_on: addDays(row.starts_on, 7 * row.weeks - 1),
    says_on: judgedFrom(lots),
    week: Math.max(0, Math.min(row.weeks + 1, passed)),
    progress:
      row.state === "running" && drawn
        ? trialProgress(row, drawn, { zone: c.get("time_zone"), today })
        : null,
  };
}

export async function trialView(
  c: Ctx,
  id: number,
  faults: readonly Fault[] = [],
): Promise<TrialView> {
  const [visible, row, changes, plans, corrections, changed] = await Promise.all([
    visibleAccounts(c, c.get("caller")?.link ?? null),
    findTrial(c.env.DB, id),
    listChangesOf(c.env.DB, "trial", id, MOST_CHANGES),
    listPlansOfTrials(c.env.DB, [id]),
    listAlmanac(c.env.DB),
    justDone(c, id),
  ]);
  const accounts = plannable(visible);
  const today = todayOf(c);
  const [drawn, planned] = row
    ? await Promise.all([
        listDrawn(c.env.DB, [row]).then((lots) => lots.get(id) ?? []),
        row.state === "running"
          ? listPlans(c.env.DB, { from: today, to: addDays(row.starts_on, 7 * row.weeks - 1) })
          : [],
      ])
    : [[], []];
  const beside = planned.filter((plan) => plan.state === "planned" && plan.trial !== id);
  const trial = found(row && toTrialLine(c, row, accounts, drawn));
  const daysOff = almanacOf(corrections, trial.starts_on, trial.ends_on).filter(({ kind }) =>
    DAYS_OFF.includes(kind),
  );
  return {
    screen: "trial",
    chrome: chromeOf(c),
    accounts,
    may_plan: mayPlan(c),
    trial,
    lots: drawn.map((lot) => toLotLine(c, row as ListedTrial, lot, { plans, daysOff, beside })),
    may_remove: today < trial.starts_on,
    changed,
    faults: [...faults],
    changes: changes
      .filter((change) => mayTell(c, change))
      .map(toChangeLine)
      .map((line) => ({
        ...line,
        fields: line.fields.filter(({ field }) => TOLD.includes(field)),
      })),
  };
}

function toLotLine(
  c: Ctx,
  trial: ListedTrial,
  lot: DrawnLot,
  {
    plans,
    daysOff,
    beside,
  }: {
    plans: readonly PlanRow[];
    daysOff: readonly AlmanacFields[];
    /** Those of today and later that are none of its own. */
    beside: readonly PlanRow[];
  },
): LotLine {
  // one that is for another account by now is nothing of this trial, nor for whoever sees its account alone
  const owners = [trial.account, trial.stands_for];
  const isOwn = ({ matches }: PlanRow) => matches.some(({ account }) => owners.includes(account));
  const plan = plans.find((one) => one.id === lot.plan && isOwn(one));
  const drawn = drawnFor(trial, lot.side);
  const compared = trial.result && Object.values(trial.result.posts).flat();
  const day = plan?.on_day ?? lot.on;
  const other = beside.find((one) => one.on_day === day && isOwn(one));
  const holiday = daysOff.find(({ from_on, to_on }) => from_on <= day && day <= to_on);
  return {
    side: lot.side,
    drawn_on: lot.on,
    holiday: holiday ? { name_id: holiday.name_id, name_en: holiday.name_en } : null,
    beside: other && plan?.state !== "dropped" ? { id: other.id, title: other.title } : null,
    plan: plan
      ? {
          id: plan.id,
          on: plan.on_day,
          title: plan.title,
          dropped: plan.state === "dropped",
          off_lot: isOffLot(trial, lot, plan, drawn),
        }
      : null,
    post: lot.post && {
      id: lot.post.id,
      at: lot.post.published_at,
      day_only: lot.post.published_precision === "day",
      kept: isKept(trial, lot, lot.post, c.get("time_zone")),
      interactions: compared?.includes(lot.post.id) ? lot.post.interactions : null,
    },
  };
}

/** Has somebody planned it otherwise than it was drawn? Another day of its week is no matter. */
export const isOffLot = (
  { kind }: Pick<Trial, "kind">,
  { on }: Pick<DrawnLot, "on">,
  plan: Pick<PlanRow, "on_day" | "at" | "format">,
  drawn: { at: string | null; format: string | null },
): boolean =>
  weekOf(plan.on_day) !== weekOf(on) ||
  (kind === "hours" ? plan.at !== drawn.at : plan.format !== drawn.format);

/** `?changed=`: told once, only to whoever may take it back. */
async function justDone(c: Ctx, id: number): Promise<TrialView["changed"]> {
  const asked = c.req.query("changed") ?? "";
  if (!isId(asked) || !mayPlan(c)) return null;
  const change = await findChange(c.env.DB, Number(asked));
  if (change?.what !== "trial" || change.subject !== id || !mayTell(c, change)) return null;
  return { change: change.id, what: change.after?.state === "broken" ? "broken" : "started" };
}

type Asked = { account?: number; kind?: string; typed?: TypedTrial; faults?: readonly Fault[] };

/** What an address offers: `?account=&kind=&a=&b=`; the account by its number, or by its handle with `platform=`. */
export async function newTrialView(c: Ctx, asked: Asked = {}): Promise<NewTrialView> {
  const { typed, faults = [] } = asked;
  const query = c.req.query();
  const today = todayOf(c);
  const accounts = plannable(await visibleAccounts(c, c.get("caller")?.link ?? null));
  const wanted = asked.account ?? Number(query.account);
  const account =
    accounts.find(({ id }) => id === wanted) ??
    accounts.find((one) => one.handle === query.account && one.platform === query.platform) ??
    (accounts.length === 1 ? (accounts[0] ?? null) : null);
  const kind: TrialKind = TRIAL_KINDS.find((one) => one === (asked.kind ?? query.kind)) ?? "hours";
  const [posts, trials] = await Promise.all([
    listPostsToTry(c.env.DB, account?.id ?? null, today),
    listTrials(c.env.DB),
  ]);
  const noise = noiseOfPosts(posts);
  const mondays = mondaysFrom(addDays(weekOf(today), 7), addDays(today, MOST_DAYS_AHEAD));
  const side = (text = "") => ((kind === "hours" ? isHour(text) : isFormat(text)) ? text : "");
  const written: TypedTrial = typed ?? {
    ...BLANK,
    a: side(query.a),
    b: side(query.b),
    weekdays: [],
    starts_on: suggestedStart(today),
    title: "",
  };
  const running = trials.find(
    ({ state, stands_for }) => state === "running" && stands_for === account?.id,
  );
  return {
    screen: "new_trial",
    chrome: chromeOf(c),
    accounts,
    account,
    kind,
    powers: Array.from({ length: MOST_OFFERED - FEWEST_A_WEEK + 1 }, (_, index) => {
      const a_week = FEWEST_A_WEEK + index;
      return { a_week, power: trialPower(noise, a_week) };
    }),
    too_few: drawsFew(posts),
    formats: offeredFormats(posts, [written.a, written.b]),
    mondays,
    running: running?.id ?? null,
    typed: written,
    faults: [...faults],
  };
}

/** @param chosen stay, whatever the account published */
function offeredFormats(posts: readonly Post[], chosen: readonly string[]): Format[] {
  const own = new Set(posts.filter(isTold).map(({ format }) => format));
  const all = FORMATS.filter((format) => !isStory({ format }));
  const used = all.filter((format) => own.has(format));
  return used.length < FEWEST_FORMATS
    ? all
    : all.filter((format) => own.has(format) || chosen.includes(format));
}

const mondaysFrom = (first: string, last: string): string[] => {
  const mondays: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 7)) mondays.push(day);
  return mondays;
};

/** As it was typed, also where it is refused. */
export const typedTrial = (form: URLSearchParams): TypedTrial => ({
  a: clockOf(form.get("a") ?? ""),
  b: clockOf(form.get("b") ?? ""),
  at: clockOf(form.get("at") ?? ""),
  weekdays: form.getAll("weekdays").map(Number),
  starts_on: form.get("starts_on") ?? "",
  title: (form.get("title") ?? "").slice(0, LONGEST_TITLE + 1),
});

/** A browser's clock may say seconds. */
const clockOf = (text: string): string => text.replace(/^(\d\d:\d\d):\d\d$/, "$1");

/** The rows of the export's files that are made row by row, as far as an address asks for them. */
import { oneAnInstant } from "../analyse/one-instant.ts";
import { addDays, dayOf, monthOf, type Period, secondsIn, startOfDay } from "../model/day.ts";
import type { ExportName } from "../model/export-columns.ts";
import { type Fault, inWords, Problem } from "../model/problem.ts";
import { MOST_DAYS, periodOf } from "../present/choice.ts";
import type { Cell } from "../present/csv.ts";
import { eventRow } from "../present/event-lines.ts";
import { accountRow, type ExportRow, snapshotRow } from "../present/export-rows.ts";
import { claimRow } from "../present/look-lines.ts";
import { noteRows } from "../present/note-lines.ts";
import { type ExportedPlan, planRows } from "../present/plan-rows.ts";
import { responseRow } from "../present/response-row.ts";
import { streakRow } from "../present/streak-line.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listEvents } from "../store/events.ts";
import { listPlans, planOfRow } from "../store/plans.ts";
import { listReadingsBetween } from "../store/post-readings.ts";
import { listPostsById } from "../store/posts.ts";
import { listThreads } from "../store/threads.ts";
import { listClaims } from "../store/works.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { withFigures } from "./event-reading.ts";
import { seenNotes } from "./note-reading.ts";
import { plannedPeriod } from "./planning.ts";
import { shown, todayOf } from "./reading.ts";
import { streaksIn } from "./streak-reading.ts";

/** `next`: where an answer that holds a part of them goes on. */
type Rows = { rows: Record<string, Cell>[]; next: string | null };

export async function rowsOf(
  c: Ctx,
  name: Exclude<ExportName, "days" | "posts">,
  accounts: readonly AccountRow[],
): Promise<Rows> {
  switch (name) {
    case "accounts":
      return { rows: accounts.map((one) => accountRow(shown(one))), next: null };
    case "snapshots":
      return readingsOf(c, accounts);
    case "streaks":
      return { rows: await streaksOf(c, accounts), next: null };
    case "plans":
      return { rows: await plansOf(c, accounts), next: null };
    case "events":
      return { rows: await eventsOf(c, accounts), next: null };
    case "notes": {
      const notes = await seenNotes(c, plannedPeriod(c, NOTES_BACK_DAYS), accounts);
      return { rows: notes.flatMap(noteRows), next: null };
    }
    case "responses":
      return responsesOf(c, accounts);
    case "claims":
      return { rows: await claimsOf(c, accounts), next: null };
  }
}

/** What was asked for; without it everything of the last five years. */
export function exportPeriod(c: Ctx): Period {
  const { from, to } = c.req.query();
  const today = todayOf(c);
  const faults: Fault[] = [];
  const period = periodOf(
    { from: from || (to ? undefined : addDays(today, -MOST_DAYS)), to },
    today,
    faults,
  );
  if (faults.length > 0) {
    throw new Problem("invalid", inWords(faults), faults);
  }
  return period;
}

const idsOf = (accounts: readonly AccountRow[]): number[] => accounts.map(({ id }) => id);

/** Two years of readings are a third of a million rows: an answer holds a month of them and says where the next begins. */
const MOST_READING_DAYS = 31;
const USUAL_READING_DAYS = 28;

async function readingsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<Rows> {
  const zone = c.get("time_zone");
  const newest = dayOf(c.get("library").last_read_at ?? c.get("now"), zone);
  const { from, to } = c.req.query();
  const asked =
    from || to ? exportPeriod(c) : { from: addDays(newest, 1 - USUAL_READING_DAYS), to: newest };
  const last = addDays(asked.from, MOST_READING_DAYS - 1);
  const period = { from: asked.from, to: last < asked.to ? last : asked.to };
  const seconds = secondsIn(period, zone);
  const read = await listReadingsBetween(c.env.DB, idsOf(accounts), seconds.from, seconds.to);
  const readings = oneAnInstant(read, (a, b) => a.account_id === b.account_id && a.post === b.post);
  const known = new Map(accounts.map((account) => [account.id, account]));
  const rows = readings.flatMap((reading) => {
    const account = known.get(reading.account_id);
    return account ? snapshotRow(account, reading) : [];
  });
  return { rows, next: period.to < asked.to ? nextPage(c, addDays(period.to, 1), asked.to) : null };
}

/** A busy library is asked some thousand things a year: an answer holds one, the last where none is asked for. */
const MOST_RESPONSE_DAYS = 366;

async function responsesOf(c: Ctx, accounts: readonly AccountRow[]): Promise<Rows> {
  const { from, to } = c.req.query();
  const today = todayOf(c);
  const asked =
    from || to ? exportPeriod(c) : { from: addDays(today, 1 - MOST_RESPONSE_DAYS), to: today };
  const last = addDays(asked.from, MOST_RESPONSE_DAYS - 1);
  const period = { from: asked.from, to: last < asked.to ? last : asked.to };
  const seconds = secondsIn(period, c.get("time_zone"));
  const threads = await listThreads(c.env.DB, idsOf(accounts), seconds);
  const known = new Map(accounts.map((account) => [account.id, account]));
  const rows = threads
    .filter(({ at }) => at >= seconds.from && at <= seconds.to)
    .sort((a, b) => a.at - b.at || a.account_id - b.account_id)
    .flatMap((thread) => {
      const account = known.get(thread.account_id);
      return account ? responseRow(account, thread) : [];
    });
  return { rows, next: period.to < asked.to ? nextPage(c, addDays(period.to, 1), asked.to) : null };
}

function nextPage(c: Ctx, from: string, to: string): string {
  const url = new URL(c.req.url);
  url.searchParams.set("from", from);
  url.searchParams.set("to", to);
  return url.href;
}

/** Events are the library's; what came of each is told of these accounts. Without a period all of the last five years. */
async function eventsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"events">[]> {
  const { from, to } = plannedPeriod(c, MOST_DAYS);
  const zone = c.get("time_zone");
  const rows = await listEvents(c.env.DB, {
    from: startOfDay(from, zone),
    to: startOfDay(addDays(to, 1), zone) - 1,
  });
  return (await withFigures(c, rows, accounts)).map(({ event, figures }) =>
    eventRow(event, figures),
  );
}
/** Without a period those of the last five years and all that is ahead. */
const NOTES_BACK_DAYS = MOST_DAYS;

/** Without a period those of the last year and all that is ahead. */
const PLANS_BACK_DAYS = 365;

async function plansOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"plans">[]> {
  const plans = await exportedPlans(c, accounts, plannedPeriod(c, PLANS_BACK_DAYS));
  return plans.flatMap((plan) => planRows(plan, c.get("time_zone")));
}

/** The plans that are for these accounts, each post by the name that its platform gave it; a hidden one is in none of the files. */
async function exportedPlans(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: Period,
): Promise<ExportedPlan[]> {
  const plans = await listPlans(c.env.DB, period);
  const kept = plans.flatMap(({ matches }) => matches.flatMap(({ post }) => post ?? []));
  const posts = kept.length === 0 ? [] : await listPostsById(c.env.DB, [...new Set(kept)]);
  const nameOf = new Map(
    posts.filter(({ hidden_at }) => hidden_at === null).map((post) => [post.id, post.external_id]),
  );
  return plans
    .map((row) => ({
      ...planOfRow(row),
      accounts: row.matches.flatMap(({ account, post }) => {
        const found = accounts.find(({ id }) => id === account);
        const { platform, handle } = found ?? {};
        return platform && handle
          ? { platform, handle, post: post === null ? null : (nameOf.get(post) ?? null) }
          : [];
      }),
    }))
    .filter((plan) => plan.accounts.length > 0);
}

/** Every month's, as it was said then. */
async function claimsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"claims">[]> {
  const { from, to } = exportPeriod(c);
  // all together is nobody's who sees a part of them
  const limited = allowedAccounts(c.get("export_link")) !== null || Boolean(c.req.query("account"));
  const months = { from: monthOf(from), to: monthOf(to), limited };
  const claims = await listClaims(c.env.DB, idsOf(accounts), months);
  return claims.map((claim) =>
    claimRow(claim, accounts.find(({ id }) => id === claim.account_id) ?? null),
  );
}

/** The oldest first. */
async function streaksOf(c: Ctx, accounts: readonly AccountRow[]): Promise<ExportRow<"streaks">[]> {
  const found = (await streaksIn(c, accounts, exportPeriod(c))).reverse();
  const ids = found.flatMap(({ row }) => [row.first_post, row.last_post]);
  const posts = await listPostsById(c.env.DB, [...new Set(ids)]);
  // a hidden post is in none of the files
  const external = (id: number) =>
    posts.find((post) => post.id === id && post.hidden_at === null)?.external_id ?? null;
  return found.map(({ row, account }) =>
    streakRow(row, account, { first: external(row.first_post), last: external(row.last_post) }),
  );
}

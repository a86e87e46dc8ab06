/** Streaks: the list, and one with its evidence. */
import { streakDifferences } from "../analyse/differences.ts";
import { FLAG } from "../analyse/track.ts";
import { addDays, calendarOf, monthOf } from "../model/day.ts";
import { claimsOfAccount } from "../model/look.ts";
import { fault, inWords, Problem } from "../model/problem.ts";
import type { KnownStreak } from "../model/streak.ts";
import { MOST_DAYS } from "../present/choice.ts";
import { toStreakJson } from "../present/json.ts";
import { toStreakLine } from "../present/streak-line.ts";
import { toStreakView } from "../present/streak-view.ts";
import type { StreakView } from "../present/views/streak.ts";
import { worthTrying } from "../present/worth-trying.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listMonths } from "../store/months.ts";
import { findStreak } from "../store/streaks.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenOf, idOf, todayOf, visibleAccounts } from "./reading.ts";
import { streaksIn } from "./streak-reading.ts";

export const STREAK_STATES = ["open", "closed", "all"] as const;

export const streaks = {
  "GET /api/streaks": (c) => cachedRead(c, async () => c.json({ streaks: await listed(c) })),

  "GET /streaks/:id": (c) => page(c, () => streakView(c)),

  "GET /api/streaks/:id": (c) =>
    cachedRead(c, async () => {
      const { screen: _screen, chrome: _chrome, ...evidence } = await streakView(c);
      return c.json(evidence);
    }),
} satisfies Handlers;

async function listed(c: Ctx) {
  const state = c.req.query("state") ?? "all";
  if (!(STREAK_STATES as readonly string[]).includes(state)) {
    const faults = [fault("state", "unknown_state")];
    throw new Problem("invalid", inWords(faults), faults);
  }
  const rows = await streaksOf(c);
  const dayOf = calendarOf(c.get("time_zone"));
  return rows
    .filter(({ row }) => state === "all" || (row.state === "open") === (state === "open"))
    .map(({ row, account }) => toStreakJson(row, account, dayOf));
}

/**
 * The streaks that touch what `platform=`, `account=` and the period ask for, the newest first. They are few, so without
 * a period it is all of the last five years.
 */
async function streaksOf(c: Ctx): Promise<{ row: KnownStreak; account: AccountRow }[]> {
  const { choice, accounts } = await chosenOf(c);
  const { from, to, period } = c.req.query();
  const today = todayOf(c);
  const asked = from || to || period ? choice : { from: addDays(today, -MOST_DAYS), to: today };
  return streaksIn(c, accounts, asked);
}

/** The streak of the address. */
export async function seenStreak(c: Ctx): Promise<{ row: KnownStreak; account: AccountRow }> {
  const [row, visible] = await Promise.all([
    findStreak(c.env.DB, idOf(c)),
    visibleAccounts(c, c.get("caller")?.link ?? null),
  ]);
  const account = visible.find(({ id }) => id === row?.account_id);
  if (!row || !account) throw new Problem("not_found", "there is no such streak");
  return { row, account };
}

async function streakView(c: Ctx): Promise<StreakView> {
  const { row, account } = await seenStreak(c);
  const zone = c.get("time_zone");
  const dayOf = calendarOf(zone);
  const { evidence } = row;
  const last = row.ended_at ?? account.last_read_at ?? c.get("now");
  const months = await listMonths(c.env.DB, [account.id], {
    from: monthOf(dayOf(evidence.since)),
    to: monthOf(dayOf(last)),
    captions: true,
    days: false,
  });
  // a streak that was taken back still names what a person hid since
  const posts = months
    .flatMap((month) =>
      month.posts.map((post, at) => ({ ...post, caption: month.captions[at] ?? null })),
    )
    .filter(({ hidden }) => !hidden);
  const line = toStreakLine(row, account, dayOf);
  const differences = streakDifferences(evidence, posts, zone);
  const claims = claimsOfAccount(c.get("library").standing_claims, account.id);
  return toStreakView(
    {
      ...row,
      line,
      threshold: FLAG,
      differences,
      to_try: worthTrying({ ...line, differences }, claims),
    },
    posts,
    chromeOf(c),
  );
}

/** Streaks: the list, one with its evidence, and the reason that a person notes. */
import * as z from "zod";
import { streakDifferences } from "../analyse/differences.ts";
import { FLAG } from "../analyse/track.ts";
import { excusePost, excuseSpan, noteStreak } from "../jobs/writing/excuse.ts";
import { addDays, calendarOf, monthOf } from "../model/day.ts";
import { fault, inWords, Problem } from "../model/problem.ts";
import type { KnownStreak } from "../model/streak.ts";
import { dayText, typedText } from "../normalise/snapshot-schema.ts";
import { MOST_DAYS } from "../present/choice.ts";
import { toStreakJson } from "../present/json.ts";
import { toStreakLine } from "../present/streak-line.ts";
import { toStreakView } from "../present/streak-view.ts";
import type { StreakView } from "../present/views/streak.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listMonths } from "../store/months.ts";
import { findStreak } from "../store/streaks.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenOf, idOf, todayOf, visibleAccounts } from "./reading.ts";
import { streaksIn } from "./streak-reading.ts";

const reason = typedText(200).min(1).nullable();

export const streakWire = z
  .strictObject({
    reason: reason.meta({
      description: "Why its posts are left out of the norm; null takes them in again",
      example: "Ramadan",
    }),
  })
  .meta({ id: "StreakNote" });

export const excusedWire = z
  .union([
    z.strictObject({ post: z.int().positive(), reason }),
    z.strictObject({ account: z.int().positive(), from: dayText, to: dayText, reason }),
  ])
  .meta({ id: "Excused", description: "A post, or a span of an account's days, both included" });

export const STREAK_STATES = ["open", "closed", "all"] as const;

export const streaks = {
  "GET /api/streaks": (c) => cachedRead(c, async () => c.json({ streaks: await listed(c) })),

  "GET /streaks/:id": (c) => page(c, () => streakView(c)),

  "GET /api/streaks/:id": (c) =>
    cachedRead(c, async () => {
      const { screen: _screen, chrome: _chrome, ...evidence } = await streakView(c);
      return c.json(evidence);
    }),

  "PATCH /api/streaks/:id": async (c) => {
    const said = checked(streakWire, await jsonOf(c));
    const { row } = await seenStreak(c);
    await noteStreak(c.env.DB, row.id, said, { now: c.get("now"), time_zone: c.get("time_zone") });
    const noted = await seenStreak(c);
    return c.json(toStreakJson(noted.row, noted.account, calendarOf(c.get("time_zone"))));
  },

  "POST /api/excused": async (c) => {
    const said = checked(excusedWire, await jsonOf(c));
    if ("post" in said) {
      await excusePost(c.env.DB, said.post, said.reason, { time_zone: c.get("time_zone") });
      return c.json(said);
    }
    if (said.to < said.from) {
      throw new Problem("invalid", "to lies before from", [fault("to", "backwards")]);
    }
    const span = { account_id: said.account, from_on: said.from, to_on: said.to };
    await excuseSpan(c.env.DB, span, said.reason, { time_zone: c.get("time_zone") });
    return c.json(said);
  },
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
async function seenStreak(c: Ctx): Promise<{ row: KnownStreak; account: AccountRow }> {
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
  });
  // a streak that was taken back still names what a person hid since
  const posts = months.flatMap((month) => month.posts).filter(({ hidden }) => !hidden);
  return toStreakView(
    {
      ...row,
      line: toStreakLine(row, account, dayOf),
      threshold: FLAG,
      differences: streakDifferences(evidence, posts, zone),
    },
    posts,
    chromeOf(c),
  );
}

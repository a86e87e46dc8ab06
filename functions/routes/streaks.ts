/** Streaks: the list, one with its evidence, and the reason that a person notes. */
import * as z from "zod";
import { type Circumstances, differences } from "../analyse/differences.ts";
import { FLAG } from "../analyse/track.ts";
import { excusePost, excuseSpan, noteStreak } from "../jobs/writing/excuse.ts";
import { addDays, calendarOf, hourOf, monthOf, startOfDay } from "../model/day.ts";
import type { Post } from "../model/post.ts";
import { fault, inWords, Problem } from "../model/problem.ts";
import { dayText, typedText } from "../normalise/snapshot-schema.ts";
import { MOST_DAYS } from "../present/choice.ts";
import { streakRow, toStreakLine } from "../present/streak-line.ts";
import { toStreakView } from "../present/streak-view.ts";
import type { StreakLine, StreakView } from "../present/views/streak.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listMonths } from "../store/months.ts";
import { listPostsById } from "../store/posts.ts";
import { findStreak, listStreaksBetween, type StoredStreak } from "../store/streaks.ts";
import type { Answers } from "./addresses.ts";
import { cachedRead, instantOrNull } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenOf, idOf, todayOf, visibleAccounts } from "./reading.ts";

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
    return c.json(onTheWire(c, noted.row, noted.account));
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
} satisfies Answers;

type OnTheWire = StreakLine & {
  started_at: string | null;
  ended_at: string | null;
  closed_at: string | null;
  peak: number;
  reason: string | null;
  revised: boolean;
  told: { at: string | null; posts: number; severity: number; false_alarm_every: number };
};

function onTheWire(c: Ctx, row: StoredStreak, account: AccountRow): OnTheWire {
  const { told } = row;
  return {
    ...toStreakLine(row, account, calendarOf(c.get("time_zone"))),
    started_at: instantOrNull(row.started_at),
    ended_at: instantOrNull(row.ended_at),
    closed_at: instantOrNull(row.closed_at),
    peak: row.peak,
    reason: row.reason,
    revised: row.revised,
    told: {
      at: instantOrNull(told.at),
      posts: told.posts.length,
      severity: told.severity,
      false_alarm_every: told.false_alarm_every,
    },
  };
}

async function listed(c: Ctx): Promise<OnTheWire[]> {
  const state = c.req.query("state") ?? "all";
  if (!(STREAK_STATES as readonly string[]).includes(state)) {
    const faults = [fault("state", "unknown_state")];
    throw new Problem("invalid", inWords(faults), faults);
  }
  const rows = await streaksOf(c);
  return rows
    .filter(({ row }) => state === "all" || (row.state === "open") === (state === "open"))
    .map(({ row, account }) => onTheWire(c, row, account));
}

/**
 * The streaks that touch what `platform=`, `account=` and the period ask for, the newest first. They are few, so without
 * a period it is all of the last five years.
 */
async function streaksOf(c: Ctx): Promise<{ row: StoredStreak; account: AccountRow }[]> {
  const { choice, accounts } = await chosenOf(c);
  const { from, to, period } = c.req.query();
  const today = todayOf(c);
  const asked = from || to || period ? choice : { from: addDays(today, -MOST_DAYS), to: today };
  return streaksBetween(c, accounts, asked);
}

/** The streak that holds a post; `null`: none does. */
export async function streakOfPost(
  c: Ctx,
  account: AccountRow,
  post: Pick<Post, "id" | "published_at">,
): Promise<StreakLine | null> {
  const { published_at } = post;
  const rows = await listStreaksBetween(c.env.DB, [account.id], published_at, published_at);
  const told = rows.filter(
    ({ announced, evidence }) => announced && evidence.posts.some(([id]) => id === post.id),
  );
  const found = told.find(({ state }) => state !== "withdrawn") ?? told[0];
  return found ? toStreakLine(found, account, calendarOf(c.get("time_zone"))) : null;
}

async function streaksBetween(
  c: Ctx,
  accounts: readonly AccountRow[],
  { from, to }: { from: string; to: string },
) {
  const zone = c.get("time_zone");
  const rows = await listStreaksBetween(
    c.env.DB,
    accounts.map(({ id }) => id),
    startOfDay(from, zone),
    startOfDay(addDays(to, 1), zone) - 1,
  );
  return rows.flatMap((row) => {
    const account = accounts.find(({ id }) => id === row.account_id);
    return account ? [{ row, account }] : [];
  });
}

/** Those worth telling of that touch a period, the newest first. */
export async function announcedStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: { from: string; to: string },
): Promise<StreakLine[]> {
  const dayOf = calendarOf(c.get("time_zone"));
  return (await streaksBetween(c, accounts, period))
    .filter(({ row }) => row.announced && row.state !== "withdrawn")
    .map(({ row, account }) => toStreakLine(row, account, dayOf));
}

/** Rows of the `streaks` export, the oldest first. */
export async function exportedStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: { from: string; to: string },
) {
  const found = (await streaksBetween(c, accounts, period)).reverse();
  const ids = found.flatMap(({ row }) => [row.first_post, row.last_post]);
  const posts = await listPostsById(c.env.DB, [...new Set(ids)]);
  const external = (id: number) => posts.find((post) => post.id === id)?.external_id ?? null;
  return found.map(({ row, account }) =>
    streakRow(row, account, { first: external(row.first_post), last: external(row.last_post) }),
  );
}

/** The streak of the address. */
async function seenStreak(c: Ctx): Promise<{ row: StoredStreak; account: AccountRow }> {
  const row = await findStreak(c.env.DB, idOf(c));
  const visible = await visibleAccounts(c, c.get("caller")?.link ?? null);
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
  const months = await listMonths(
    c.env.DB,
    [account.id],
    monthOf(dayOf(evidence.since)),
    monthOf(dayOf(last)),
  );
  // a streak that was taken back still names what a person hid since
  const posts = months.flatMap((month) => month.posts).filter(({ hidden }) => !hidden);
  const named = (ids: readonly number[]): Circumstances[] => {
    const wanted = new Set(ids);
    return posts.filter(({ id }) => wanted.has(id)).map((post) => circumstances(post, zone));
  };
  return toStreakView(
    {
      line: toStreakLine(row, account, dayOf),
      evidence,
      told: row.told,
      revised: row.revised,
      reason: row.reason,
      threshold: FLAG,
      differences: differences(named(evidence.posts.map(([id]) => id)), named(evidence.before)),
    },
    posts,
    chromeOf(c),
  );
}

const circumstances = (post: Post, zone: string): Circumstances => ({
  published_at: post.published_at,
  published_precision: post.published_precision,
  format: post.format,
  topic: post.topic,
  hour: hourOf(post.published_at, zone),
});

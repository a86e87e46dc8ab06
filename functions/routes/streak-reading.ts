/** What several screens ask of streaks and norms: those of a period, those worth telling of, the one that holds a post. */
import { SETTLED_SECONDS } from "../analyse/checkpoint.ts";
import { LEARNING_POSTS } from "../analyse/norm.ts";
import { calendarOf, type Period, secondsIn } from "../model/day.ts";
import type { Post } from "../model/post.ts";
import type { KnownStreak } from "../model/streak.ts";
import { type NormsAndStreaks, toNormsAndStreaks } from "../present/norms-and-streaks.ts";
import { toStreakLine } from "../present/streak-line.ts";
import type { StreakLine } from "../present/views/streak.ts";
import type { AccountRow } from "../store/accounts.ts";
import type { ShownNorm } from "../store/norms.ts";
import { listStreaksBetween, listStreaksFrom, newestFirst } from "../store/streaks.ts";
import type { Ctx } from "./env.ts";

/** Those that touch a period, each with its account, the newest first. */
export async function streaksIn(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: Period,
): Promise<{ row: KnownStreak; account: AccountRow }[]> {
  const { from, to } = secondsIn(period, c.get("time_zone"));
  const ids = accounts.map(({ id }) => id);
  const rows = await listStreaksBetween(c.env.DB, ids, from, to);
  return rows.flatMap((row) => {
    const account = accounts.find(({ id }) => id === row.account_id);
    return account ? [{ row, account }] : [];
  });
}

/** Those worth telling of that touch a period, the newest first. */
export async function announcedStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: Period,
): Promise<StreakLine[]> {
  const dayOf = calendarOf(c.get("time_zone"));
  return (await streaksIn(c, accounts, period))
    .filter(({ row }) => row.announced && row.state !== "withdrawn")
    .map(({ row, account }) => toStreakLine(row, account, dayOf));
}

/** The streak that holds a post; `null`: none does. */
export async function streakOfPost(
  c: Ctx,
  account: AccountRow,
  { id, published_at }: Pick<Post, "id" | "published_at">,
): Promise<StreakLine | null> {
  const rows = await listStreaksBetween(c.env.DB, [account.id], published_at, published_at);
  const told = rows.filter(
    ({ announced, evidence }) => announced && evidence.posts.some(([post]) => post === id),
  );
  const found = told.find(({ state }) => state !== "withdrawn") ?? told[0];
  return found ? toStreakLine(found, account, calendarOf(c.get("time_zone"))) : null;
}

export async function normsAndStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  everyNorm: readonly ShownNorm[],
  period: Period,
): Promise<NormsAndStreaks> {
  const wanted = new Set(accounts.map(({ id }) => id));
  const norms = everyNorm.filter(({ account_id }) => wanted.has(account_id));
  const rows = await streaksInOrOfLate(c, accounts, norms, period);
  return toNormsAndStreaks(accounts, norms, rows, {
    ...secondsIn(period, c.get("time_zone")),
    now: c.get("now"),
    needed: LEARNING_POSTS,
    dayOf: calendarOf(c.get("time_zone")),
  });
}

/** Those that touch the period and, whatever it is, those of late: the newest first. */
async function streaksInOrOfLate(
  c: Ctx,
  accounts: readonly AccountRow[],
  norms: readonly ShownNorm[],
  period: Period,
): Promise<KnownStreak[]> {
  const { from, to } = secondsIn(period, c.get("time_zone"));
  // a norm's row says where its account's recent streaks begin; of a period that begins earlier it says too little
  const earlier = accounts
    .filter(({ last_read_at }) => last_read_at !== null && from <= last_read_at - SETTLED_SECONDS)
    .map(({ id }) => id);
  const upToNow = to >= c.get("now");
  const starts = norms.flatMap(({ account_id, streaks_from }) =>
    streaks_from === null || (upToNow && earlier.includes(account_id))
      ? []
      : { account_id, from: streaks_from },
  );
  const [touching, late] = await Promise.all([
    listStreaksBetween(c.env.DB, earlier, from, to),
    listStreaksFrom(c.env.DB, starts),
  ]);
  const all = new Map([...touching, ...late].map((row) => [row.id, row]));
  return [...all.values()].sort(newestFirst);
}

/** The accounts' norms and streaks as the screens ask for them. */
import { SETTLED_SECONDS } from "../analyse/checkpoint.ts";
import { LEARNING_POSTS } from "../analyse/norm.ts";
import { addDays, calendarOf, type Period, startOfDay } from "../model/day.ts";
import type { Instant } from "../model/snapshot.ts";
import { toAccountState, toDots } from "../present/norm-lines.ts";
import { toStreakLine } from "../present/streak-line.ts";
import type { Dots, OverviewView } from "../present/views/overview.ts";
import type { StreakLine } from "../present/views/streak.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listAllNorms, type NormRow } from "../store/norms.ts";
import {
  listStreaksBetween,
  listStreaksSince,
  newestFirst,
  type StoredStreak,
} from "../store/streaks.ts";
import type { Ctx } from "./env.ts";

async function normsOf(c: Ctx, accounts: readonly AccountRow[]): Promise<NormRow[]> {
  const wanted = new Set(accounts.map(({ id }) => id));
  return (await listAllNorms(c.env.DB)).filter(({ account_id }) => wanted.has(account_id));
}

/** Everything that the Overview says of norms and streaks. */
export type NormsAndStreaks = {
  norms: OverviewView["norms"];
  /** Those that touch the period, the newest first. */
  streaks: StreakLine[];
  /** Announced weak streaks, open now or just over, whatever the period: the headline's. */
  announced: StreakLine[];
  /** When each that is over was seen to be over. */
  closed_at: Map<number, Instant>;
  /** The last posts of the account of a streak against its norm; `null` where nothing was judged of it. */
  dotsOf: (account_id: number) => Dots | null;
  /** The account of a streak. */
  accountOf: (streak_id: number) => number | null;
};

export async function normsAndStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  period: Period,
): Promise<NormsAndStreaks> {
  const now = c.get("now");
  const norms = await normsOf(c, accounts);
  const dayOf = calendarOf(c.get("time_zone"));
  const rows = await streaksIn(c, accounts, norms, period);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const lineOf = (row: StoredStreak): StreakLine[] => {
    const account = byId.get(row.account_id);
    return account ? [toStreakLine(row, account, dayOf)] : [];
  };
  const { from, to } = instantsOf(c, period);
  const told = rows.filter(({ announced }) => announced);
  const found = told.filter(({ state }) => state !== "withdrawn");
  return {
    norms: accounts.map(({ id, platform, handle }) => ({
      platform,
      handle,
      ...toAccountState(
        norms.find(({ account_id }) => account_id === id)?.state ?? null,
        LEARNING_POSTS,
        now,
      ),
    })),
    // what was told stays to be found, taken back or not
    streaks: told
      .filter(({ started_at, ended_at }) => started_at <= to && (ended_at ?? to) >= from)
      .flatMap(lineOf),
    announced: found.filter(({ kind }) => kind === "weak").flatMap(lineOf),
    closed_at: new Map(
      found.flatMap(({ id, closed_at }) => (closed_at === null ? [] : [[id, closed_at]])),
    ),
    dotsOf: (account_id) => {
      const norm = norms.find((one) => one.account_id === account_id);
      const account = byId.get(account_id);
      if (!norm || !account) return null;
      const open = rows.find(
        (row) => row.account_id === account_id && row.kind === "weak" && row.state === "open",
      );
      return toDots(account.platform, norm.posts, norm.usual, open ?? null);
    },
    accountOf: (streak_id) => rows.find(({ id }) => id === streak_id)?.account_id ?? null,
  };
}

const instantsOf = (c: Ctx, { from, to }: Period) => ({
  from: startOfDay(from, c.get("time_zone")),
  to: startOfDay(addDays(to, 1), c.get("time_zone")) - 1,
});

/** Those that touch the period and, whatever it is, those of late: the newest first. */
async function streaksIn(
  c: Ctx,
  accounts: readonly AccountRow[],
  norms: readonly NormRow[],
  period: Period,
): Promise<StoredStreak[]> {
  const { from, to } = instantsOf(c, period);
  // a norm's row says where its account's recent streaks begin; of a period that begins earlier it says too little
  const earlier = accounts
    .filter(({ last_read_at }) => last_read_at !== null && from <= last_read_at - SETTLED_SECONDS)
    .map(({ id }) => id);
  const touching = await listStreaksBetween(c.env.DB, earlier, from, to);
  const upToNow = to >= c.get("now");
  const late = await Promise.all(
    norms.map(({ account_id, streaks_from }) =>
      streaks_from === null || (upToNow && earlier.includes(account_id))
        ? []
        : listStreaksSince(c.env.DB, account_id, streaks_from),
    ),
  );
  const all = new Map([...touching, ...late.flat()].map((row) => [row.id, row]));
  return [...all.values()].sort(newestFirst);
}

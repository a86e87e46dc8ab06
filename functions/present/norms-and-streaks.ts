/** Everything that the Overview says of norms and streaks. */
import type { AccountName } from "../model/account.ts";
import type { Day, Instant } from "../model/snapshot.ts";
import type { KnownNorm, KnownStreak } from "../model/streak.ts";
import { toAccountState, toDots } from "./norm-lines.ts";
import { toStreakLine } from "./streak-line.ts";
import type { Dots, OverviewView } from "./views/overview.ts";
import type { StreakLine } from "./views/streak.ts";

export type NormsAndStreaks = {
  norms: OverviewView["norms"];
  /** Those that touch the period, the newest first. */
  streaks: StreakLine[];
  /** Announced streaks, open now or just over, whatever the period: the headline's. */
  announced: StreakLine[];
  /** When each that is over was seen to be over. */
  closed_at: Map<number, Instant>;
  /** The last posts of an account against its norm; `null` where nothing was judged of it. */
  dotsOf: (account: AccountName | null) => Dots | null;
};

export type Asked = {
  /** The period's first and last second. */
  from: Instant;
  to: Instant;
  now: Instant;
  /** So many posts a norm takes to be learned. */
  needed: number;
  /** The library's day of an instant. */
  dayOf: (at: Instant) => Day;
};

/** @param rows the streaks that touch the period and those of late, the newest first */
export function toNormsAndStreaks(
  accounts: readonly (AccountName & { id: number })[],
  known: readonly KnownNorm[],
  rows: readonly KnownStreak[],
  { from, to, now, needed, dayOf }: Asked,
): NormsAndStreaks {
  const lineOf = (row: KnownStreak): StreakLine[] => {
    const account = accounts.find(({ id }) => id === row.account_id);
    return account ? [toStreakLine(row, account, dayOf)] : [];
  };
  const normOf = (id: number) => known.find(({ account_id }) => account_id === id);
  const told = rows.filter(({ announced }) => announced);
  const found = told.filter(({ state }) => state !== "withdrawn");
  return {
    norms: accounts.map(({ id, platform, handle }) => ({
      platform,
      handle,
      ...toAccountState(normOf(id)?.state ?? null, needed, now),
    })),
    // what was told stays to be found, taken back or not
    streaks: told
      .filter(({ started_at, ended_at }) => started_at <= to && (ended_at ?? to) >= from)
      .flatMap(lineOf),
    announced: found.flatMap(lineOf),
    closed_at: new Map(
      found.flatMap(({ id, closed_at }) => (closed_at === null ? [] : [[id, closed_at]])),
    ),
    dotsOf: (name) => {
      const account = accounts.find(
        ({ platform, handle }) => platform === name?.platform && handle === name.handle,
      );
      const norm = account && normOf(account.id);
      if (!norm) return null;
      const open = rows.find(
        (row) => row.account_id === account.id && row.kind === "weak" && row.state === "open",
      );
      return toDots(account.platform, norm.posts, norm.usual, open ?? null);
    },
  };
}

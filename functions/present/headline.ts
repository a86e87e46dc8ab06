/** The one thing to know now: the first that holds, from a collector that stopped to a calm day. */
import type { AccountName } from "../model/account.ts";
import { SECONDS_A_DAY } from "../model/day.ts";
import type { FigureBlock } from "../model/figure.ts";
import type { Instant } from "../model/snapshot.ts";
import { TOLD_SECONDS } from "../model/streak.ts";
import type { Headline, OverviewView } from "./views/overview.ts";
import type { PostLine } from "./views/posts.ts";
import type { StreakLine } from "./views/streak.ts";

/** Figures that nobody collects are worth a word when they are older than this. */
const STALE_SECONDS = 7 * SECONDS_A_DAY;

export type News = {
  now: Instant;
  accounts: number;
  /** The newest reading of the accounts that nobody collects; `null`: all are collected, or nothing was read. */
  last_read_at: Instant | null;
  /** The collector stands still for these accounts. */
  stopped: { since: Instant; accounts: string[] } | null;
  /** The database takes nothing in. */
  refused: boolean;
  /** Announced weak streaks, open or just over. */
  streaks: readonly StreakLine[];
  /** When each streak that is over was seen to be over, by its id. */
  closed_at: ReadonlyMap<number, Instant>;
  blocks: readonly FigureBlock[];
  best: PostLine | null;
};

export function headlineOf(news: News): Headline {
  if (news.accounts === 0) return { kind: "empty" };
  if (news.stopped) return { kind: "stopped", ...news.stopped, refused: news.refused };
  const weak = news.streaks
    .filter(({ kind, state }) => kind === "weak" && state === "open")
    .sort((a, b) => b.false_alarm_every - a.false_alarm_every)[0];
  if (weak) return { kind: "weak", streak: weak };
  const over = news.streaks.find(
    ({ id, kind, state }) =>
      kind === "weak" &&
      (state === "recovered" || state === "new_normal") &&
      news.now - (news.closed_at.get(id) ?? 0) <= TOLD_SECONDS,
  );
  if (over) return { kind: "recovered", streak: over };
  if (news.last_read_at !== null && news.now - news.last_read_at > STALE_SECONDS) {
    return { kind: "stale", since: news.last_read_at };
  }
  return biggestChange(news.blocks) ?? { kind: "calm", best: news.best };
}

/** The change that is farthest from 1 among those that chance hardly makes. */
function biggestChange(blocks: readonly FigureBlock[]): Headline | null {
  const changes = blocks.flatMap(({ metric, rows }) =>
    rows.flatMap(({ platform, value, change: { before, ratio, meaning } }) => {
      if (platform === null || value === null || before === null) return [];
      if (meaning !== "up" && meaning !== "down") return [];
      const size = Math.abs(Math.log((value || Number.MIN_VALUE) / (before || Number.MIN_VALUE)));
      return { metric, platform, value, before, ratio, direction: meaning, size };
    }),
  );
  const [most] = changes.sort((a, b) => b.size - a.size);
  if (!most) return null;
  const { size: _size, ...change } = most;
  return { kind: "change", ...change };
}

/** Whose posts the picture shows: those that the sentence is about, else of the first account that has a norm. */
export function pictured(headline: Headline, norms: OverviewView["norms"]): AccountName | null {
  if (headline.kind === "weak" || headline.kind === "recovered") {
    const { platform, account } = headline.streak;
    return { platform, handle: account };
  }
  const platform =
    headline.kind === "change"
      ? headline.platform
      : headline.kind === "calm"
        ? headline.best?.platform
        : undefined;
  const judged = norms.filter(({ state }) => state !== "learning" && state !== "too_few");
  const found =
    judged.find((norm) => norm.platform === platform) ?? (platform ? undefined : judged[0]);
  return found ?? null;
}

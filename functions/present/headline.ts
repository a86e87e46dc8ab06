/** The one thing to know now: the first notice, from a collector that stopped on; without one a recovery, a change, a calm day. */
import type { AccountName } from "../model/account.ts";
import type { FigureBlock } from "../model/figure.ts";
import type { Instant } from "../model/snapshot.ts";
import { TOLD_SECONDS } from "../model/streak.ts";
import type { NoticeLine, Task } from "./views/notice.ts";
import type { Headline, OverviewView } from "./views/overview.ts";
import type { PostLine } from "./views/posts.ts";
import type { StreakLine } from "./views/streak.ts";

export type News = {
  now: Instant;
  accounts: number;
  /** In their order. */
  notices: readonly NoticeLine[];
  /** The database takes nothing in. */
  refused: boolean;
  /** Announced weak streaks, open or just over. */
  streaks: readonly StreakLine[];
  /** When each streak that is over was seen to be over, by its id. */
  closed_at: ReadonlyMap<number, Instant>;
  blocks: readonly FigureBlock[];
  best: PostLine | null;
};

/** A tired manager does not do more than this. */
const MOST_TASKS = 3;

/** The sentence, and the tasks that follow it: at most three. A strong streak is no task, and nothing to worry about. */
export function toldOf(news: News): { headline: Headline; tasks: Task[] } {
  if (news.accounts === 0) return { headline: { kind: "empty" }, tasks: [] };
  const asking = news.notices.filter((one): one is Task => one.kind !== "strong");
  const first = asking.find(isTold);
  return {
    headline: first ? headlineOf(first, news) : withoutNotice(news),
    tasks: asking.filter((one) => one !== first).slice(0, MOST_TASKS),
  };
}

/** A report to be read, or a list to be checked some day before January, is a task, and never the one thing to know. */
type Told = Exclude<Task, { kind: "decree" | "report" }>;
const isTold = (task: Task): task is Told => task.kind !== "decree" && task.kind !== "report";

const headlineOf = (notice: Told, { refused }: News): Headline =>
  notice.kind === "stopped" ? { ...notice, refused } : notice;

function withoutNotice({ now, streaks, closed_at, blocks, best }: News): Headline {
  const over = streaks.find(
    ({ id, state }) =>
      (state === "recovered" || state === "new_normal") &&
      now - (closed_at.get(id) ?? 0) <= TOLD_SECONDS,
  );
  if (over) return { kind: "recovered", streak: over };
  return biggestChange(blocks) ?? { kind: "calm", best };
}

/** The change that is farthest from 1 among those that chance hardly makes. */
function biggestChange(blocks: readonly FigureBlock[]): Headline | null {
  const changes = blocks.flatMap(({ metric, rows }) =>
    rows.flatMap(({ platform, handle, value, change: { before, ratio, meaning } }) => {
      if (platform === null || handle === null || value === null || before === null) return [];
      if (meaning !== "up" && meaning !== "down") return [];
      const size = Math.abs(Math.log((value || Number.MIN_VALUE) / (before || Number.MIN_VALUE)));
      return { metric, platform, handle, value, before, ratio, direction: meaning, size };
    }),
  );
  const [most] = changes.sort((a, b) => b.size - a.size);
  if (!most) return null;
  const { size: _size, platform, handle, ...change } = most;
  return { kind: "change", account: { platform, handle }, ...change };
}

/** Whose posts the picture shows: those that the sentence is about, else of the first account that has a norm. */
export function pictured(headline: Headline, norms: OverviewView["norms"]): AccountName | null {
  if ("streak" in headline) {
    const { platform, account } = headline.streak;
    return { platform, handle: account };
  }
  if (headline.kind === "silence") return headline.account;
  if (headline.kind === "change") return norms.find(sameAs(headline.account)) ?? null;
  // what is said of the collecting is not about posts
  if ("accounts" in headline) return null;
  const best = headline.kind === "calm" ? headline.best : null;
  const judged = norms.filter(({ state }) => state !== "learning" && state !== "too_few");
  const found = best
    ? judged.find(sameAs({ platform: best.platform, handle: best.account }))
    : judged[0];
  return found ?? null;
}

const sameAs =
  (account: AccountName) =>
  ({ platform, handle }: AccountName): boolean =>
    platform === account.platform && handle === account.handle;
